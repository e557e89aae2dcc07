import type { FileDocument, TextCell } from '../document/file-document.ts'

/** A small document of each kind of block that a file has, with texts of the supplier. */
export function exampleFile(text: () => string, rows = 2): FileDocument {
  const plain = () => ({ kind: 'text', text: text() }) as const
  const cell = (): TextCell => [[plain()], [{ kind: 'em', inlines: [plain()] }]]
  return {
    format: 'tijdig-file/1',
    head: {
      title: text(),
      subtitle: text(),
      description: text(),
      language: 'nl',
      author: text(),
      date: '2026-11-22T14:30:00Z',
      facts: [{ term: text(), words: text() }],
      contents: text(),
      closing: text(),
    },
    blocks: [
      { kind: 'heading', level: 2, id: 'een', inlines: [plain()] },
      { kind: 'paragraph', inlines: [plain()] },
      {
        kind: 'text-table',
        id: 'tabel',
        label: text(),
        head: [text(), text(), text()],
        widths: [24, 50, 26],
        rows: Array.from({ length: rows }, () => [cell(), cell(), cell()]),
      },
      { kind: 'heading', level: 3, id: 'twee', inlines: [plain()] },
      { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', inlines: [plain()] }]] },
    ],
  }
}

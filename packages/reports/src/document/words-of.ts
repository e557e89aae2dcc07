import type { Block, ReportDocument } from './document.ts'
import { plainText } from './plain-text.ts'

/** A piece of a report that is read as a whole. */
export interface Passage {
  readonly kind: 'heading' | 'text' | 'caption' | 'note'
  readonly text: string
}

/** The text of a report in the order of reading, without the rows of its tables. */
export function passagesOf({ blocks, footnotes }: ReportDocument): readonly Passage[] {
  return [
    ...blocks.flatMap(passages),
    ...(footnotes.length > 0 ? [{ kind: 'heading', text: 'Voetnoten' } as const] : []),
    ...footnotes.map(({ inlines }): Passage => ({ kind: 'note', text: plainText(inlines) })),
  ]
}

/** All words of a report, to be searched. */
export function wordsOf(document: ReportDocument): string {
  const { title, description, period } = document.metadata
  const rows = document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.content.rows.map(({ header }) => header)
      : block.kind === 'parts'
        ? block.rows.map((cells) => cells.join(' '))
        : [],
  )
  const texts = passagesOf(document).map(({ text }) => text)
  return [title, description, period, ...texts, ...rows].join('\n')
}

function passages(block: Block): readonly Passage[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', text: plainText(block.inlines) }]
    case 'paragraph':
      return [{ kind: 'text', text: plainText(block.inlines) }]
    case 'list':
      return block.items.flatMap((item) => item.flatMap(passages))
    case 'table':
    case 'parts':
      return captioned(block.caption, block.notes)
    case 'chart':
      return captioned(block.spec.title, block.notes)
    default:
      return block satisfies never
  }
}

function captioned(caption: string, notes: readonly string[]): readonly Passage[] {
  return [
    { kind: 'caption', text: caption },
    ...notes.map((text): Passage => ({ kind: 'note', text })),
  ]
}

import {
  Bookmark,
  type FileChild,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  TextRun,
} from 'docx'
import type { Block, ChartBlock, List, PartsTable, Table } from '../document/document.ts'
import type { FileBlock, TextTable } from '../document/file-document.ts'
import { alternativeText } from '../rendering/alternative-text.ts'
import { chartPicture } from './chart-picture.ts'
import { type Bookmarks, runsOf } from './docx-inlines.ts'
import { figureTable, wordTable } from './docx-tables.ts'

/** The width of the text of a page. Pixels of 1/96 inch. */
const PICTURE_WIDTH = 604

const LEVELS = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

/** What numbers give the lists of a document, one after the other, each its own count. */
export interface Lists {
  next: number
}

/** A block as paragraphs and tables, in its order. */
export async function blockChildren(
  block: Block | FileBlock,
  bookmarks: Bookmarks,
  lists: Lists,
): Promise<FileChild[]> {
  switch (block.kind) {
    case 'heading': {
      const children = runsOf(block.inlines, bookmarks)
      const id = bookmarks.get(block.id)
      return [
        new Paragraph({
          heading: LEVELS[block.level],
          children: id === undefined ? children : [new Bookmark({ id, children })],
        }),
      ]
    }
    case 'paragraph':
      return [new Paragraph({ style: 'BodyText', children: runsOf(block.inlines, bookmarks) })]
    case 'list':
      return listChildren(block, bookmarks, lists, 0)
    case 'table':
      return tableChildren(block)
    case 'chart':
      return chartChildren(block)
    case 'parts':
      return [
        captionOf(block.number, block.caption),
        wordTable(wordsOfParts(block), bookmarks),
        ...remarks(block.notes),
      ]
    case 'text-table':
      return [wordTable(block, bookmarks), new Paragraph({ style: 'Remark' })]
    default:
      return block satisfies never
  }
}

/** The first words of an item carry its mark; what follows in it stands under them. */
async function listChildren(
  list: List,
  bookmarks: Bookmarks,
  lists: Lists,
  level: number,
): Promise<FileChild[]> {
  const instance = lists.next
  lists.next += 1
  const mark: IParagraphOptions = list.ordered
    ? { numbering: { reference: 'numbers', level, instance } }
    : { bullet: { level } }
  const children: FileChild[] = []
  for (const item of list.items) {
    for (const [index, block] of item.entries()) {
      if (block.kind === 'list') {
        children.push(...(await listChildren(block, bookmarks, lists, Math.min(level + 1, 8))))
      } else if (block.kind === 'paragraph') {
        const place = index === 0 ? mark : { indent: { left: 720 * (level + 1) } }
        children.push(
          new Paragraph({
            style: 'ListText',
            ...place,
            children: runsOf(block.inlines, bookmarks),
          }),
        )
      } else {
        children.push(...(await blockChildren(block, bookmarks, lists)))
      }
    }
  }
  return children
}

function tableChildren({ number, caption, content, notes }: Table): FileChild[] {
  return [captionOf(number, caption), figureTable(content), ...remarks(notes)]
}

/** Each cell is one line of one text. */
function wordsOfParts({ id, caption, head, widths, rows }: PartsTable): TextTable {
  const cells = rows.map((row) => row.map((text) => [[{ kind: 'text', text } as const]]))
  return { kind: 'text-table', id, label: caption, head, widths, rows: cells }
}

/** The number is text, as in the other forms of a document, and not counted anew by Word. */
function captionOf(number: string, words: string): Paragraph {
  return new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: [new TextRun({ text: `${number} `, color: '0D5E62' }), new TextRun(words)],
  })
}

/** After a table or a drawing comes at least an empty line, or two tables would become one. */
function remarks(notes: readonly string[]): Paragraph[] {
  return [...notes.map((note) => new TextRun(note)), undefined].map(
    (run) => new Paragraph({ style: 'Remark', children: run ? [run] : [] }),
  )
}

async function chartChildren(block: ChartBlock): Promise<FileChild[]> {
  const { png, width, height } = await chartPicture(block)
  const title = `${block.number} ${block.spec.title}`
  const picture = new ImageRun({
    type: 'png',
    data: png,
    transformation: {
      width: PICTURE_WIDTH,
      height: Math.round((PICTURE_WIDTH / width) * height),
    },
    altText: { name: block.number, title, description: alternativeText(block) },
  })
  return [
    captionOf(block.number, block.spec.title),
    new Paragraph({ style: 'Picture', children: [picture] }),
    ...remarks(block.notes),
  ]
}

import {
  type Block,
  type FigureValue,
  type Inline,
  plainText,
  type ReportDocument,
} from '@tijdig/reports'

/** A figure, and where a reader finds it. */
export interface FoundFigure {
  readonly figure: FigureValue
  /** The heading under which it stands; undefined above the first. */
  readonly section: { readonly id: string; readonly title: string } | undefined
  /** The sentence, or the table with its row. */
  readonly place: string
}

/** The figure of a report that has an anchor. */
export function findFigure(document: ReportDocument, id: string): FoundFigure | undefined {
  let section: FoundFigure['section']
  for (const block of document.blocks) {
    if (block.kind === 'heading') section = { id: block.id, title: plainText(block.inlines) }
    const found = inBlock(block, id)
    if (found) return { ...found, section }
  }
  for (const { inlines } of document.footnotes) {
    const figure = inInlines(inlines, id)
    if (figure) {
      const notes = { id: 'voetnoten', title: 'Voetnoten' }
      return { figure, place: plainText(inlines), section: notes }
    }
  }
  return undefined
}

function inBlock(block: Block, id: string): Omit<FoundFigure, 'section'> | undefined {
  switch (block.kind) {
    case 'heading':
    case 'paragraph': {
      const figure = inInlines(block.inlines, id)
      return figure && { figure, place: sentenceOf(block.inlines, figure) }
    }
    case 'list':
      for (const item of block.items.flat()) {
        const found = inBlock(item, id)
        if (found) return found
      }
      return undefined
    case 'table':
      return inRows(block.content, `${block.number}: ${block.caption}`, id)
    case 'chart':
      return inRows(block.table, `${block.number}: ${block.spec.title}`, id)
    default:
      return block satisfies never
  }
}

function inRows(
  { rows }: Extract<Block, { kind: 'table' }>['content'],
  name: string,
  id: string,
): Omit<FoundFigure, 'section'> | undefined {
  for (const { header, cells } of rows) {
    const figure = cells.find((cell) => cell.id === id)
    if (figure) return { figure, place: `${name}, rij “${header}”` }
  }
  return undefined
}

function inInlines(inlines: readonly Inline[], id: string): FigureValue | undefined {
  for (const inline of inlines) {
    if (inline.kind === 'figure' && inline.id === id) return inline
    const found = 'inlines' in inline ? inInlines(inline.inlines, id) : undefined
    if (found) return found
  }
  return undefined
}

/** Of a paragraph the sentence in which the figure stands. */
function sentenceOf(inlines: readonly Inline[], figure: FigureValue): string {
  // A character that no text has marks the figure, since the same number may stand there twice.
  const marked = plainText(inlines.map((inline) => mark(inline, figure.id)))
  const sentence = marked.split(/(?<=[.!?])\s+/).find((one) => one.includes(MARK)) ?? marked
  return sentence.replaceAll(MARK, '').trim()
}

const MARK = '\u{E000}'

function mark(inline: Inline, id: string): Inline {
  if (inline.kind === 'figure')
    return inline.id === id ? { ...inline, text: `${MARK}${inline.text}` } : inline
  if (!('inlines' in inline)) return inline
  return { ...inline, inlines: inline.inlines.map((one) => mark(one, id)) }
}

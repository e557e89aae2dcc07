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
  return findBy(document, (figure) => figure.id === id)
}

/** The first figure of another report that counts the same; its anchor may be another there. */
export function findSame(
  document: ReportDocument,
  { source }: FigureValue,
): FigureValue | undefined {
  const wanted = keyOf(source)
  return findBy(document, (figure) => keyOf(figure.source) === wanted)?.figure
}

function keyOf({ indicator, part, cells }: FigureValue['source']): string {
  return JSON.stringify([indicator, part, cells.map((cell) => Object.entries(cell).sort())])
}

type Wanted = (figure: FigureValue) => boolean

function findBy(document: ReportDocument, wanted: Wanted): FoundFigure | undefined {
  let section: FoundFigure['section']
  for (const block of document.blocks) {
    if (block.kind === 'heading') section = { id: block.id, title: plainText(block.inlines) }
    const found = inBlock(block, wanted)
    if (found) return { ...found, section }
  }
  for (const { inlines } of document.footnotes) {
    const figure = inInlines(inlines, wanted)
    if (figure) {
      const notes = { id: 'voetnoten', title: 'Voetnoten' }
      return { figure, place: plainText(inlines), section: notes }
    }
  }
  return undefined
}

function inBlock(block: Block, wanted: Wanted): Omit<FoundFigure, 'section'> | undefined {
  switch (block.kind) {
    case 'heading':
    case 'paragraph': {
      const figure = inInlines(block.inlines, wanted)
      return figure && { figure, place: sentenceOf(block.inlines, figure) }
    }
    case 'list':
      for (const item of block.items.flat()) {
        const found = inBlock(item, wanted)
        if (found) return found
      }
      return undefined
    case 'table':
      return inRows(block.content, `${block.number}: ${block.caption}`, wanted)
    case 'chart':
      return inRows(block.table, `${block.number}: ${block.spec.title}`, wanted)
    case 'parts':
      return undefined
    default:
      return block satisfies never
  }
}

function inRows(
  { rows }: Extract<Block, { kind: 'table' }>['content'],
  name: string,
  wanted: Wanted,
): Omit<FoundFigure, 'section'> | undefined {
  for (const { header, cells } of rows) {
    const figure = cells.find(wanted)
    if (figure) return { figure, place: `${name}, rij “${header}”` }
  }
  return undefined
}

function inInlines(inlines: readonly Inline[], wanted: Wanted): FigureValue | undefined {
  for (const inline of inlines) {
    if (inline.kind === 'figure' && wanted(inline)) return inline
    const found = 'inlines' in inline ? inInlines(inline.inlines, wanted) : undefined
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

import type {
  Block,
  ChartBlock,
  Footnote,
  Inline,
  PartsTable,
  ReportDocument,
  TableContent,
} from '../document/document.ts'
import type { FileBlock, FileDocument, TextCell, TextTable } from '../document/file-document.ts'
import { plainText } from '../document/plain-text.ts'
import { alternativeText } from '../rendering/alternative-text.ts'
import { drawBlock } from '../rendering/draw-block.ts'
import { drawingForPrint } from './drawing-for-print.ts'
import type { Fonts } from './fonts.ts'
import { literal } from './typst-literal.ts'

const LETTER_A = 0x61

/** What blocks refer to: footnotes by number, and the anchors that a link may lead to. */
interface Surroundings {
  readonly footnotes: ReadonlyMap<number, Footnote>
  readonly anchors: ReadonlySet<string>
  readonly fonts: Pick<Fonts, 'familyOf'>
}

/** The blocks of a document as Typst code, one statement each. */
export function typstBlocks(
  document: ReportDocument | FileDocument,
  fonts: Pick<Fonts, 'familyOf'>,
): string {
  const { blocks } = document
  const footnotes = document.format === 'tijdig-document/1' ? document.footnotes : []
  const around: Surroundings = {
    fonts,
    footnotes: new Map(footnotes.map((footnote) => [footnote.number, footnote])),
    anchors: new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []))),
  }
  return blocks.map((block) => typstBlock(block, around)).join('\n')
}

function typstBlock(block: Block | FileBlock, around: Surroundings): string {
  switch (block.kind) {
    case 'heading':
      return `[#heading(level: ${block.level}, ${inlines(block.inlines, around)}) #label(${literal(block.id)})]`
    case 'paragraph':
      return `par(${inlines(block.inlines, around)})`
    case 'list': {
      const items = block.items.map(
        (item) => `{${item.map((inner) => typstBlock(inner, around)).join(';')}}`,
      )
      return `${block.ordered ? 'enum' : 'list'}(tight: false, ${items.join(', ')})`
    }
    case 'table':
      return `report-table(${literal(block.number)}, ${literal(block.caption)}, ${columnsCode(block.content)}, ${tableCode(block.content)}, ${strings(block.notes)})`
    case 'chart':
      return chartCode(block, around)
    case 'parts':
      return partsCode(block)
    case 'text-table':
      return textTableCode(block, around)
    default:
      return block satisfies never
  }
}

function chartCode(block: ChartBlock, { fonts }: Surroundings): string {
  const svg = drawBlock(block, 'wide', fonts.familyOf(LETTER_A))
  const drawing = `image(bytes(${literal(drawingForPrint(svg, fonts))}), format: "svg", width: 100%, alt: ${literal(alternativeText(block))})`
  return `report-chart(${literal(block.number)}, ${literal(block.spec.title)}, ${drawing}, ${strings(block.notes)})`
}

function textTableCode({ head, widths, rows }: TextTable, around: Surroundings): string {
  const columns = widths.map((width) => `${width}fr,`).join(' ')
  const lines = rows.map((cells) => {
    const texts = cells.map(
      (cell) => `{${cell.map((l) => `par(${inlines(l, around)})`).join(';')}}`,
    )
    return `(${cells.some(isLong)}, (${texts.map((text) => `${text},`).join(' ')}))`
  })
  return `text-table((${columns}), ${strings(head)}, (${lines.map((line) => `${line},`).join(' ')}))`
}

function partsCode({ number, caption, head, widths, rows, notes }: PartsTable): string {
  const columns = widths.map((width) => `${width}fr,`).join(' ')
  const lines = rows.map((cells) => `${strings(cells)},`).join(' ')
  return `parts-table(${literal(number)}, ${literal(caption)}, (${columns}), ${strings(head)}, (${lines}), ${strings(notes)})`
}

const LINES_AT_EASE = 15
const CHARACTERS_AT_EASE = 700

/** More than one would want to find on the next page. */
function isLong(cell: TextCell): boolean {
  return cell.length > LINES_AT_EASE || cell.map(plainText).join('').length > CHARACTERS_AT_EASE
}

function tableCode({ head, rows }: TableContent): string {
  const lines = rows.map(({ header, cells, total }) => {
    const texts = [header, ...cells.map((cell) => cell.text)]
    return `(${total}, ${strings(texts)})`
  })
  return `${strings(head)}, (${lines.map((line) => `${line},`).join(' ')})`
}

/** As many characters as a row of heads holds at ease. */
const HEADS_AT_EASE = 45

/** Where columns would take more than there is, each gets room for its longest word. */
function columnsCode({ head, rows }: TableContent): string {
  const [, ...others] = head
  if (others.length < 4 && others.join('').length < HEADS_AT_EASE)
    return `(1fr, ${others.map(() => 'auto,').join(' ')})`
  const widths = others.map((words, index) => {
    const texts = [...words.split(' '), ...rows.map(({ cells }) => cells[index]?.text ?? '')]
    return Math.max(...texts.map(({ length }) => length)) + 3
  })
  const first = Math.max(20, Math.round(widths.reduce((sum, width) => sum + width, 0) * 0.4))
  return `(${[first, ...widths].map((width) => `${width}fr`).join(', ')})`
}

/** A list of strings; the comma makes it one also when it holds a single text. */
function strings(texts: readonly string[]): string {
  return `(${texts.map((text) => `${literal(text)},`).join(' ')})`
}

function inlines(parts: readonly Inline[], around: Surroundings): string {
  return `{${parts.map((part) => inlineCode(part, around)).join(';')}}`
}

function inlineCode(inline: Inline, around: Surroundings): string {
  switch (inline.kind) {
    case 'text':
      return `text(${literal(inline.text)})`
    case 'figure':
    case 'kept':
      return `text(${literal(inline.text)})`
    case 'break':
      return 'linebreak()'
    case 'strong':
      return `strong(${inlines(inline.inlines, around)})`
    case 'em':
      return `emph(${inlines(inline.inlines, around)})`
    case 'link':
      return linkCode(inline.href, inlines(inline.inlines, around), around)
    case 'footnote':
      return `footnote(${inlines(around.footnotes.get(inline.number)?.inlines ?? [], around)})`
    default:
      return inline satisfies never
  }
}

/** A link to an anchor that is not a heading of this document leads nowhere in print. */
function linkCode(href: string, words: string, around: Surroundings): string {
  if (!href.startsWith('#')) return `link(${literal(href)}, ${words})`
  const anchor = href.slice(1)
  return around.anchors.has(anchor) ? `link(label(${literal(anchor)}), ${words})` : words
}

import { type Markish, text } from '@observablehq/plot'
import { type Frame, isNarrow } from './frame.ts'
import { ink } from './palette.ts'
import { widest, wrapText } from './text-width.ts'

/** Where the bar of each row stands, and what names it. Pixels. */
export interface NamedRows {
  /** Room for the names before the bars. */
  readonly marginLeft: number
  /** The height of a row. */
  readonly band: number
  /** From the top of a row to that of its bar. */
  readonly barTop: number
  /** From the top of a row to below a name that stands above its bar. */
  readonly nameBottom: number
  /** Keeps a bar at its place in its row. */
  readonly insets: { readonly insetTop: number; readonly insetBottom: number }
  /** From the middle of a row to that of its bar. */
  readonly middle: number
  readonly above: boolean
  readonly marks: readonly Markish[]
}

const GAP = 12
/** More lines than this would take more room beside the bars than above them. */
const MOST_LINES = 2

/**
 * Names beside the bars, in one line or two; where they would need more, or a word does not fit,
 * above them. `index` is the place of each row on the band scale y.
 */
export function nameRows(
  rows: readonly { readonly index: number; readonly label: string }[],
  frame: Frame,
  bar: number,
): NamedRows {
  const { fontSize, lineHeight, width } = frame
  const column = width * (isNarrow(frame) ? 0.42 : 0.38)
  const beside = rows.map(({ label }) => wrapText(label, column, fontSize))
  const above =
    beside.some((lines) => lines.length > MOST_LINES) ||
    rows.some(({ label }) => widest(label.split(/(?<=[-/])| /), fontSize) > column)
  const texts = above ? rows.map(({ label }) => wrapText(label, width, fontSize)) : beside
  const height = Math.max(1, ...texts.map(({ length }) => length)) * lineHeight
  const band = above ? height + 4 + bar + GAP : Math.max(height, bar) + GAP
  const barTop = above ? GAP / 2 + height + 4 : (band - bar) / 2
  const labels = rows.map(({ index }, row) => ({ index, label: texts[row]?.join('\n') ?? '' }))
  return {
    marginLeft: above ? 1 : widest(texts.flat(), fontSize) + 14,
    band,
    barTop,
    nameBottom: above ? barTop - 4 : 0,
    insets: { insetTop: barTop, insetBottom: band - barTop - bar },
    middle: barTop + bar / 2 - band / 2,
    above,
    marks: [
      text(labels, {
        y: 'index',
        text: 'label',
        frameAnchor: 'left',
        textAnchor: above ? 'start' : 'end',
        lineAnchor: above ? 'bottom' : 'middle',
        dx: above ? 0 : -9,
        // Plot puts the middle of a line of more than 1 em lower than that of other text.
        dy: above ? barTop - 6 - band / 2 : (fontSize - lineHeight) / 3,
        lineHeight: lineHeight / fontSize,
        fill: ink,
      }),
    ],
  }
}

/** Room for the numbers behind the bars, at most a good deal of the drawing. */
export function roomBehind(texts: readonly string[], { fontSize, width }: Frame): number {
  // They are written a little bolder than the width of a text is reckoned by.
  return Math.min(widest(texts, fontSize) * 1.06 + 14, width * 0.45)
}

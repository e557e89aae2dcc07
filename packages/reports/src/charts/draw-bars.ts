import { barX, plot, ruleX, text } from '@observablehq/plot'
import type { ChartDatum } from './chart-spec.ts'
import type { Draw, Frame } from './drawing.ts'
import { INK, MORE, QUIET } from './palette.ts'
import { textWidth, wrapText } from './text-width.ts'

/** Bars keep their thickness beside names of more than one line. */
const BAR = 22

/** Lying bars with the name before and the value behind each; no axis is needed to read them. */
export const drawBars: Draw = (_spec, data, frame) => {
  const labels = labelColumn(
    data.map(({ category }) => category),
    frame,
  )
  const valueWidth = Math.max(...data.map((datum) => textWidth(datum.text, frame.fontSize)))
  const rows = data.map((datum, row) => ({ ...datum, row, length: datum.value ?? 0 }))
  return plot({
    document: frame.document,
    width: frame.width,
    height: data.length * labels.rowHeight + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: labels.width,
    marginRight: valueWidth + 10,
    x: { axis: null, domain: [0, Math.max(...rows.map(({ length }) => length), 1e-9)] },
    y: { axis: null, domain: rows.map(({ row }) => row), padding: 1 - BAR / labels.rowHeight },
    marks: [
      barX(rows, { x: 'length', y: 'row', fill: MORE }),
      ruleX([0], { stroke: INK }),
      labelMark(labels.lines, frame),
      text(rows, {
        x: 'length',
        y: 'row',
        text: 'text',
        textAnchor: 'start',
        dx: 6,
        fill: (datum: ChartDatum) => (datum.value === null ? QUIET : INK),
      }),
    ],
  })
}

/** Names before the bars, in as many lines as they need. */
export function labelColumn(names: readonly string[], frame: Frame) {
  const maximum = frame.width * (frame.width < 500 ? 0.42 : 0.38)
  const lines = names.map((name) => wrapText(name, maximum, frame.fontSize))
  const most = Math.max(...lines.map(({ length }) => length))
  const widest = Math.max(...lines.flat().map((line) => textWidth(line, frame.fontSize)))
  return { lines, width: widest + 14, rowHeight: most * frame.lineHeight + 12 }
}

export function labelMark(lines: readonly (readonly string[])[], frame: Frame) {
  const rows = lines.map((label, row) => ({ row, label: label.join('\n') }))
  return text(rows, {
    y: 'row',
    text: 'label',
    frameAnchor: 'left',
    textAnchor: 'end',
    dx: -8,
    fill: INK,
    lineHeight: frame.lineHeight / frame.fontSize,
  })
}

import { barX, ruleX, text, tickX } from '@observablehq/plot'
import { formatFigure } from '../format/number.ts'
import type { BarsSpec, ChartRow } from './chart-spec.ts'
import { hasPrevious, writeValue } from './chart-table.ts'
import { fontFamily, fontSize, widest, wrapText } from './chart-text.ts'
import type { Canvas } from './draw-chart.ts'
import { accent, ghost, ink, softInk, track } from './palette.ts'
import { plotOn } from './plot-canvas.ts'

const BAR = 18

/** Bars with the number at their end; the labels beside them, or above where there is no room. */
export function drawBars(spec: BarsSpec, canvas: Canvas): SVGSVGElement {
  const places = placeRows(spec.rows)
  const rows = places.flatMap(({ row, index }) =>
    row === undefined ? [] : [{ ...row, index, said: sayValue(spec, row) }],
  )
  const groups = places.filter((place) => place.row === undefined)
  const labelWidth = widest(rows.map((row) => row.label)) + 12
  const above = labelWidth > canvas.width * 0.42
  const marginLeft = above ? 1 : labelWidth
  const marginRight = Math.min(widest(rows.map((row) => row.said)) + 14, canvas.width * 0.45)
  const labelLines = above
    ? Math.max(1, ...rows.map((row) => wrapText(row.label, canvas.width).length))
    : 0
  const labelHeight = labelLines * 20
  const band = BAR + 14 + labelHeight
  const top = (above ? labelHeight + 6 : 0) + 6
  const shares = spec.format === 'share'
  const most = Math.max(0, ...rows.flatMap((row) => [row.value ?? 0, row.previous ?? 0]))
  // Each band holds label and bar; insets keep the bar at its foot.
  const insets = { insetTop: top, insetBottom: band - top - BAR }
  return plotOn(canvas, {
    height: Math.max(1, places.length) * band + 4,
    marginLeft,
    marginRight,
    marginTop: 2,
    marginBottom: 2,
    x: { axis: null, domain: [0, shares ? 1 : Math.max(most, 1)] },
    y: { axis: null, type: 'band', padding: 0, domain: places.map((place) => place.index) },
    marks: [
      ...(shares ? [barX(rows, { x1: 0, x2: 1, y: 'index', fill: track, ...insets })] : []),
      barX(
        rows.filter((row) => row.value !== null),
        { x1: 0, x2: 'value', y: 'index', fill: accent, ...insets },
      ),
      tickX(
        rows.filter((row) => hasPrevious(row) && row.previous !== row.value),
        {
          x: 'previous',
          y: 'index',
          stroke: ink,
          strokeWidth: 2.5,
          insetTop: top - 4,
          insetBottom: band - top - BAR - 4,
        },
      ),
      ...(above ? [] : [ruleX([0], { stroke: ghost })]),
      text(rows, {
        ...label,
        x: shares ? () => 1 : (row: ChartRow) => Math.max(row.value ?? 0, row.previous ?? 0),
        y: 'index',
        text: 'said',
        dx: 8,
        dy: top + BAR / 2 - band / 2,
        fill: (row: ChartRow) => (row.value === null ? softInk : ink),
        fontWeight: 600,
      }),
      text(rows, {
        ...label,
        x: 0,
        y: 'index',
        text: above
          ? (row: ChartRow) => wrapText(row.label, canvas.width).join('\n')
          : (row: ChartRow) => row.label,
        textAnchor: above ? 'start' : 'end',
        lineAnchor: above ? 'bottom' : 'middle',
        dx: above ? 0 : -10,
        dy: above ? top - 8 - band / 2 : top + BAR / 2 - band / 2,
        fill: ink,
      }),
      text(groups, {
        ...label,
        x: 0,
        y: 'index',
        text: 'group',
        lineAnchor: 'bottom',
        dx: above ? 0 : -marginLeft + 2,
        dy: band / 2 - 4,
        fontWeight: 700,
        fill: ink,
      }),
    ],
  })
}

interface Place {
  readonly index: number
  readonly group: string
  /** Left out: the name of the group stands here. */
  readonly row?: ChartRow
}

/** Rows from top to bottom, with a place for the name of each group above its first row. */
function placeRows(rows: readonly ChartRow[]): Place[] {
  const places: Place[] = []
  let before: string | undefined
  for (const row of rows) {
    const group = row.group ?? ''
    if (row.group !== undefined && row.group !== before)
      places.push({ index: places.length, group })
    places.push({ index: places.length, group, row })
    before = row.group
  }
  return places
}

const label = { fontFamily, fontSize, textAnchor: 'start', lineHeight: 1.2 } as const

function sayValue(spec: BarsSpec, row: ChartRow): string {
  const now = writeValue(row, spec.format)
  if (!hasPrevious(row) || row.previous === row.value) return now
  const was = formatFigure(row.previous ?? 0, spec.format, spec.format === 'share' ? 1 : 0)
  return `${now} (was ${was})`
}

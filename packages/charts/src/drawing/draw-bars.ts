import { barX, ruleX, text, tickX } from '@observablehq/plot'
import type { BarsSpec, ChartRow } from '../chart-spec.ts'
import { hasPrevious, writePrevious, writeValue } from '../chart-words.ts'
import { type Frame, plotIn } from './frame.ts'
import { nameRows, roomBehind } from './name-rows.ts'
import { accent, ghost, ink, quiet, track } from './palette.ts'
import { targetAcross } from './target-marks.ts'

const BAR = 20

/** Bars with the number at their end; no axis is needed to read them. */
export function drawBars(spec: BarsSpec, frame: Frame): Element {
  const places = placeRows(spec.rows)
  const rows = places.flatMap(({ row, index }) =>
    row === undefined ? [] : [{ ...row, index, said: sayValue(spec, row) }],
  )
  const known = rows.filter(({ value }) => value !== null)
  const groups = places.filter(({ row }) => row === undefined)
  const names = nameRows(rows, frame, BAR)
  const { band, middle, insets, marginLeft } = names
  const shares = spec.format === 'share'
  const most = Math.max(0, ...rows.flatMap((row) => [row.value ?? 0, row.previous ?? 0]))
  const above = spec.target ? frame.lineHeight + 4 : 0
  const end = shares ? 1 : Math.max(most, spec.target?.value ?? 0, 1)
  return plotIn(frame, {
    height: places.length * band + 4 + above,
    marginLeft,
    marginRight: roomBehind(
      known.map(({ said }) => said),
      frame,
    ),
    marginTop: 2 + above,
    marginBottom: 2,
    x: { axis: null, domain: [0, end] },
    y: { axis: null, type: 'band', padding: 0, domain: places.map(({ index }) => index) },
    marks: [
      ...(shares ? [barX(known, { x1: 0, x2: 1, y: 'index', fill: track, ...insets })] : []),
      barX(known, { x1: 0, x2: 'value', y: 'index', fill: accent, ...insets }),
      tickX(
        known.filter((row) => hasPrevious(row) && row.previous !== row.value),
        {
          x: 'previous',
          y: 'index',
          stroke: ink,
          strokeWidth: 2.5,
          insetTop: insets.insetTop - 4,
          insetBottom: insets.insetBottom - 4,
        },
      ),
      ...(spec.target ? targetAcross(spec.target, end / 2) : []),
      ...(names.above ? [] : [ruleX([0], { stroke: ghost })]),
      text(rows, {
        x: (row: ChartRow) =>
          row.value === null ? 0 : shares ? 1 : Math.max(row.value, row.previous ?? 0),
        y: 'index',
        text: 'said',
        textAnchor: 'start',
        dx: 8,
        dy: middle,
        fill: (row: ChartRow) => (row.value === null ? quiet : ink),
        fontWeight: 600,
      }),
      ...names.marks,
      text(groups, {
        y: 'index',
        text: 'group',
        frameAnchor: 'left',
        textAnchor: 'start',
        lineAnchor: 'bottom',
        dx: 1 - marginLeft,
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

function sayValue(spec: BarsSpec, row: ChartRow): string {
  const now = writeValue(row, spec.format)
  if (!hasPrevious(row) || row.previous === row.value) return now
  return `${now} (was ${writePrevious(row, spec.format)})`
}

import type {
  ChartRow,
  ChartSpec,
  ChartValue,
  Level,
  LinePoint,
  LineSpec,
  WaterfallSpec,
} from './chart-spec.ts'
import { formatDifference, formatFigure, type NumberKind } from './notation/number.ts'
import { isPeriod, periodInWords } from './notation/period.ts'

/** A value as text; what cannot be shown says so. */
export function writeValue(at: ChartValue, format: NumberKind): string {
  if (at.text !== undefined) return at.text
  return at.value === null ? 'geen' : formatFigure(at.value, format, decimalsOf(format))
}

/** What a value was, as text. */
export function writePrevious({ previous = null }: ChartValue, format: NumberKind): string {
  return writeValue({ value: previous }, format)
}

export function hasPrevious(at: ChartValue): boolean {
  return at.previous !== undefined && at.previous !== null
}

export function writeLevel({ value, text }: Level, format: NumberKind): string {
  return text ?? formatFigure(value, format, decimalsOf(format))
}

export function writeStep({ value, text }: Level, format: NumberKind): string {
  return text ?? formatDifference(value, format)
}

/** Shares are fractions: what is less than they are written in, is no change. */
const LEAST = { count: 0, share: 0.0005 } as const satisfies Record<NumberKind, number>

/** The steps of a change that are one; the others would be bars of no length. */
export function realSteps({ steps, format }: WaterfallSpec): WaterfallSpec['steps'] {
  return steps.filter(({ value }) => value !== 0 && Math.abs(value) >= LEAST[format])
}

/** The name of a row where it stands alone, outside its group. */
export function nameOf(row: ChartRow): string {
  return row.group === undefined ? row.label : `${row.group}: ${row.label}`
}

/** What a point's place along the line is called. */
export function placeInWords({ period, name }: LinePoint): string {
  return isPeriod(period) ? periodInWords(period) : (name ?? period)
}

/** The places of all lines together, once each, in order of time where all are of time. */
export function placesOf({ series }: LineSpec): readonly LinePoint[] {
  const places = new Map<string, LinePoint>()
  for (const { points } of series)
    for (const at of points) if (!places.has(at.period)) places.set(at.period, at)
  const found = [...places.values()]
  if (!found.every(({ period }) => isPeriod(period))) return found
  return found.sort((a, b) => (a.period < b.period ? -1 : 1))
}

/** Whether there is not one row, point or part; a change always has its two ends. */
export function isEmpty(spec: ChartSpec): boolean {
  switch (spec.kind) {
    case 'bars':
    case 'map':
      return spec.rows.length === 0
    case 'line':
      return spec.series.every(({ points }) => points.length === 0)
    case 'stacked':
      return spec.rows.length === 0 || spec.parts.length === 0
    case 'waterfall':
      return false
  }
}

function decimalsOf(format: NumberKind): number {
  return format === 'share' ? 1 : 0
}

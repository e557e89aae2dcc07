import { periodInWords } from '../format/day.ts'
import { formatDifference, formatFigure, type NumberKind } from '../format/number.ts'
import type { ChartRow, ChartSpec, ChartTable, ChartValue } from './chart-spec.ts'

/** The numbers behind a chart, in the order in which it draws them. */
export function chartTable(spec: ChartSpec): ChartTable {
  switch (spec.kind) {
    case 'bars': {
      const compares = spec.rows.some(hasPrevious)
      return {
        head: [spec.dimension, ...(compares ? ['was', 'nu'] : [valueHead(spec)])],
        rows: spec.rows.map((row) => [nameOf(row), ...cells(row, compares, spec.format)]),
      }
    }
    case 'line':
      return lineTable(spec)
    case 'stacked':
      return {
        head: [spec.dimension, ...spec.parts],
        rows: spec.rows.map((row) => [
          row.label,
          ...row.values.map((value) => writeValue({ value }, spec.format)),
        ]),
      }
    case 'waterfall':
      return {
        head: ['stap', valueHead(spec)],
        rows: [
          [spec.from.label, formatFigure(spec.from.value, spec.format, 1)],
          ...spec.steps.map((step) => [step.label, formatDifference(step.value, spec.format)]),
          [spec.to.label, formatFigure(spec.to.value, spec.format, 1)],
        ],
      }
  }
}

/** The name of a row where it stands alone, outside its group. */
export function nameOf(row: ChartRow): string {
  return row.group === undefined ? row.label : `${row.group}: ${row.label}`
}

function lineTable(spec: ChartSpec & { kind: 'line' }): ChartTable {
  const periods = [
    ...new Set(spec.series.flatMap((one) => one.points.map((at) => at.period))),
  ].sort()
  const compares = spec.series.some((one) => one.points.some(hasPrevious))
  const single = spec.series.length === 1
  return {
    head: [
      spec.dimension,
      ...spec.series.flatMap((one) =>
        compares
          ? [single ? 'was' : `${one.label}, was`, single ? 'nu' : `${one.label}, nu`]
          : [single ? valueHead(spec) : one.label],
      ),
    ],
    rows: periods.map((period) => [
      periodInWords(period),
      ...spec.series.flatMap((one) => {
        const point = one.points.find((at) => at.period === period)
        return cells(point ?? { value: null }, compares, spec.format)
      }),
    ]),
  }
}

function valueHead(spec: ChartSpec): string {
  return spec.format === 'share' ? 'deel' : spec.unit
}

function cells(at: ChartValue, compares: boolean, format: NumberKind): string[] {
  const now = writeValue(at, format)
  return compares ? [writeValue({ value: at.previous ?? null }, format), now] : [now]
}

/** A value as text; what cannot be shown says so. */
export function writeValue(at: ChartValue, format: NumberKind): string {
  if (at.value === null) return at.note ?? 'geen'
  return formatFigure(at.value, format, format === 'share' ? 1 : 0)
}

export function hasPrevious(at: ChartValue): boolean {
  return at.previous !== undefined && at.previous !== null
}

import type { ChartSpec, ChartTable, ChartValue, LineSpec } from './chart-spec.ts'
import {
  hasPrevious,
  nameOf,
  placeInWords,
  placesOf,
  writeLevel,
  writePrevious,
  writeStep,
  writeValue,
} from './chart-words.ts'
import type { NumberKind } from './notation/number.ts'

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
    case 'map':
      return {
        head: [spec.dimension, valueHead(spec)],
        rows: spec.rows.map((row) => [row.label, writeValue(row, spec.format)]),
      }
    case 'line':
      return lineTable(spec)
    case 'stacked':
      return {
        head: [spec.dimension, ...spec.parts],
        rows: spec.rows.map((row) => [
          row.label,
          ...row.values.map((value) => writeValue(value, spec.format)),
        ]),
      }
    case 'waterfall':
      return {
        head: ['stap', valueHead(spec)],
        rows: [
          [spec.from.label, writeLevel(spec.from, spec.format)],
          ...spec.steps.map((step) => [step.label, writeStep(step, spec.format)]),
          [spec.to.label, writeLevel(spec.to, spec.format)],
        ],
      }
  }
}

function lineTable(spec: LineSpec): ChartTable {
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
    rows: placesOf(spec).map((place) => [
      placeInWords(place),
      ...spec.series.flatMap((one) => {
        const point = one.points.find((at) => at.period === place.period)
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
  return compares ? [writePrevious(at, format), now] : [now]
}

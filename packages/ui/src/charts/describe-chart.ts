import { periodInWords } from '../format/day.ts'
import { formatDifference, formatFigure } from '../format/number.ts'
import { capital } from '../format/text.ts'
import type { ChartSpec } from './chart-spec.ts'
import { nameOf, writeValue } from './chart-table.ts'

/** What a chart shows, in a sentence or two, for who does not see it. */
export function describeChart(spec: ChartSpec): string {
  if (spec.description !== undefined) return spec.description
  switch (spec.kind) {
    case 'bars': {
      const shown = spec.rows.filter((row) => row.value !== null)
      const largest = [...shown].sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0]
      if (!largest) return 'Er zijn geen waarden.'
      return `Staafdiagram van ${counts(spec)} naar ${spec.dimension.toLowerCase()}, ${counted(spec.rows.length, 'staaf', 'staven')}. Het grootst is ${nameOf(largest)}: ${writeValue(largest, spec.format)}.`
    }
    case 'line':
      return `Lijndiagram van ${counts(spec)} door de tijd. ${spec.series.map(describeSeries(spec)).join(' ')}`
    case 'stacked':
      return `Gestapelde staven van ${counts(spec)} naar ${spec.dimension.toLowerCase()}, verdeeld in ${spec.parts.join(', ')}.`
    case 'waterfall': {
      const steps = spec.steps.map(
        (step) => `${step.label.toLowerCase()}: ${formatDifference(step.value, spec.format)}`,
      )
      const from = formatFigure(spec.from.value, spec.format, 1)
      const to = formatFigure(spec.to.value, spec.format, 1)
      return `Van ${from} naar ${to}${spec.format === 'share' ? '' : ` ${spec.unit}`}. ${steps.length === 0 ? 'Er is geen verschil' : capital(steps.join('; '))}.`
    }
  }
}

function describeSeries(spec: ChartSpec & { kind: 'line' }) {
  return (one: (typeof spec.series)[number]): string => {
    const shown = one.points.filter((at) => at.value !== null)
    const first = shown[0]
    const last = shown.at(-1)
    if (!first || !last) return `${one.label}: geen waarden.`
    const span = `van ${writeValue(first, spec.format)} in ${periodInWords(first.period)} naar ${writeValue(last, spec.format)} in ${periodInWords(last.period)}`
    return spec.series.length === 1 ? `${capital(span)}.` : `${one.label}: ${span}.`
  }
}

/** What is counted; a share is one "van de aanmeldingen". */
function counts(spec: ChartSpec): string {
  return spec.format === 'share' ? `het deel ${spec.unit}` : spec.unit
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`
}

import type { ChartDatum, ChartSpec } from './chart-spec.ts'

/** The story of a drawing in a few sentences, for who cannot see it. */
export function describeChart(spec: ChartSpec, data: readonly ChartDatum[]): string {
  if (spec.description !== undefined) return spec.description
  if (data.length === 0) return 'Er zijn geen gegevens om te tekenen.'
  switch (spec.kind) {
    case 'bar':
      return describeBars(data)
    case 'stacked-bar':
      return describeStack(data)
    case 'line':
      return describeLines(data)
    case 'waterfall':
      return describeWaterfall(data)
  }
}

function describeBars(data: readonly ChartDatum[]): string {
  const known = data.filter(({ value }) => value !== null)
  const opening = `Liggende staven, ${data.length} in totaal.`
  const highest = extreme(known, (a, b) => a > b)
  const lowest = extreme(known, (a, b) => a <= b)
  if (!highest || !lowest || highest === lowest) return `${opening} ${sentence(data)}`
  return `${opening} De hoogste is ${named(highest)}, de laagste ${named(lowest)}.`
}

function describeStack(data: readonly ChartDatum[]): string {
  const categories = new Set(data.map(({ category }) => category))
  const series = [...new Set(data.map(({ series }) => series ?? ''))]
  return `Liggende staven, ${categories.size} in totaal. Elke staaf is verdeeld in: ${series.join(', ')}.`
}

function describeLines(data: readonly ChartDatum[]): string {
  const series = [...new Set(data.map((datum) => datum.series ?? ''))]
  return series
    .map((name) => {
      const subject = name === '' ? 'De lijn' : `De lijn “${name}”`
      const own = data.filter((datum) => (datum.series ?? '') === name)
      const known = own.filter(({ value }) => value !== null)
      const first = known[0]
      const last = known.at(-1)
      if (!first || !last) return `${subject} heeft geen waarden.`
      const highest = extreme(known, (a, b) => a > b) ?? first
      const lowest = extreme(known, (a, b) => a < b) ?? first
      return (
        `${subject} loopt van ${first.text} (${first.category}) naar ${last.text} (${last.category}). ` +
        `Het hoogste punt is ${highest.text} (${highest.category}), het laagste ${lowest.text} (${lowest.category}).`
      )
    })
    .join(' ')
}

function describeWaterfall(data: readonly ChartDatum[]): string {
  const first = data[0]
  const last = data.at(-1)
  const steps = data.filter(({ role, value }) => role === 'change' && value !== 0)
  const told = steps.map((step) => `${lower(step.category)} ${step.text}`).join(', ')
  const change = steps.length === 0 ? 'Er veranderde niets.' : `Daartussen: ${told}.`
  return `Van ${first?.text} (${lower(first?.category ?? '')}) naar ${last?.text} (${lower(last?.category ?? '')}). ${change}`
}

function extreme(data: readonly ChartDatum[], better: (a: number, b: number) => boolean) {
  return data.reduce<ChartDatum | undefined>(
    (best, datum) => (!best || better(datum.value ?? 0, best.value ?? 0) ? datum : best),
    undefined,
  )
}

function named(datum: ChartDatum): string {
  return `${datum.category} (${datum.text})`
}

function sentence(data: readonly ChartDatum[]): string {
  return `${data.map(named).join(', ')}.`
}

function lower(words: string): string {
  // Names such as OT or RET keep their capitals.
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

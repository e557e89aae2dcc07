import type {
  BarsSpec,
  ChartRow,
  ChartSpec,
  ChartTarget,
  LineSpec,
  MapSpec,
  Series,
  WaterfallSpec,
} from './chart-spec.ts'
import {
  isEmpty,
  nameOf,
  placeInWords,
  realSteps,
  writeLevel,
  writeStep,
  writeValue,
} from './chart-words.ts'
import { findTile, TILES } from './drawing/tiles.ts'
import { formatFigure } from './notation/number.ts'

/** What a chart shows, in a few sentences, for who does not see it. */
export function describeChart(spec: ChartSpec): string {
  if (spec.description !== undefined) return spec.description
  if (isEmpty(spec)) return 'Er zijn geen gegevens om te tekenen.'
  switch (spec.kind) {
    case 'bars':
      return withTargets(
        spec,
        spec.target ? [spec.target] : [],
        `Staafdiagram van ${counts(spec)} naar ${lower(spec.dimension)}, ${staves(spec.rows.length)}. ${describeBars(spec)}`,
      )
    case 'line':
      return withTargets(
        spec,
        spec.targets ?? [],
        `Lijndiagram van ${counts(spec)} door de tijd. ${spec.series.map((one) => describeSeries(spec, one)).join(' ')}`,
      )
    case 'stacked':
      return `Gestapelde staven van ${counts(spec)} naar ${lower(spec.dimension)}, ${staves(spec.rows.length)}. Elke staaf is verdeeld in: ${spec.parts.join(', ')}.`
    case 'waterfall':
      return describeWaterfall(spec)
    case 'map':
      return describeMap(spec)
  }
}

/** What is aimed at, after what there is. */
function withTargets({ format }: ChartSpec, targets: readonly ChartTarget[], told: string): string {
  const aims = targets.map(({ value, from }) => {
    const since = from === undefined ? '' : ` vanaf ${placeInWords({ period: from, value })}`
    return `Het doel is ${formatFigure(value, format)}${since}.`
  })
  return [told, ...aims].join(' ')
}

function describeBars(spec: BarsSpec | MapSpec): string {
  const told = (row: ChartRow) => `${nameOf(row)} (${writeValue(row, spec.format)})`
  const known = spec.rows.filter(({ value }) => value !== null)
  const largest = extreme(known, (a, b) => a > b)
  const smallest = extreme(known, (a, b) => a <= b)
  if (!largest || !smallest || largest === smallest) return `${spec.rows.map(told).join(', ')}.`
  return `Het grootst is ${told(largest)}, het kleinst ${told(smallest)}.`
}

function describeMap(spec: MapSpec): string {
  const placed = spec.rows.filter(({ region }) => findTile(region))
  const others = spec.rows.filter((row) => !placed.includes(row))
  const told = others.map((row) => `${row.label} (${writeValue(row, spec.format)})`)
  return [
    `Kaart van ${counts(spec)} naar ${lower(spec.dimension)}: ${placed.length} van de ${TILES.length} jeugdregio’s hebben een waarde.`,
    ...(placed.length === 0 ? [] : [describeBars({ ...spec, rows: placed })]),
    ...(told.length === 0 ? [] : [`Niet op de kaart: ${told.join(', ')}.`]),
  ].join(' ')
}

function describeSeries(spec: LineSpec, { label, points }: Series): string {
  const subject = spec.series.length === 1 ? 'De lijn' : `De lijn “${label}”`
  const told = (at: Series['points'][number]) =>
    `${writeValue(at, spec.format)} (${placeInWords(at)})`
  const known = points.filter(({ value }) => value !== null)
  const first = known[0]
  const last = known.at(-1)
  if (!first || !last) return `${subject} heeft geen waarden.`
  const highest = extreme(known, (a, b) => a > b) ?? first
  const lowest = extreme(known, (a, b) => a < b) ?? first
  return (
    `${subject} loopt van ${told(first)} naar ${told(last)}. ` +
    `Het hoogste punt is ${told(highest)}, het laagste ${told(lowest)}.`
  )
}

function describeWaterfall(spec: WaterfallSpec): string {
  const { from, to, format, unit } = spec
  const told = realSteps(spec).map((step) => `${lower(step.label)} ${writeStep(step, format)}`)
  const opening = `${writeLevel(from, format)}${format === 'share' ? '' : ` ${unit}`}`
  const change = told.length === 0 ? 'Er veranderde niets.' : `Daartussen: ${told.join(', ')}.`
  return `Van ${opening} (${lower(from.label)}) naar ${writeLevel(to, format)} (${lower(to.label)}). ${change}`
}

function extreme<T extends { readonly value: number | null }>(
  all: readonly T[],
  better: (a: number, b: number) => boolean,
): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (!best || better(one.value ?? 0, best.value ?? 0) ? one : best),
    undefined,
  )
}

/** What is counted; a share is one "van de aanmeldingen". */
function counts(spec: ChartSpec): string {
  return spec.format === 'share' ? `het deel ${spec.unit}` : spec.unit
}

function staves(count: number): string {
  return `${count} ${count === 1 ? 'staaf' : 'staven'}`
}

/** A name in the middle of a sentence; those such as OT or RET keep their capitals. */
function lower(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

import type { Figure, Indicator, Route } from '@tijdig/server/contract'
import { capital, formatFigure } from '@tijdig/ui'
import { cellKey, isBy } from '../../figures/figure-text.ts'
import { codeLabel, dimensionLabel } from '../../figures/labels.ts'

/** A table of a delivery: a row a code, and a column a norm or an outcome. */
export interface DeliveryTable {
  readonly caption: string
  readonly head: string
  readonly columns: readonly { readonly code: string; readonly label: string }[]
  readonly rows: readonly DeliveryRow[]
}

export interface DeliveryRow {
  readonly code: string
  readonly name: string
  /** By column. */
  readonly cells: Readonly<Record<string, DeliveryCell>>
}

interface DeliveryCell {
  readonly text: string
  /** What stands small under it. */
  readonly below?: string
}

/** The two figures of the norms: the share in time, and how many there are. */
export interface NormIndicators {
  readonly share: Indicator
  readonly counts: Indicator
}

/** By which figures the route tells how its norms go; undefined while it is on its way. */
export function normIndicators(route: Route | undefined): NormIndicators | undefined {
  const [norm] = route?.norms ?? []
  const find = (code: string | undefined) => route?.indicators.find((one) => one.code === code)
  const share = find(norm?.share.indicator)
  const counts = find(norm?.counts.indicator)
  return share && counts ? { share, counts } : undefined
}

const SHARE = 'share'

/** What became of each norm: the share in time, and a column an outcome; in one month where it is given. */
export function outcomesTable(
  { share, counts }: NormIndicators,
  figures: readonly Figure[],
  caption: string,
  month?: string,
): DeliveryTable {
  const within = month === undefined ? {} : { month }
  const outcomes = Object.keys(counts.dimensions.outcome?.values ?? {})
  const at = finder(figures)
  return {
    caption,
    head: capital(dimensionLabel(counts, 'norm')),
    columns: [
      { code: SHARE, label: 'Deel op tijd' },
      ...outcomes.map((code) => ({ code, label: capital(codeLabel(counts, 'outcome', code)) })),
    ],
    rows: Object.keys(counts.dimensions.norm?.values ?? {}).map((norm) => ({
      code: norm,
      name: capital(codeLabel(counts, 'norm', norm)),
      cells: {
        [SHARE]: { text: textOf(at(share.code, { ...within, norm }), 'share') },
        ...Object.fromEntries(
          outcomes.map((outcome) => [
            outcome,
            { text: textOf(at(counts.code, { ...within, norm, outcome }), 'count') },
          ]),
        ),
      },
    })),
  }
}

/** The share in time by something and by norm, with how many there are in all where that is given. */
export function splitTable(
  { share, counts }: NormIndicators,
  figures: readonly Figure[],
  dimension: string,
): DeliveryTable {
  const norms = Object.keys(share.dimensions.norm?.values ?? {})
  const at = finder(figures)
  const codes = new Set(
    figures
      .filter(({ by }) => isBy(by, [dimension, 'norm']))
      .map(({ by }) => by[dimension] as string),
  )
  const counted = figures.some(
    ({ indicator, by }) => indicator === counts.code && isBy(by, [dimension, 'norm']),
  )
  const label = dimensionLabel(share, dimension)
  return {
    caption: `Per ${label.toLowerCase()}`,
    head: capital(label),
    columns: norms.map((code) => ({ code, label: capital(codeLabel(share, 'norm', code)) })),
    rows: [...codes].sort().map((code) => ({
      code,
      name: capital(codeLabel(share, dimension, code)),
      cells: Object.fromEntries(
        norms.map((norm) => {
          const by = { [dimension]: code, norm }
          const text = textOf(at(share.code, by), 'share')
          const many = textOf(at(counts.code, by), 'count')
          return [norm, counted ? { text, below: `${many} ${counts.unit}` } : { text }]
        }),
      ),
    })),
  }
}

function finder(figures: readonly Figure[]) {
  const known = new Map(figures.map((one) => [`${one.indicator} ${cellKey(one.by)}`, one]))
  const rounds = figures.some(({ shown }) => shown.kind === 'rounded')
  return (indicator: string, by: Readonly<Record<string, string>>) => ({
    figure: known.get(`${indicator} ${cellKey(by)}`),
    rounds,
  })
}

type Found = ReturnType<ReturnType<typeof finder>>

/** A figure in a table, which says once that it rounds; what is not there counts as nothing. */
function textOf({ figure, rounds }: Found, kind: 'count' | 'share'): string {
  const nothing = rounds ? 'minder dan 3' : '0'
  if (!figure) return kind === 'share' ? 'niet te berekenen' : nothing
  const { shown } = figure
  switch (shown.kind) {
    case 'exact':
      return formatFigure(shown.value, kind, kind === 'share' ? 1 : 0)
    case 'rounded':
      if (kind === 'count' && shown.value === 0) return nothing
      return formatFigure(shown.value, kind, 0)
    case 'suppressed':
      return 'te weinig om te tonen'
    case 'undefined':
      return 'niet te berekenen'
  }
}

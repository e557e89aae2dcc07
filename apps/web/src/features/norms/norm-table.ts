import type { Figure, Indicator, Norm } from '@tijdig/server/contract'
import { type ChartSpec, type ChartTarget, capital, formatShare } from '@tijdig/ui'
import { chartOf, orderCells } from '../../figures/chart-of.ts'
import { cellKey, figureText, shownValue } from '../../figures/figure-text.ts'
import { codeLabel } from '../../figures/labels.ts'
import { OUTCOME_NAMES, OUTCOMES, type OutcomeName } from './search.ts'

/** More lines than this at once cannot be told apart. */
const MOST_LINES = 6

/** A row of the table of a norm: its share, and how many there are of each outcome. */
export interface NormRow {
  readonly key: string
  /** The cell without the norm itself. */
  readonly by: Readonly<Record<string, string>>
  readonly name: string
  readonly share: string
  readonly counts: Readonly<Record<OutcomeName, number>>
}

interface Told {
  readonly norm: Norm
  readonly share: Indicator
  readonly counts: Indicator
  readonly dimensions: readonly string[]
  readonly shares: readonly Figure[]
  readonly outcomes: readonly Figure[]
}

/** The figures of one norm, with its own cell taken off: what is left is what it is divided by. */
export function ownFigures(
  figures: readonly Figure[],
  { indicator, cell }: Norm['share'],
): readonly Figure[] {
  return figures
    .filter(
      (figure) =>
        figure.indicator === indicator &&
        Object.entries(cell).every(([dimension, code]) => figure.by[dimension] === code),
    )
    .map((figure) => ({
      ...figure,
      by: Object.fromEntries(
        Object.entries(figure.by).filter(([dimension]) => !Object.hasOwn(cell, dimension)),
      ),
    }))
}

/** A row for each cell in which anything is counted, also where no share can be told yet. */
export function rowsOf({ share, counts, dimensions, shares, outcomes }: Told): NormRow[] {
  const cells = new Map<string, Figure>()
  for (const figure of outcomes) {
    const by = Object.fromEntries(dimensions.map((each) => [each, figure.by[each] ?? '']))
    const key = cellKey(by)
    const known = cells.get(key)
    const value = (known?.value ?? 0) + (shownValue(figure) ?? 0)
    cells.set(key, { ...figure, by, value, shown: { kind: 'exact', value } })
  }
  return orderCells(counts, dimensions, [...cells.values()]).map(({ by }) => {
    const key = cellKey(by)
    const own = shares.find((figure) => cellKey(figure.by) === key)
    const of = (outcome: string) =>
      outcomes.find((figure) => cellKey(figure.by) === cellKey({ ...by, outcome }))
    return {
      key,
      by,
      name: nameOf(counts, dimensions, by),
      share: own ? figureText(own, share.kind, 1) : 'nog niets afgelopen',
      counts: Object.fromEntries(
        OUTCOME_NAMES.map((name) => {
          const figure = of(OUTCOMES[name].outcome)
          return [name, (figure && shownValue(figure)) ?? 0]
        }),
      ) as Record<OutcomeName, number>,
    }
  })
}

export function nameOf(
  indicator: Indicator,
  dimensions: readonly string[],
  by: Readonly<Record<string, string>>,
): string {
  const words = dimensions.map((each) => codeLabel(indicator, each, by[each] ?? ''))
  return words.length === 0 ? 'Alles bij elkaar' : capital(words.join(', '))
}

/** The drawing with what is aimed at; undefined where there is nothing to draw, or too much. */
export function chartOfNorm(
  { norm, share, dimensions, shares }: Told,
  cutOff: string,
): ChartSpec | undefined {
  const spec = chartOf({ indicator: share, dimensions, figures: shares })
  if (spec === undefined) return undefined
  const title = `${norm.label}: ${titlePart(dimensions, share)}`
  if (spec.kind === 'line') {
    if (spec.series.length > MOST_LINES) return undefined
    return { ...spec, title, targets: targetsBy(norm, dimensions.at(-1)) }
  }
  const target = targetOn(norm, cutOff)
  return spec.kind === 'bars'
    ? { ...spec, title, ...(target ? { target: drawnTarget(target) } : {}) }
    : { ...spec, title }
}

/** What is aimed at on a day: the last target that came into force by then. */
export function targetOn({ targets }: Norm, day: string): Norm['targets'][number] | undefined {
  return targets.filter(({ inForceFrom }) => inForceFrom <= day).at(-1)
}

function drawnTarget({ share }: Norm['targets'][number]): ChartTarget {
  return { label: `doel ${formatShare(share)}`, value: share }
}

/** Targets from the period in which they came into force. */
function targetsBy({ targets }: Norm, period: string | undefined): ChartTarget[] {
  return targets.map((target) => ({
    ...drawnTarget(target),
    from: periodOf(target.inForceFrom, period),
  }))
}

function periodOf(day: string, period: string | undefined): string {
  if (period !== 'quarter') return day.slice(0, 7)
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

function titlePart(dimensions: readonly string[], indicator: Indicator): string {
  const names = dimensions.map((each) => (indicator.dimensions[each]?.label ?? each).toLowerCase())
  return `op tijd${names.length === 0 ? '' : ` naar ${names.join(' en ')}`}`
}

import { findDay, type RouteDefinition } from '@tijdig/core'
import { type IndicatorDefinition, sourceOf } from './indicator.ts'

/** A norm of a route: its clock, the figures that tell how it goes, and what is aimed at. */
export interface NormDefinition {
  readonly route: string
  /** The name of the clock among the route's facts. */
  readonly clock: string
  /** The share that is in time. */
  readonly share: NormFigure
  /** How many there are of each outcome: a count with the dimension `outcome`. */
  readonly counts: NormFigure
  /** Later ones replace earlier ones; empty where no source names a target. */
  readonly targets: readonly NormTarget[]
}

/** An indicator, and the cell of it that is about this norm. */
export interface NormFigure {
  readonly indicator: string
  readonly cell: Readonly<Record<string, string>>
}

export interface NormTarget {
  readonly version: number
  /** `YYYY-MM-DD` */
  readonly inForceFrom: string
  /** From 0 to 1. */
  readonly share: number
  readonly source: string
}

/**
 * Checks norms against their route and its indicators, so that a wrong definition never starts.
 * @throws Error with all contradictions at once.
 */
export function defineNorms(
  route: RouteDefinition,
  indicators: readonly IndicatorDefinition[],
  norms: readonly NormDefinition[],
): readonly NormDefinition[] {
  const mistakes = norms.flatMap((norm) =>
    mistakesOf(route, indicators, norm).map((mistake) => `norm ${norm.clock}: ${mistake}`),
  )
  if (mistakes.length > 0) {
    throw new Error(`the norms of ${route.code} are wrong:\n- ${mistakes.join('\n- ')}`)
  }
  return norms
}

function mistakesOf(
  route: RouteDefinition,
  indicators: readonly IndicatorDefinition[],
  norm: NormDefinition,
): string[] {
  const mistakes: string[] = []
  if (norm.route !== route.code) mistakes.push(`it belongs to route "${norm.route}"`)
  if (route.facts[norm.clock]?.kind !== 'clock') mistakes.push('there is no such clock')
  for (const [figure, kind, extra] of [
    [norm.share, 'share', []],
    [norm.counts, 'count', ['outcome']],
  ] as const) {
    const indicator = indicators.find(({ code }) => code === figure.indicator)
    const dimensions = [...Object.keys(figure.cell), ...extra]
    const able = indicator?.versions.every((version) =>
      version.measures.some(
        (measure) =>
          measure.kind === kind &&
          measure.facts.includes(norm.clock) &&
          dimensions.every((dimension) => sourceOf(indicator, measure, dimension)),
      ),
    )
    if (!able) mistakes.push(`${figure.indicator} gives no ${kind} of it`)
  }
  let before = ''
  for (const [place, target] of norm.targets.entries()) {
    if (target.version !== place + 1) mistakes.push('targets count from 1')
    if (findDay(target.inForceFrom) === undefined || target.inForceFrom <= before) {
      mistakes.push('the day on which a target comes into force must follow the last')
    }
    if (target.share <= 0 || target.share > 1)
      mistakes.push('a target is more than 0 and at most 1')
    if (target.source.trim() === '') mistakes.push('a target has a source')
    before = target.inForceFrom
  }
  return mistakes
}

import { type ClockDefinition, err, type FoldPlan, ok, type Result } from '@tijdig/core'
import {
  type DimensionSource,
  findMeasure,
  type NormDefinition,
  sourceOf,
  versionInForce,
} from '@tijdig/figures'
import type { Norm } from '../api/contract.ts'
import { findPlan, type House, type Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'

/** A norm with its route and its clock. */
export interface KnownNorm {
  readonly plan: FoldPlan
  readonly norm: NormDefinition
  readonly clock: ClockDefinition
}

/** The norms of a route, in words. */
export function describeNorms(house: Premises, route: string): Norm[] {
  return normsOf(house, route).map(({ norm, clock }) => ({
    code: norm.clock,
    term: clock.code,
    label: clock.label,
    norm: clock.norm,
    source: clock.source,
    share: { indicator: norm.share.indicator, cell: { ...norm.share.cell } },
    counts: { indicator: norm.counts.indicator, cell: { ...norm.counts.cell } },
    targets: norm.targets.map((target) => ({ ...target })),
  }))
}

export function findNorm(
  house: Premises,
  route: string,
  code: string,
): Result<KnownNorm, HouseError> {
  const plan = findPlan(house, route)
  if (!plan.ok) return plan
  const norms = normsOf(house, route)
  const found = norms.find(({ norm }) => norm.clock === code)
  if (found) return ok(found)
  const codes = norms.map(({ norm }) => norm.clock).join(', ')
  return err(
    houseError(
      'norm-unknown',
      `De route ${route} kent geen norm "${code}". Kies een van: ${codes}.`,
    ),
  )
}

/** Where the dimensions of a norm's counts are read from. */
export function cellOfNorm(
  { catalogue }: Pick<House, 'catalogue'>,
  { norm }: KnownNorm,
  day: string,
  cell: readonly (readonly [dimension: string, value: string])[],
): Result<(readonly [DimensionSource, string])[], HouseError> {
  const indicator = catalogue.indicators.find(({ code }) => code === norm.counts.indicator)
  if (!indicator) throw new Error(`the norm ${norm.clock} has no counts`)
  const own = Object.keys(norm.counts.cell)
  const measure = findMeasure(indicator, versionInForce(indicator, day), [...own, 'outcome'])
  const found: (readonly [DimensionSource, string])[] = []
  for (const [dimension, value] of cell) {
    const source = measure && sourceOf(indicator, measure, dimension)
    if (!source) {
      const possible = Object.keys(indicator.dimensions).filter(
        (each) => each !== 'outcome' && !own.includes(each),
      )
      const reason = `Deze norm is niet te verdelen naar "${dimension}". Kies uit: ${possible.join(', ')}.`
      return err(houseError('dimension-unknown', reason))
    }
    found.push([source, value])
  }
  return ok(found)
}

function normsOf(house: Premises, route: string): KnownNorm[] {
  const plan = house.plans.get(route)
  return (house.catalogue.norms ?? []).flatMap((norm) => {
    const clock = norm.route === route ? plan?.route.facts[norm.clock] : undefined
    return plan && clock?.kind === 'clock' ? [{ plan, norm, clock }] : []
  })
}

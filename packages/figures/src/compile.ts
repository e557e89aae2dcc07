import type { FoldPlan } from '@tijdig/core'
import type { Dictionary } from './dictionary.ts'
import { factTable, quote } from './fact-table.ts'
import { type DimensionSource, type Measure, OUTCOMES } from './indicator.ts'
import { scopeCondition } from './scope.ts'

/** A measure as SQL over the facts: one row a cell, dimensions as codes of the dictionary. */
export interface CompiledMeasure {
  readonly sql: string
  /** By dimension, how its column is read back as words. */
  readonly columns: readonly {
    readonly dimension: string
    readonly decode: (code: number) => string
  }[]
}

/** Where a fact's rows are read from: the table itself, or the table under an overlay. */
export type FactSource = (fact: string) => string

/**
 * Compiles a measure to one scan a fact: four comparisons pick what held on $cutOff as known at
 * $knownAt, and a count by the dimensions asked for.
 * @param scope Only trajectories to which this organisation was party.
 */
export function compileMeasure(
  plan: FoldPlan,
  measure: Measure,
  dimensions: readonly string[],
  dictionary: Dictionary,
  source: FactSource = (fact) => quote(factTable(plan.route.code, fact)),
  scope?: string,
): CompiledMeasure {
  const sources = dimensions.map((dimension) => measure.by[dimension] as DimensionSource)
  const columns = dimensions.map((dimension, place) => ({
    dimension,
    decode: decoder(sources[place] as DimensionSource, measure, plan, dictionary),
  }))
  const within = scopeCondition(plan, scope, dictionary, HOLDS, source)
  const holds = [HOLDS, ...conditions(measure, plan, dictionary), ...(within ? [within] : [])].join(
    ' AND ',
  )
  const value = aggregate(measure)
  // Each fact is counted by itself; what belongs in one cell is added up by who reads the rows.
  const selects = measure.facts.map((fact, place) => {
    const groups = sources.map((from) => expression(from, place))
    const grouping = groups.length > 0 ? ` GROUP BY ${groups.map((_, n) => n + 1).join(', ')}` : ''
    return `SELECT ${[...groups, value].join(', ')} FROM ${source(fact)} WHERE ${holds}${grouping}`
  })
  return { sql: selects.join(' UNION ALL '), columns }
}

export const HOLDS =
  'valid_from <= $cutOff AND valid_to > $cutOff AND known_from <= $knownAt AND known_to > $knownAt'

function conditions(measure: Measure, plan: FoldPlan, dictionary: Dictionary): string[] {
  return Object.entries(measure.where ?? {}).map(([attribute, values]) => {
    const codes = values.map((value) => dictionary.find(plan.route.code, attribute, value) ?? -1)
    return `${quote(attribute)} IN (${codes.join(', ')})`
  })
}

function expression(source: DimensionSource, fact: number): string {
  switch (source.from) {
    case 'attribute':
      return quote(source.attribute)
    case 'started':
      return source.period === 'month' ? MONTH : QUARTER
    case 'outcome':
      return OUTCOME
    case 'fact':
      return String(fact)
    default:
      return source satisfies never
  }
}

const STARTED = "(DATE '1970-01-01' + started_on)"
/** Months since the year 0. */
const MONTH = `(year(${STARTED}) * 12 + month(${STARTED}) - 1)::INTEGER`
const QUARTER = `(year(${STARTED}) * 4 + quarter(${STARTED}) - 1)::INTEGER`

// The order of OUTCOMES. A day that never came is FOREVER, so no column is ever null.
export const OUTCOME = `CASE WHEN met_on <= $cutOff THEN CASE WHEN met_on <= due_on THEN 0 ELSE 1 END
 WHEN ended_on <= $cutOff AND ended_on <= due_on THEN 2
 WHEN due_on < $cutOff THEN 3 ELSE 4 END`

function aggregate(measure: Measure): string {
  switch (measure.kind) {
    case 'count':
      return 'count(*)::INTEGER'
    case 'distinct':
      return `count(DISTINCT ${measure.of.kind === 'attribute' ? quote(measure.of.attribute) : 'trajectory'})::INTEGER`
    case 'share':
      return `${countOf(measure.numerator)}, ${countOf(measure.denominator)}`
    default:
      return measure satisfies never
  }
}

function countOf(outcomes: readonly string[]): string {
  const codes = outcomes.map((name) => OUTCOMES.indexOf(name as (typeof OUTCOMES)[number]))
  return `count(*) FILTER (WHERE ${OUTCOME} IN (${codes.join(', ')}))::INTEGER`
}

function decoder(
  source: DimensionSource,
  measure: Measure,
  plan: FoldPlan,
  dictionary: Dictionary,
): (code: number) => string {
  switch (source.from) {
    case 'attribute': {
      const { attribute, groups } = source
      return (code) => {
        const text = dictionary.text(plan.route.code, attribute, code) ?? NOT_RECORDED
        return groups?.[text] ?? text
      }
    }
    case 'started':
      return source.period === 'month' ? monthOfCode : quarterOfCode
    case 'outcome':
      return (code) => OUTCOMES[code] as string
    case 'fact':
      return (code) => measure.facts[code] as string
    default:
      return source satisfies never
  }
}

function monthOfCode(code: number): string {
  return `${Math.floor(code / 12)}-${String((code % 12) + 1).padStart(2, '0')}`
}

function quarterOfCode(code: number): string {
  return `${Math.floor(code / 4)}-Q${(code % 4) + 1}`
}

/** The cell of facts of which an attribute was not given. */
export const NOT_RECORDED = 'not-recorded'

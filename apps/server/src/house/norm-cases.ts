import { type Day, FOREVER, formatDay, getDay, ok, type Result } from '@tijdig/core'
import { type ClockRow, type DimensionSource, type Outcome, readClocks } from '@tijdig/figures'
import type { NormCase, NormCases } from '../api/contract.ts'
import type { Visitor } from '../sign-in/visitor.ts'
import type { House } from './house.ts'
import type { HouseError } from './house-error.ts'
import { cellOfNorm, findNorm, type KnownNorm } from './norms.ts'
import { mayAtAll, notAllowed } from './permission.ts'
import { readQuestion } from './read-question.ts'
import { readsAttribute } from './visible-filters.ts'

export interface AskedCases {
  readonly route: string
  readonly norm: string
  readonly cutOff: string
  readonly knownAt: string
  readonly outcome: Outcome
  readonly cell: readonly (readonly [dimension: string, value: string])[]
  readonly page: number
  readonly pageSize: number
}

/**
 * The trajectories behind a figure of a norm: those to which the visitor's organisation was party
 * then, and which PostgreSQL lets the visitor see now. The facts know no row-level security, so that
 * nothing of them is told, no number and no count, before it has decided.
 */
export async function findNormCases(
  house: House,
  { actor, visit }: Visitor,
  asked: AskedCases,
): Promise<Result<NormCases, HouseError>> {
  const { route, outcome, page, pageSize } = asked
  const norm = findNorm(house, route, asked.norm)
  if (!norm.ok) return norm
  const able = mayAtAll(house, actor, route, 'see')
  if (!able.ok) return able
  const question = readQuestion(house, asked)
  if (!question.ok) return question
  const { cutOff, knownAt } = question.value
  const cell = cellOfNorm(house, norm.value, cutOff, asked.cell)
  if (!cell.ok) return cell
  const reads = cell.value.every(([source]) => readsSource(house, actor, norm.value, source))
  if (!reads) return notAllowed()
  const rows = await house.facts.use((file) =>
    readClocks(file, house.store, norm.value.plan, {
      fact: norm.value.norm.clock,
      cutOff,
      knownAt,
      position: file.head?.position ?? 0,
      scope: actor.organisation,
      outcome,
      cell: cell.value,
    }),
  )
  const seen = await visit.cases({
    route,
    numbers: rows.map(({ trajectory }) => trajectory),
    page,
    pageSize,
    about: { norm: norm.value.norm.clock, outcome, cutOff, knownAt },
  })
  const day = getDay(cutOff)
  return ok({
    total: seen.total,
    page,
    pageSize,
    cases: seen.cases.map(({ place, id }) => caseOf(id, rows[place] as ClockRow, day)),
  })
}

/** Whom a trajectory may be told by: not by a field that one may not read. */
function readsSource(
  house: House,
  actor: Visitor['actor'],
  { plan, norm }: KnownNorm,
  source: DimensionSource,
): boolean {
  if (source.from !== 'attribute') return true
  const fact = plan.route.facts[norm.clock]
  return readsAttribute(house, actor, plan.route, fact, source.attribute)
}

function caseOf(id: string, row: ClockRow, cutOff: Day): NormCase {
  const { startedOn, dueOn, metOn, outcome } = row
  const met = metOn <= cutOff ? metOn : null
  const late = outcome === 'late' ? metOn - dueOn : outcome === 'overdue' ? cutOff - dueOn : null
  return {
    id,
    startedOn: formatDay(startedOn),
    dueOn: dueOn === FOREVER ? null : formatDay(dueOn),
    metOn: met === null ? null : formatDay(met),
    outcome,
    daysLate: late,
  }
}

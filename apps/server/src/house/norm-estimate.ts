import {
  addDays,
  type Day,
  endOfDay,
  FIRST_DAY,
  FOREVER,
  formatDay,
  formatMoment,
  getDay,
  getMoment,
  type Moment,
  ok,
  type Result,
} from '@tijdig/core'
import {
  type ClockRow,
  estimateMissed,
  type FactsFile,
  type MissedEstimate,
  type Outcome,
  readClocks,
} from '@tijdig/figures'
import type { NormEstimate } from '../api/contract.ts'
import type { Visitor } from '../sign-in/visitor.ts'
import type { House } from './house.ts'
import type { HouseError } from './house-error.ts'
import { findNorm, type KnownNorm } from './norms.ts'
import { figureScope } from './permission.ts'
import { readQuestion } from './read-question.ts'

export interface AskedEstimate {
  readonly route: string
  readonly norm: string
  readonly cutOff: string
  readonly knownAt: string
}

/** By whose history it is estimated, where a norm has it. */
const GROUP = 'institution'
/** For so many months it is told how the estimate did. */
const MONTHS = 6
/** More than there are days from the first to the last. */
const DAYS = 2 ** 22

/** How many open terms will probably be missed, and how that estimate did before. */
export async function estimateNorm(
  house: House,
  { actor }: Visitor,
  asked: AskedEstimate,
): Promise<Result<NormEstimate, HouseError>> {
  const norm = findNorm(house, asked.route, asked.norm)
  if (!norm.ok) return norm
  const allowed = figureScope(house, actor, asked.route)
  if (!allowed.ok) return allowed
  const question = readQuestion(house, asked)
  if (!question.ok) return question
  const { cutOff, knownAt } = question.value
  const { scope } = allowed.value
  return house.facts.use(async (file) => {
    const read = (day: string, known: string) =>
      clocksOn(house, file, norm.value, { cutOff: day, knownAt: known, scope })
    const now = await read(cutOff, knownAt)
    const outcomes = new Map(now.map((clock) => [keyOf(clock), clock.outcome]))
    const record: NormEstimate['record'] = []
    for (const day of firstDays(getDay(cutOff))) {
      const text = formatDay(day)
      // What was known later than it is asked for was not known then either.
      const known = Math.min(endOfDay(day), getMoment(knownAt)) as Moment
      const before = await read(text, formatMoment(known))
      record.push({ day: text, ...trackRecord(before, outcomes, day) })
    }
    return ok({
      cutOff,
      groups: estimateMissed(now, getDay(cutOff)).map((each) => inWords(house, norm.value, each)),
      record,
    })
  })
}

function clocksOn(
  house: House,
  file: FactsFile,
  { plan, norm, clock }: KnownNorm,
  asked: { cutOff: string; knownAt: string; scope: string | undefined },
): Promise<ClockRow[]> {
  return readClocks(file, house.store, plan, {
    ...asked,
    fact: norm.clock,
    position: file.head?.position ?? 0,
    ...(Object.hasOwn(clock.attributes, GROUP) && { group: GROUP }),
  })
}

/** What was said on a day, and what became by now of the terms that it was said of. */
function trackRecord(
  before: readonly ClockRow[],
  outcomes: ReadonlyMap<number, Outcome>,
  day: Day,
): Omit<NormEstimate['record'][number], 'day'> {
  const estimates = estimateMissed(before, day)
  const told = new Set(estimates.flatMap(({ group, missed }) => (missed === null ? [] : [group])))
  const result = { open: 0, missed: 0, inTime: 0, lapsed: 0, undecided: 0 }
  for (const clock of before) {
    const isOpen = clock.outcome === 'running' && clock.dueOn !== FOREVER
    if (!isOpen || !told.has(clock.group)) continue
    result.open++
    const outcome = outcomes.get(keyOf(clock))
    if (outcome === 'late' || outcome === 'overdue') result.missed++
    else if (outcome === 'in-time') result.inTime++
    else if (outcome === 'lapsed') result.lapsed++
    else result.undecided++
  }
  const expected = told.size === 0 ? null : sum(estimates.map(({ missed }) => missed ?? 0))
  return { ...result, expected }
}

/** One number for a trajectory and a day on which a term began: there is room for both in it. */
function keyOf({ trajectory, startedOn }: ClockRow): number {
  return trajectory * DAYS + (startedOn - FIRST_DAY)
}

/** The first days of the last six months that began by a day, the earliest first. */
function firstDays(day: Day): Day[] {
  const days: Day[] = []
  let first = firstOfMonth(day)
  for (let month = 0; month < MONTHS; month++) {
    days.unshift(first)
    first = firstOfMonth(addDays(first, -1))
  }
  return days
}

function firstOfMonth(day: Day): Day {
  return getDay(`${formatDay(day).slice(0, 7)}-01`)
}

function inWords(
  { catalogue }: House,
  { norm }: KnownNorm,
  { group, open, still, missed }: MissedEstimate,
): NormEstimate['groups'][number] {
  const indicator = catalogue.indicators.find(({ code }) => code === norm.counts.indicator)
  const label = indicator?.dimensions[GROUP]?.values[group] ?? group
  return { code: group, label, open, still, missed }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

import { type Day, endOfDay, getDay, type Moment } from '@tijdig/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryClocks } from '../../core/src/testing/arbitraries.ts'
import { compareParts } from './compare-parts.ts'
import { moneyOf } from './money.ts'
import { monthGrid } from './month-grid.ts'
import { moved } from './moved.ts'
import type { PartReading } from './part-reading.ts'
import type { ProgrammeReading } from './programme-reading.ts'
import { readProgramme } from './read-programme.ts'
import { arbitraryProgramme, plans, trajectoriesOf } from './testing/arbitrary-programme.ts'
import { naiveProgramme } from './testing/naive-programme.ts'

const SEED = { seed: 20230331, numRuns: 60 }

const question = (asOf: Day, knownAt: Moment, position?: number) => ({
  programme: 'P',
  asOf,
  knownAt,
  ...(position === undefined ? {} : { position }),
})

/** A part as the naive reading tells it. */
function lineOf(part: PartReading): string {
  const { trajectory, code, title, light, standstill, planned, findings, measured, budget } = part
  const said = [trajectory, `${code} ${title}`, light]
  if (standstill) said.push(`${standstill.reason} ${standstill.mover}`)
  if (planned) said.push(`${planned.from}/${planned.until}`)
  const found = findings.at(-1)
  if (found) said.push(found.text)
  for (const key of ['x', 'y']) {
    const newest = measured.find((each) => each.key === key && each.isNewest)
    if (newest) said.push(`${key}=${newest.value}`)
  }
  if (budget) {
    const months = (all: typeof budget.spent) =>
      all.map(({ month, amount }) => `${month}:${amount}`)
    said.push(`granted ${budget.granted}`)
    said.push(`spent ${months(budget.spent)}`, `expected ${months(budget.forecast)}`)
  }
  return said.join(' | ')
}

const linesOf = ({ parts }: ProgrammeReading) => parts.map(lineOf).sort()

describe('a programme of untidy parts', () => {
  it('is what one would tell event by event, on any day as known at any moment', () => {
    fc.assert(
      fc.property(arbitraryProgramme, arbitraryClocks, (events, { cutOff, knownAt }) => {
        const reading = readProgramme(plans, trajectoriesOf(events), question(cutOff, knownAt))
        expect(linesOf(reading)).toEqual(naiveProgramme(events, 'P', cutOff, knownAt))
      }),
      SEED,
    )
  })

  it('stays what it was at a position, whatever enters the log after it', () => {
    fc.assert(
      fc.property(arbitraryProgramme, arbitraryClocks, fc.nat(150), (events, clocks, cut) => {
        const { cutOff, knownAt } = clocks
        const asked = question(cutOff, knownAt, cut)
        const reading = readProgramme(plans, trajectoriesOf(events), asked)
        expect(linesOf(reading)).toEqual(naiveProgramme(events.slice(0, cut), 'P', cutOff, knownAt))
      }),
      SEED,
    )
  })

  it('has each part once in its tree, also where parents go round', () => {
    fc.assert(
      fc.property(arbitraryProgramme, arbitraryClocks, (events, { cutOff, knownAt }) => {
        const { parts } = readProgramme(plans, trajectoriesOf(events), question(cutOff, knownAt))
        expect(new Set(parts.map(({ trajectory }) => trajectory)).size).toBe(parts.length)
        expect(parts.length).toBe(naiveProgramme(events, 'P', cutOff, knownAt).length)
      }),
      SEED,
    )
  })

  it('has in each month the light that a reading of its last day gives', () => {
    fc.assert(
      fc.property(arbitraryProgramme, arbitraryClocks, (events, { cutOff, knownAt }) => {
        const all = trajectoriesOf(events)
        const span = { from: '2022-01', until: '2022-03' }
        const grid = monthGrid(
          readProgramme(plans, all, question(cutOff, knownAt)),
          undefined,
          span,
        )
        for (const month of ['2022-01', '2022-02', '2022-03']) {
          const end = getDay(
            { '2022-01': '2022-01-31', '2022-02': '2022-02-28' }[month] ?? '2022-03-31',
          )
          const day = Math.min(end, cutOff) as Day
          const then = readProgramme(plans, all, question(day, knownAt)).parts
          for (const { part, cells } of grid.rows) {
            const light = cells.find((cell) => cell.month === month)?.light
            const at = then.find(({ trajectory }) => trajectory === part.trajectory)
            if (at && cutOff >= getDay(`${month}-01`)) expect(light).toBe(at.light)
          }
        }
      }),
      SEED,
    )
  })

  it('has money that adds up, by line, by year and by month', () => {
    fc.assert(
      fc.property(arbitraryProgramme, arbitraryClocks, (events, { cutOff, knownAt }) => {
        const asked = question(cutOff, knownAt)
        const money = moneyOf(readProgramme(plans, trajectoriesOf(events), asked))
        const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0)
        for (const name of ['granted', 'spent', 'forecast', 'left'] as const) {
          for (const parts of [money.budgets, money.byLine, money.byYear]) {
            expect(sum(parts.map((each) => each[name]))).toBe(money[name])
          }
        }
        expect(sum(money.byMonth.map(({ spent }) => spent))).toBe(money.spent)
        expect(sum(money.byMonth.map(({ forecast }) => forecast))).toBe(money.forecast)
        for (const { months, granted, willExceed } of money.budgets) {
          const first = months.find(({ total }) => total > granted)
          expect(willExceed?.month).toBe(first?.month)
        }
      }),
      SEED,
    )
  })
})

describe('what moved between two readings', () => {
  const asked = fc.tuple(arbitraryProgramme, arbitraryClocks, arbitraryClocks)

  it('is told of exactly the parts that are not as they were', () => {
    fc.assert(
      fc.property(asked, ([events, from, to]) => {
        const all = trajectoriesOf(events)
        const [a, b] = [from, to].map(({ cutOff, knownAt }) => question(cutOff, knownAt))
        if (!a || !b) return
        const [before, after] = [a, b].map((each) => {
          const { parts } = readProgramme(plans, all, each)
          return new Map(parts.map((part) => [part.trajectory, part]))
        })
        const differ = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].filter(
          (name) => compareParts(before?.get(name) ?? null, after?.get(name) ?? null).length > 0,
        )
        const moves = moved(plans, all, a, b)
        expect([...new Set(moves.map(({ trajectory }) => trajectory))].sort()).toEqual(
          differ.sort(),
        )
      }),
      SEED,
    )
  })

  it('happened where nothing else became known, and did not where the day is the same', () => {
    fc.assert(
      fc.property(asked, ([events, from, to]) => {
        const all = trajectoriesOf(events)
        const happened = moved(
          plans,
          all,
          question(from.cutOff, from.knownAt),
          question(to.cutOff, from.knownAt),
        )
        expect(happened.every(({ cause }) => cause === 'happened')).toBe(true)
        const learnt = moved(
          plans,
          all,
          question(from.cutOff, from.knownAt),
          question(from.cutOff, to.knownAt),
        )
        expect(learnt.some(({ cause }) => cause === 'happened')).toBe(false)
      }),
      SEED,
    )
  })

  it('was corrected only where an event takes the place of another', () => {
    fc.assert(
      fc.property(asked, ([events, from, to]) => {
        const tidy = events.filter(({ supersedes }) => supersedes === undefined)
        const moves = moved(
          plans,
          trajectoriesOf(tidy),
          question(from.cutOff, from.knownAt),
          question(to.cutOff, to.knownAt),
        )
        expect(moves.some(({ cause }) => cause === 'corrected')).toBe(false)
      }),
      SEED,
    )
  })

  it.each([
    ['stalled, told in time', '2022-02-01', '2022-02-01', 'stalled happened'],
    ['stalled, told after the earlier report', '2022-01-20', '2022-02-01', 'stalled late'],
  ])('%s', (_, on, known, expected) => {
    const event = (type: string, day: string, recorded: string, data = {}) => ({
      id: `${type}${day}`,
      trajectory: 'T',
      route: 'programme-action',
      type,
      validOn: getDay(day),
      recordedAt: (endOfDay(getDay(recorded)) - 1) as Moment,
      data,
    })
    const place = { programme: 'P', code: 'a', title: 'Een', owner: 'PB' }
    const why = { reason: 'Geen geld.', mover: 'VWS', moveBy: '2022-03-01' }
    const events = [
      event('placed', '2022-01-01', '2022-01-01', place),
      event('stalled', on, known, why),
    ].map((each, position) => ({ ...each, position: position + 1 }))
    const moves = moved(
      plans,
      trajectoriesOf(events),
      question(getDay('2022-01-31'), endOfDay(getDay('2022-01-31'))),
      question(getDay('2022-02-28'), endOfDay(getDay('2022-02-28'))),
    )
    expect(moves.map(({ kind, cause }) => `${kind} ${cause}`)).toEqual([expected])
  })
})

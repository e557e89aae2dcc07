import { type Day, FOREVER } from '@tijdig/core'
import { describe, expect, it } from 'vitest'
import type { ClockRow } from './clock-rows.ts'
import { estimateMissed, LEAST_HISTORY } from './estimate-missed.ts'

const day = (number: number) => number as Day
const NEVER = day(FOREVER)
const TODAY = day(1_000)

/** A term of ten days that began some days before today. */
function clock(started: number, more: Partial<ClockRow> = {}): ClockRow {
  return {
    trajectory: started,
    startedOn: day(TODAY - started),
    dueOn: day(TODAY - started + 10),
    metOn: NEVER,
    endedOn: NEVER,
    outcome: 'running',
    group: 'WSS',
    ...more,
  }
}

const metAfter = (days: number, group = 'WSS'): ClockRow => {
  const started = clock(100, { group })
  const outcome = days <= 10 ? 'in-time' : 'late'
  return { ...started, metOn: day(started.startedOn + days), outcome }
}

/** Of each ten: six after five days, four after fifteen. */
const HISTORY = [...Array(6).fill(5), ...Array(4).fill(15)].map((days) => metAfter(days))

describe('what will probably be missed', () => {
  it('follows from how long it took before, given how long it already takes', () => {
    // A fresh one is missed four times in ten; one that is open after six days always was.
    expect(estimateMissed([...HISTORY, clock(0)], TODAY)).toMatchObject([{ open: 1, still: 0 }])
    const [fresh] = estimateMissed([...HISTORY, clock(0)], TODAY)
    const [old] = estimateMissed([...HISTORY, clock(6)], TODAY)
    expect(fresh?.missed).toBeCloseTo(0.4)
    expect(old?.missed).toBeCloseTo(1)
  })

  it('goes by the history of the own institution, and says nothing where that is short', () => {
    const short = Array.from({ length: LEAST_HISTORY - 1 }, () => metAfter(5, 'LJR'))
    const found = estimateMissed(
      [...HISTORY, clock(0), ...short, clock(1, { group: 'LJR' })],
      TODAY,
    )
    expect(found.map(({ group, open, missed }) => [group, open, missed === null])).toEqual([
      ['LJR', 1, true],
      ['WSS', 1, false],
    ])
  })

  it('says nothing of what stands still, and counts it', () => {
    const [found] = estimateMissed([...HISTORY, clock(3, { dueOn: NEVER })], TODAY)
    expect(found).toEqual({ group: 'WSS', open: 0, still: 1, missed: 0 })
  })

  it('what lapsed waited until then: it makes nothing look quicker or slower', () => {
    const lapsed = clock(50, { endedOn: day(TODAY - 49), outcome: 'lapsed' })
    const [found] = estimateMissed([...HISTORY, lapsed, clock(0)], TODAY)
    expect(found?.missed).toBeCloseTo(0.4)
  })
})

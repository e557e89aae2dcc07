import { createCalendar } from '@tijdig/core'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { arbitraryClocks } from '../packages/core/src/testing/arbitraries.ts'
import { MemoryLog } from '../packages/core/src/testing/memory-log.ts'
import { arbitraryJbjrLog, arbitraryOtLog } from './testing/arbitrary-logs.ts'
import { Asking } from './testing/asking.ts'
import { naiveJbjr } from './testing/naive-jbjr.ts'
import { naiveOt } from './testing/naive-ot.ts'
import { isPartyNaively } from './testing/naive-parties.ts'

const calendar = createCalendar()
const SEED = { seed: 20230331, numRuns: 40 }
let run = 0

/** Each made-up log is one that no facts file has seen. */
function logOf(events: ConstructorParameters<typeof MemoryLog>[0]): MemoryLog {
  return new MemoryLog(events, `log-${run++}`)
}

describe.each([
  ['ot', arbitraryOtLog, naiveOt],
  [
    'jbjr',
    arbitraryJbjrLog,
    (...[log, cutOff, knownAt, isWithin]: Parameters<typeof naiveOt>) =>
      naiveJbjr(log, cutOff, knownAt, (day) => !calendar.isWorkingDay(day), isWithin),
  ],
] as const)('figures of route %s over untidy logs', (route, arbitraryLog, naive) => {
  let asking: Asking
  beforeAll(async () => {
    asking = await Asking.of(route)
  })

  it('are those of the naive reading, on any day as known at any moment', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryLog,
        fc.array(arbitraryClocks, { minLength: 1, maxLength: 4 }),
        async (events, clocks) => {
          const log = logOf(events)
          for (const { cutOff, knownAt } of clocks) {
            const figures = await asking.figures(log, cutOff, knownAt)
            expect(figures).toEqual(naive(events, cutOff, knownAt))
          }
        },
      ),
      SEED,
    )
  })

  it('of an organisation count the trajectories to which it was party, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryLog,
        arbitraryClocks,
        fc.nat(120),
        fc.constantFrom('WSS', 'DE-BRUG', 'OT', 'nobody'),
        async (events, { cutOff, knownAt }, cut, scope) => {
          const position = Math.min(cut, events.length)
          const figures = await asking.figures(logOf(events), cutOff, knownAt, position, scope)
          const within = events.slice(0, position)
          expect(figures).toEqual(
            naive(within, cutOff, knownAt, (read) => isPartyNaively(read, scope)),
          )
        },
      ),
      { ...SEED, numRuns: 80 },
    )
  })

  it('are the same whether the facts followed the log or were built at once', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLog, arbitraryClocks, fc.nat(120), async (events, clocks, cut) => {
        const log = logOf(events.slice(0, cut))
        await asking.file.follow(log)
        log.append(events.slice(cut))
        const figures = await asking.figures(log, clocks.cutOff, clocks.knownAt)
        expect(figures).toEqual(naive(events, clocks.cutOff, clocks.knownAt))
      }),
      SEED,
    )
  })

  it('stay what they were at a position, whatever enters the log after it', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLog, arbitraryClocks, fc.nat(120), async (events, clocks, cut) => {
        const log = logOf(events)
        const position = Math.min(cut, events.length)
        const figures = await asking.figures(log, clocks.cutOff, clocks.knownAt, position)
        expect(figures).toEqual(naive(events.slice(0, position), clocks.cutOff, clocks.knownAt))
      }),
      SEED,
    )
  })

  it('change by parts that add up exactly, from and to what a naive reading says', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryLog,
        arbitraryClocks,
        arbitraryClocks,
        fc.nat(120),
        async (events, from, to, cut) => {
          const log = logOf(events)
          const position = Math.min(cut, events.length)
          const rows = await asking.explain(
            log,
            { ...from, position, version: 1 },
            { ...to, version: 2 },
          )
          const total = rows.find(({ indicator, by }) => {
            return indicator === 'ot.registrations' && Object.keys(by).length === 0
          })
          if (total) {
            const before = naive(events.slice(0, position), from.cutOff, from.knownAt)
            expect(before).toContain(`ot.registrations : ${total.from}`)
            expect(naive(events, to.cutOff, to.knownAt)).toContain(`ot.registrations : ${total.to}`)
          }
          for (const row of rows) {
            const parts = row.late + row.corrected + row.redefined + row.happened
            expect(parts).toBeCloseTo(row.to - row.from, 9)
          }
        },
      ),
      SEED,
    )
  })
})

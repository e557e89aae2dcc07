import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRandom } from '../../../../packages/core/src/testing/random.ts'
import { signInAs } from '../testing/sign-in-as.ts'
import { openTestHouse, serve, type TestHouse } from '../testing/test-house.ts'
import { familiesOf } from './testing/worlds.ts'

/** How often each address is asked of a foreign trajectory, and of one that is not there. */
const ADDRESSES = [
  ['', 3_000],
  ['/file.html', 1_500],
] as const

let opened: TestHouse
let app: FastifyInstance
beforeAll(async () => {
  opened = await openTestHouse()
  await opened.house.store.append([...familiesOf('WSS', 50, 1), ...familiesOf('DJGB', 400, 2)])
  app = (await serve(opened.house)).app
})
afterAll(async () => {
  await app.close()
  await opened.close()
})

it.each(ADDRESSES)(
  'a foreign trajectory%s answers in the time of one that is not there, and in its words',
  async (part, turns) => {
    const { cookie } = await signInAs(opened.house, {
      role: 'worker',
      organisation: 'WSS',
      kind: 'certified-institution',
    })
    const random = createRandom(7)
    const kinds = ['DJGB', 'NONE'] as const
    const times: Record<(typeof kinds)[number], number[]> = { DJGB: [], NONE: [] }
    const answers = new Set<string>()
    for (let turn = 0; turn < turns; turn++) {
      // By turns and in chance order, so that what else the machine does strikes both alike.
      for (const kind of random.chance(0.5) ? kinds : [...kinds].reverse()) {
        const id = `${kind}-${String(random.whole(400)).padStart(4, '0')}`
        const started = performance.now()
        const answer = await app.inject({
          url: `/api/v1/trajectories/jbjr/${id}${part}`,
          headers: { host: 'localhost', cookie },
        })
        times[kind].push(performance.now() - started)
        answers.add(answer.body.replaceAll(id, '…') + answer.statusCode)
      }
    }
    expect([...answers]).toHaveLength(1)
    // Sorted, the two rows must lie on each other: where one is slower, so are all its parts.
    for (const share of [0.1, 0.25, 0.5, 0.75]) {
      const [foreign, missing] = kinds.map((kind) => quantile(times[kind], share))
      expect(Math.abs((foreign as number) / (missing as number) - 1)).toBeLessThan(0.1)
    }
  },
)

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(part * sorted.length)] as number
}

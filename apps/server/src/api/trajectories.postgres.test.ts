import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../house/house.ts'
import { lookUpTrajectory } from '../house/look-up-trajectory.ts'
import { type Caller, loadExamples, openTestHouse, record, serve } from '../testing/test-house.ts'
import type { Trajectories, Trajectory } from './contract.ts'

let get: Caller['get']
let house: House
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openTestHouse()
  close = opened.close
  house = opened.house
  await loadExamples(opened.house, 'ot-2023-03.ndjson', 'jbjr-2023-03.ndjson')
  // One trajectory takes an event out of another: what stood where it does not belong.
  await record(
    opened.house,
    {
      id: 'elders-1',
      trajectory: 'OT-ELDERS',
      route: 'ot',
      type: 'completed',
      validOn: '2023-05-02',
      recordedAt: '2023-05-02T09:00:00Z',
    },
    {
      id: 'elders-2',
      trajectory: 'OT-0003',
      route: 'ot',
      type: 'retracted',
      validOn: '2023-05-03',
      recordedAt: '2023-05-03T09:00:00Z',
      supersedes: 'elders-1',
    },
  )
  const worker = { role: 'worker', organisation: 'OT', kind: 'support-team' } as const
  get = (await serve(opened.house, worker)).get
})
afterAll(() => close())

const page = async (query: string) =>
  (await get(`trajectories?route=ot&${query}`)).json<Trajectories>()
const one = async (path: string) => (await get(`trajectories/${path}`)).json<Trajectory>()

describe('trajectories', () => {
  it('come page by page, in the order that is asked', async () => {
    const first = await page('sort=id&pageSize=3')
    expect(first).toMatchObject({ total: 381, page: 1, pageSize: 3 })
    const second = await page('sort=id&pageSize=3&page=2')
    const ids = [...first.lines, ...second.lines].map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    expect(new Set(ids).size).toBe(6)
    const last = await page('sort=id&pageSize=1&descending=true')
    // Not the one of which everything was withdrawn.
    expect(last.lines[0]?.id).toMatch(/^OT-\d+$/)
    expect((await page('pageSize=200&page=9')).lines).toEqual([])
  })

  it('can be searched and filtered, and say their codes in words', async () => {
    const { lines } = await page('q=t-0022')
    expect(lines).toMatchObject([
      {
        id: 'OT-0022',
        state: 'running',
        stateSince: '2022-05-15',
        openedOn: '2022-04-15',
        attributes: { channel: 'rechtstreeks', residence: 'Groningen' },
      },
    ])
    const abroad = await page('attribute=residence&value=abroad&pageSize=50')
    expect(abroad.total).toBe(17)
    const running = await page('state=running&pageSize=200')
    expect(running.lines.every(({ state }) => state === 'running')).toBe(true)
  })
})

describe('one trajectory', () => {
  it('shows what happened and when it became known, corrections and all', async () => {
    const { timeline, state, clocks } = await one('ot/OT-0022')
    expect(state).toEqual({ code: 'running', label: 'loopt' })
    const [registered, corrected] = timeline
    expect(registered).toMatchObject({
      id: 'e000106',
      validOn: '2022-04-15',
      status: 'corrected',
      supersededBy: 'e000107',
      supersedes: null,
      knownAfterDays: 0,
    })
    expect(corrected).toMatchObject({
      id: 'e000107',
      status: 'stands',
      supersedes: 'e000106',
      recordedAt: '2022-05-01T10:28:59Z',
      knownAfterDays: 16,
    })
    expect(corrected?.details).toContainEqual({ label: 'Aangemeld via', value: 'rechtstreeks' })
    expect(clocks).toContainEqual(
      expect.objectContaining({
        code: 'OT-T01',
        dueOn: '2022-04-17',
        metOn: '2022-04-24',
        outcome: 'late',
      }),
    )
  })

  it('stands as it did on a day, as it was known then', async () => {
    const before = await one('ot/OT-0022?cutOff=2022-05-01&knownAt=2022-04-30')
    expect(before.state?.code).toBe('under-investigation')
    expect(before.timeline.map(({ id }) => id)).not.toContain('e000107')
    expect(before.timeline[0]).toMatchObject({ id: 'e000106', status: 'stands' })
    expect(before.facts).toContainEqual(
      expect.objectContaining({ label: 'Aangemeld via', value: 'onbekend' }),
    )
    expect(before.states.at(-1)).toMatchObject({ code: 'under-investigation', until: null })
    const now = await one('ot/OT-0022')
    expect(now.states.map(({ code }) => code)).toEqual([
      'registered',
      'under-investigation',
      'running',
    ])
    expect(now.facts).toContainEqual(
      expect.objectContaining({ label: 'Aangemeld via', value: 'rechtstreeks' }),
    )
  })

  it('tells that its event was withdrawn, by another trajectory only to who keeps the database', async () => {
    const elsewhere = await one('ot/OT-ELDERS')
    expect(elsewhere.timeline).toMatchObject([{ status: 'withdrawn', supersededBy: null }])
    const other = (await one('ot/OT-0003')).timeline.find(({ id }) => id === 'elders-2')
    expect(other).toMatchObject({ status: 'withdrawal', supersedes: null })
    const kept = await lookUpTrajectory(house, { route: 'ot', id: 'OT-ELDERS' })
    expect(kept.ok && kept.value.timeline).toMatchObject([
      { status: 'withdrawn', supersededBy: 'elders-2' },
    ])
    expect(elsewhere.state).toBeNull()
    const earlier = await one('ot/OT-ELDERS?knownAt=2023-05-02')
    expect(earlier.timeline[0]?.remarks).toEqual(['Afgerond zonder dat de steun begonnen was.'])
  })

  it('has terms that lapse, run or are overdue on the cut-off day', async () => {
    const guardian = await (await serve(house)).enter({ role: 'worker', organisation: 'WSS' })
    const list = await guardian.get('trajectories?route=jbjr&pageSize=200&sort=id')
    const outcomes = new Set<string>()
    for (const { id } of list.json<Trajectories>().lines.slice(0, 40)) {
      const path = `trajectories/jbjr/${id}?cutOff=2023-03-31`
      const { clocks } = (await guardian.get(path)).json<Trajectory>()
      for (const { outcome } of clocks) outcomes.add(outcome)
    }
    expect([...outcomes]).toEqual(expect.arrayContaining(['in-time', 'late', 'overdue']))
  })
})

import { formatDay, getDay } from '@tijdig/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  loadExamples,
  openTestHouse,
  record,
  serve,
  type TestHouse,
} from '../testing/test-house.ts'
import type { Figures, NormCases, NormEstimate, Route } from './contract.ts'

type Caller = Awaited<ReturnType<Awaited<ReturnType<typeof serve>>['enter']>>

let opened: TestHouse
let served: Awaited<ReturnType<typeof serve>>
let office: Caller
let lead: Caller
let other: Caller

const ASKED = 'cutOff=2023-03-31&knownAt=2023-04-10'

beforeAll(async () => {
  opened = await openTestHouse()
  await loadExamples(opened.house, 'jbjr-2023-03.ndjson', 'ot-2023-03.ndjson')
  served = await serve(opened.house)
  office = served
  lead = await served.enter({ role: 'coordinator', organisation: 'WSS' })
  other = await served.enter({ role: 'worker', organisation: 'LJR' })
})
afterAll(() => opened.close())

async function read<T>(caller: Pick<Caller, 'get'>, path: string): Promise<T> {
  const response = await caller.get(path)
  expect([path, response.statusCode, response.statusCode === 200 ? '' : response.body]).toEqual([
    path,
    200,
    '',
  ])
  return response.json<T>()
}

const figures = async (caller: Pick<Caller, 'get'>, indicator: string, by: string) =>
  (await read<Figures>(caller, `figures?route=jbjr&${ASKED}&indicator=${indicator}&by=${by}`))
    .figures

async function all(caller: Pick<Caller, 'get'>, norm: string, more: string) {
  const path = (page: number) =>
    `norms/jbjr/${norm}/cases?${ASKED}&${more}&page=${page}&pageSize=100`
  const first = await read<NormCases>(caller, path(1))
  const cases = [...first.cases]
  for (let page = 2; cases.length < first.total; page++) {
    cases.push(...(await read<NormCases>(caller, path(page))).cases)
  }
  return { total: first.total, cases }
}

describe('norms by month', () => {
  it('add up to the quarters, and to the whole', async () => {
    const byMonth = await figures(office, 'jbjr.norm', 'norm,outcome,month')
    const byQuarter = await figures(office, 'jbjr.norm', 'norm,outcome,quarter')
    const sums = new Map<string, number>()
    for (const { by, value } of byMonth) {
      const [year, month] = String(by.month).split('-')
      const quarter = `${year}-Q${Math.ceil(Number(month) / 3)}`
      const key = `${by.norm} ${by.outcome} ${quarter}`
      sums.set(key, (sums.get(key) ?? 0) + (value ?? 0))
    }
    const expected = byQuarter.map(({ by, value }) => [
      `${by.norm} ${by.outcome} ${by.quarter}`,
      value,
    ])
    expect([...sums].sort()).toEqual(expected.sort())
    expect(byMonth.length).toBeGreaterThan(byQuarter.length)
  })

  it('are no part of what a definition says: its hash is as it was published', async () => {
    const route = await read<Route>(office, 'routes/jbjr')
    const hashes = route.indicators.map(({ code, versions }) => [code, versions.map((v) => v.hash)])
    expect(hashes).toMatchInlineSnapshot(`
      [
        [
          "jbjr.norm",
          [
            "d1312badee8c21eb5831f9bd3a98246009cc6e8741b6d5826080295ea186b2eb",
          ],
        ],
        [
          "jbjr.in-time",
          [
            "9a0114bc0c54acc77a06f9d630ee8e454b8bc962acb70e7d9b1169aea4a3292e",
          ],
        ],
      ]
    `)
    expect(route.indicators[0]?.dimensions.month).toEqual({ label: 'Maand', values: {} })
  })

  it('names what is aimed at with its source, and nothing where no source does', async () => {
    const { norms } = await read<Route>(office, 'routes/jbjr')
    expect(
      norms.map(({ code, term, targets }) => [code, term, targets.map((t) => t.share)]),
    ).toEqual([
      ['worker-assigned', 'JB-T01', []],
      ['first-contact', 'JB-T02', []],
      ['plan', 'JB-T03', [1]],
      ['help', 'JB-T04', [1]],
    ])
    expect(norms[2]?.targets[0]?.source).toContain('Verbeterplan')
  })
})

describe('the cases behind a norm', () => {
  it.each(['plan', 'first-contact'])(
    'are as many as the figure of the own organisation counts: %s',
    async (norm) => {
      const counted = (await figures(other, 'jbjr.norm', 'norm,outcome')).filter(
        ({ by }) => by.norm === norm,
      )
      expect(counted.length).toBeGreaterThan(2)
      for (const { by, value } of counted) {
        const { total, cases } = await all(other, norm, `outcome=${by.outcome}`)
        expect([by.outcome, total]).toEqual([by.outcome, value])
        expect(new Set(cases.map(({ id }) => id)).size).toBe(total)
        expect(cases.every(({ outcome }) => outcome === by.outcome)).toBe(true)
      }
    },
  )

  it('are those of one cell, where one is asked for', async () => {
    const cells = await figures(other, 'jbjr.norm', 'norm,outcome,month,municipality')
    const late = cells.filter(({ by }) => by.norm === 'help' && by.outcome === 'late')
    const [cell] = late.sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    const { total, cases } = await all(
      other,
      'help',
      `outcome=late&dimension=month,municipality&value=${cell?.by.month},${encodeURIComponent(cell?.by.municipality ?? '')}`,
    )
    expect(total).toBe(cell?.value)
    expect(cases.every(({ startedOn }) => startedOn.startsWith(cell?.by.month ?? 'x'))).toBe(true)
  })

  it('tell when it was due, when it was done, and how late that was', async () => {
    const late = await all(lead, 'plan', 'outcome=late')
    for (const { dueOn, metOn, daysLate } of late.cases) {
      expect(getDay(metOn ?? '') - getDay(dueOn ?? '')).toBe(daysLate)
      expect(daysLate).toBeGreaterThan(0)
    }
    const overdue = await all(lead, 'plan', 'outcome=overdue')
    expect(overdue.cases.every(({ metOn }) => metOn === null)).toBe(true)
    for (const { dueOn, daysLate } of overdue.cases) {
      expect(getDay('2023-03-31') - getDay(dueOn ?? '')).toBe(daysLate)
    }
    expect(late.total + overdue.total).toBeGreaterThan(5)
  })

  it('of others nobody is told, not even how many', async () => {
    const [mine, theirs] = [
      await all(lead, 'plan', 'outcome=late'),
      await all(other, 'plan', 'outcome=late'),
    ]
    const own = new Set(mine.cases.map(({ id }) => id))
    expect(theirs.cases.filter(({ id }) => own.has(id))).toEqual([])
    const asked = 'outcome=late&dimension=institution&value=WSS'
    expect(await all(other, 'plan', asked)).toEqual({ total: 0, cases: [] })
    expect((await office.get(`norms/jbjr/plan/cases?${ASKED}&outcome=late`)).statusCode).toBe(403)
  })

  it('what was overdue on a day can be asked later, as it was known then', async () => {
    const event = (type: string, validOn: string, recordedAt: string, data = {}) => ({
      id: `later-${type}`,
      trajectory: 'JB-LATER',
      route: 'jbjr',
      type,
      validOn,
      recordedAt,
      data,
    })
    const place = { order: 'ots', region: 'IJmond', municipality: 'Velsen' }
    await record(
      opened.house,
      event('orderImposed', '2023-01-02', '2023-01-02T10:00:00Z', place),
      event('institutionNotified', '2023-01-03', '2023-01-03T10:00:00Z', { institution: 'WSS' }),
      event('planEstablished', '2023-02-01', '2023-05-01T10:00:00Z'),
    )
    const on = (knownAt: string, outcome: string) =>
      read<NormCases>(
        lead,
        `norms/jbjr/plan/cases?cutOff=2023-03-01&knownAt=${knownAt}&outcome=${outcome}&pageSize=100&dimension=month,municipality&value=2023-01,Velsen`,
      )
    const ids = ({ cases }: NormCases) => cases.map(({ id }) => id)
    expect(ids(await on('2023-03-01', 'overdue'))).toContain('JB-LATER')
    expect(ids(await on('2023-05-01', 'overdue'))).not.toContain('JB-LATER')
    expect(ids(await on('2023-05-01', 'in-time'))).toContain('JB-LATER')
  })

  it('each look is in the audit, with the trajectories that were told of', async () => {
    await read(lead, `norms/jbjr/plan/cases?${ASKED}&outcome=overdue&pageSize=2`)
    const auditor = await served.enter({
      role: 'auditor',
      organisation: 'IGJ',
      kind: 'inspectorate',
    })
    const { lines } = await read<{ lines: unknown[] }>(auditor, 'audit?kind=list')
    const written = JSON.stringify(lines[0])
    expect(written).toContain('"overdue"')
    expect(written.match(/JB-/g)).toHaveLength(2)
  })

  it.each([
    ['norms/jbjr/x/cases', `${ASKED}&outcome=late`, 404, 'norm-unknown'],
    ['norms/x/plan/cases', `${ASKED}&outcome=late`, 400, 'route-unknown'],
    ['norms/jbjr/plan/cases', `${ASKED}&outcome=x`, 400, 'parameter-invalid'],
    ['norms/jbjr/plan/cases', `${ASKED}&outcome=late&dimension=month`, 400, 'parameter-missing'],
    [
      'norms/jbjr/plan/cases',
      `${ASKED}&outcome=late&dimension=x&value=y`,
      400,
      'dimension-unknown',
    ],
    ['norms/jbjr/plan/cases', `cutOff=x&knownAt=2023-04-10&outcome=late`, 400, 'day-invalid'],
    ['norms/jbjr/plan/estimate', `cutOff=2023-03-31&knownAt=x`, 400, 'known-at-invalid'],
  ])('%s?%s is refused with %i %s', async (path, query, status, code) => {
    const response = await lead.get(`${path}?${query}`)
    expect([response.statusCode, response.json().code]).toEqual([status, code])
  })
})

describe('the estimate', () => {
  it('is of the open terms of the own organisation, and never more than there are', async () => {
    const estimate = await read<NormEstimate>(other, `norms/jbjr/help/estimate?${ASKED}`)
    expect(estimate.groups.map(({ code }) => code)).toEqual(['LJR'])
    const running = (await figures(other, 'jbjr.norm', 'norm,outcome')).find(
      ({ by }) => by.norm === 'help' && by.outcome === 'running',
    )
    const [group] = estimate.groups
    expect((group?.open ?? 0) + (group?.still ?? 0)).toBe(running?.value)
    expect(group?.missed).toBeGreaterThan(0)
    expect(group?.missed).toBeLessThan(group?.open ?? 0)
  })

  it('tells how it did in six months before: what it said, and what came of it', async () => {
    const { record: months } = await read<NormEstimate>(office, `norms/jbjr/help/estimate?${ASKED}`)
    expect(months.map(({ day }) => day)).toEqual(
      ['2022-10', '2022-11', '2022-12', '2023-01', '2023-02', '2023-03'].map((m) => `${m}-01`),
    )
    for (const { open, missed, inTime, lapsed, undecided } of months) {
      expect(missed + inTime + lapsed + undecided).toBe(open)
    }
    // What it said is what it says when it is asked as of then, as known then.
    const [, , december] = months
    const then = await read<NormEstimate>(
      office,
      'norms/jbjr/help/estimate?cutOff=2022-12-01&knownAt=2022-12-01',
    )
    const said = then.groups.reduce((sum, { missed }) => sum + (missed ?? 0), 0)
    expect(december?.expected).toBeCloseTo(said, 9)
    expect(formatDay(getDay(december?.day ?? ''))).toBe('2022-12-01')
  })

  it('is there for the support team too, all as one group', async () => {
    const { groups } = await read<NormEstimate>(office, `norms/ot/welcome/estimate?${ASKED}`)
    expect(groups.length).toBeLessThanOrEqual(1)
  })
})

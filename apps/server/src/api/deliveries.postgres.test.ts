import { formatMoment, getMoment, type Moment } from '@tijdig/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Agreed, agreedDeliveries } from '../house/deliveries/due-delivery.ts'
import { makeDelivery } from '../house/deliveries/make-delivery.ts'
import type { House } from '../house/house.ts'
import { signInAs } from '../testing/sign-in-as.ts'
import {
  type Caller,
  loadExamples,
  openTestHouse,
  record,
  serve,
  type TestHouse,
} from '../testing/test-house.ts'
import { buildServer } from './build-server.ts'
import type {
  Deliveries,
  Delivery,
  DeliveryNow,
  Figure,
  Figures,
  Problem,
  PublicationLine,
  Verification,
} from './contract.ts'

const WHO = {
  lead: { role: 'team-lead', organisation: 'DJGB' },
  coordinator: { role: 'coordinator', organisation: 'DJGB' },
  policy: { role: 'policy-officer', organisation: 'DJGB' },
  publisher: { role: 'publisher', organisation: 'DJGB' },
  worker: { role: 'worker', organisation: 'DJGB' },
  administrator: { role: 'administrator', organisation: 'DJGB' },
  receiver: { role: 'policy-officer', organisation: 'ALKMAAR', kind: 'municipality' },
  receivingLead: { role: 'team-lead', organisation: 'ALKMAAR', kind: 'municipality' },
  otherLead: { role: 'team-lead', organisation: 'WSS' },
  otherTown: { role: 'policy-officer', organisation: 'HEILOO', kind: 'municipality' },
  overseer: { role: 'publisher', organisation: 'PB', kind: 'programme-office' },
  auditor: { role: 'auditor', organisation: 'IGJ', kind: 'inspectorate' },
} as const
type Name = keyof typeof WHO

const DELIVERERS: readonly Name[] = ['lead', 'coordinator', 'policy', 'publisher']
const SEERS: readonly Name[] = [...DELIVERERS, 'receiver']

let opened: TestHouse
let house: House
let now: Moment
let callers: Record<Name, Caller>
let agreed: Agreed

beforeAll(async () => {
  now = getMoment('2023-03-07T08:00:00Z')
  opened = await openTestHouse(() => now)
  house = opened.house
  await loadExamples(house, 'jbjr-2023-03.ndjson')
  const served = await serve(house)
  const names = Object.keys(WHO) as Name[]
  const entered = await Promise.all(names.map((name) => served.enter(WHO[name])))
  callers = Object.fromEntries(names.map((name, place) => [name, entered[place]])) as typeof callers
  ;[agreed] = agreedDeliveries(house.catalogue.deliveries) as readonly [Agreed]
  await make('2023-02')
  now = getMoment('2023-04-11T08:00:00Z')
  await make('2023-03')
}, 120_000)
afterAll(() => opened.close())

async function make(month: string): Promise<void> {
  const made = await makeDelivery(house, agreed, { month })
  if (!made.ok) throw new Error(made.error.reason)
}

const delivery = async (number: number, who: Name = 'receiver') =>
  (await callers[who].get(`deliveries/${number}`)).json<Delivery>()

const PARTS = ['report.html', 'report.pdf', 'figures.csv', 'figures.json']

describe('who may see a delivery', () => {
  it.each([
    ['GET', 'deliveries', SEERS, 200],
    ['GET', 'deliveries/1', SEERS, 200],
    ...PARTS.map((part) => ['GET', `deliveries/1/${part}`, SEERS, 200] as const),
    ['POST', 'deliveries/1/verification', SEERS, 200],
    ['GET', 'deliveries/now?delivery=jbjr.monthly', DELIVERERS, 200],
  ] as const)('%s %s: %j, and nobody else', async (method, path, able, status) => {
    for (const name of Object.keys(WHO) as Name[]) {
      const { statusCode } = await callers[name].send(method, path)
      const sees = SEERS.includes(name)
      const refused = sees ? 404 : 403
      expect([name, statusCode]).toEqual([name, able.includes(name) ? status : refused])
    }
  })

  it('nobody finds it among the reports, not even who may see it', async () => {
    for (const name of Object.keys(WHO) as Name[]) {
      const lines = (await callers[name].get('publications')).json<PublicationLine[]>()
      expect([name, lines]).toEqual([name, []])
      for (const path of ['publications/1', ...PARTS.map((part) => `publications/1/${part}`)]) {
        expect([name, path, (await callers[name].get(path)).statusCode]).toEqual([name, path, 404])
      }
      const compared = await callers[name].get('explanations?from=1&to=2')
      expect([name, compared.statusCode]).toEqual([name, 404])
    }
    const order = { template: 'jbjr/progress', cutOff: '2023-03-31', knownAt: '2023-04-10' }
    const compared = await callers.overseer.post('publications', { ...order, comparedWith: '1' })
    expect(compared.json<Problem>().code).toBe('publication-unknown')
    const asReport = await callers.overseer.post('publications', {
      ...order,
      template: 'jbjr/monthly',
    })
    expect(asReport.json<Problem>().code).toBe('template-unknown')
  })

  it('nobody who did not sign in finds it in the public archive', async () => {
    const app = await buildServer({ house: async () => house, hosts: 'any', rates: 'off' })
    const ask = async (url: string) => {
      const { statusCode, body } = await app.inject({ url, headers: { host: 'archief.example' } })
      return { statusCode, body }
    }
    const none = await ask('/archief/jbjr-monthly/1999-12-31')
    expect(none.statusCode).toBe(404)
    for (const day of ['2023-02-28', '2023-03-31', '2023-03-31-2', '1', '2']) {
      expect([day, await ask(`/archief/jbjr-monthly/${day}`)]).toEqual([day, none])
      for (const part of PARTS) {
        const { statusCode } = await ask(`/archief/jbjr-monthly/${day}/${part}`)
        expect([day, part, statusCode]).toEqual([day, part, 404])
      }
    }
    const [list, feed, map] = await Promise.all(
      ['/archief', '/archief/feed.xml', '/sitemap.xml'].map(ask),
    )
    expect(list?.body).toContain('Er is nog niets openbaar gepubliceerd.')
    expect(feed?.body).not.toContain('<entry>')
    expect(map?.body).not.toContain('/archief/')
    // Nor does a publisher make it so: what is withdrawn was public, and a delivery is not there.
    for (const name of Object.keys(WHO) as Name[]) {
      const { statusCode } = await callers[name].post('publications/1/withdrawal', { reason: 'x' })
      expect([name, statusCode]).toEqual([name, 404])
    }
    await app.close()
  })

  it('what one may not see and what is not there get the same answer', async () => {
    const [one, none] = await Promise.all(
      [1, 99].map((number) => callers.otherLead.get(`deliveries/${number}`)),
    )
    expect([one?.statusCode, one?.json().code]).toEqual([none?.statusCode, none?.json().code])
    expect((await callers.receiver.get('deliveries/99')).json<Problem>().code).toBe(
      'delivery-unknown',
    )
  })

  it('the database itself gives it to nobody else, whatever is asked', async () => {
    for (const name of Object.keys(WHO) as Name[]) {
      const { hash } = await signInAs(house, WHO[name])
      const visit = house.store.visit(hash)
      const { lines } = await visit.deliveries()
      const found = await visit.findDelivery(1)
      const sees = SEERS.includes(name)
      expect([name, lines.length, found?.number]).toEqual([
        name,
        sees ? 2 : 0,
        sees ? 1 : undefined,
      ])
      const client = await house.database.actorPool.connect()
      await client.query('begin')
      await client.query(`set local tijdig.session = '${hash}'`)
      const { rows } = await client.query('select number from tijdig.publication')
      await client.query('rollback')
      client.release()
      expect([name, rows.length]).toEqual([name, sees ? 2 : 0])
    }
  })

  it('each look is written in the audit', async () => {
    await callers.receiver.get('deliveries/2')
    await callers.lead.get('deliveries/now?delivery=jbjr.monthly')
    await callers.receiver.post('deliveries/2/verification')
    const rows = (await opened.asOwner(
      'select record::text as line from tijdig.audit order by chain, position',
    )) as { line: string }[]
    const lines = rows.map(({ line }) => line).join('\n')
    for (const trace of ['"delivery": 2', 'GET deliveries/now', 'deliveries/:number/verif']) {
      expect(lines.replaceAll('":', '": ').replaceAll('":  ', '": ')).toContain(trace)
    }
  })
})

describe('what is delivered', () => {
  it('is listed, with what comes next', async () => {
    now = getMoment('2023-04-20T08:00:00Z')
    const { lines, awaited } = (await callers.receiver.get('deliveries')).json<Deliveries>()
    expect(lines).toMatchObject([
      { number: 2, month: '2023-03', cutOff: '2023-03-31', comparedWith: 1 },
      { number: 1, month: '2023-02', cutOff: '2023-02-28', comparedWith: null, changed: null },
    ])
    expect(lines[0]?.changed).toBeGreaterThan(0)
    expect(awaited).toMatchObject([
      { month: '2023-04', dueOn: '2023-05-08', isDue: false, isOwn: false, failed: null },
    ])
  })

  it('is what the institution itself is told of its own, rounded', async () => {
    const { figureRows, knownAt } = await delivery(2)
    const frozen = await house.store.findPublication(2)
    for (const [indicator, by] of [
      ['jbjr.norm', 'norm,outcome'],
      ['jbjr.norm', 'municipality,norm'],
      ['jbjr.in-time', 'month,norm'],
      ['jbjr.in-time', 'region,norm'],
    ]) {
      const query = `route=jbjr&cutOff=2023-03-31&knownAt=${knownAt}&indicator=${indicator}&by=${by}`
      const { figures } = (await callers.lead.get(`figures?${query}`)).json<Figures>()
      expect(figures.length).toBeGreaterThan(3)
      const isThis = (figure: Pick<Figure, 'indicator' | 'by'>) =>
        figure.indicator === indicator &&
        Object.keys(figure.by).sort().join() === by?.split(',').sort().join()
      const kept = ((frozen?.figures ?? []) as unknown as Figure[]).filter(isThis)
      expect(kept.map(plain).sort()).toEqual(figures.map(plain).sort())
      const shown = new Map(figureRows.filter(isThis).map((figure) => [cell(figure), figure]))
      for (const figure of figures) {
        expect([cell(figure), shown.get(cell(figure))?.value]).toEqual([
          cell(figure),
          rounded(figure),
        ])
      }
    }
    const report = (await callers.receiver.get('deliveries/2/report.html')).body
    expect(report).toContain('Aantallen zijn afgerond op 5.')
    expect((await delivery(1)).changes).toBeNull()
    expect((await callers.receiver.get('deliveries/1/report.html')).body).toContain(
      'Dit is de eerste levering.',
    )
  })

  it('says what changed since the last: from what was delivered, to what is delivered now', async () => {
    const before = await delivery(1)
    const { changes, figureRows, knownAt } = await delivery(2)
    const explanations = changes?.explanations ?? []
    expect(explanations.length).toBeGreaterThan(10)
    const was = new Map(before.figureRows.map((figure) => [cell(figure), figure.value]))
    const is = new Map(figureRows.map((figure) => [cell(figure), figure.value]))
    const again = await callers.lead.get(
      `figures?route=jbjr&cutOff=2023-02-28&knownAt=${knownAt}&indicator=jbjr.norm&by=norm,outcome`,
    )
    const asked = new Map(
      again.json<Figures>().figures.map((figure) => [cell(figure), rounded(figure)]),
    )
    let late = 0
    for (const each of explanations) {
      const sum = each.from + each.late + each.corrected + each.redefined + each.happened
      expect(sum).toBeCloseTo(each.to, 5)
      expect(each.from).toBeCloseTo(was.get(cell(each)) ?? 0, 5)
      expect(each.to).toBeCloseTo(is.get(cell(each)) ?? 0, 5)
      if (each.late !== 0) late++
      const isCount = each.indicator === 'jbjr.norm'
      if (isCount) expect([each.late % 5, each.happened % 5].map(Math.abs)).toEqual([0, 0])
      if (isCount && each.by.outcome && !each.by.month) {
        expect(each.from + each.late + each.corrected).toBe(asked.get(cell(each)) ?? 0)
      }
    }
    expect(late).toBeGreaterThan(0)
    const verified = await callers.receiver.post('deliveries/2/verification')
    expect(verified.json<Verification>()).toMatchObject({ identical: true, differences: [] })
  })

  it('as it would be now, a correction shows at once, and nothing of it is kept', async () => {
    const ask = async () =>
      (await callers.lead.get('deliveries/now?delivery=jbjr.monthly')).json<DeliveryNow>()
    const first = await ask()
    expect(first).toMatchObject({
      ...{ month: '2023-04', cutOff: '2023-04-20', dueOn: '2023-05-08', comparedWith: 2 },
      knownAt: formatMoment(now),
    })
    const running = ({ figureRows }: DeliveryNow) =>
      figureRows.find(
        ({ indicator, by }) =>
          indicator === 'jbjr.norm' &&
          by.norm === 'plan' &&
          by.outcome === 'running' &&
          by.month === undefined,
      )?.value ?? 0
    const line = (type: string, data: object) => ({
      ...{ id: `nieuw-${type}`, trajectory: 'JB-NIEUW', route: 'jbjr', type, data },
      validOn: '2023-04-18',
      recordedAt: '2023-04-20T07:00:00Z',
    })
    await record(
      house,
      line('orderImposed', { order: 'ots', region: 'Alkmaar', municipality: 'Heiloo' }),
      line('institutionNotified', { institution: 'DJGB' }),
    )
    expect(running(await ask())).toBe(running(first) + 1)
    expect((await callers.lead.get('deliveries')).json<Deliveries>().lines).toHaveLength(2)
  })
})

function cell({ indicator, by }: Pick<Figure, 'indicator' | 'by'>): string {
  return JSON.stringify([indicator, Object.entries(by).sort()])
}

function plain(figure: Figure): string {
  const { value, numerator, denominator } = figure
  return `${cell(figure)} ${value} ${numerator} ${denominator}`
}

const toFive = (count: number) => Math.round(count / 5) * 5

/** What may be shown to another organisation, read as plainly as can be. */
function rounded({ value, numerator, denominator }: Figure): number | null {
  if (value === null) return null
  if (numerator === undefined || denominator === undefined) return toFive(value)
  return toFive(denominator) === 0 ? null : toFive(numerator) / toFive(denominator)
}

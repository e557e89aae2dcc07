import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../house/house.ts'
import { publish } from '../house/publish.ts'
import { verify } from '../house/verify.ts'
import { openTestHouse, record, serve } from '../testing/test-house.ts'
import type { Family, Problem, RetentionList } from './contract.ts'

let house: House
let asOwner: (sql: string) => Promise<unknown>
let close: () => Promise<void>
let enter: Awaited<ReturnType<typeof serve>>['enter']

beforeAll(async () => {
  const opened = await openTestHouse()
  close = opened.close
  house = opened.house
  asOwner = opened.asOwner
  const event = (id: string, trajectory: string, day: string, type: string, data: object) => ({
    id,
    trajectory,
    route: 'jbjr',
    type,
    validOn: day,
    recordedAt: `${day}T10:00:00Z`,
    data,
  })
  const order = (birthYear: number, kind: string) => ({
    order: kind,
    region: 'IJmond',
    municipality: 'Velsen',
    birthYear,
  })
  await record(
    house,
    event('a1', 'JB-OLD', '1998-02-03', 'orderImposed', order(1982, 'probation')),
    event('a2', 'JB-OLD', '1998-02-04', 'institutionNotified', { institution: 'WSS' }),
    event('b1', 'JB-LONG', '1998-02-03', 'orderImposed', order(1997, 'guardianship')),
    event('b2', 'JB-LONG', '1998-02-04', 'institutionNotified', { institution: 'WSS' }),
  )
  enter = (await serve(house)).enter
})
afterAll(() => close())

const problemOf = async (asked: Promise<{ statusCode: number; json: () => unknown }>) => {
  const { statusCode, json } = await asked
  return statusCode === 204 ? '204' : `${statusCode} ${(json() as Problem).code}`
}
const LEAD = { role: 'team-lead', organisation: 'WSS', purpose: 'help' } as const
const PERSON = { kind: 'child', bornOn: null, bsn: null, address: null, phone: null, note: null }

describe('keeping and destroying', () => {
  it('says why something is kept until when, to who sees it', async () => {
    const { lines, months } = (
      await (await enter(LEAD)).get('retention?route=jbjr')
    ).json<RetentionList>()
    expect(months).toEqual([
      { month: '2018-02', trajectories: 1 },
      { month: '2035-12', trajectories: 1 },
    ])
    expect(lines).toMatchObject([
      {
        id: 'JB-OLD',
        endsOn: '2018-02-04',
        rule: 'JB-B01',
        why: 'twintig jaar na de laatste wijziging',
        source: 'Jeugdwet art. 7.3.8 lid 3',
        state: 'due',
        mayPropose: true,
        mayDestroy: false,
      },
    ])
    const later = await (await enter(LEAD)).get('retention?route=jbjr&month=2035-12')
    expect(later.json<RetentionList>().lines).toMatchObject([{ id: 'JB-LONG', rule: 'JB-B02' }])
    const worker = await enter({ role: 'worker', organisation: 'LJR' })
    expect((await worker.get('retention?route=jbjr')).json()).toMatchObject({ lines: [] })
    expect(await problemOf(worker.get('retention?route=jbjr&month=2035-13'))).toBe(
      '400 day-invalid',
    )
    const auditor = await enter({ role: 'auditor', organisation: 'WSS' })
    expect(await problemOf(auditor.get('retention?route=jbjr'))).toBe('403 not-allowed')
  })

  it('takes two people; the publication of before is the same after, and the log is', async () => {
    const [one, two] = [await enter(LEAD), await enter({ ...LEAD, role: 'coordinator' })]
    const persons = 'trajectories/jbjr/JB-OLD/persons'
    expect(
      (await one.put(`${persons}/K1`, { ...PERSON, name: 'Sjaan Kwakkelsteijn' })).statusCode,
    ).toBe(200)
    await asOwner(
      `update tijdig.vault_change set changed_at = '1998-03-01'; delete from tijdig.retention_reach`,
    )
    const order = {
      template: 'ozj/quarterly',
      cutOff: '2023-03-31',
      knownAt: '2023-04-06',
      comparedWith: undefined,
    }
    const published = await publish(house, order)
    if (!published.ok) throw new Error(published.error.reason)
    const head = await house.store.head()

    const path = 'retention/jbjr/JB-OLD'
    expect(await problemOf(two.post(`${path}/destruction`))).toBe('409 destruction-not-now')
    expect(await problemOf(one.post(`${path}/proposal`))).toBe('204')
    expect(await problemOf(one.post(`${path}/destruction`))).toBe('409 destruction-not-now')
    expect(await problemOf(two.del(`${path}/proposal`))).toBe('204')
    expect(await problemOf(one.post(`${path}/proposal`))).toBe('204')
    const worker = await enter({ role: 'worker', organisation: 'WSS' })
    expect(await problemOf(worker.post(`${path}/destruction`))).toBe('403 not-allowed')
    expect(await problemOf(two.post(`${path}/destruction`))).toBe('204')
    expect(await problemOf(two.post(`${path}/proposal`))).toBe('409 destruction-not-now')
    expect(await problemOf(one.post('retention/jbjr/JB-LONG/proposal'))).toBe(
      '409 destruction-not-now',
    )
    expect(await problemOf(one.post('retention/jbjr/JB-NONE/proposal'))).toBe(
      '404 trajectory-unknown',
    )

    const family = (await one.get(persons)).json<Family>()
    expect(family).toMatchObject({ persons: [], mayKeep: false })
    expect(family.destroyedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(await problemOf(one.put(`${persons}/K1`, { ...PERSON, name: 'x' }))).toBe(
      '409 family-destroyed',
    )
    expect(await house.store.head()).toEqual(head)
    const verdict = await verify(house, published.value.number)
    expect(verdict).toMatchObject({ ok: true, value: { identical: true } })
  })
})

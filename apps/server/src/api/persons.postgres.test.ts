import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../house/house.ts'
import { type Caller, openTestHouse, record, serve } from '../testing/test-house.ts'
import type { Family, Problem } from './contract.ts'
import { FOREIGN, MISSING, OWN, recordTwoInstitutions } from './testing/two-institutions.ts'

let house: House
let enter: Awaited<ReturnType<typeof serve>>['enter']
let worker: Caller
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openTestHouse()
  close = opened.close
  house = opened.house
  await recordTwoInstitutions(house)
  const served = await serve(house, { role: 'worker', organisation: 'WSS' })
  enter = served.enter
  worker = served
})
afterAll(() => close())

const family = (id: string) => `trajectories/jbjr/${id}/persons`
const BRAM = {
  kind: 'child',
  name: '  Bram van Houten ',
  bornOn: '2015-06-07',
  bsn: '1234.56.782',
  address: 'Dorpsstraat 12\r\n1234 AB Oud Zand',
  phone: '',
  note: null,
}
const KEPT = {
  ...BRAM,
  code: 'K1',
  name: 'Bram van Houten',
  bsn: '123456782',
  address: 'Dorpsstraat 12\n1234 AB Oud Zand',
  phone: null,
}
const problemOf = async (asked: Promise<{ statusCode: number; json: () => unknown }>) => {
  const { statusCode, json } = await asked
  const { code, field } = json() as Problem
  return [statusCode, code, field].filter((part) => part !== undefined).join(' ')
}

describe('who a family is', () => {
  it('is kept tidily, changed and removed', async () => {
    const kept = await worker.put(`${family(OWN)}/K1`, BRAM)
    expect([kept.statusCode, kept.json()]).toEqual([200, KEPT])
    const read = await worker.get(family(OWN))
    expect(read.json<Family>()).toEqual({
      persons: [KEPT],
      mayKeep: true,
      unnamed: [],
      destroyedOn: null,
    })
    expect((await worker.del(`${family(OWN)}/K1`)).statusCode).toBe(204)
    expect(await problemOf(worker.del(`${family(OWN)}/K1`))).toBe('404 person-unknown')
    expect((await worker.get(family(OWN))).json<Family>().persons).toEqual([])
  })

  it.each([
    [{ bsn: '123456789' }, '400 bsn-invalid bsn'],
    [{ bornOn: '2015-02-30' }, '400 person-invalid bornOn'],
    [{ bornOn: '2023-06-02' }, '400 person-invalid bornOn'],
    [{ name: 'x'.repeat(201) }, '400 person-invalid name'],
    [{ name: 'Bram\nvan Houten' }, '400 person-invalid name'],
    [{ note: 'a\u0000b' }, '400 person-invalid note'],
    [{ kind: 'cousin' }, '400 parameter'],
    [{ surname: 'x' }, '400 parameter'],
  ])('is refused with %j: %s', async (change, expected) => {
    expect(await problemOf(worker.put(`${family(OWN)}/K1`, { ...BRAM, ...change }))).toContain(
      expected,
    )
    expect((await worker.get(family(OWN))).json<Family>().persons).toEqual([])
  })

  it('is for who helps it alone', async () => {
    await worker.put(`${family(OWN)}/K1`, BRAM)
    const ask = async (who: Parameters<typeof enter>[0], id = OWN) => {
      const caller = await enter(who)
      return [
        await problemOf(caller.get(family(id))),
        await problemOf(caller.put(`${family(id)}/K1`, BRAM)),
        await problemOf(caller.del(`${family(id)}/K9`)),
      ]
    }
    const no = Array.from({ length: 3 }, () => '403 not-allowed')
    const unknown = Array.from({ length: 3 }, () => '404 trajectory-unknown')
    for (const role of ['policy-officer', 'publisher', 'auditor', 'administrator'] as const) {
      expect(await ask({ role, organisation: 'WSS' })).toEqual(no)
    }
    const lead = { role: 'team-lead', organisation: 'WSS' } as const
    expect(await ask({ ...lead, purpose: 'oversight' })).toEqual(no)
    expect(await ask({ role: 'provider', organisation: 'WSS' })).toEqual([
      '200',
      '403 not-allowed',
      '403 not-allowed',
    ])
    for (const id of [FOREIGN, MISSING]) {
      expect(await ask({ role: 'worker', organisation: 'WSS' }, id)).toEqual(unknown)
    }
    expect(await ask({ role: 'worker', organisation: 'LJR' })).toEqual(unknown)
  })

  it('is nobody where a trajectory is a part of a programme', async () => {
    const path = family(OWN).replace('/jbjr/', '/programme-action/')
    expect(path).not.toBe(family(OWN))
    expect(await problemOf(worker.get(path))).toBe('403 not-allowed')
    expect(await problemOf(worker.put(`${path}/K1`, BRAM))).toBe('403 not-allowed')
  })

  it('answers the same for a trajectory that is not there and one that is foreign', async () => {
    const bodies = await Promise.all([FOREIGN, MISSING].map((id) => worker.get(family(id))))
    expect(bodies[0]?.body).toBe(bodies[1]?.body)
  })

  it('is found by number and by name with birthday, by who may see it', async () => {
    await worker.put(`${family(OWN)}/K1`, BRAM)
    const search = async (caller: Caller, body: object) =>
      (await caller.post('families/search', body)).json()
    const found = [{ route: 'jbjr', id: OWN }]
    expect(await search(worker, { bsn: '123456782' })).toEqual(found)
    expect(await search(worker, { name: 'van HOUTEN', bornOn: '2015-06-07' })).toEqual(found)
    expect(await search(worker, { name: 'Houten', bornOn: '2015-06-08' })).toEqual([])
    const foreign = await enter({ role: 'worker', organisation: 'LJR' })
    expect(await search(foreign, { bsn: '123456782' })).toEqual([])
    const auditor = await enter({ role: 'auditor', organisation: 'WSS' })
    const asked = (caller: Caller, body: object) => problemOf(caller.post('families/search', body))
    expect(await asked(auditor, { bsn: '123456782' })).toBe('403 not-allowed')
    expect(await asked(worker, { bsn: '12345678' })).toBe('400 bsn-invalid bsn')
    expect(await asked(worker, { name: ' ', bornOn: '2015-06-08' })).toBe('400 person-invalid name')
    expect(await asked(worker, { name: 'x', bornOn: 'x' })).toBe('400 person-invalid bornOn')
    expect(await asked(worker, { name: 'x' })).toContain('400 body-invalid')
  })

  it('says which children the log names and of whom nothing is kept', async () => {
    const event = (id: string, type: string, data: object) => ({
      id,
      trajectory: 'OT-1',
      route: 'ot',
      type,
      validOn: '2023-01-02',
      recordedAt: '2023-01-02T10:00:00Z',
      data,
    })
    await record(
      house,
      event('o1', 'registered', { channel: 'direct', applicant: 'mother', residence: 'Drenthe' }),
      event('o2', 'childRecorded', { child: 'OT-1-K1' }),
      event('o3', 'childRecorded', { child: 'OT-1-K2' }),
    )
    const ot = await enter({ role: 'worker', organisation: 'OT', kind: 'support-team' })
    const path = 'trajectories/ot/OT-1/persons'
    await ot.put(`${path}/OT-1-K2`, { ...BRAM, bsn: null })
    expect((await ot.get(path)).json<Family>().unnamed).toEqual(['OT-1-K1'])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../house/house.ts'
import { type Caller, openTestHouse, record, serve } from '../testing/test-house.ts'
import type { Problem, Trajectory } from './contract.ts'
import { FOREIGN, MISSING, OWN, recordTwoInstitutions } from './testing/two-institutions.ts'

const NAME = 'Bram Zwaluwstaartinga'
const PERSON = {
  kind: 'child',
  name: NAME,
  bornOn: '2012-06-07',
  bsn: '123456782',
  address: 'Dorpsstraat 12\n1234 AB Oud Zand',
  phone: '06 12345678',
  note: null,
}
const INSTITUTION = { organisation: 'WSS', kind: 'certified-institution' } as const

let house: House
let asOwner: (sql: string) => Promise<unknown>
let close: () => Promise<void>
let enter: Awaited<ReturnType<typeof serve>>['enter']
let worker: Caller

beforeAll(async () => {
  const opened = await openTestHouse()
  ;({ house, asOwner, close } = opened)
  await recordTwoInstitutions(house)
  const event = (id: string, day: string, type: string, data: object, more: object = {}) => ({
    id,
    trajectory: OWN,
    route: 'jbjr',
    type,
    validOn: day,
    recordedAt: `${day}T12:00:00Z`,
    data,
    ...more,
  })
  await record(
    house,
    event('c1', '2023-01-12', 'firstContact', {}),
    event(
      'c2',
      '2023-01-11',
      'firstContact',
      {},
      { supersedes: 'c1', recordedAt: '2023-02-01T09:00:00Z' },
    ),
    event('c3', '2023-03-01', 'partyJoined', { organisation: 'LJR', team: 'noord' }),
    event('c4', '2023-04-01', 'partyLeft', { organisation: 'LJR' }),
    event('c5', '2023-04-02', 'consentAsked', { organisation: 'LJR', answer: 'given' }),
    event('c6', '2023-04-02', 'sharedWith', {
      organisation: 'LJR',
      fields: 'region,municipality',
      until: '2999-12-31',
    }),
  )
  await house.people.addOrganisation({
    code: 'LJR',
    kind: 'certified-institution',
    name: 'Leger des Heils',
  })
  const served = await serve(house, { role: 'worker', ...INSTITUTION })
  enter = served.enter
  worker = served
  await worker.put(`trajectories/jbjr/${OWN}/persons/K1`, PERSON)
})
afterAll(() => close())

const file = (id: string, form = 'html') => `trajectories/jbjr/${id}/file.${form}`
const problemOf = async (asked: Promise<{ statusCode: number; json: () => unknown }>) => {
  const { statusCode, json } = await asked
  return statusCode < 300 ? `${statusCode}` : `${statusCode} ${(json() as Problem).code}`
}

/** The words under a heading of the second level, until the next. */
async function partOf(caller: Caller, id: string): Promise<string> {
  const { statusCode, body } = await caller.get(file(OWN))
  expect(statusCode).toBe(200)
  const [, part = ''] = body.split(`<h2 id="${id}">`)
  const [own = ''] = part.split(/<h2 |<\/main>/)
  // Each cell and line by itself, as they are read.
  return own
    .replace(/<\/(p|h2|h3|th)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/\n+/g, '\n')
}

describe('the document of a family', () => {
  it('is for who helps it and may share it, and nobody else', async () => {
    for (const [who, expected] of [
      [{ role: 'worker' }, '200'],
      [{ role: 'team-lead', purpose: 'help' }, '200'],
      [{ role: 'coordinator', purpose: 'coordination' }, '200'],
      [{ role: 'team-lead', purpose: 'oversight' }, '403 not-allowed'],
      [{ role: 'provider' }, '403 not-allowed'],
      [{ role: 'policy-officer' }, '403 not-allowed'],
      [{ role: 'publisher' }, '403 not-allowed'],
      [{ role: 'auditor' }, '403 not-allowed'],
      [{ role: 'administrator' }, '403 not-allowed'],
    ] as const) {
      const caller = await enter({ ...INSTITUTION, ...who })
      expect([who, await problemOf(caller.get(file(OWN)))]).toEqual([who, expected])
      const seen = await caller.get(`trajectories/jbjr/${OWN}`)
      if (seen.statusCode !== 200) continue
      expect([who, seen.json<Trajectory>().mayGiveFile]).toEqual([who, expected === '200'])
    }
  })

  it('is as little there of a foreign family as of none; who broke the glass may not give it', async () => {
    for (const id of [FOREIGN, MISSING]) {
      expect(await problemOf(worker.get(file(id)))).toBe('404 trajectory-unknown')
      expect(await problemOf(worker.get(file(id, 'pdf')))).toBe('404 trajectory-unknown')
    }
    await worker.post('glass', { route: 'jbjr', trajectory: FOREIGN, reason: 'acuut' })
    expect(await problemOf(worker.get(file(FOREIGN)))).toBe('403 not-allowed')
    const other = await enter({ role: 'worker', organisation: 'LJR' })
    expect(await problemOf(other.get(file(OWN)))).toBe('403 not-allowed')
  })

  it('says who the family is, what was recorded, and what was corrected', async () => {
    const family = await partOf(worker, 'gezin')
    for (const words of [NAME, '7 juni 2012', '123456782', 'Dorpsstraat 12', '06 12345678']) {
      expect(family).toContain(words)
    }
    const happened = await partOf(worker, 'gebeurd')
    expect(happened).toContain('12 januari 2023')
    expect(happened).toContain('Geldt niet meer: verbeterd op 1 februari 2023.')
    expect(happened).toContain('21 dagen later')
    expect(await partOf(worker, 'termijnen')).toContain('Te laat gedaan, op 11 januari 2023.')
    const parties = await partOf(worker, 'betrokken')
    expect(parties).toContain('Leger des Heils\nteam noord\n1 maart 2023\n1 april 2023')
    expect(parties).toContain('3 januari 2023\nNog steeds')
    expect(await partOf(worker, 'gedeeld')).toContain(
      'Op 2 april 2023 gaf u toestemming.\nOp 2 april 2023 gedeeld, tot en met 31 december 2999: Jeugdregio, Gemeente.',
    )
    expect(await partOf(worker, 'bewaren')).toMatch(/Wij bewaren uw dossier tot en met \d+ \w+ 20/)
  })

  it('says that there is what its maker may not see, and who may', async () => {
    expect(await partOf(worker, 'gebeurd')).not.toContain('niet in dit overzicht')
    const coordinator = await enter({
      role: 'coordinator',
      purpose: 'coordination',
      ...INSTITUTION,
    })
    const happened = await partOf(coordinator, 'gebeurd')
    expect(happened).toContain('1 gegeven staat niet in dit overzicht')
    expect(happened).toContain('hulpverlener (doel: hulp verlenen)')
    expect(happened).not.toContain('(doel: hulp op gang brengen)')
  })

  it('says who looked: each time, with role and purpose, also itself, and nothing of others', async () => {
    const lead = await enter({ role: 'team-lead', purpose: 'oversight', ...INSTITUTION })
    for (let time = 0; time < 3; time++) await lead.get(`trajectories/jbjr/${OWN}`)
    await lead.get('trajectories?route=jbjr')
    const stranger = await enter({ role: 'worker', organisation: 'DJGB' })
    await stranger.get(`trajectories/jbjr/${OWN}`)
    await stranger.get(`trajectories/jbjr/${FOREIGN}`)
    await stranger.post('glass', { route: 'jbjr', trajectory: OWN, reason: 'kind in gevaar' })
    await stranger.get(`trajectories/jbjr/${OWN}`)
    const looked = await partOf(worker, 'gekeken')
    expect(looked).toMatch(
      /teamleider, doel: toezicht houden\nBekeek het dossier: .*\(3 keer\) uur|teamleider, doel: toezicht houden\nBekeek het dossier: \d\d\.\d\d/,
    )
    for (const words of [
      'Zag het dossier in een lijst',
      'Vroeg naar het dossier en kreeg niets te zien',
      'Opende het dossier met noodtoegang',
      'Bekeek het dossier (met noodtoegang)',
      'Schreef op wie iemand van uw gezin is',
      'Maakte een overzicht zoals dit',
    ]) {
      expect(looked).toContain(words)
    }
    expect(looked).not.toContain(FOREIGN)
    const glass = await partOf(worker, 'noodtoegang')
    expect(glass).toContain('kind in gevaar')
    const [{ n: before }] = (await counted()) as [{ n: number }]
    const told = Number(/Het gebeurde (\d+) keer/.exec(await partOf(worker, 'gekeken'))?.[1])
    expect(told).toBe(before + 1)
  })

  /** The records about the family, by plain SQL. */
  const counted = () =>
    asOwner(`select count(*)::int as n from tijdig.audit a
      where exists (select from jsonb_array_elements(a.record -> 'participantObject') o
        where o ->> 'ParticipantObjectID' = '${OWN}')`)

  it('goes out only with a record of it, by whom and by what right', async () => {
    const { body } = await worker.get(file(OWN))
    expect(body).toContain(NAME)
    const auditor = await enter({ role: 'auditor', ...INSTITUTION })
    const { lines } = (
      await auditor.get(`audit?route=jbjr&trajectory=${OWN}&kind=file-given`)
    ).json()
    expect(lines[0]).toMatchObject({ kind: 'file-given', outcome: 'done' })
    await asOwner('alter table tijdig.audit add constraint stop check (false) not valid')
    try {
      const { statusCode, body: refused } = await worker.get(file(OWN))
      expect(statusCode).toBe(500)
      expect(refused).not.toContain(NAME)
    } catch (error) {
      // The test's server throws what it would report.
      expect(String(error)).toContain('stop')
    } finally {
      await asOwner('alter table tijdig.audit drop constraint stop')
    }
  })

  it('comes as a page and as a PDF that nothing runs in and no frame shows', async () => {
    const page = await worker.get(file(OWN))
    const pdf = await worker.get(file(OWN, 'pdf'))
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    for (const { headers } of [page, pdf]) {
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['content-disposition']).toMatch(/^attachment; filename="inzage\.(html|pdf)"$/)
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'$/,
      )
    }
    expect(page.body).not.toMatch(/<script|\son\w+=|style="/)
  }, 60_000)
})

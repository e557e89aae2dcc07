import {
  addDays,
  addMonths,
  type Day,
  dayOfMoment,
  formatDay,
  momentOfMilliseconds,
} from '@tijdig/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../house/house.ts'
import { type Caller, openTestHouse, serve } from '../testing/test-house.ts'
import type { Notice, Problem, SharedLine, Trajectories, Trajectory } from './contract.ts'
import { FOREIGN, OWN, recordTwoInstitutions } from './testing/two-institutions.ts'

let house: House
let enter: Awaited<ReturnType<typeof serve>>['enter']
let worker: Caller
let close: () => Promise<void>
let today: Day

beforeAll(async () => {
  // What is shared is shown until a day of the database's own clock.
  const opened = await openTestHouse(() => momentOfMilliseconds(Date.now()))
  close = opened.close
  house = opened.house
  today = dayOfMoment(house.now())
  await recordTwoInstitutions(house)
  const served = await serve(house, { role: 'worker', organisation: 'WSS' })
  enter = served.enter
  worker = served
  const { people } = house
  await people.addOrganisation({
    code: 'DJGB',
    kind: 'certified-institution',
    name: 'De Beschermers',
  })
  await people.addOrganisation({
    code: 'LJR',
    kind: 'certified-institution',
    name: 'Leger des Heils',
  })
})
afterAll(() => close())

const path = `trajectories/jbjr/${OWN}`
const look = async (caller: Caller) => (await caller.get(path)).json<Trajectory>()
const problem = async (response: Promise<{ statusCode: number; json: () => unknown }>) => {
  const { statusCode, json } = await response
  const { code, field } = json() as Problem
  return { status: statusCode, code, field }
}

describe('recording', () => {
  it('offers the steps that this role may take in this state, with what to fill in', async () => {
    const { steps, relation, relationLabel, parties, state } = await look(worker)
    expect({ relation, relationLabel, parties, state: state?.code }).toEqual({
      relation: 'party',
      relationLabel: 'uw organisatie is betrokken',
      parties: [{ organisation: 'WSS', name: 'Organisatie WSS', team: null, receiving: null }],
      state: 'assigned',
    })
    const types = steps.map(({ type }) => type)
    expect(types).toContain('helpStarted')
    // For leads, for nobody by itself.
    expect(types).not.toContain('workerAssigned')
    expect(types).not.toContain('partyJoined')
    expect(types).not.toContain('sharedWith')
    expect(steps.find(({ type }) => type === 'helpStarted')?.fields).toEqual([
      {
        code: 'service',
        label: 'Soort hulp',
        kind: 'code',
        required: false,
        choices: expect.arrayContaining([{ code: 'ambulant', label: 'hulp thuis' }]),
        help: null,
        colleague: false,
        teamOf: null,
      },
    ])
    const lead = await enter({ role: 'team-lead', organisation: 'WSS' })
    expect((await look(lead)).steps.map(({ type }) => type)).toContain('workerAssigned')
  })

  it('puts an event in the log under a number of its own, and changes the state', async () => {
    const recorded = await worker.post(`${path}/events`, {
      type: 'helpStarted',
      validOn: '2023-02-01',
      data: { service: 'ambulant' },
    })
    expect(recorded.statusCode).toBe(201)
    const { event } = recorded.json<{ event: string }>()
    const entry = (await look(worker)).timeline.find(({ id }) => id === event)
    expect(entry).toMatchObject({
      type: 'helpStarted',
      validOn: '2023-02-01',
      status: 'stands',
      details: [{ label: 'Soort hulp', value: 'hulp thuis' }],
    })
    expect(entry).not.toHaveProperty('position')
  })

  it.each([
    [{ type: 'nergens', validOn: '2023-02-01' }, 400, 'type-unknown', 'type'],
    [{ type: 'helpStarted', validOn: '2023-02-30' }, 400, 'day-invalid', 'validOn'],
    [{ type: 'helpStarted', validOn: '2999-01-01' }, 400, 'day-in-future', 'validOn'],
    [{ type: 'helpStarted' }, 400, 'parameter-missing', 'validOn'],
    [
      { type: 'helpStarted', validOn: '2023-02-01', data: { service: 7 } },
      400,
      'field-invalid',
      'data.service',
    ],
    [
      { type: 'helpStarted', validOn: '2023-02-01', data: { naam: 'x' } },
      400,
      'field-unknown',
      'data.naam',
    ],
    [
      { type: 'institutionNotified', validOn: '2023-02-01' },
      400,
      'field-missing',
      'data.institution',
    ],
    [
      { type: 'institutionNotified', validOn: '2023-02-01', data: { institution: 'NERGENS' } },
      400,
      'organisation-unknown',
      'data.institution',
    ],
    [
      { type: 'workerAssigned', validOn: '2023-02-01', data: { worker: 'w' } },
      403,
      'not-allowed',
      undefined,
    ],
    [{ type: 'retracted', validOn: '2023-02-01' }, 400, 'type-unknown', 'type'],
    [{ type: 'sharedWith', validOn: '2023-02-01' }, 403, 'not-allowed', undefined],
  ])('%j is refused with %i %s at %s', async (body, status, code, field) => {
    expect(await problem(worker.post(`${path}/events`, body))).toEqual({ status, code, field })
  })

  it('refuses a step that does not fit the state', async () => {
    const lead = await enter({ role: 'team-lead', organisation: 'WSS' })
    const opened = await lead.post('trajectories', opening('ots'))
    const { id } = opened.json<{ id: string }>()
    const ended = { type: 'orderEnded', validOn: '2023-03-01', data: {} }
    expect((await lead.post(`trajectories/jbjr/${id}/events`, ended)).statusCode).toBe(201)
    const assigned = { type: 'workerAssigned', validOn: '2023-03-02', data: { worker: 'w' } }
    expect(await problem(lead.post(`trajectories/jbjr/${id}/events`, assigned))).toEqual({
      status: 409,
      code: 'step-not-now',
      field: 'type',
    })
  })
})

const opening = (order: string) => ({
  route: 'jbjr',
  events: [
    {
      type: 'orderImposed',
      validOn: '2023-02-01',
      data: { order, region: 'IJmond', municipality: 'Velsen' },
    },
  ],
})

describe('opening', () => {
  it('gives a number that nobody can guess, and makes the own organisation party', async () => {
    const made = await worker.post('trajectories', opening('guardianship'))
    expect(made.statusCode).toBe(201)
    const { id } = made.json<{ id: string }>()
    expect(id).toMatch(/^JBJR-[0-9A-HJKMNP-TV-Z]{10}$/)
    expect(made.headers.location).toBe(`/api/v1/trajectories/jbjr/${id}`)
    const { parties, timeline } = (await worker.get(`trajectories/jbjr/${id}`)).json<Trajectory>()
    expect(parties).toEqual([
      { organisation: 'WSS', name: 'Organisatie WSS', team: null, receiving: null },
    ])
    expect(timeline.map(({ type }) => type).sort()).toEqual(['orderImposed', 'partyJoined'])
    const stranger = await enter({ role: 'worker', organisation: 'DJGB' })
    expect((await stranger.get(`trajectories/jbjr/${id}`)).statusCode).toBe(404)
  })

  it('needs no joining where the route makes the organisation party', async () => {
    const supporter = await enter({ role: 'worker', organisation: 'OT', kind: 'support-team' })
    const made = await supporter.post('trajectories', {
      route: 'ot',
      events: [
        {
          type: 'registered',
          validOn: '2023-02-01',
          data: { channel: 'direct', applicant: 'mother', residence: 'Utrecht' },
        },
      ],
    })
    expect(made.statusCode).toBe(201)
    const { id } = made.json<{ id: string }>()
    const { timeline } = (await supporter.get(`trajectories/ot/${id}`)).json<Trajectory>()
    expect(timeline.map(({ type }) => type)).toEqual(['registered'])
  })

  it('is not done by a step that opens nothing, and says which event is wrong', async () => {
    const steps = [...opening('ots').events, { type: 'firstContact', validOn: '2023-02-02' }]
    expect(await problem(worker.post('trajectories', { route: 'jbjr', events: steps }))).toEqual({
      status: 409,
      code: 'step-not-now',
      field: 'events.1.type',
    })
    const [first] = opening('ots').events
    const odd = [{ ...first, data: { ...first?.data, region: 7 } }]
    expect(await problem(worker.post('trajectories', { route: 'jbjr', events: odd }))).toEqual({
      status: 400,
      code: 'field-invalid',
      field: 'events.0.data.region',
    })
  })
})

describe('sharing', () => {
  const sharing = (more: object = {}) => ({
    organisation: 'LJR',
    fields: ['region', 'municipality'],
    until: formatDay(addDays(today, 30)),
    consent: { answer: 'given' },
    ...more,
  })

  it('shows the fields, and no others, until it is ended', async () => {
    const other = await enter({ role: 'worker', organisation: 'LJR' })
    expect((await other.get(path)).statusCode).toBe(404)
    const made = await worker.post(`${path}/shares`, sharing())
    expect([made.statusCode, made.json()]).toEqual([201, { shared: true }])
    const shown = await look(other)
    expect(shown).toMatchObject({
      relation: 'shared',
      sharedFields: [
        { code: 'region', label: 'Jeugdregio' },
        { code: 'municipality', label: 'Gemeente' },
      ],
      parties: [],
      shares: [],
      steps: [],
      mayShare: false,
      shareable: [],
    })
    const told = shown.timeline.flatMap(({ details }) => details.map(({ label }) => label))
    expect([...new Set(told)].sort()).toEqual(['Gemeente', 'Jeugdregio'])
    expect((await other.get('shared?route=jbjr')).json<SharedLine[]>()).toEqual([
      {
        id: OWN,
        route: 'jbjr',
        until: sharing().until,
        fields: shown.sharedFields,
      },
    ])
    // It is no trajectory of their own.
    expect((await other.get('trajectories?route=jbjr')).json<Trajectories>().total).toBe(0)
    const { timeline, facts } = await look(worker)
    const inWords = { label: 'Welke gegevens', value: 'Jeugdregio, Gemeente' }
    expect(timeline.find(({ type }) => type === 'sharedWith')?.details).toContainEqual(inWords)
    expect(facts).toContainEqual(expect.objectContaining(inWords))
    expect((await look(worker)).shares).toEqual([
      {
        organisation: 'LJR',
        name: 'Leger des Heils',
        fields: shown.sharedFields,
        until: sharing().until,
      },
    ])
    expect((await worker.del(`${path}/shares/LJR`)).statusCode).toBe(204)
    expect((await other.get(path)).statusCode).toBe(404)
    expect(await problem(worker.del(`${path}/shares/LJR`))).toMatchObject({ code: 'share-unknown' })
  })

  it('records a refusal and shares nothing, also what was shared before', async () => {
    const other = await enter({ role: 'worker', organisation: 'LJR' })
    const grounded = { answer: 'not-needed', reason: 'child-safety' }
    expect((await worker.post(`${path}/shares`, sharing({ consent: grounded }))).json()).toEqual({
      shared: true,
    })
    expect((await other.get(path)).statusCode).toBe(200)
    const refused = await worker.post(`${path}/shares`, sharing({ consent: { answer: 'refused' } }))
    expect([refused.statusCode, refused.json()]).toEqual([201, { shared: false }])
    expect((await other.get(path)).statusCode).toBe(404)
    const asked = (await look(worker)).timeline.filter(({ type }) => type === 'consentAsked')
    expect(asked.at(-1)?.details).toContainEqual({
      label: 'Antwoord van het gezin',
      value: 'geweigerd',
    })
  })

  it('says what is wrong', async () => {
    const refusal = (more: object) => problem(worker.post(`${path}/shares`, sharing(more)))
    const wrong = (code: string, field: string) => ({ status: 400, code, field })
    expect(await refusal({ fields: ['region', 'naam'] })).toEqual(
      wrong('field-unknown', 'fields.1'),
    )
    expect(await refusal({ organisation: 'NERGENS' })).toEqual(
      wrong('organisation-unknown', 'organisation'),
    )
    expect(await refusal({ organisation: 'WSS' })).toEqual(wrong('share-needless', 'organisation'))
    const late = formatDay(addDays(addMonths(today, 12), 1))
    for (const until of [formatDay(addDays(today, -1)), late, 'morgen']) {
      expect(await refusal({ until })).toEqual(wrong('until-invalid', 'until'))
    }
    expect(await refusal({ consent: { answer: 'not-needed' } })).toEqual(
      wrong('consent-reason', 'consent.reason'),
    )
    expect(await refusal({ consent: { answer: 'given', reason: 'child-safety' } })).toEqual(
      wrong('consent-reason', 'consent.reason'),
    )
    expect(await refusal({ consent: { answer: 'misschien' } })).toEqual(
      wrong('parameter-invalid', 'consent.answer'),
    )
    expect(await refusal({ consent: {} })).toEqual(wrong('parameter-missing', 'consent.answer'))
  })

  it('is only of what one may read oneself', async () => {
    const coordinator = await enter({ role: 'coordinator', organisation: 'WSS' })
    const codes = (await look(coordinator)).shareable.map(({ code }) => code)
    expect(codes).toContain('region')
    // Only for who helps the family.
    expect(codes).not.toContain('divorce')
    expect((await look(worker)).shareable.map(({ code }) => code)).toContain('divorce')
    expect(
      await problem(coordinator.post(`${path}/shares`, sharing({ fields: ['divorce'] }))),
    ).toEqual({ status: 400, code: 'field-unknown', field: 'fields.0' })
  })
})

describe('fields', () => {
  it('that a role may not read are simply not there', async () => {
    const provider = await enter({ role: 'provider', organisation: 'WSS' })
    const labels = (trajectory: Trajectory) =>
      trajectory.timeline.flatMap(({ details }) => details.map(({ label }) => label))
    expect(labels(await look(worker))).toContain('Scheiding')
    const shown = await look(provider)
    expect(labels(shown)).not.toContain('Scheiding')
    expect(labels(shown)).not.toContain('Geboortejaar')
    expect(shown.facts.map(({ label }) => label)).not.toContain('Scheiding')
    expect(shown.steps).toEqual([])
  })
})

describe('a team', () => {
  it('has a trajectory to itself, before other teams but not before the lead', async () => {
    await house.people.addTeam('WSS', { code: 'noord', name: 'Noord' })
    const lead = await enter({ role: 'team-lead', organisation: 'WSS', teams: ['zuid'] })
    const north = await enter({ role: 'worker', organisation: 'WSS', teams: ['noord'] })
    const { id } = (await worker.post('trajectories', opening('ots'))).json<{ id: string }>()
    const one = `trajectories/jbjr/${id}`
    const given = (team: string) => ({
      type: 'partyJoined',
      validOn: '2023-02-02',
      data: { organisation: 'WSS', team },
    })
    expect(await problem(lead.post(`${one}/events`, given('oost')))).toEqual({
      status: 400,
      code: 'team-unknown',
      field: 'data.team',
    })
    expect((await lead.post(`${one}/events`, given('noord'))).statusCode).toBe(201)
    expect((await worker.get(one)).statusCode).toBe(404)
    expect((await north.get(one)).json()).toMatchObject({ relation: 'party' })
    expect((await lead.get(one)).json()).toMatchObject({
      relation: 'other-team',
      parties: [{ organisation: 'WSS', team: 'noord' }],
      steps: [],
      mayShare: false,
    })
    expect(await problem(lead.post(`${one}/events`, given('zuid')))).toMatchObject({
      status: 403,
      code: 'not-allowed',
    })
  })
})

describe('breaking the glass', () => {
  it('needs a reason, and is told to the lead of who is party', async () => {
    const order = (reason: string) => ({ route: 'jbjr', trajectory: FOREIGN, reason })
    expect(await problem(worker.post('glass', order('  ')))).toEqual({
      status: 400,
      code: 'reason-missing',
      field: 'reason',
    })
    expect((await worker.post('glass', order('kind\u0000'))).statusCode).toBe(400)
    const broken = await worker.post('glass', order('acuut gevaar\nvannacht'))
    expect(broken.statusCode).toBe(201)
    expect((await worker.get(`trajectories/jbjr/${FOREIGN}`)).json()).toMatchObject({
      relation: 'glass',
      relationLabel: 'u brak het glas',
    })
    const lead = await enter({ role: 'team-lead', organisation: 'DJGB' })
    const notices = (await lead.get('notices')).json<Notice[]>()
    expect(notices).toMatchObject([
      {
        route: 'jbjr',
        trajectory: FOREIGN,
        by: { role: 'worker', roleLabel: 'hulpverlener', organisationName: 'Organisatie WSS' },
        reason: 'acuut gevaar\nvannacht',
        endsAt: broken.json<{ endsAt: string }>().endsAt,
        seenAt: null,
      },
    ])
    const seen = await lead.post(`notices/${notices[0]?.id}/seen`)
    expect([seen.statusCode, seen.body]).toEqual([204, ''])
    expect((await lead.get('notices')).json<Notice[]>()[0]?.seenAt).not.toBeNull()
    expect(await problem(lead.post('notices/iets/seen'))).toMatchObject({ code: 'notice-unknown' })
  })
})

import { type Event, getDay, getMoment } from '@tijdig/core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../house/house.ts'
import { signInAs } from '../testing/sign-in-as.ts'
import { type Caller, openTestHouse, record, serve } from '../testing/test-house.ts'
import type { Colleague, Figures, Problem, Trajectories, Trajectory, Work } from './contract.ts'

let house: House
let close: () => Promise<void>
let intake: Caller
let fixed: Caller
let both: Caller
let lead: Caller
let codes: Record<'intake' | 'fixed' | 'both' | 'lead', string>
let id = ''
let count = 0

/** Today: Wednesday 15 March 2023. */
let now = getMoment('2023-03-15T10:00:00Z')

beforeAll(async () => {
  const opened = await openTestHouse(() => now)
  ;({ house, close } = opened)
  const at = { organisation: 'WSS' } as const
  const served = await serve(house, { role: 'worker', ...at, teams: ['instroom'] })
  intake = served
  fixed = await served.enter({ role: 'worker', ...at, teams: ['noord'] })
  both = await served.enter({ role: 'worker', ...at, teams: ['noord', 'zuid'] })
  lead = await served.enter({ role: 'team-lead', ...at, teams: ['instroom', 'noord'] })
  for (const code of ['instroom', 'noord', 'zuid']) {
    await house.people.addTeam('WSS', { code, name: `Team ${code}` })
  }
  const colleagues = (await lead.get('colleagues')).json<Colleague[]>()
  const codeOf = (role: string, ...teams: string[]) =>
    colleagues.find(
      (each) => each.role === role && each.teams.map(({ code }) => code).join() === teams.join(),
    )?.code ?? ''
  codes = {
    intake: codeOf('worker', 'instroom'),
    fixed: codeOf('worker', 'noord'),
    both: codeOf('worker', 'noord', 'zuid'),
    lead: codeOf('team-lead', 'instroom', 'noord'),
  }
}, 120_000)
afterAll(() => close())

beforeEach(async () => {
  now = getMoment('2023-03-15T10:00:00Z')
  id = `JB-${++count}`
  await record(house, ...started(id))
})

/** A case that the intake team started. */
function started(trajectory: string): object[] {
  const line = (type: string, validOn: string, data: object, hour: number) => ({
    id: `${trajectory}-${type}`,
    trajectory,
    route: 'jbjr',
    type,
    validOn,
    recordedAt: `${validOn}T${hour}:00:00Z`,
    data,
  })
  return [
    line(
      'orderImposed',
      '2023-03-01',
      { order: 'ots', region: 'IJmond', municipality: 'Velsen' },
      10,
    ),
    line('institutionNotified', '2023-03-01', { institution: 'WSS' }, 11),
    line('partyJoined', '2023-03-01', { organisation: 'WSS', team: 'instroom' }, 12),
    line('workerAssigned', '2023-03-02', { worker: codes.intake }, 13),
    line('firstContact', '2023-03-03', {}, 14),
  ]
}

const step = (caller: Caller, type: string, data: object = {}, more: object = {}) =>
  caller.post(`trajectories/jbjr/${id}/events`, { type, validOn: '2023-03-15', data, ...more })
const begin = (data: object = {}) => step(intake, 'handoverBegan', { worker: codes.fixed, ...data })
const look = (caller: Caller, more = '') => caller.get(`trajectories/jbjr/${id}${more}`)
const statuses = async () =>
  Promise.all([intake, fixed, both, lead].map(async (who) => (await look(who)).statusCode))
const handing = async (caller: Caller, query = 'of=me') => {
  const parts = ['overdue', 'today', 'week', 'later', 'waiting']
  const found = await Promise.all(
    parts.map(async (part) => {
      const { lines, counts } = (
        await caller.get(`work?${query}&part=${part}&pageSize=100`)
      ).json<Work>()
      expect(Object.entries(counts).find(([name]) => name === part)?.[1]).toBe(lines.length)
      return lines.filter((line) => line.id === id && line.term === 'WO-T01').map(() => part)
    }),
  )
  return found.flat()
}
const refusal = async (answer: ReturnType<typeof step>) => {
  const { statusCode } = await answer
  const { code, field } = (await answer).json<Problem>()
  return [statusCode, code, field]
}

describe('a warm handover', () => {
  it('begins with a colleague alone: team and last day follow', async () => {
    expect(await statuses()).toEqual([200, 404, 404, 200])
    expect((await begin()).statusCode).toBe(201)
    expect(await statuses()).toEqual([200, 200, 200, 200])
    const seen = (await look(fixed)).json<Trajectory>()
    expect(seen.relation).toBe('party')
    expect(seen.handover).toEqual({
      from: { code: codes.intake, name: 'worker van WSS', isMe: false },
      fromTeam: { code: 'instroom', label: 'Team instroom' },
      to: { code: codes.fixed, name: 'worker van WSS', isMe: true },
      toTeam: { code: 'noord', label: 'Team noord' },
      since: '2023-03-15',
      until: '2023-04-12',
      overdue: false,
    })
    expect(seen.parties).toMatchObject([{ team: 'instroom', receiving: 'noord' }])
    expect(seen.clocks.find(({ code }) => code === 'WO-T01')?.outcome).toBe('running')
  })

  it('is on both lists, and once on that of who leads both teams', async () => {
    await begin({ until: '2023-03-17' })
    expect(await handing(intake)).toEqual(['week'])
    expect(await handing(fixed)).toEqual(['week'])
    expect(await handing(lead)).toEqual([])
    expect(await handing(lead, 'of=team')).toEqual(['week'])
    expect(await handing(both, 'of=team')).toEqual(['week'])
    const list = (await lead.get(`trajectories?route=jbjr&q=${id}`)).json<Trajectories>()
    expect(list.lines.filter((line) => line.id === id)).toHaveLength(1)
    expect(list.total).toBe(list.lines.length)
  })

  it('gives it to the receiver when it is completed; the giver sees it no more', async () => {
    await begin()
    expect((await step(fixed, 'handoverCompleted')).statusCode).toBe(201)
    expect(await statuses()).toEqual([404, 200, 200, 200])
    const seen = (await look(fixed)).json<Trajectory>()
    expect(seen.handover).toBeNull()
    expect(seen.parties).toMatchObject([{ team: 'noord', receiving: null }])
    expect(seen.clocks.find(({ code }) => code === 'WO-T01')?.outcome).toBe('in-time')
    const { lines } = (await fixed.get('work?of=me&part=later&pageSize=100')).json<Work>()
    expect(lines.filter((line) => line.id === id).map(({ term }) => term)).toContain('JB-T04')
  })

  it('stays with the giver when it is called off', async () => {
    await begin()
    expect(await refusal(step(lead, 'handoverCalledOff'))).toEqual([
      400,
      'field-missing',
      'data.reason',
    ])
    expect((await step(lead, 'handoverCalledOff', { reason: 'family' })).statusCode).toBe(201)
    expect(await statuses()).toEqual([200, 404, 404, 200])
    expect(await handing(intake)).toEqual([])
  })

  it('is seen by both after its last day, and is overdue on every list', async () => {
    await begin({ until: '2023-03-20' })
    now = getMoment('2023-03-25T10:00:00Z')
    expect(await statuses()).toEqual([200, 200, 200, 200])
    for (const who of [intake, fixed]) expect(await handing(who)).toEqual(['overdue'])
    expect(await handing(lead, 'of=team')).toEqual(['overdue'])
    expect((await look(intake)).json<Trajectory>().handover?.overdue).toBe(true)
  })

  it('is undone by withdrawing each step', async () => {
    const { event } = (await begin()).json<{ event: string }>()
    const done = (await step(fixed, 'handoverCompleted')).json<{ event: string }>()
    const withdraw = (caller: Caller, supersedes: string) =>
      step(caller, 'retracted', {}, { supersedes, why: 'taken-back' })
    expect((await withdraw(fixed, done.event)).statusCode).toBe(201)
    expect(await statuses()).toEqual([200, 200, 200, 200])
    expect((await withdraw(intake, event)).statusCode).toBe(201)
    expect(await statuses()).toEqual([200, 404, 404, 200])
  })

  it('is told as of any day, as known then', async () => {
    await begin()
    const before = (await look(lead, '?cutOff=2023-03-14')).json<Trajectory>()
    const unknown = (await look(lead, '?knownAt=2023-03-14')).json<Trajectory>()
    expect([before.handover, unknown.handover]).toEqual([null, null])
    await step(fixed, 'handoverCompleted')
    now = getMoment('2023-03-25T10:00:00Z')
    expect((await look(fixed)).json<Trajectory>().handover).toBeNull()
  })

  it('is corrected with the colleague who really takes it over', async () => {
    const { event } = (await begin()).json<{ event: string }>()
    const more = { supersedes: event, why: 'typed-wrong' }
    const data = { worker: codes.both, team: 'zuid' }
    expect((await step(intake, 'handoverBegan', data, more)).statusCode).toBe(201)
    expect(await statuses()).toEqual([200, 404, 200, 200])
  })
})

describe('what is offered', () => {
  const offered = async (caller: Caller) =>
    (await look(caller))
      .json<Trajectory>()
      .steps.flatMap(({ type, fields }) =>
        type.startsWith('handover') ? [[type, ...fields.map(({ code }) => code)]] : [],
      )

  it('is what fits: to begin, or else to complete or to call off', async () => {
    expect(await offered(intake)).toEqual([['handoverBegan', 'worker', 'team', 'until']])
    await begin()
    const running = [['handoverCompleted'], ['handoverCalledOff', 'reason']]
    expect(await offered(intake)).toEqual(running)
    expect(await offered(fixed)).toEqual(running)
  })
})

describe('is refused', () => {
  it.each([
    ['to the colleague who has it', () => ({ worker: codes.intake }), 'handover-other', 'worker'],
    ['to nobody here', () => ({ worker: 'gone' }), 'colleague-unknown', 'worker'],
    ['to a team of two unsaid', () => ({ worker: codes.both }), 'team-unknown', 'team'],
    [
      'to a team in which the colleague does not work',
      () => ({ worker: codes.fixed, team: 'zuid' }),
      'team-unknown',
      'team',
    ],
    ['for no day', () => ({ until: '2023-03-15' }), 'until-invalid', 'until'],
    ['for too long', () => ({ until: '2023-06-16' }), 'until-invalid', 'until'],
    ['until what is no day', () => ({ until: 'ooit' }), 'field-invalid', 'until'],
    ['elsewhere', () => ({ organisation: 'DJGB' }), 'organisation-unknown', 'organisation'],
  ])('%s', async (_, data, code, field) => {
    expect(await refusal(begin(data()))).toEqual([400, code, `data.${field}`])
  })

  it('twice, without a beginning, to another than begun with, or where nobody has it', async () => {
    expect(await refusal(step(intake, 'handoverCompleted'))).toEqual([409, 'handover-none', 'type'])
    await begin()
    expect(await refusal(begin())).toEqual([409, 'handover-runs', 'type'])
    expect(await refusal(step(fixed, 'handoverCompleted', { team: 'zuid' }))).toEqual([
      400,
      'handover-other',
      'data.team',
    ])
    id = 'JB-niemand'
    await record(house, ...started(id).slice(0, 3))
    expect(await refusal(begin())).toEqual([409, 'handover-nobody', 'type'])
  })

  it('by PostgreSQL as well, where it would make another organisation party', async () => {
    await begin()
    const { hash } = await signInAs(house, {
      ...{ role: 'worker', organisation: 'WSS', teams: ['noord'] },
    })
    const [first] = await house.store.visit(hash).record([handed('DJGB', 'handoverCompleted')])
    expect(first).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
    const [again] = await house.store.visit(hash).record([handed('DJGB', 'handoverBegan')])
    expect(again).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
    const [own] = await house.store.visit(hash).record([handed('WSS', 'handoverCompleted')])
    expect(own).toMatchObject({ ok: true })
  })
})

/** An event of a handover, as a program would make it that forgot to ask. */
function handed(organisation: string, type: string): Event {
  return {
    id: `${id}-${type}-${organisation}`,
    trajectory: id,
    route: 'jbjr',
    type,
    validOn: getDay('2023-03-15'),
    recordedAt: getMoment('2023-03-15T11:00:00Z'),
    data: { organisation, worker: codes.fixed, team: 'noord' },
  }
}

it('moves no figure of the norm of a worker in time', async () => {
  const office = (
    await serve(house, { role: 'publisher', organisation: 'PB', kind: 'programme-office' })
  ).get
  const figures = async () =>
    (await office('figures?route=jbjr&cutOff=2023-03-15&knownAt=2023-03-15'))
      .json<Figures>()
      .figures.filter(({ by }) => by.norm === 'worker-assigned')
  const before = await figures()
  expect(before.length).toBeGreaterThan(0)
  await begin()
  await step(fixed, 'handoverCompleted')
  expect(await figures()).toEqual(before)
})

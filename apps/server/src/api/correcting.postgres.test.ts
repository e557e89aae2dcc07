import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../house/house.ts'
import { type Caller, openTestHouse, record, serve } from '../testing/test-house.ts'
import type { Problem, TimelineEntry, Trajectory } from './contract.ts'

let house: House
let enter: Awaited<ReturnType<typeof serve>>['enter']
let worker: Caller
let lead: Caller
let close: () => Promise<void>
let turn = 0
let id: string

beforeAll(async () => {
  const opened = await openTestHouse()
  close = opened.close
  house = opened.house
  const served = await serve(house, { role: 'worker', organisation: 'WSS' })
  enter = served.enter
  worker = served
  lead = await enter({ role: 'team-lead', organisation: 'WSS' })
})
afterAll(() => close())

beforeEach(async () => {
  id = `JB-${++turn}`
  const line = (type: string, day: string, data: object) => ({
    ...{ id: `${id}-${type}`, trajectory: id, route: 'jbjr', type, validOn: day, data },
    recordedAt: `${day}T10:00:00Z`,
  })
  await record(
    house,
    line('orderImposed', '2023-05-22', {
      ...{ order: 'ots', birthYear: 2012, divorce: 'complex' },
      ...{ region: 'IJmond', municipality: 'Velsen' },
    }),
    line('institutionNotified', '2023-05-23', { institution: 'WSS' }),
    line('workerAssigned', '2023-05-25', { worker: 'elders-7' }),
  )
})

const post = (body: object, caller = worker) => caller.post(`trajectories/jbjr/${id}/events`, body)
const look = async (caller = worker) =>
  (await caller.get(`trajectories/jbjr/${id}`)).json<Trajectory>()
const find = async (event: string, caller = worker) =>
  (await look(caller)).timeline.find((entry) => entry.id === event) as TimelineEntry
const made = async (body: object, caller = worker) => {
  const answer = await post(body, caller)
  expect([answer.statusCode, answer.body]).toEqual([201, expect.stringContaining('event')])
  return answer.json<{ event: string }>().event
}
const refused = async (body: object, caller = worker) => {
  const answer = await post(body, caller)
  const { code, field, changes } = answer.json<Problem>()
  return { status: answer.statusCode, code, field, ...(changes && { changes }) }
}
const contact = (validOn: string) => ({ type: 'firstContact', validOn })
const outcome = async () =>
  (await look()).clocks.find(({ code }) => code === 'JB-T02')?.outcome ?? 'none'
const key = (signs: string) => `e-${signs.padEnd(26, '0')}`

describe('correcting', () => {
  it('takes the place of what was recorded, with why, and moves the term', async () => {
    expect(await outcome()).toBe('overdue')
    const first = await made(contact('2023-06-01'))
    expect(await outcome()).toBe('late')
    expect(await find(first)).toMatchObject({ may: 'correct', data: {}, why: null })
    const second = await made({ ...contact('2023-05-31'), supersedes: first, why: 'typed-wrong' })
    expect(await outcome()).toBe('in-time')
    expect(await find(first)).toMatchObject({ status: 'corrected', supersededBy: second })
    expect(await find(second)).toMatchObject({ supersedes: first, why: 'verkeerd ingevuld' })
    // The reason is no happening of its own.
    const { timeline, seen } = await look()
    expect(timeline.map(({ type }) => type)).not.toContain('correctionExplained')
    expect(seen).toBe(6)
  })

  it('withdraws; what is withdrawn can be put right no more', async () => {
    const first = await made(contact('2023-05-30'))
    const withdrawn = { type: 'retracted', validOn: '2023-05-30', supersedes: first }
    expect(await refused(withdrawn)).toEqual({ status: 400, code: 'reason-missing', field: 'why' })
    await made({ ...withdrawn, why: 'other-trajectory' })
    expect(await outcome()).toBe('overdue')
    expect(await find(first)).toMatchObject({ status: 'withdrawn', may: 'nothing', data: null })
    const again = { ...withdrawn, why: 'typed-wrong' }
    expect(await refused(again)).toMatchObject({ status: 409, code: 'not-standing' })
    expect(await refused({ ...again, ...contact('2023-05-29') })).toMatchObject({
      code: 'not-standing',
    })
  })

  it('also what ended it, from a state in which that may not be recorded', async () => {
    const ended = await made({ type: 'orderEnded', validOn: '2023-05-30' })
    expect((await look()).state?.code).toBe('ended')
    expect((await look()).steps.map(({ type }) => type)).not.toContain('orderEnded')
    await made({ type: 'retracted', validOn: '2023-05-30', supersedes: ended, why: 'taken-back' })
    expect((await look()).state?.code).toBe('assigned')
  })

  it('is for who may record such a thing, and can read all that stands in it', async () => {
    const order = `${id}-orderImposed`
    const assigned = `${id}-workerAssigned`
    expect(await find(order)).toMatchObject({ may: 'correct', data: { divorce: 'complex' } })
    // Only a lead assigns.
    expect(await find(assigned)).toMatchObject({ may: 'nothing', data: null })
    expect(await find(assigned, lead)).toMatchObject({ may: 'correct' })
    const withdrawn = { type: 'retracted', validOn: '2023-05-25', why: 'typed-wrong' }
    expect(await refused({ ...withdrawn, supersedes: assigned })).toMatchObject({ status: 403 })
    // What goes on between parents would get lost unseen.
    const coordinator = await enter({ role: 'coordinator', organisation: 'WSS' })
    expect(await find(order, coordinator)).toMatchObject({ may: 'withdraw', data: null })
    const anew = {
      ...{ type: 'orderImposed', validOn: '2023-05-21', supersedes: order, why: 'typed-wrong' },
      data: { order: 'ots', region: 'IJmond', municipality: 'Velsen' },
    }
    expect(await refused(anew, coordinator)).toMatchObject({ status: 403, code: 'not-allowed' })
    const stranger = await enter({ role: 'worker', organisation: 'DJGB' })
    expect(await refused(anew, stranger)).toMatchObject({ status: 404 })
  })

  it('leaves somebody with it', async () => {
    const body = {
      ...{ type: 'retracted', validOn: '2023-05-23', supersedes: `${id}-institutionNotified` },
      why: 'other-trajectory',
    }
    expect(await refused(body)).toMatchObject({ status: 409, code: 'nobody-left' })
  })

  it.each([
    [{ supersedes: 'nergens', why: 'typed-wrong' }, 409, 'not-standing', 'supersedes'],
    [{ why: 'omdat' }, 400, 'field-invalid', 'why'],
    [
      { type: 'retracted', data: { institution: 'x' }, why: 'typed-wrong' },
      400,
      'field-unknown',
      'data.institution',
    ],
    [
      { type: 'firstContact', data: { naam: 'x' }, why: 'typed-wrong' },
      400,
      'field-unknown',
      'data.naam',
    ],
    [{ supersedes: 7 }, 400, 'parameter-invalid', 'supersedes'],
    [{ seen: -1 }, 400, 'parameter-invalid', 'seen'],
    [{ id: 'e000011' }, 400, 'parameter-invalid', 'id'],
    [{ type: 'correctionExplained', why: 'typed-wrong', data: {} }, 403, 'not-allowed', undefined],
  ])('%j is refused with %i %s at %s', async (body, status, code, field) => {
    const supersedes = `${id}-institutionNotified`
    const given = { type: 'institutionNotified', validOn: '2023-05-23', supersedes }
    const data = { institution: 'WSS' }
    expect(await refused({ ...given, data, ...body })).toEqual({ status, code, field })
  })
})

describe('sending twice', () => {
  it('records once, also at the same moment; other content under the number is refused', async () => {
    const body = { ...contact('2023-05-30'), id: key('TW1CE') }
    const answers = await Promise.all([post(body), post(body), post(body)])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201])
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect((await look()).timeline.filter(({ type }) => type === 'firstContact')).toHaveLength(1)
    expect(await refused({ ...body, validOn: '2023-05-29' })).toMatchObject({
      code: 'id-with-other-content',
      field: 'id',
    })
  })

  it('opens one trajectory, and no other’s', async () => {
    const body = {
      route: 'jbjr',
      key: key('0PEN'),
      events: [
        {
          ...{ type: 'orderImposed', validOn: '2023-05-30' },
          data: { order: 'ots', region: 'IJmond', municipality: 'Velsen' },
        },
      ],
    }
    const answers = await Promise.all([
      worker.post('trajectories', body),
      worker.post('trajectories', body),
    ])
    answers.push(await worker.post('trajectories', body))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201])
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    const stranger = await enter({ role: 'worker', organisation: 'DJGB' })
    expect((await stranger.post('trajectories', body)).statusCode).toBe(403)
  })
})

describe('two people at once', () => {
  it('the second is told what the first did, and can go on after that', async () => {
    const { seen } = await look()
    const first = await made({ ...contact('2023-05-30'), seen })
    const second = { type: 'planEstablished', validOn: '2023-05-31', seen }
    expect(await refused(second, lead)).toEqual({
      ...{ status: 409, code: 'trajectory-changed', field: 'seen' },
      changes: [{ label: 'Eerste contact met het gezin', validOn: '2023-05-30' }],
    })
    await made({ ...second, seen: (await look(lead)).seen }, lead)
    const correction = { ...contact('2023-05-29'), supersedes: first, why: 'typed-wrong' }
    await made(correction)
    const changes = (await refused({ ...second, seen: seen + 2 }, lead)).changes
    expect(changes).toEqual([
      { label: 'Verbeterd: Eerste contact met het gezin', validOn: '2023-05-29' },
    ])
  })

  it('also at the same moment', async () => {
    const { seen } = await look()
    const answers = await Promise.all([
      post({ ...contact('2023-05-30'), seen }),
      post({ type: 'planEstablished', validOn: '2023-05-31', seen }, lead),
    ])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
    const { code, changes } =
      answers.find(({ statusCode }) => statusCode === 409)?.json<Problem>() ?? {}
    expect({ code, count: changes?.length }).toEqual({ code: 'trajectory-changed', count: 1 })
  })

  it('what one sent oneself is no change', async () => {
    const { seen } = await look()
    const body = { ...contact('2023-05-30'), id: key('0WN'), seen }
    expect(await made(body)).toBe(await made(body))
  })
})

describe('assigning', () => {
  it('is to a colleague; a code that is nobody’s is refused', async () => {
    const given = (code: string) => ({
      ...{ type: 'workerAssigned', validOn: '2023-05-26', data: { worker: code } },
    })
    const fields = (await look(lead)).steps.find(({ type }) => type === 'workerAssigned')?.fields
    expect(fields).toMatchObject([{ code: 'worker', colleague: true }])
    const nobody = { status: 400, code: 'colleague-unknown', field: 'data.worker' }
    expect(await refused(given('niemand'), lead)).toEqual(nobody)
    const elsewhere = await enter({ role: 'worker', organisation: 'DJGB' })
    const [foreign] = (await elsewhere.get('colleagues')).json<{ code: string }[]>()
    expect(await refused(given(foreign?.code ?? ''), lead)).toEqual(nobody)
    const [colleague] = (await lead.get('colleagues')).json<{ code: string }[]>()
    await made(given(colleague?.code ?? ''), lead)
    // Who corrects the day leaves standing to whom it was, also a code from before Tijdig.
    const supersedes = `${id}-workerAssigned`
    const corrected = { ...given('elders-7'), validOn: '2023-05-24', supersedes }
    await made({ ...corrected, why: 'typed-wrong' }, lead)
  })
})

import { getMoment } from '@tijdig/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../house/house.ts'
import { type Caller, openTestHouse, record, serve } from '../testing/test-house.ts'
import type { Colleague, Trajectory, Work } from './contract.ts'

let house: House
let close: () => Promise<void>
let enter: Awaited<ReturnType<typeof serve>>['enter']
let worker: Caller
let code: string

/** Today: Wednesday 15 March 2023. */
const NOW = getMoment('2023-03-15T10:00:00Z')

beforeAll(async () => {
  const opened = await openTestHouse(() => NOW)
  house = opened.house
  close = opened.close
  const served = await serve(house, { role: 'worker', organisation: 'WSS', teams: ['noord'] })
  enter = served.enter
  worker = served
  ;[{ code }] = (await worker.get('colleagues')).json<[Colleague]>()
  await record(
    house,
    ...order('JB-1', '2023-03-08', 'WSS', { worker: code }),
    ...order('JB-2', '2023-02-01', 'WSS', { worker: code, contact: '2023-02-03' }),
    ...order('JB-3', '2023-03-13', 'WSS', {}),
    ...order('JB-4', '2023-03-08', 'DJGB', { worker: 'DJGB-01' }),
  )
})
afterAll(() => close())

function order(
  trajectory: string,
  day: string,
  institution: string,
  { worker: assigned, contact }: { worker?: string; contact?: string },
): object[] {
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
    line('orderImposed', day, { order: 'ots', region: 'IJmond', municipality: 'Velsen' }, 10),
    line('institutionNotified', day, { institution }, 11),
    ...(assigned ? [line('workerAssigned', day, { worker: assigned }, 12)] : []),
    ...(contact ? [line('firstContact', contact, {}, 13)] : []),
  ]
}

const workOf = async (caller: Caller, query = '') => (await caller.get(`work${query}`)).json<Work>()
const brief = ({ lines }: Work) => lines.map(({ id, term, dueOn }) => `${id} ${term} ${dueOn}`)

describe('what is to be done', () => {
  it('begins with the first part in which there is something', async () => {
    const work = await workOf(worker)
    expect({ ...work, lines: brief(work) }).toEqual({
      today: '2023-03-15',
      weekEndsOn: '2023-03-19',
      of: 'me',
      part: 'today',
      counts: { overdue: 0, today: 2, week: 0, later: 3, waiting: 0 },
      page: 1,
      pageSize: 25,
      lines: ['JB-1 JB-T02 2023-03-15', 'JB-2 JB-T03 2023-03-15'],
    })
  })

  it('says of each line what, why, and what to do', async () => {
    const { lines } = await workOf(worker)
    expect(lines[0]).toEqual({
      route: 'jbjr',
      routeLabel: 'Jeugdbescherming en jeugdreclassering',
      id: 'JB-1',
      state: 'met vaste jeugdbeschermer',
      term: 'JB-T02',
      label: 'Eerste contact',
      norm: 'binnen vijf werkdagen contact met het gezin',
      startedOn: '2023-03-08',
      dueOn: '2023-03-15',
      daysLeft: 0,
      step: { code: 'firstContact', label: 'Eerste contact met het gezin', may: true },
      waitsFor: [],
      worker: { code, name: 'worker van WSS', isMe: true },
      beside: null,
    })
  })

  it('waits for a lead where only a lead may take the step', async () => {
    const { lines } = await workOf(worker, '?of=organisation&part=waiting')
    expect(lines.map(({ id, term, step, waitsFor }) => [id, term, step.may, waitsFor])).toEqual([
      [
        'JB-3',
        'JB-T01',
        false,
        [
          { code: 'team-lead', label: 'teamleider' },
          { code: 'coordinator', label: 'coördinator' },
        ],
      ],
    ])
    const lead = await enter({ role: 'team-lead', organisation: 'WSS' })
    const theirs = await workOf(lead, '?of=organisation&part=week')
    expect(brief(theirs)).toEqual(['JB-3 JB-T01 2023-03-18'])
  })

  it('is less by what was done, at once, and stands still when the terms do', async () => {
    await worker.post('trajectories/jbjr/JB-1/events', {
      type: 'firstContact',
      validOn: '2023-03-14',
    })
    await worker.post('trajectories/jbjr/JB-2/events', {
      type: 'termsPaused',
      validOn: '2023-03-14',
      data: { reason: 'abroad' },
    })
    const { counts } = await workOf(worker)
    expect(counts).toEqual({ overdue: 0, today: 0, week: 0, later: 2, waiting: 2 })
    const waiting = await workOf(worker, '?part=waiting')
    expect(waiting.lines.map(({ term, dueOn, daysLeft }) => [term, dueOn, daysLeft])).toEqual([
      ['JB-T04', null, null],
      ['JB-T03', null, null],
    ])
    const seen = (await worker.get('trajectories/jbjr/JB-1')).json<Trajectory>()
    expect(seen.clocks.find(({ code: term }) => term === 'JB-T02')?.outcome).toBe('in-time')
  })

  it('is not for who sees no trajectory', async () => {
    const auditor = await enter({
      role: 'auditor',
      organisation: 'IGJ',
      kind: 'inspectorate',
    })
    expect((await auditor.get('work?of=organisation')).statusCode).toBe(403)
  })

  it('of who keeps programmes has nothing of a person', async () => {
    const officer = await enter({ role: 'policy-officer', organisation: 'WSS' })
    const { lines, counts } = await workOf(officer, '?of=organisation')
    expect(lines).toEqual([])
    expect(counts).toEqual({ overdue: 0, today: 0, week: 0, later: 0, waiting: 0 })
  })
})

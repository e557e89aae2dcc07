import type { Event } from '@tijdig/core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { type Entrant, enter } from '../testing/enter.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { event, guardedPlans } from '../testing/test-route.ts'
import { beginAs } from './session.ts'

describe.each(testServers())('recording for an actor on $name', (server) => {
  let database: TestDatabase
  let store: Store
  let turn = 0
  /** Ids of this test: one of one's own, one of another. */
  let own: string
  let foreign: string
  beforeAll(async () => {
    database = await createTestDatabase(server)
    store = openStore(database, guardedPlans)
  })
  beforeEach(async () => {
    turn++
    own = `T-${turn}`
    foreign = `F-${turn}`
    await store.append([
      event(`o${turn}`, `${own} lent 2023-03-01`, { shop: 'north' }),
      event(`f${turn}`, `${foreign} lent 2023-03-01`, { shop: 'south' }),
    ])
  })
  afterAll(() => database.drop())

  const record = async (who: Partial<Entrant>, ...events: Event[]) =>
    (
      await store
        .visit(await enter(database, { role: 'worker', organisation: 'north', ...who }))
        .record(events)
    ).map((result) => (result.ok ? result.value.outcome : result.error.code))

  test('who may, records; and sees it at once', async () => {
    const visit = store.visit(await enter(database, { role: 'worker', organisation: 'north' }))
    const results = await visit.record([event(`r${turn}`, `${own} returned 2023-03-04`)])
    expect(results).toMatchObject([{ ok: true, value: { outcome: 'new' } }])
    expect(await visit.findTrajectory('tool', own)).toMatchObject({ state: 'back' })
  })

  test('a foreign trajectory and one that is not there are refused alike', async () => {
    const visit = store.visit(await enter(database, { role: 'team-lead', organisation: 'north' }))
    const answers = []
    for (const id of [foreign, `X-${turn}`]) {
      answers.push(await visit.record([event(`r${turn}`, `${id} returned 2023-03-04`)]))
      // A reminder before anything was lent is forbidden by the route: nothing may tell that.
      answers.push(await visit.record([event(`r${turn}`, `${id} reminded 2020-03-04`)]))
    }
    expect(answers[0]).toMatchObject([{ ok: false, error: { code: 'not-allowed' } }])
    expect(answers.slice(2)).toEqual(answers.slice(0, 2))
    expect(answers[1]).toEqual(answers[0])
  })

  test.each<[string, Partial<Entrant>, string, string]>([
    ['a role that may not', { role: 'provider' }, 'returned', 'not-allowed'],
    ['a role that may not by the step', { role: 'worker' }, 'reminded', 'not-allowed'],
    ['a role that may by the step', { role: 'team-lead' }, 'reminded', 'new'],
    ['a purpose that may not', { role: 'worker', purpose: 'policy' }, 'returned', 'not-allowed'],
    ['a withdrawal of what one may record', {}, 'retracted', 'new'],
    ['a withdrawal of what one may not', { role: 'provider' }, 'retracted', 'not-allowed'],
    ['a withdrawal elsewhere', { organisation: 'south' }, 'retracted', 'not-allowed'],
    ['a party, as a worker', {}, 'partyLeft', 'not-allowed'],
  ])('%s', async (_, who, type, outcome) => {
    const data = type === 'partyLeft' ? { organisation: 'south' } : {}
    const made = event(`r${turn}`, `${own} ${type} 2023-03-04`, data)
    expect(
      await record(who, type === 'retracted' ? { ...made, supersedes: `o${turn}` } : made),
    ).toEqual([outcome])
  })

  test('a step may be recorded in its states alone', async () => {
    expect(
      await record({}, event(`a${turn}`, `${own} partReturned 2023-03-04`, { part: 'p' })),
    ).toEqual(['new'])
    expect(await record({}, event(`b${turn}`, `${own} returned 2023-03-04`))).toEqual(['new'])
    expect(
      await record({}, event(`c${turn}`, `${own} partReturned 2023-03-04`, { part: 'p' })),
    ).toEqual(['not-allowed'])
  })

  test('all or none: what comes with a refusal is not recorded', async () => {
    const events = [
      event(`r${turn}`, `${own} returned 2023-03-04`),
      event(`q${turn}`, `${foreign} returned 2023-03-04`),
    ]
    expect(await record({}, ...events)).toEqual(['not-without-others', 'not-allowed'])
    const tooEarly = event(`q${turn}`, `${own} reminded 2020-01-01`)
    expect(await record({ role: 'team-lead' }, events[0] as Event, tooEarly)).toEqual([
      'not-without-others',
      'order-forbidden',
    ])
    expect(await database.asOwner(`select from tijdig.event where id = 'r${turn}'`)).toEqual([])
  })

  test('a new trajectory is opened by a step that opens, with one’s own organisation', async () => {
    const id = `N-${turn}`
    const opening = event(`n${turn}`, `${id} lent 2023-03-01`, { shop: 'elsewhere' })
    const joins = (organisation: string, team?: string) =>
      event(`j${turn}`, `${id} partyJoined 2023-03-01`, { organisation, ...(team && { team }) })
    expect(await record({ role: 'provider' }, opening)).toEqual(['not-allowed'])
    expect(await record({}, event(`n${turn}`, `${id} returned 2023-03-01`))).toEqual([
      'not-allowed',
    ])
    expect(await record({}, opening, joins('south'))).toEqual(['not-without-others', 'not-allowed'])
    expect(await record({}, opening, joins('north', 'b'))).toContain('not-allowed')
    expect(await record({ teams: ['b'] }, opening, joins('north', 'b'))).toEqual(['new', 'new'])
    // Now it is there, and somebody's: not to be opened again.
    expect(await record({}, { ...opening, id: `m${turn}` })).toEqual(['not-allowed'])
  })

  test('sharing follows the rule for sharing', async () => {
    const share = event(`s${turn}`, `${own} sharedWith 2023-03-01`, {
      organisation: 'west',
      fields: 'shop',
      until: '2999-01-01',
    })
    expect(await record({ role: 'provider' }, share)).toEqual(['not-allowed'])
    expect(await record({ organisation: 'south' }, share)).toEqual(['not-allowed'])
    expect(await record({}, share)).toEqual(['new'])
  })

  test('what stands elsewhere is not superseded, whether it is there or not', async () => {
    for (const supersedes of [`f${turn}`, 'nothing']) {
      const made = event(`r${turn}`, `${own} returned 2023-03-04`, {}, { supersedes })
      expect(await record({}, made)).toEqual(['not-allowed'])
    }
    const lead = { role: 'team-lead' } as const
    expect(await record(lead, event(`m${turn}`, `${own} reminded 2023-03-04`))).toEqual(['new'])
    const over = event(`r${turn}`, `${own} returned 2023-03-04`, {}, { supersedes: `m${turn}` })
    // Nor what one could not have recorded oneself.
    expect(await record({}, over)).toEqual(['not-allowed'])
    expect(await record(lead, over)).toEqual(['new'])
  })

  test('what one may record in some state is put right in any, and explained', async () => {
    expect(
      await record({}, event(`a${turn}`, `${own} partReturned 2023-03-04`, { part: 'p' })),
    ).toEqual(['new'])
    expect(await record({}, event(`b${turn}`, `${own} returned 2023-03-05`))).toEqual(['new'])
    // In this state the step is over; what was recorded of it may be wrong all the same.
    const again = event(
      `c${turn}`,
      `${own} partReturned 2023-03-03`,
      { part: 'q' },
      { supersedes: `a${turn}` },
    )
    const why = (id: string, corrected: string) =>
      event(id, `${own} correctionExplained 2023-03-05`, { corrected, why: 'typed-wrong' })
    expect(await record({}, again, why(`d${turn}`, `a${turn}`))).toEqual(['new', 'new'])
    expect(await record({ role: 'provider' }, why(`e${turn}`, `b${turn}`))).toEqual(['not-allowed'])
    for (const corrected of [`f${turn}`, 'nothing'])
      expect(await record({}, why(`e${turn}`, corrected))).toEqual(['not-allowed'])
    const sharing = event(`s${turn}`, `${own} sharedWith 2023-03-01`, {
      organisation: 'west',
      fields: 'shop',
      until: '2999-01-01',
    })
    expect(await record({}, sharing)).toEqual(['new'])
    const withdrawn = event(
      `w${turn}`,
      `${own} retracted 2023-03-01`,
      {},
      { supersedes: sharing.id },
    )
    expect(await record({}, withdrawn)).toEqual(['not-allowed'])
  })

  test('who saw less than there is, is told so', async () => {
    const visit = store.visit(await enter(database, { role: 'worker', organisation: 'north' }))
    const before = (await visit.findTrajectory('tool', own))?.events.length ?? 0
    const one = event(`p${turn}`, `${own} partLent 2023-03-02`, { part: 'p' })
    const other = event(`q${turn}`, `${own} partLent 2023-03-02`, { part: 'q' })
    // At the same moment: one of them is second.
    const results = await Promise.all([visit.record([one], before), visit.record([other], before)])
    expect(
      results
        .flat()
        .map((each) => (each.ok ? each.value.outcome : each.error.code))
        .sort(),
    ).toEqual(['new', 'trajectory-changed'])
    expect(await visit.record([one, other], before + 1)).toHaveLength(2)
  })

  test('of a hundred and more at once nothing is expected beforehand', async () => {
    const events = Array.from({ length: 120 }, (_, place) =>
      event(`p${turn}-${place}`, `${own} partLent 2023-03-02`, { part: `p${place}` }),
    )
    expect(new Set(await record({}, ...events))).toEqual(new Set(['new']))
    const fresh = [
      event(`n${turn}`, `N-${turn} lent 2023-03-01`, { shop: 'north' }),
      ...events.slice(1).map((one) => ({ ...one, id: `${one.id}x` })),
    ]
    expect(new Set(await record({}, ...fresh))).toEqual(new Set(['new']))
  })

  test('a caller that forgot to ask is refused by the log itself', async () => {
    const session = await enter(database, { role: 'worker', organisation: 'north' })
    const insert = async (id: string, type: string) => {
      const client = await database.pool.connect()
      try {
        await client.query(beginAs(session))
        await client.query('select from tijdig.lock_log()')
        await client.query(
          `insert into tijdig.event select l.position + 1, now(), t.number, '2023-03-04', $2, $3, null, '{}', sha256('x')
          from tijdig.log l, tijdig.trajectory t where t.id = $1`,
          [id, `x${turn}`, type],
        )
        return 'taken'
      } catch (error) {
        return (error as { code: string }).code
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    expect(await insert(own, 'returned')).toBe('taken')
    expect(await insert(foreign, 'returned')).toBe('42501')
    expect(await insert(own, 'reminded')).toBe('42501')
    expect(await insert(own, 'sharedWith')).toBe('taken')
  })
})

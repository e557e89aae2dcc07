import { createHash } from 'node:crypto'
import { getMoment, HOUSE_ACTIONS } from '@tijdig/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { openPeople, type People } from './people.ts'

let database: TestDatabase
let people: People

beforeAll(async () => {
  database = await createTestDatabase()
  people = openPeople(database)
  await people.addOrganisation({ code: 'A', kind: 'certified-institution', name: 'De Ene' })
  await people.addOrganisation({ code: 'B', kind: 'certified-institution', name: 'De Andere' })
  await people.addTeam('A', { code: 'noord', name: 'Noord' })
  await people.addTeam('B', { code: 'zuid', name: 'Zuid' })
})
afterAll(() => database.drop())

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

async function appointed(
  email: string,
  organisation: string,
  role: 'worker' | 'administrator' | 'team-lead',
  teams: readonly string[] = [],
) {
  const made = await people.appoint({ name: email, email }, { organisation, role, teams })
  if (typeof made === 'string') throw new Error(made)
  return made
}

async function begin(
  { person, appointment }: { person: string; appointment: string },
  token: string,
): Promise<string> {
  const hash = hashOf(token)
  const purpose = 'help'
  await people.beginSession({ hash, person, appointment, purpose, idle: 30, longest: 720 })
  return hash
}

/** Plain SQL with the rights of somebody who signed in. */
async function asActor(hash: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await database.actorPool.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('tijdig.session', $1, true)", [hash])
    const { rows } = await client.query(sql)
    await client.query('rollback')
    return rows
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

const isLive = async (hash: string) =>
  (await asActor(hash, 'select * from tijdig.find_actor()')).length === 1

describe('who signed in', () => {
  test('is known by verified e-mail the first time, by issuer and subject ever after', async () => {
    const { person } = await appointed('Eerste@example.org', 'A', 'worker')
    const signedIn = { issuer: 'https://i', subject: '1' }
    expect(await people.recognise({ ...signedIn, verifiedEmail: undefined })).toBeUndefined()
    const verifiedEmail = 'eerste@EXAMPLE.org'
    expect(await people.recognise({ ...signedIn, verifiedEmail })).toMatchObject({ id: person })
    expect(await people.recognise({ ...signedIn, verifiedEmail: undefined })).toMatchObject({
      id: person,
    })
    // Somebody who got the address later, or comes from another issuer, is somebody else.
    for (const other of [
      { issuer: 'https://i', subject: '2' },
      { issuer: 'https://j', subject: '1' },
    ]) {
      expect(await people.recognise({ ...other, verifiedEmail })).toBeUndefined()
    }
  })
})

describe('an appointment', () => {
  test('is in a team of the organisation itself, and given once', async () => {
    const person = { name: 'T', email: 'team@example.org' }
    const at = { organisation: 'A', role: 'worker' } as const
    expect(await people.appoint(person, { ...at, teams: ['zuid'] })).toBe('team-unknown')
    expect(await people.appoint(person, { ...at, teams: ['noord', 'noord'] })).toMatchObject({})
    expect(await people.appoint(person, { ...at, teams: [] })).toBe('already-appointed')
    const elsewhere = await appointed('elders@example.org', 'B', 'worker')
    expect(
      await people.appoint({ id: elsewhere.person }, { ...at, role: 'team-lead', teams: [] }),
    ).toBe('person-unknown')
  })

  test('ends its sessions, and only the own organisation ends it', async () => {
    const made = await appointed('weg@example.org', 'A', 'worker')
    const hash = await begin(made, 'weg')
    expect(await isLive(hash)).toBe(true)
    expect(await people.endAppointment('B', made.appointment)).toBe('unknown')
    expect(await isLive(hash)).toBe(true)
    expect(await people.endAppointment('A', made.appointment)).toBe('ended')
    expect(await isLive(hash)).toBe(false)
    expect(await people.appointments(made.person)).toEqual([])
    const members = await people.members('A')
    expect(members.find(({ id }) => id === made.person)?.endedAt).toBeGreaterThan(0)
  })

  test('of the last administrator stays, also when two end each other at once', async () => {
    const one = await appointed('een@example.org', 'B', 'administrator')
    expect(await people.endMember('B', one.person)).toBe('last-administrator')
    const two = await appointed('twee@example.org', 'B', 'administrator')
    const ended = await Promise.all([
      people.endAppointment('B', one.appointment),
      people.endMember('B', two.person),
    ])
    expect(ended.sort()).toEqual(['ended', 'last-administrator'])
  })
})

describe('a session', () => {
  test('goes on under another token with its end unchanged, and the old one is over', async () => {
    const made = await appointed('wissel@example.org', 'A', 'worker')
    const second = await people.appoint(
      { id: made.person },
      { organisation: 'A', role: 'team-lead', teams: [] },
    )
    if (typeof second === 'string') throw new Error(second)
    const old = await begin(made, 'wissel')
    const before = await people.span(old)
    const next = {
      hash: hashOf('wissel 2'),
      appointment: second.appointment,
      purpose: 'oversight',
    } as const
    expect(await people.switchSession(old, next)).toBe(true)
    expect(await isLive(old)).toBe(false)
    expect(await people.span(next.hash)).toEqual(before)
    expect(await asActor(next.hash, 'select role, purpose from tijdig.find_actor()')).toEqual([
      { role: 'team-lead', purpose: 'oversight' },
    ])
    expect(await people.switchSession(old, { ...next, hash: hashOf('wissel 3') })).toBe(false)
    const stranger = await appointed('vreemd@example.org', 'B', 'worker')
    await expect(
      people.switchSession(next.hash, {
        ...next,
        hash: hashOf('wissel 4'),
        appointment: stranger.appointment,
      }),
    ).rejects.toThrow('somebody else')
    expect(await isLive(next.hash)).toBe(true)
  })

  test('ends when nothing is asked for too long; a request in time keeps it', async () => {
    const hash = await begin(await appointed('stil@example.org', 'A', 'worker'), 'stil')
    const rewind = (minutes: number) =>
      database.asOwner(
        `update tijdig.session set seen_at = now() - interval '${minutes} minutes' where hash = '\\x${hash}'`,
      )
    await rewind(29)
    expect(await isLive(hash)).toBe(true)
    await people.touchSession(hash)
    await rewind(31)
    expect(await isLive(hash)).toBe(false)
    await people.touchSession(hash)
    expect(await isLive(hash)).toBe(false)
  })

  test('ends everywhere at once, of that person only', async () => {
    const made = await appointed('overal@example.org', 'A', 'worker')
    const hashes = [await begin(made, 'a'), await begin(made, 'b')]
    const other = await begin(await appointed('ander@example.org', 'A', 'worker'), 'c')
    await people.endSessionsOf(made.person)
    expect(await Promise.all([...hashes, other].map(isLive))).toEqual([false, false, true])
  })
})

describe('plain SQL', () => {
  test('gives no more than oneself; an administrator the own organisation', async () => {
    const worker = await appointed('sql@example.org', 'A', 'worker')
    const administrator = await appointed('beheer@example.org', 'A', 'administrator')
    const hidden = await appointed('verborgen@example.org', 'B', 'worker')
    const [hash, admin] = [await begin(worker, 'sql'), await begin(administrator, 'beheer')]
    await people.addKey({
      hash: hashOf('sleutel'),
      hint: 'tdg_sleu',
      name: 'koppeling',
      organisation: 'B',
      role: 'worker',
      purpose: 'help',
      scopes: ['record'],
      madeBy: null,
      endsAt: getMoment('2999-01-01T00:00:00Z'),
    })
    expect(await asActor(hash, 'select id from tijdig.person')).toEqual([{ id: worker.person }])
    expect(await asActor(hash, 'select id from tijdig.appointment')).toEqual([
      { id: worker.appointment },
    ])
    expect(await asActor(hash, 'select id from tijdig.api_key')).toEqual([])
    expect(await asActor(hash, 'select appointment from tijdig.session')).toHaveLength(1)
    expect(await asActor(hash, 'select code, kind, name from tijdig.organisation')).toHaveLength(2)
    expect(await asActor(hash, 'select code from tijdig.team')).toEqual([{ code: 'noord' }])
    const seen = (await asActor(admin, 'select id from tijdig.person')).map(({ id }) => id)
    expect(seen).toContain(worker.person)
    expect(seen).not.toContain(hidden.person)
    expect(await asActor(admin, 'select id from tijdig.api_key')).toEqual([])
    expect(await asActor(admin, 'select distinct organisation from tijdig.appointment')).toEqual([
      { organisation: 'A' },
    ])
    for (const table of ['person', 'appointment', 'session', 'api_key', 'organisation', 'team']) {
      expect(await asActor('', `select count(*)::int as n from tijdig.${table}`)).toEqual([
        { n: 0 },
      ])
      await expect(asActor(admin, `delete from tijdig.${table}`)).rejects.toThrow('permission')
    }
    for (const secret of [
      'hash from tijdig.session',
      'hash from tijdig.api_key',
      'subject from tijdig.person',
    ]) {
      await expect(asActor(admin, `select ${secret}`)).rejects.toThrow('permission')
    }
  })

  test('calls administrator whom the code calls so', () => {
    expect(HOUSE_ACTIONS.administer).toEqual(['administrator'])
  })
})

describe('a key', () => {
  test('acts for its organisation until it is withdrawn or over', async () => {
    const hash = hashOf('sleutel van A')
    const key = {
      hash,
      hint: 'tdg_A',
      name: 'koppeling',
      organisation: 'A',
      role: 'worker',
      purpose: 'help',
      scopes: ['trajectories'],
      madeBy: null,
      endsAt: getMoment('2999-01-01T00:00:00Z'),
    } as const
    const id = await people.addKey(key)
    expect(
      await asActor(hash, 'select key, organisation, scopes from tijdig.find_actor()'),
    ).toEqual([{ key: id, organisation: 'A', scopes: ['trajectories'] }])
    expect(await people.endKey('B', id)).toBe(false)
    expect(await people.endKey('A', id)).toBe(true)
    expect(await isLive(hash)).toBe(false)
    expect(await people.endKey('A', id)).toBe(false)
    const over = { ...key, hash: hashOf('voorbij'), endsAt: getMoment('2020-01-01T00:00:00Z') }
    await people.addKey(over)
    expect(await isLive(over.hash)).toBe(false)
    expect(await people.keys('A')).toHaveLength(2)
    expect(Object.keys((await people.keys('A'))[0] ?? {})).not.toContain('hash')
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../store.ts'
import { enter } from '../testing/enter.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { event, testPlans } from '../testing/test-route.ts'
import { beginAs } from './session.ts'

describe.each(testServers())('an actor’s connection, on $name', (server) => {
  let database: TestDatabase
  let session: string
  beforeAll(async () => {
    database = await createTestDatabase(server)
    const store = openStore(database, testPlans)
    session = await enter(database, { role: 'team-lead', organisation: 'north' })
    const results = await store.append([
      event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }),
      event('e2', 'T-2 lent 2023-03-01', { shop: 'south' }),
      event('e3', 'T-2 partyJoined 2023-03-02', { organisation: 'west', team: 'a' }),
      event('e4', 'T-2 sharedWith 2023-03-02', {
        organisation: 'east',
        fields: 'shop',
        until: '2999-01-01',
      }),
    ])
    expect(results.every(({ ok }) => ok)).toBe(true)
    const visit = store.visit(session)
    await visit.breakGlass('tool', 'T-9', 'om te proberen')
  })
  afterAll(() => database.drop())

  /** In one transaction, as somebody who may write and share at their own organisation. */
  async function asActor(sql: string, who: string | null = session): Promise<object[]> {
    const client = await database.actorPool.connect()
    try {
      await client.query(who === null ? 'begin' : beginAs(who))
      const results = await client.query(sql)
      return [results].flat().at(-1)?.rows ?? []
    } finally {
      await client.query('rollback')
      client.release(true)
    }
  }

  async function tables(): Promise<string[]> {
    const rows = (await database.asOwner(
      `select relname from pg_class where relnamespace = 'tijdig'::regnamespace and relkind in ('r', 'v')`,
    )) as { relname: string }[]
    return rows.map(({ relname }) => relname)
  }

  const MARKS = /T-2|south|west|east/

  test('reads nothing of others from any table, whole or by row', async () => {
    const refused: string[] = []
    for (const table of await tables()) {
      for (const columns of ['*', 'count(*)::int as many', `t::text as whole`]) {
        const rows = await asActor(`select ${columns} from tijdig.${table} t`).catch((error) => {
          expect(error.code, table).toBe('42501')
          refused.push(table)
          return []
        })
        expect(JSON.stringify(rows), table).not.toMatch(MARKS)
      }
    }
    expect(refused).toEqual(expect.arrayContaining(CLOSED))
  })

  /** Of the log, of what holds and of the rules there is nothing to read; of the search no parts. */
  const CLOSED = [
    ...['log', 'trajectory', 'event', 'supersession', 'awaited_event', 'current_fact'],
    ...['route_total', 'current_definition', 'access_rule', 'access_definition'],
    ...['attribute_field', 'filter_fact', 'glass', 'notice', 'trajectory_search'],
  ]

  const READABLE = [
    'audience',
    'trajectory_party',
    'trajectory_share',
    'trajectory_line',
    'trajectory_filter',
    'trajectory_count',
    'search_count',
    'audience_total',
    'publication',
  ]

  test('reads its own', async () => {
    for (const table of ['trajectory_party', 'trajectory_line', 'trajectory_filter']) {
      expect(await asActor(`select number from tijdig.${table}`), table).toEqual([{ number: 1 }])
    }
    expect(await asActor('select name from tijdig.audience')).toEqual([{ name: 'tool:north' }])
  })

  test.each([
    ['no session', null],
    ['a session that is not there', 'f'.repeat(64)],
  ])('with %s reads no row of anything', async (_, who) => {
    for (const table of [...READABLE]) {
      expect(
        await asActor(`select count(*)::int as many from tijdig.${table}`, who),
        table,
      ).toEqual([{ many: 0 }])
    }
    for (const call of CALLS) {
      const rows = await asActor(`select * from ${call}`, who)
      expect(
        rows.filter((row) => !isNothing(row)),
        call,
      ).toEqual([])
    }
  })

  const CALLS = [
    'tijdig.own_audiences()',
    'unnest(tijdig.audiences())',
    'tijdig.seen_filters()',
    `tijdig.find_trajectory('tool', 'T-2')`,
    'tijdig.seen_events(2)',
    'tijdig.seen_parties(2)',
    'tijdig.seen_facts(array[2])',
    `tijdig.seen_terms(array['tool:south'], array[2], array['return'])`,
    'unnest(tijdig.seen_fields(2))',
    `tijdig.find_by_parts(array['tool:south'], 't', array['t-2'])`,
    'tijdig.sees(2)',
    'tijdig.relation(2)',
    `tijdig.may_record(2, 'lent')`,
    'tijdig.own_notices()',
    'tijdig.is_somebody()',
  ]
  const isNothing = (row: object) =>
    Object.values(row).every((value) => value === false || value === 'none')

  test('learns nothing of others from any function', async () => {
    for (const call of CALLS.slice(3, 13)) {
      const rows = await asActor(`select * from ${call}`)
      expect(
        rows.filter((row) => !isNothing(row)),
        call,
      ).toEqual([])
    }
  })

  test('may call no other function of the schema', async () => {
    const rows = (await database.asOwner(
      `select p.oid::regprocedure::text as name from pg_proc p
      where pronamespace = 'tijdig'::regnamespace and has_function_privilege('tijdig_app', p.oid, 'execute')
        and prosecdef order by 1`,
    )) as { name: string }[]
    const callable = rows.map(({ name }) => name.replace(/\(.*/, ''))
    const known = [...CALLS, 'tijdig.find_actor()', 'tijdig.may()', 'tijdig.break_glass()']
      .concat('tijdig.see_notice()')
      .map((call) => /tijdig\.\w+/.exec(call)?.[0])
    // Of people and their sessions others decide; nothing here may append or see past the rules.
    for (const name of ['allows', 'may_add', 'may_append', 'lock_log', 'admit_events']) {
      expect(callable).not.toContain(`tijdig.${name}`)
    }
    expect(callable).toEqual(expect.arrayContaining(known as string[]))
  })

  test.each([
    ['reset role', 'reset role'],
    ['reset session authorization', 'reset session authorization'],
    ['reset everything', 'set local role none'],
  ])('has nothing to fall back on: %s', async (_, sql) => {
    for (const table of await tables()) {
      const rows = await asActor(`${sql}; select t::text as whole from tijdig.${table} t`).catch(
        ({ code }) => {
          expect(code, table).toBe('42501')
          return []
        },
      )
      expect(JSON.stringify(rows), table).not.toMatch(MARKS)
    }
  })

  test.each([
    'set role tijdig_system',
    'set session authorization tijdig_system',
    'set role postgres',
    'set session authorization postgres',
    'create table tijdig.mine (a integer)',
    'create table public.mine (a integer)',
    'create temporary table mine (a integer)',
    'create function pg_temp.f() returns integer language sql as $$ select 1 $$',
    'create role other login',
    'alter table tijdig.trajectory_line disable row level security',
    'drop policy actor on tijdig.trajectory_line',
    'create policy mine on tijdig.trajectory_line using (true)',
    `copy tijdig.event to program 'cat'`,
    `select pg_read_file('PG_VERSION')`,
    'select * from tijdig.lock_log()',
    'copy tijdig.event to stdout',
    'lock table tijdig.event',
    'truncate tijdig.trajectory_line',
    `insert into tijdig.access_rule values ('tool', 'team-lead', 'help', 'see', 'none', '', '*', '*')`,
    `insert into tijdig.glass (person, appointment, route, trajectory, reason) select person, appointment, 'tool', 'T-2', 'x' from tijdig.find_actor()`,
    `insert into tijdig.trajectory values (3, 'T-3', 'tool')`,
    `insert into tijdig.event values (9, now(), 1, '2023-03-01', 'x', 'lent', null, '{}', sha256('x'))`,
    `insert into tijdig.trajectory_party values ('tool:north', 2, 'T-2', 'north', null)`,
    `update tijdig.trajectory_line set audience = 'tool:north'`,
    `update tijdig.trajectory_count set trajectories = 9`,
    'delete from tijdig.trajectory_line',
    `update tijdig.notice set seen_at = now()`,
    `update tijdig.session set purpose = 'oversight'`,
  ])('may not: %s', async (sql) => {
    await expect(asActor(sql)).rejects.toMatchObject({ code: '42501' })
  })

  test('cannot make a careless condition tell what others have', async () => {
    // A function that tells what it is given would be asked before the policy, were it let.
    const rows = await asActor(
      `select number from tijdig.trajectory_line
      where (1 / (case when audience = 'tool:south' then 0 else 1 end)) = 1`,
    )
    expect(rows).toEqual([{ number: 1 }])
  })

  test('the program’s own connection cannot become the owner either', async () => {
    const { rows } = await database.pool.query(
      `select rolsuper or rolbypassrls or rolcreaterole as much from pg_roles where rolname = session_user`,
    )
    expect(rows).toEqual([{ much: false }])
    await expect(database.pool.query('set role tijdig_app')).rejects.toMatchObject({
      code: '42501',
    })
    await expect(
      database.pool.query('alter table tijdig.event disable trigger all'),
    ).rejects.toMatchObject({ code: '42501' })
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../store.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { event, testPlans } from '../testing/test-route.ts'

const APPEND_ONLY = ['event', 'trajectory', 'supersession', 'publication']

describe.each(testServers())('the record on $name', (server) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase(server)
    await openStore(database, testPlans).append([
      event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }),
      event('e2', 'T-1 lent 2023-03-02', { shop: 'north' }, { supersedes: 'e1' }),
      event('e3', 'T-2 lent 2023-03-02', { shop: 'north' }),
    ])
    await database.asOwner(`insert into tijdig.publication values
      (1, 't', 't', 'tool', '{}', now(), 3, (select hash from tijdig.log), '[]', '[]', '{}', '', '')`)
  })
  afterAll(() => database.drop())

  const asApplication = (sql: string) => database.pool.query(sql)

  test.each(APPEND_ONLY)('the application may not change, delete or empty %s', async (table) => {
    const column = table === 'supersession' ? 'trajectory' : table === 'event' ? 'type' : 'route'
    for (const sql of [
      `update tijdig.${table} set ${column} = ${column}`,
      `delete from tijdig.${table}`,
      `truncate tijdig.${table} cascade`,
      `truncate tijdig.${table} cascade`,
    ]) {
      await expect(asApplication(sql), sql).rejects.toMatchObject({ code: '42501' })
    }
  })

  test.each(APPEND_ONLY)('nor may the owner: %s is only ever added to', async (table) => {
    const column = table === 'supersession' ? 'trajectory' : table === 'event' ? 'type' : 'route'
    for (const sql of [
      `update tijdig.${table} set ${column} = ${column}`,
      `delete from tijdig.${table} where false`,
      `truncate tijdig.${table} cascade`,
    ]) {
      await expect(database.asOwner(sql), sql).rejects.toThrow('is only ever added to')
    }
    expect(await database.asOwner(`select from tijdig.${table}`)).not.toHaveLength(0)
  })

  test('the head of the log moves by appending alone', async () => {
    for (const sql of [
      'update tijdig.log set position = 2',
      'delete from tijdig.log',
      'truncate tijdig.log',
      `insert into tijdig.log values (true, gen_random_uuid(), 0, sha256('x'), 0)`,
    ]) {
      await expect(asApplication(sql), sql).rejects.toMatchObject({ code: '42501' })
    }
    await expect(database.asOwner('update tijdig.log set position = 2')).rejects.toThrow(
      'moves by appending alone',
    )
    await expect(database.asOwner('delete from tijdig.log')).rejects.toThrow('only ever added to')
  })

  test('the application may not take itself other rights, nor change what guards the record', async () => {
    for (const sql of [
      'alter table tijdig.event disable trigger all',
      'drop trigger append_only on tijdig.event',
      'create or replace function tijdig.refuse_change() returns trigger language sql as $$ select null $$',
      'drop table tijdig.event',
      'create table tijdig.mine (a integer)',
      'grant all on tijdig.event to tijdig_system',
      `set session_replication_role = 'replica'`,
    ]) {
      // Granting what one may not oneself is a warning, without effect; all else is an error.
      await asApplication(sql).catch((error) => expect(error.code, sql).toBe('42501'))
    }
    await expect(asApplication('delete from tijdig.event')).rejects.toMatchObject({ code: '42501' })
    expect(await database.asOwner('select from tijdig.event')).toHaveLength(3)
  })

  const row = (position: number, trajectory = 1, id = `x${position}`) =>
    `(${position}, now(), ${trajectory}, '2023-03-01', '${id}', 'lent', null, '{}', sha256('x'))`

  test.each([
    ['leaves one out', row(5), '23514'],
    ['leaves one out among several', `${row(4)}, ${row(6)}`, '23514'],
    ['is given twice', row(3), '23505'],
    ['is none', row(0), '23514'],
    ['has a trajectory that is not there', row(4, 3), '23503'],
    ['has an id that is there', row(4, 1, 'e1'), '23505'],
  ])('refuses a position that %s', async (_, values, code) => {
    await expect(asApplication(`insert into tijdig.event values ${values}`)).rejects.toMatchObject({
      code,
    })
    expect((await asApplication('select position from tijdig.log')).rows).toEqual([
      { position: '3' },
    ])
  })

  test('refuses a trajectory number that leaves one out', async () => {
    await expect(
      asApplication(`insert into tijdig.trajectory values (4, 'T-9', 'tool')`),
    ).rejects.toMatchObject({ code: '23514' })
  })
})

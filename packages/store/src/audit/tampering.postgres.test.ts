import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { enter } from '../testing/enter.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { testPlans } from '../testing/test-route.ts'
import type { AuditCheckpoint } from './chain.ts'

const RECORDS = 6

/** Calculates hashes again from a record on, and the head: as somebody would who hides a change. */
const REWRITE = `
  do $$
  declare
    head tijdig.audit_head; before bytea; one record; last bigint;
  begin
    select * into head from tijdig.audit_head;
    before := sha256(convert_to(head.identity::text, 'UTF8'));
    for one in select * from tijdig.audit order by position loop
      before := sha256(before || convert_to(tijdig.audit_text(one.at, one.record), 'UTF8'));
      update tijdig.audit set hash = before where position = one.position;
      last := one.position;
    end loop;
    update tijdig.audit_head set position = last, hash = before;
  end $$;`
const FORGED = `jsonb_set(record, '{user,UserName}', '"iemand anders"')`
const CHANGE = `update tijdig.audit set record = ${FORGED} where position = 3;`
const REWIND = `update tijdig.audit_head set position = 5,
  hash = (select hash from tijdig.audit where position = 5);`
const SHIFT = (from: number, by: number) => `
  update tijdig.audit set position = -position where position >= ${from};
  update tijdig.audit set position = -position + ${by} where position < 0;`

/** What somebody does with all rights, and where it shows; with a checkpoint where only that tells. */
const CASES: [what: string, sql: string, fault: string, position: number, lodged?: 'lodged'][] = [
  ['a record changed', CHANGE, 'changed', 3],
  [
    'a moment changed',
    `update tijdig.audit set at = at - interval '1 day' where position = 4`,
    'changed',
    4,
  ],
  ['a hash changed', `update tijdig.audit set hash = sha256('x') where position = 2`, 'changed', 2],
  ['the last removed', 'delete from tijdig.audit where position = 6', 'removed', 6],
  [
    'the last removed and the head set back',
    `delete from tijdig.audit where position = 6; ${REWIND}`,
    'removed',
    6,
    'lodged',
  ],
  ['one in the middle removed', 'delete from tijdig.audit where position = 3', 'removed', 3],
  [
    'one in the middle removed, the rest moved up',
    `delete from tijdig.audit where position = 3; ${SHIFT(4, -1)}`,
    'removed',
    3,
  ],
  [
    'one added in between',
    `${SHIFT(4, 1)} insert into tijdig.audit select 4, at, ${FORGED}, hash from tijdig.audit where position = 3`,
    'added',
    4,
  ],
  [
    'one added at the end',
    `insert into tijdig.audit select 7, at, record, hash from tijdig.audit where position = 6`,
    'added',
    7,
  ],
  [
    'two swapped',
    `update tijdig.audit set position = case position when 2 then -5 else -2 end where position in (2, 5); update tijdig.audit set position = -position where position < 0`,
    'reordered',
    2,
  ],
  ['the whole tail rewritten', `${CHANGE} ${REWRITE}`, 'rewritten', 6, 'lodged'],
  ['all removed', 'delete from tijdig.audit', 'removed', 1],
]

describe.each(testServers())('tampering with the audit on $name', (server) => {
  let database: TestDatabase
  let store: Store
  let lodged: AuditCheckpoint
  beforeEach(async () => {
    database = await createTestDatabase(server)
    store = openStore(database, testPlans)
    const visit = store.visit(await enter(database, { role: 'worker', organisation: 'north' }))
    for (let look = 1; look <= RECORDS; look++) await visit.findTrajectory('tool', `T-${look}`)
    lodged = await store.audit.checkpoint()
  })
  afterEach(() => database.drop())

  const TABLES = ['audit', 'audit_head']
  const tamper = (sql: string) =>
    database.asOwner(`
      ${TABLES.map((name) => `alter table tijdig.${name} disable trigger user;`).join('')}
      alter table tijdig.audit drop constraint audit_position_check;
      ${sql};
      ${TABLES.map((name) => `alter table tijdig.${name} enable trigger user;`).join('')}`)

  test('that did not happen is not found', async () => {
    expect(lodged.position).toBe(RECORDS)
    expect(await store.audit.verify([lodged])).toMatchObject({ intact: true, records: RECORDS })
  })

  test.each(CASES)('%s', async (_what, sql, fault, position, needs) => {
    await tamper(sql)
    const verdict = { intact: false, fault, position }
    expect(await store.audit.verify([lodged])).toEqual(verdict)
    if (needs) expect(await store.audit.verify()).toMatchObject({ intact: true })
    else expect(await store.audit.verify()).toEqual(verdict)
  })

  test('a checkpoint of another database is told as such', async () => {
    const other = { ...lodged, identity: '00000000-0000-4000-8000-000000000000' }
    expect(await store.audit.verify([other])).toMatchObject({ fault: 'other-chain' })
  })
})

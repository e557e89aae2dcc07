import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { enter } from '../testing/enter.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { testPlans } from '../testing/test-route.ts'
import { type AuditCheckpoint, hashOfEnds } from './checkpoint.ts'

const RECORDS = 6
const IN_ONE_CHAIN = `create or replace function tijdig.audit_chain() returns smallint
  language sql stable as 'select 1::smallint'`

/** Calculates hashes again from a record on, and the head: as somebody would who hides a change. */
const REWRITE = `
  do $$
  declare
    head tijdig.audit_head; before bytea; one record; last bigint;
  begin
    select * into head from tijdig.audit_head where chain = 1;
    before := sha256(convert_to(head.identity::text || '-1', 'UTF8'));
    for one in select * from tijdig.audit order by position loop
      before := sha256(before || convert_to(tijdig.audit_text(one.at, one.record), 'UTF8'));
      update tijdig.audit set hash = before where position = one.position;
      last := one.position;
    end loop;
    update tijdig.audit_head set position = last, hash = before where chain = 1;
  end $$;`
const FORGED = `jsonb_set(record, '{user,UserName}', '"iemand anders"')`
const CHANGE = `update tijdig.audit set record = ${FORGED} where position = 3;`
const REWIND = `update tijdig.audit_head set position = 5,
  hash = (select hash from tijdig.audit where position = 5) where chain = 1;`
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
    `${SHIFT(4, 1)} insert into tijdig.audit (chain, position, at, record, hash) select 1, 4, at, ${FORGED}, hash from tijdig.audit where position = 3`,
    'added',
    4,
  ],
  [
    'one added at the end',
    `insert into tijdig.audit (chain, position, at, record, hash) select 1, 7, at, record, hash from tijdig.audit where position = 6`,
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
  [
    'one moved to another chain',
    'update tijdig.audit set chain = 2 where position = 6',
    'reordered',
    6,
  ],
  [
    'one moved to a chain that is not there',
    'update tijdig.audit set chain = 17 where position = 2',
    'reordered',
    2,
  ],
]

describe.each(testServers())('tampering with the audit on $name', (server) => {
  let database: TestDatabase
  let store: Store
  let lodged: AuditCheckpoint
  beforeEach(async () => {
    database = await createTestDatabase(server)
    store = openStore(database, testPlans)
    await database.asOwner(IN_ONE_CHAIN)
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
    expect(lodged.chains[1]).toMatchObject({ chain: 1, position: RECORDS })
    expect(await store.audit.verify([lodged])).toMatchObject({ intact: true, records: RECORDS })
  })

  test.each(CASES)('%s', async (_what, sql, fault, position, needs) => {
    await tamper(sql)
    const verdict = { intact: false, fault, record: `1-${position}` }
    expect(await store.audit.verify([lodged])).toEqual(verdict)
    if (needs) expect(await store.audit.verify()).toMatchObject({ intact: true })
    else expect(await store.audit.verify()).toEqual(verdict)
  })

  test.each([
    ['removed', 'delete from tijdig.audit_head where chain = 9', 'chain-removed', '9'],
    [
      'added',
      `insert into tijdig.audit_head (identity, chain, position, hash)
        select identity, 17, 0, hash from tijdig.audit_head where chain = 9`,
      'chain-added',
      '17',
    ],
  ])('a whole chain %s', async (_what, sql, fault, record) => {
    await tamper(sql)
    expect(await store.audit.verify()).toEqual({ intact: false, fault, record })
  })

  test('a checkpoint of before there were more chains is compared too', async () => {
    const { identity, at, chains } = lodged
    const [end] = chains.filter(({ chain }) => chain === 0)
    if (!end) throw new Error('chain 0 is not there')
    const old = { identity, at, hash: hashOfEnds(identity, [end]), chains: [end] }
    expect(await store.audit.verify([old])).toMatchObject({ intact: true })
    const other = { ...old, chains: [{ ...end, hash: '0'.repeat(64) }] }
    expect(await store.audit.verify([other])).toMatchObject({ fault: 'rewritten', record: '0' })
  })

  test('a checkpoint of another database is told as such', async () => {
    const other = { ...lodged, identity: '00000000-0000-4000-8000-000000000000' }
    expect(await store.audit.verify([other])).toMatchObject({ fault: 'other-chain' })
  })
})

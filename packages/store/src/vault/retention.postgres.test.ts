import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createCalendar,
  createFoldPlan,
  defineRoute,
  type Event,
  getDay,
  getMoment,
} from '@tijdig/core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { type Entrant, enter } from '../testing/enter.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { toolRoute } from '../testing/test-route.ts'
import type { FamilyKeys } from './family-keys.ts'
import { openFileKeys } from './file-keys.ts'
import type { FamilyPerson } from './person.ts'
import { openRetention, type Retention } from './retention.ts'
import { openVault, type Vault } from './vault.ts'

const rule = { label: 'x', source: 'x' } as const
const keptRoute = defineRoute({
  ...toolRoute,
  retention: [
    {
      inForceFrom: '1990-01-01',
      rules: [{ ...rule, code: 'T-B1', from: 'last-change', years: 20 }],
    },
    {
      inForceFrom: '2100-01-01',
      rules: [{ ...rule, code: 'T-B2', from: 'first-record', years: 1 }],
    },
  ],
})
const plan = createFoldPlan(keptRoute, createCalendar())
const TODAY = getDay('2026-06-01')
const ANNA: FamilyPerson = {
  code: 'K1',
  kind: 'child',
  name: 'Anna Zwaluwstaartinga',
  bornOn: '1990-03-04',
  bsn: '123456782',
  address: null,
  phone: null,
  note: null,
}

function event(id: string, trajectory: string, day: string, shop: string): Event {
  return {
    id,
    trajectory,
    route: 'tool',
    type: 'lent',
    validOn: getDay(day),
    recordedAt: getMoment(`${day}T10:00:00Z`),
    data: { shop },
  }
}

describe.each(testServers())('keeping and destroying on $name', (server) => {
  let database: TestDatabase
  let store: Store
  let folder: string
  let keys: FamilyKeys
  let vault: Vault
  let retention: Retention
  beforeEach(async () => {
    database = await createTestDatabase(server)
    store = openStore(database, [plan])
    await store.append([
      event('a', 'T-old', '2001-03-01', 'north'),
      event('b', 'T-new', '2020-03-01', 'north'),
      event('c', 'T-south', '2001-03-01', 'south'),
    ])
    folder = await mkdtemp(join(tmpdir(), 'tijdig-retention-'))
    await openAll()
    await vault.bringIn(
      ['T-old', 'T-new'].map((id) => ({
        route: 'tool',
        id,
        persons: [ANNA],
        changedAt: getMoment('2000-01-01T00:00:00Z'),
      })),
    )
  })
  afterEach(async () => {
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })

  async function openAll() {
    const opened = await openFileKeys({
      folder: join(folder, 'keys'),
      role: 'server',
      random: randomBytes,
    })
    if (!opened.ok) throw new Error(opened.error.reason)
    keys = opened.value
    vault = openVault(database, { keys, random: randomBytes })
    retention = openRetention(database, keys, { log: store, plans: new Map([['tool', plan]]) })
  }

  async function enterAs(who: Partial<Entrant> = {}) {
    const session = await enter(database, {
      role: 'team-lead',
      organisation: 'north',
      purpose: 'help',
      ...who,
    })
    const visit = retention.visit(session)
    return {
      vault: vault.visit(session),
      lines: async (today = TODAY) =>
        (await visit.list({ route: 'tool' }, today)).lines.map(({ id, endsOn, state }) => [
          id,
          endsOn,
          state,
        ]),
      list: (month?: string) => visit.list({ route: 'tool', ...(month && { month }) }, TODAY),
      propose: (id = 'T-old') => visit.propose('tool', id, TODAY),
      withdraw: (id = 'T-old') => visit.withdraw('tool', id),
      destroy: (id = 'T-old') => visit.destroy('tool', id, TODAY),
    }
  }

  test('what ends when is told of what one sees, by month', async () => {
    const lead = await enterAs()
    const { months, lines } = await lead.list()
    expect(months).toEqual([
      { month: '2021-03', trajectories: 1 },
      { month: '2040-03', trajectories: 1 },
    ])
    expect(lines).toEqual([
      {
        id: 'T-old',
        endsOn: '2021-03-01',
        rule: 'T-B1',
        state: 'due',
        mayDestroy: true,
        proposal: null,
        destroyedOn: null,
      },
    ])
    expect((await lead.list('2040-03')).lines).toMatchObject([{ id: 'T-new', state: 'kept' }])
    expect(await (await enterAs({ organisation: 'south' })).lines()).toEqual([
      ['T-south', '2021-03-01', 'due'],
    ])
    const worker = await enterAs({ role: 'worker' })
    expect((await worker.list()).lines).toMatchObject([{ id: 'T-old', mayDestroy: false }])
    const auditor = await enterAs({ role: 'auditor', purpose: 'oversight' })
    expect(await auditor.list()).toEqual({ months: [], lines: [], isMore: false })
  })

  test('it moves along with what is recorded, what is kept in the vault, and the rules', async () => {
    const lead = await enterAs()
    expect(await lead.lines()).toEqual([['T-old', '2021-03-01', 'due']])
    await store.append([event('d', 'T-old', '2003-04-05', 'north')])
    expect(await lead.lines()).toEqual([['T-old', '2023-04-05', 'due']])
    await lead.vault.keep('tool', 'T-old', ANNA)
    expect(await lead.lines()).toEqual([])
    expect(await lead.lines(getDay('2100-01-01'))).toEqual([
      ['T-old', '2002-03-01', 'due'],
      ['T-new', '2021-03-01', 'due'],
    ])
    expect(await lead.lines()).toEqual([])
  })

  test('two people destroy, on its day, and nobody else', async () => {
    const [one, two] = [await enterAs(), await enterAs({ role: 'coordinator' })]
    expect(await one.propose('T-new')).toBe('not-due')
    expect(await one.propose('T-south')).toBeUndefined()
    expect(await one.destroy()).toBe('not-proposed')
    const worker = await enterAs({ role: 'worker' })
    expect(await worker.propose()).toBe('not-allowed')
    expect(await one.propose()).toBe('done')
    expect(await two.propose()).toBe('proposed')
    expect(await worker.destroy()).toBe('not-allowed')
    expect(await one.destroy()).toBe('own-proposal')
    expect(await two.withdraw()).toBe('done')
    expect(await two.withdraw()).toBe('not-proposed')
    expect(await two.destroy()).toBe('not-proposed')
    expect(await one.propose()).toBe('done')
    expect((await two.list()).lines).toMatchObject([
      { state: 'proposed', proposal: { own: false } },
    ])
    expect((await one.list()).lines).toMatchObject([{ proposal: { own: true } }])
    expect(await two.destroy()).toBe('done')
    expect(await two.destroy()).toBe('destroyed')
    expect(await one.propose()).toBe('destroyed')
    expect(await one.lines()).toEqual([['T-old', '2021-03-01', 'destroyed']])
  })

  test('a file that changed after it was proposed is not destroyed', async () => {
    const [one, two] = [await enterAs(), await enterAs()]
    await one.propose()
    await store.append([event('d', 'T-old', '2024-04-05', 'north')])
    expect(await two.destroy()).toBe('not-due')
    expect(await keys.find('tool/T-old')).toBeDefined()
  })

  async function destroyOld() {
    const [one, two] = [await enterAs(), await enterAs()]
    await one.propose()
    expect(await two.destroy()).toBe('done')
    return one
  }

  test('afterwards nobody is found, nothing can be kept, and the others are as they were', async () => {
    const head = await store.head()
    const lead = await destroyOld()
    expect(await lead.vault.persons('tool', 'T-old')).toMatchObject({
      persons: [],
      mayKeep: false,
      destroyedOn: expect.stringMatching(/^\d{4}-/),
    })
    expect(await lead.vault.keep('tool', 'T-old', ANNA)).toBe('destroyed')
    expect(await lead.vault.remove('tool', 'T-old', 'K1')).toBe('destroyed')
    expect(await lead.vault.findByBsn('123456782')).toEqual([{ route: 'tool', id: 'T-new' }])
    expect(await lead.vault.persons('tool', 'T-new')).toMatchObject({ persons: [ANNA] })
    expect(
      await vault.bringIn([
        {
          route: 'tool',
          id: 'T-old',
          persons: [ANNA],
          changedAt: getMoment('2000-01-01T00:00:00Z'),
        },
      ]),
    ).toBe(0)
    expect(await keys.find('tool/T-old')).toBeUndefined()
    expect(await store.head()).toEqual(head)
    expect(
      await database.asOwner(
        `select from tijdig.vault_field f join tijdig.trajectory t using (number) where t.id = 'T-old'
       union all select from tijdig.vault_index i join tijdig.trajectory t using (number) where t.id = 'T-old'`,
      ),
    ).toHaveLength(0)
  })

  test('a copy of the database of before does not open without the key', async () => {
    await database.asOwner('create table tijdig.copy as select * from tijdig.vault_field')
    await database.asOwner('create table tijdig.copied as select * from tijdig.vault_person')
    const lead = await destroyOld()
    await database.asOwner(`
      alter table tijdig.vault_person disable trigger all;
      insert into tijdig.vault_person select * from tijdig.copied where number = 1;
      insert into tijdig.vault_field select * from tijdig.copy where number = 1;
      alter table tijdig.vault_person enable trigger all`)
    expect(await lead.vault.persons('tool', 'T-old')).toBe('key-missing')
  })

  test('a key that an older copy brought back is destroyed at the next start', async () => {
    await cp(join(folder, 'keys'), join(folder, 'copy'), { recursive: true })
    await destroyOld()
    await rm(join(folder, 'keys'), { recursive: true })
    await cp(join(folder, 'copy'), join(folder, 'keys'), { recursive: true })
    await openAll()
    expect(await keys.find('tool/T-old')).toBeDefined()
    expect(await retention.finishShredding()).toBe(1)
    expect(await keys.find('tool/T-old')).toBeUndefined()
    expect(await retention.finishShredding()).toBe(0)
  })

  test('a shredding that was broken off is finished at the next start', async () => {
    const kept = await keys.find('tool/T-old')
    await destroyOld()
    expect(kept).toBeDefined()
    await keys.create('tool/T-old')
    await database.asOwner('update tijdig.destruction set shredded_at = null')
    expect(await retention.finishShredding()).toBe(1)
    expect(
      await database.asOwner('select from tijdig.destruction where shredded_at is null'),
    ).toEqual([])
  })

  test('the database holds also who goes past the program to two people and the day', async () => {
    const one = await enterAs()
    await one.propose()
    await one.list()
    const insert = (number: number, decided: string) =>
      database.asOwner(`
        insert into tijdig.destruction (number, proposed_by, decided_by, ends_on, rule)
        select ${number}, p.proposed_by, ${decided}, '2000-01-01', 'x' from tijdig.destruction_proposal p`)
    await expect(insert(1, 'p.proposed_by')).rejects.toThrow()
    const other = `(select id from tijdig.person x where x.id <> p.proposed_by limit 1)`
    await enterAs()
    await expect(insert(2, other)).rejects.toMatchObject({ constraint: 'four_eyes' })
    await database.asOwner(
      `update tijdig.retention_end set ends_on = current_date where number = 1`,
    )
    await expect(insert(1, other)).rejects.toMatchObject({ constraint: 'four_eyes' })
    await expect(
      database.pool.query(`insert into tijdig.destruction select 1`),
    ).rejects.toMatchObject({ code: '42501' })
    await destroyAndRefuseUndoing()
  })

  async function destroyAndRefuseUndoing() {
    await database.asOwner(
      `update tijdig.retention_end set ends_on = '2001-01-01' where number = 1`,
    )
    const two = await enterAs()
    expect(await two.destroy()).toBe('done')
    await expect(database.asOwner('delete from tijdig.destruction')).rejects.toThrow(
      'only ever added',
    )
  }
})

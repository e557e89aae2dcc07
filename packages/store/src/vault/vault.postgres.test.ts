import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDay } from '@tijdig/core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { type Entrant, enter } from '../testing/enter.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { event, testPlans } from '../testing/test-route.ts'
import type { FamilyKeys } from './family-keys.ts'
import { openFileKeys } from './file-keys.ts'
import type { FamilyPerson } from './person.ts'
import { openVault, type Vault, type VaultVisit } from './vault.ts'

const ANNA: FamilyPerson = {
  code: 'T-1-K1',
  kind: 'child',
  name: 'Anna van der Sluijs',
  bornOn: '2012-03-04',
  bsn: '123456782',
  address: 'Kerkstraat 1\n1234 AB Ons Dorp',
  phone: null,
  note: 'Houdt van paarden.',
}

describe.each(testServers())('the vault on $name', (server) => {
  let database: TestDatabase
  let store: Store
  let folder: string
  let keys: FamilyKeys
  let vault: Vault
  beforeEach(async () => {
    database = await createTestDatabase(server)
    store = openStore(database, testPlans)
    await store.append([
      event('n1', 'T-1 lent 2023-03-01', { shop: 'north' }),
      event('s1', 'T-2 lent 2023-03-01', { shop: 'south' }),
    ])
    folder = await mkdtemp(join(tmpdir(), 'tijdig-vault-'))
    await chmod(folder, 0o700)
    const opened = await openFileKeys({ folder, role: 'server', random: randomBytes })
    if (!opened.ok) throw new Error(opened.error.reason)
    keys = opened.value
    vault = openVault(database, { keys, random: randomBytes })
  })
  afterEach(async () => {
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })

  async function enterAs(who: Partial<Entrant> = {}): Promise<VaultVisit> {
    return vault.visit(await enter(database, { role: 'worker', organisation: 'north', ...who }))
  }

  const keepAnna = async () => (await enterAs()).keep('tool', 'T-1', ANNA)
  const namesFor = async (visit: VaultVisit) => {
    const seen = await visit.persons('tool', 'T-1')
    return typeof seen === 'object' ? seen.persons.map(({ name }) => name) : seen
  }

  test('gives back what was kept, children first, and keeps it whole each time', async () => {
    const visit = await enterAs()
    const mother: FamilyPerson = {
      ...ANNA,
      code: 'parent-1',
      kind: 'parent',
      name: 'Zoë Şahin',
      bsn: null,
    }
    expect(await visit.keep('tool', 'T-1', mother)).toBe('kept')
    expect(await visit.keep('tool', 'T-1', ANNA)).toBe('kept')
    expect(await visit.persons('tool', 'T-1')).toEqual({
      persons: [ANNA, mother],
      mayKeep: true,
      destroyedOn: null,
    })
    const moved = { ...ANNA, address: null, phone: '06 12345678' }
    expect(await visit.keep('tool', 'T-1', moved)).toBe('kept')
    expect(await visit.persons('tool', 'T-1')).toMatchObject({ persons: [moved, mother] })
    expect(await visit.remove('tool', 'T-1', 'parent-1')).toBe('removed')
    expect(await visit.remove('tool', 'T-1', 'parent-1')).toBe('not-there')
    expect(await visit.persons('tool', 'T-1')).toMatchObject({ persons: [moved] })
  })

  test('is for who helps: not for another, and not for another purpose', async () => {
    await keepAnna()
    const seen = async (who: Partial<Entrant>) => namesFor(await enterAs(who))
    expect(await seen({})).toEqual([ANNA.name])
    expect(await seen({ role: 'team-lead', purpose: 'oversight' })).toBe('not-allowed')
    expect(await seen({ role: 'coordinator', purpose: 'coordination' })).toEqual([ANNA.name])
    expect(await seen({ organisation: 'south' })).toBeUndefined()
    expect(await seen({ role: 'policy-officer' })).toBeUndefined()
    expect(await seen({ role: 'administrator' })).toBeUndefined()
    expect(await seen({ role: 'auditor' })).toBeUndefined()
  })

  test('is not for those with whom fields were shared', async () => {
    await keepAnna()
    await store.append([
      event('n2', 'T-1 sharedWith 2023-03-02', {
        organisation: 'south',
        fields: 'shop',
        until: '2999-01-01',
      }),
    ])
    expect(await namesFor(await enterAs({ organisation: 'south' }))).toBe('not-allowed')
  })

  test('may be read but not written by who may record nothing', async () => {
    await keepAnna()
    const visit = await enterAs({ role: 'provider' })
    expect(await visit.persons('tool', 'T-1')).toMatchObject({
      persons: [ANNA],
      mayKeep: false,
    })
    expect(await visit.keep('tool', 'T-1', ANNA)).toBe('not-allowed')
    expect(await visit.remove('tool', 'T-1', ANNA.code)).toBe('not-allowed')
    const foreign = await enterAs({ organisation: 'south' })
    expect(await foreign.keep('tool', 'T-1', ANNA)).toBeUndefined()
    expect(await foreign.keep('tool', 'T-9', ANNA)).toBeUndefined()
  })

  test('finds by number and by name with day of birth, among what one may see', async () => {
    await keepAnna()
    const [own, foreign] = [await enterAs(), await enterAs({ organisation: 'south' })]
    const born = getDay('2012-03-04')
    const found = [{ route: 'tool', id: 'T-1' }]
    expect(await own.findByBsn('123456782')).toEqual(found)
    expect(await own.findByName('SLUIJS', born)).toEqual(found)
    expect(await own.findByName('Sluijs', getDay('2012-03-05'))).toEqual([])
    expect(await own.findByBsn('111222333')).toEqual([])
    expect(await foreign.findByBsn('123456782')).toEqual([])
    expect(await foreign.findByName('Sluijs', born)).toEqual([])
    await own.keep('tool', 'T-1', { ...ANNA, bsn: null, name: 'Anna Visser' })
    expect(await own.findByBsn('123456782')).toEqual([])
    expect(await own.findByName('Sluijs', born)).toEqual([])
    expect(await own.findByName('Visser', born)).toEqual(found)
    await own.remove('tool', 'T-1', ANNA.code)
    expect(await own.findByName('Visser', born)).toEqual([])
  })

  test('gives an actor that asks the tables themselves no more than that', async () => {
    await keepAnna()
    const session = await enter(database, { role: 'worker', organisation: 'south' })
    const client = await database.actorPool.connect()
    try {
      await client.query(`begin; set local tijdig.session = '${session}'`)
      for (const table of ['vault_person', 'vault_field', 'vault_index', 'vault_change']) {
        expect((await client.query(`select from tijdig.${table}`)).rowCount).toBe(0)
      }
      await client.query('savepoint here')
      for (const wrong of [
        `insert into tijdig.vault_person values (1, 'x', 'child')`,
        `insert into tijdig.vault_index select sha256('x'), 1, 'T-1-K1'`,
        `insert into tijdig.vault_field values (1, 'T-1-K1', 'phone', sha256('x'))`,
      ]) {
        await expect(client.query(wrong)).rejects.toMatchObject({ code: '42501' })
        await client.query('rollback to here')
      }
      expect((await client.query(`delete from tijdig.vault_person`)).rowCount).toBe(0)
      expect((await client.query(`update tijdig.vault_field set sealed = '1'`)).rowCount).toBe(0)
    } finally {
      client.release(true)
    }
  })

  test('holds nothing that can be read without the key', async () => {
    await keepAnna()
    const rows = await database.asOwner(
      `select encode(sealed, 'escape') as text from tijdig.vault_field
       union all select encode(token, 'escape') from tijdig.vault_index`,
    )
    expect(rows).toHaveLength(7)
    const all = JSON.stringify(rows)
    for (const value of Object.values(ANNA)) {
      if (value !== null && value !== ANNA.code) expect(all).not.toContain(value)
    }
  })

  test('notices what was moved to another person or field', async () => {
    await keepAnna()
    const visit = await enterAs()
    await visit.keep('tool', 'T-1', { ...ANNA, code: 'T-1-K2', name: 'Bram van der Sluijs' })
    await database.asOwner(`
      update tijdig.vault_field set sealed = (select sealed from tijdig.vault_field
        where code = 'T-1-K2' and field = 'name')
      where code = 'T-1-K1' and field = 'name'`)
    await expect(visit.persons('tool', 'T-1')).rejects.toThrow('name of T-1-K1 in tool/T-1')
    await expect(visit.persons('tool', 'T-1')).rejects.not.toThrow('Bram')
  })

  test('says that the key is not there, and makes no other over it', async () => {
    await keepAnna()
    await keys.destroy('tool/T-1')
    const visit = await enterAs()
    expect(await visit.persons('tool', 'T-1')).toBe('key-missing')
    expect(await visit.keep('tool', 'T-1', { ...ANNA, code: 'T-1-K2' })).toBe('key-missing')
    expect(await keys.find('tool/T-1')).toBeUndefined()
  })

  test('keeps many at the same time under one key', async () => {
    const visits = await Promise.all(Array.from({ length: 8 }, () => enterAs()))
    await Promise.all(
      visits.map((visit, place) => visit.keep('tool', 'T-1', { ...ANNA, code: `T-1-K${place}` })),
    )
    expect(await namesFor(await enterAs())).toHaveLength(8)
  })

  test('says nothing to who has no session, or whose session is over', async () => {
    await keepAnna()
    const session = await enter(database, { role: 'worker', organisation: 'north' })
    await database.asOwner(`update tijdig.session set ended_at = now()`)
    for (const hash of [session, '0'.repeat(64)]) {
      expect(await vault.visit(hash).persons('tool', 'T-1')).toBeUndefined()
      expect(await vault.visit(hash).findByBsn('123456782')).toEqual([])
    }
    expect(() => vault.visit(`'; drop`)).toThrow('64 hexadecimal digits')
  })
})

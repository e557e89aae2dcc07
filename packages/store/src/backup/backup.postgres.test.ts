import { fork } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import {
  createCalendar,
  createFoldPlan,
  defineRoute,
  type Event,
  getDay,
  getMoment,
} from '@tijdig/core'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { loginName } from '../database/logins.ts'
import { openDatabase } from '../database/open-database.ts'
import { ACTOR_ROLE, SYSTEM_ROLE } from '../migrations/ensure-roles.ts'
import { readMigrations } from '../migrations/migrations.ts'
import { openStore, type Store } from '../store.ts'
import { databaseUrl } from '../testing/database-url.ts'
import { enter } from '../testing/enter.ts'
import type { TestServer } from '../testing/global-setup.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { toolRoute } from '../testing/test-route.ts'
import type { FamilyKeys } from '../vault/family-keys.ts'
import { openFileKeys } from '../vault/file-keys.ts'
import type { FamilyPerson } from '../vault/person.ts'
import { openRetention } from '../vault/retention.ts'
import { openVault } from '../vault/vault.ts'
import { type BackupOptions, type BackupReport, backUp } from './back-up.ts'
import { sha256, writeManifest } from './manifest.ts'
import { type RestoreOptions, restore } from './restore.ts'
import { KEPT, LEFT_OUT } from './tables.ts'

const rule = { label: 'x', source: 'x', code: 'T-B1', from: 'last-change', years: 20 } as const
const route = defineRoute({
  ...toolRoute,
  retention: [{ inForceFrom: '1990-01-01', rules: [rule] }],
})
const plan = createFoldPlan(route, createCalendar())
const plans = new Map([['tool', plan]])
const TODAY = getDay('2026-06-01')
const ANNA: FamilyPerson = {
  code: 'K1',
  kind: 'child',
  name: 'Anna "Zwaluw"\nstaartinga, één',
  bornOn: '1990-03-04',
  bsn: null,
  address: null,
  phone: null,
  note: null,
}
/** Looked at where something is destroyed. */
const DESTROYED = new Set(['destruction', 'destruction_proposal'])
const OLD = ['T-one', 'T-two', 'T-three']

function event(id: string, trajectory: string): Event {
  const at = { validOn: getDay('2001-03-01'), recordedAt: getMoment('2001-03-01T10:00:00.123456Z') }
  return { id, trajectory, route: 'tool', type: 'lent', ...at, data: { shop: 'north' } }
}

/** A draft with something in each of its tables. */
async function writeDraft(database: TestDatabase, { drafts }: Store): Promise<void> {
  const organisation = 'PB'
  const by = { session: await enter(database, { role: 'publisher', organisation }) }
  const text = { type: 'doc', content: ['"één"\n', null] }
  const told = {
    route: 'tool',
    template: 't',
    title: '',
    head: 'a: "b"\nc: d',
    question: { b: 1, a: 2 },
  }
  const id = await drafts.begin({ organisation, ...told, text }, by)
  const steps = [{ stepType: 'replace' }, { b: '\\', a: 1 }]
  await drafts.addSteps({ id, route: 'tool', after: 0, client: 'c', steps }, by)
  await drafts.keepMoment({ id, route: 'tool', version: 2, name: 'Voor het overleg', text }, by)
  const place = { version: 2, from: 1, to: 3 }
  const remark = { kind: 'remark', thread: null, place, quote: 'één', words: 'Klopt dit?' } as const
  await drafts.addRemark(id, 'tool', remark, by)
  const [first] = await drafts.remarks(id)
  const answer = { kind: 'answer', place: null, quote: null, words: 'Ja.' } as const
  await drafts.addRemark(id, 'tool', { ...answer, thread: first?.id ?? null }, by)
  await drafts.addEvent(id, 'tool', { kind: 'submitted', version: 2 }, by)
}

test('what a backup holds and leaves out are all the tables that there are', async () => {
  const database = await createTestDatabase()
  try {
    const tables = await database.asOwner(`
      select table_name as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema', 'tijdig_jobs') order by 1`)
    const listed = [...KEPT.map(({ name }) => name), ...Object.keys(LEFT_OUT)].sort()
    expect(listed).toEqual(tables.map((row) => (row as { name: string }).name).sort())
    // Of those, putting back would have to move the end.
    expect(await database.asOwner("select from pg_class where relkind = 'S'")).toEqual([])
  } finally {
    await database.drop()
  }
})

test.each(testServers().slice(1))('what was made on the newest goes in $name', async (server) => {
  const folder = await mkdtemp(join(tmpdir(), 'tijdig-backup-'))
  const from = await createTestDatabase()
  const to = await createTestDatabase(server)
  try {
    const store = openStore(from, [plan])
    await store.append(OLD.map((id, place) => event(`e${place}`, id)))
    const keys = join(folder, 'keys')
    await openFileKeys({ folder: keys, role: 'server', random })
    const made = get(
      await backUp({
        ...{ pool: from.pool, keys, to: join(folder, 'to'), keysTo: join(folder, 'copy'), random },
        ...{ madeAt: '2026-06-01T10:00:00Z', masterKeyGiven: false },
      }),
    )
    const restored = await restore({
      dataFolder: join(folder, 'data'),
      environment: { DATABASE_URL: databaseUrl(server.config, to.config.database ?? '') },
      ...{ from: made.folder, keysFrom: join(folder, 'copy'), keys: join(folder, 'new') },
      masterKey: undefined,
    })
    expect(get(restored).manifest).toEqual(made.manifest)
    const hashes = "select position, encode(hash, 'hex') as hash from tijdig.event order by 1"
    expect(await to.asOwner(hashes)).toEqual(await from.asOwner(hashes))
  } finally {
    await from.drop()
    await to.drop()
    await rm(folder, { recursive: true, force: true })
  }
})

describe('backup and restore', () => {
  const [server] = testServers() as [TestServer]
  let folder: string
  let database: TestDatabase
  let store: Store
  let keys: FamilyKeys
  let made: BackupReport
  let minute = 0
  const empties: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tijdig-backup-'))
    database = await createTestDatabase(server)
    store = openStore(database, [plan])
    await store.append(OLD.map((id, place) => event(`e${place}`, id)))
    await store.append([{ ...event('corrected', 'T-one'), supersedes: 'e0' }])
    const opened = await openFileKeys({ folder: join(folder, 'keys'), role: 'server', random })
    if (!opened.ok) throw new Error(opened.error.reason)
    keys = opened.value
    const families = OLD.map((id) => ({
      route: 'tool',
      id,
      persons: [ANNA],
      changedAt: getMoment('2001-03-01T10:00:00Z'),
    }))
    await openVault(database, { keys, random }).bringIn(families)
    await store.audit.writeOwn('proef, met "tekens"\nen regels', {
      kind: 'command',
      outcome: 'done',
    })
    await enter(database, {
      role: 'team-lead',
      organisation: 'north',
      teams: ['x'],
      purpose: 'help',
    })
    await database.asOwner(`
      with g as (
        insert into tijdig.glass (person, appointment, route, trajectory, reason)
        select person, id, 'tool', 'T-one', 'omdat' from tijdig.appointment limit 1 returning id)
      insert into tijdig.notice (glass, role) select id, 'auditor' from g;
      insert into tijdig.awaited_event values ('later', 1);
      insert into tijdig.reminder_choice (person, by_mail) select id, false from tijdig.person limit 1;
      insert into tijdig.digest_day (day, people) values ('2001-03-01', 1);
      insert into tijdig.digest (day, person, terms)
        select '2001-03-01', id, '[{"of": "own", "today":  1}]' from tijdig.person limit 1;
      insert into tijdig.api_key (hash, hint, name, organisation, role, purpose, scopes, ends_at)
        values (sha256('x'), 'tij_', 'NULL', 'north', 'auditor', 'audit', '{a,"b,c"}', now());
      insert into tijdig.publication (template, title, route, question, published_at, position,
        log_hash, definitions, figures, document, html, pdf, audience, address, words)
        select 't', '', 'tool', '{"b": 1, "a":  [2]}', now(), position, hash, '[]', '{}', '{}',
          E'<p>\\r\\n"a"\\\\.\\n</p>', '\\x00ff0a22', audience, address, words
        from tijdig.log, (values (1, 'public', 't/2023-03-31', ''), (2, 'chain', null, null))
          kind (place, audience, address, words)
        order by place;
      insert into tijdig.delivery (number, code, route, institution, receiver, month)
        values (2, 'tool.monthly', 'tool', 'north', 'south', '2001-02');
      insert into tijdig.withdrawal values (1, now(), 'een fout');`)
    await writeDraft(database, store)
    made = get(await backUp(order()))
  }, 60_000)
  afterAll(async () => {
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })
  afterEach(async () => {
    for (const name of empties.splice(0)) {
      await database.asOwner(`drop database if exists ${name} with (force)`)
      const logins = ([ACTOR_ROLE, SYSTEM_ROLE] as const)
        .map((role) => loginName(role, name))
        .join(', ')
      await database.asOwner(`drop role if exists ${logins}`)
    }
  })

  const order = (more: Partial<BackupOptions> = {}): BackupOptions => ({
    pool: database.pool,
    to: join(folder, 'back-up'),
    keysTo: join(folder, 'sleutels'),
    keys: join(folder, 'keys'),
    masterKeyGiven: false,
    madeAt: `2026-06-01T10:${String(minute++).padStart(2, '0')}:00Z`,
    random,
    ...more,
  })

  /** An order to put it back in a new database and a new folder. */
  async function anew(more: Partial<RestoreOptions> = {}) {
    const name = `empty_${randomUUID().replaceAll('-', '')}`
    await database.asOwner(`create database ${name}`)
    empties.push(name)
    const dataFolder = join(folder, name)
    return {
      dataFolder,
      environment: { DATABASE_URL: databaseUrl(server.config, name) },
      from: made.folder,
      keysFrom: join(folder, 'sleutels'),
      keys: join(dataFolder, 'keys'),
      masterKey: undefined,
      ...more,
    }
  }

  async function ask(options: RestoreOptions, sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: options.environment.DATABASE_URL ?? '' })
    await client.connect()
    try {
      return (await client.query(sql)).rows
    } finally {
      await client.end()
    }
  }

  async function openAgain(options: RestoreOptions) {
    const opened = await openDatabase({ ...options, role: 'tool' })
    if (!opened.ok) throw new Error(opened.error.reason)
    const found = await openFileKeys({ folder: options.keys, role: 'server', random })
    if (!found.ok) throw new Error(found.error.reason)
    const again = openStore(opened.value, [plan])
    const session = await enter(
      { asOwner: (sql) => ask(options, sql) },
      { role: 'team-lead', organisation: 'north', purpose: 'help' },
    )
    // By what holds is known who may see what.
    await again.countByRoute()
    const seen = openVault(opened.value, { keys: found.value, random }).visit(session)
    const source = { log: again, plans }
    const retention = openRetention(opened.value, found.value, source)
    return {
      pool: opened.value.pool,
      store: again,
      seen,
      retention,
      close: () => opened.value.close(),
    }
  }

  test('puts every row back as it was, with the guards, and goes on at the next position', async () => {
    const options = await anew()
    const report = get(await restore(options))
    expect(report).toMatchObject({ destroyedSince: 0, withoutKey: 0, keysOlder: false })
    for (const { name, order: by } of KEPT) {
      const rows = `select t::text from tijdig.${name} t order by ${by}`
      const before = await database.asOwner(rows)
      expect(before.length > 0 || DESTROYED.has(name), name).toBe(true)
      expect(await ask(options, rows), name).toEqual(before)
    }
    const again = await openAgain(options)
    const head = await store.head()
    expect(await again.store.head()).toEqual(head)
    expect(await again.store.verifyChain(head.position)).toMatchObject({
      intact: true,
      hash: head.hash,
    })
    expect(await again.store.audit.verify()).toMatchObject({ intact: true })
    expect(await again.seen.persons('tool', 'T-one')).toMatchObject({ persons: [ANNA] })
    const results = await again.store.append([event('next', 'T-four')])
    expect(results).toMatchObject([{ ok: true, value: { position: head.position + 1 } }])
    await again.close()
    await expect(ask(options, 'delete from tijdig.event')).rejects.toThrow('only ever added to')
    await expect(ask(options, 'update tijdig.log set position = 9')).rejects.toThrow(
      'moves by appending alone',
    )
    const rights = `
      select relname, relrowsecurity, relacl::text, (
        select json_agg(json_build_array(tgname, tgenabled) order by tgname)::text
        from pg_trigger where tgrelid = c.oid and not tgisinternal) as triggers
      from pg_class c where relnamespace = 'tijdig'::regnamespace and relkind = 'r' order by 1`
    expect(await ask(options, rights)).toEqual(await database.asOwner(rights))
  })

  test('is one moment, also when others go on writing', async () => {
    let more = 0
    const written: Promise<unknown>[] = []
    const report = get(
      await backUp(
        order({
          onProgress: ({ rows }) => {
            if (rows !== undefined) written.push(store.append([event(`during${more++}`, 'T-one')]))
          },
        }),
      ),
    )
    await Promise.all(written)
    expect(more).toBe(KEPT.length)
    const { position } = report.manifest.log
    expect(report.manifest.files.find(({ table }) => table === 'event')?.rows).toBe(position)
    expect((await store.head()).position).toBe(position + more)
    get(await restore(await anew({ from: report.folder })))
  })

  test('can be read without Tijdig', async () => {
    // As `sha256sum --check` reads it.
    const sums = (await readFile(join(made.folder, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n')
    expect(sums).toHaveLength(1 + KEPT.length)
    for (const line of sums) {
      const [, sum, path = ''] = /^([\da-f]{64}) {2}(\S+)$/.exec(line) ?? []
      expect(sha256(await readFile(join(made.folder, path))), path).toBe(sum)
    }
    const csv = gunzipSync(await readFile(join(made.folder, 'log/trajectory.csv.gz'))).toString()
    expect(csv).toBe('number,id,route\n1,T-one,tool\n2,T-two,tool\n3,T-three,tool\n')
  })

  test('names nobody without the keys', async () => {
    const options = await anew({ keysFrom: null })
    expect(get(await restore(options))).toMatchObject({ withoutKey: OLD.length })
    const again = await openAgain(options)
    expect(await again.seen.persons('tool', 'T-one')).toBe('key-missing')
    await again.close()
    const all = await readdir(made.folder, { recursive: true, withFileTypes: true })
    for (const file of all.filter((each) => each.isFile())) {
      const path = join(file.parentPath, file.name)
      const content = path.endsWith('.gz') ? gunzipSync(await readFile(path)) : await readFile(path)
      expect(content.includes('Zwaluw'), path).toBe(false)
    }
  })

  test('what was destroyed after it stays destroyed, and its key is in no copy', async () => {
    // On a database of its own: what is destroyed is gone for the other tests.
    const first = await anew()
    get(await restore(first))
    const again = await openAgain(first)
    const place = {
      pool: again.pool,
      keys: first.keys,
      keysTo: join(first.dataFolder, 'copy'),
    }
    const to = join(first.dataFolder, 'kept')
    const before = get(await backUp(order({ ...place, to })))
    const leads = await Promise.all(
      [1, 2].map(async () =>
        again.retention.visit(
          await enter(
            { asOwner: (sql) => ask(first, sql) },
            { role: 'team-lead', organisation: 'north', purpose: 'help' },
          ),
        ),
      ),
    )
    expect(await leads[0]?.propose('tool', 'T-one', TODAY)).toBe('done')
    expect(await leads[1]?.destroy('tool', 'T-one', TODAY)).toBe('done')
    const after = get(await backUp(order({ ...place, to })))
    expect(after.keys).toMatchObject({ families: OLD.length - 1, gone: 1 })
    expect(await readdir(place.keysTo)).toHaveLength(1)
    const copied = await readFile(join(after.keys.folder, 'families.keys'), 'utf8')
    expect(copied).toContain('tool/T-two')
    expect(copied).not.toContain('tool/T-one')
    await again.close()

    const second = await anew({ from: before.folder, keysFrom: place.keysTo })
    expect(get(await restore(second))).toMatchObject({ destroyedSince: 1, withoutKey: 0 })
    const restored = await openAgain(second)
    expect(await restored.seen.persons('tool', 'T-one')).toMatchObject({
      persons: [],
      destroyedOn: expect.stringMatching(/^\d{4}-/),
    })
    expect(await restored.seen.persons('tool', 'T-two')).toMatchObject({ persons: [ANNA] })
    expect(await restored.retention.finishShredding()).toBe(0)
    await restored.close()
  })

  test('keys that are gone for no reason stop the copy, which stays as it is', async () => {
    const keysTo = join(folder, 'bewaard')
    get(await backUp(order({ keysTo })))
    const other = join(folder, 'verdwaald')
    const opened = await openFileKeys({ folder: other, role: 'server', random })
    expect(opened.ok).toBe(true)
    const before = await readdir(keysTo)
    expect(await backUp(order({ keysTo, keys: other }))).toMatchObject({
      error: { code: 'keys-lost', reason: expect.stringContaining('TIJDIG_KEYS') },
    })
    await cp(join(folder, 'keys'), other, { recursive: true })
    const path = join(other, 'families.keys')
    const [head] = (await readFile(path, 'utf8')).split('\n')
    await writeFile(path, `${head}\n`)
    expect(await backUp(order({ keysTo, keys: other }))).toMatchObject({
      error: { code: 'keys-lost', reason: expect.stringContaining('ontbreken 3 sleutels') },
    })
    expect(await readdir(keysTo)).toEqual(before)
  })

  test.each([
    ['the keys in the backup', { keysTo: 'back-up/sleutels' }],
    ['the backup among the keys', { to: 'sleutels/back-up' }],
    ['the copy of the keys where the keys are', { keysTo: 'keys' }],
    ['the backup where the keys are', { to: 'keys/back-up' }],
  ])('refuses %s', async (_, where) => {
    const more = Object.fromEntries(
      Object.entries(where).map(([name, path]) => [name, join(folder, path)]),
    )
    expect(await backUp(order(more))).toMatchObject({ error: { code: 'folders-overlap' } })
  })

  test('refuses a database with something in it, and other keys', async () => {
    const options = await anew()
    get(await restore(options))
    expect(await restore(options)).toMatchObject({
      error: { code: 'not-empty', reason: expect.stringContaining('niet leeg') },
    })
    const elsewhere = await anew()
    await openFileKeys({ folder: elsewhere.keys, role: 'server', random })
    expect(await restore(elsewhere)).toMatchObject({ error: { code: 'keys-in-the-way' } })
    expect(
      await restore({ ...elsewhere, keys: options.keys, keysFrom: options.keys }),
    ).toMatchObject({
      ok: true,
    })
  })

  test('refuses a database that somebody works with', async () => {
    const options = await anew()
    const busy = await openDatabase({ ...options, role: 'tool' })
    if (!busy.ok) throw new Error(busy.error.reason)
    expect(await restore(options)).toMatchObject({ error: { code: 'in-use' } })
    await busy.value.close()
    // That one laid down tables, in which nothing stands.
    get(await restore(options))
  })

  test('a master key of the keeper is in no copy, and asked for', async () => {
    const key = (await readFile(join(folder, 'keys', 'master.key'), 'utf8')).trim()
    const keysTo = join(folder, 'zonder hoofdsleutel')
    const report = get(await backUp(order({ keysTo, masterKeyGiven: true })))
    expect(report.keys.masterKey).toBe(false)
    const options = await anew({ keysFrom: keysTo })
    expect(await restore(options)).toMatchObject({
      error: { code: 'master-key', reason: expect.stringContaining('TIJDIG_MASTER_KEY') },
    })
    const wrong = randomBytes(32).toString('base64')
    expect(await restore({ ...options, masterKey: wrong })).toMatchObject({
      error: { code: 'master-key', reason: expect.stringContaining('hoort niet bij') },
    })
    get(await restore({ ...options, masterKey: key }))
    expect(await readdir(options.keys)).toEqual(['families.keys'])
  })

  test('a byte that is another anywhere is found before anything is put back, with its file', async () => {
    const copy = join(folder, 'beschadigd')
    const sources = [
      [made.folder, 'from'],
      [made.keys.folder, 'keysFrom'],
    ] as const
    const files: { path: string; option: 'from' | 'keysFrom'; bytes: number }[] = []
    for (const [source, option] of sources) {
      await cp(
        option === 'from'
          ? source
          : join(folder, 'sleutels', (await readdir(join(folder, 'sleutels')))[0] ?? ''),
        join(copy, option),
        { recursive: true },
      )
      for (const file of await readdir(join(copy, option), {
        recursive: true,
        withFileTypes: true,
      })) {
        if (!file.isFile()) continue
        const path = join(file.parentPath, file.name)
        files.push({ path, option, bytes: (await readFile(path)).length })
      }
    }
    const options = await anew({ from: join(copy, 'from'), keysFrom: join(copy, 'keysFrom') })
    const all = files.filter(({ bytes }) => bytes > 0)
    const damage = fc.constantFrom(...all).chain((file) =>
      fc.record({
        file: fc.constant(file),
        at: fc.nat({ max: file.bytes - 1 }),
        flip: fc.integer({ min: 1, max: 255 }),
        how: fc.constantFrom('flip', 'flip', 'flip', 'cut', 'remove', 'add'),
      }),
    )
    await fc.assert(
      fc.asyncProperty(damage, async ({ file, at, flip, how }) => {
        const whole = await readFile(file.path)
        const changed = Buffer.from(how === 'cut' ? whole.subarray(0, at) : whole)
        if (how === 'flip') changed[at] = (changed[at] ?? 0) ^ flip
        if (how === 'remove') await rm(file.path)
        else
          await writeFile(
            file.path,
            how === 'add' ? Buffer.concat([changed, Buffer.from('x')]) : changed,
          )
        const refused = await restore(options)
        await writeFile(file.path, whole)
        if (refused.ok) throw new Error(`${how} at ${at} of ${file.path} was not found`)
        const { name, folder: place } = { name: file.path.split('/').at(-1) ?? '', folder: copy }
        expect(refused.error.reason).toContain(name)
        expect(refused.error.reason).toContain(place)
      }),
      { numRuns: Number(process.env.TIJDIG_FLIPS ?? 80), seed: 42 },
    )
    get(await restore(options))
  })

  test('an older backup goes through the steps that came after it; a newer one is refused', async () => {
    const step = {
      number: made.manifest.schema.number + 1,
      name: 'later',
      sql: `alter table tijdig.trajectory add column shout text;
        alter table tijdig.trajectory disable trigger user;
        update tijdig.trajectory set shout = upper(id);
        alter table tijdig.trajectory enable trigger user`,
      checksum: 'x',
    }
    const options = await anew({ migrations: [...(await readMigrations()), step] })
    get(await restore(options))
    expect(await ask(options, 'select shout from tijdig.trajectory order by number')).toEqual(
      OLD.map((id) => ({ shout: id.toUpperCase() })),
    )
    const fewer = (await readMigrations()).slice(0, -1)
    expect(await restore(await anew({ migrations: fewer }))).toMatchObject({
      error: { code: 'backup-newer', reason: expect.stringContaining('manifest.json') },
    })
    const form = join(folder, 'nieuwe vorm')
    await cp(made.folder, form, { recursive: true })
    const { manifest, sums } = writeManifest({ ...made.manifest, format: 3 })
    await writeFile(join(form, 'manifest.json'), manifest)
    await writeFile(join(form, 'SHA256SUMS'), sums)
    expect(await restore(await anew({ from: form }))).toMatchObject({
      error: { code: 'backup-newer', reason: expect.stringContaining('manifest.json') },
    })
  })

  test('no backup, several backups, the keys instead of it: each is told', async () => {
    const refusal = async (from: string) => {
      const result = await restore(await anew({ from }))
      return result.ok ? 'restored' : result.error.reason
    }
    expect(await refusal(join(folder, 'nergens'))).toContain('staat geen back-up van Tijdig')
    expect(await refusal(join(folder, 'back-up'))).toContain('staan meer back-ups. Kies er een')
    expect(await refusal(made.folder.replace('back-up', 'back-up-2'))).toContain(
      'staat geen back-up',
    )
    const [copy = ''] = await readdir(join(folder, 'sleutels'))
    expect(await refusal(join(folder, 'sleutels', copy))).toContain('kopie van de sleutels')
  })

  test('a backup that is killed never looks whole, and the next one is', async () => {
    const to = join(folder, 'gedood')
    for (let kill = 0; kill < 2; kill++) {
      const options = order({ to, keysTo: join(folder, `gedood-${kill}`) })
      await killElsewhere('back-up', options, 30 * kill)
      for (const name of await readdir(to).catch(() => [])) {
        if (name.endsWith('.onvolledig')) {
          expect((await restore(await anew({ from: join(to, name) }))).ok).toBe(false)
        }
      }
    }
    const report = get(await backUp(order({ to, keysTo: join(folder, 'gedood-0') })))
    expect(report.unfinished.length).toBeGreaterThan(0)
    get(await restore(await anew({ from: report.folder, keysFrom: join(folder, 'gedood-0') })))
  })

  test('a restore that is killed left the database empty, and can be done again', async () => {
    for (const steps of [3, 35]) {
      const options = await anew()
      await killElsewhere('restore', options, steps)
      get(await restore(options))
    }
  })

  /** Ends another program that makes or puts back a backup, at a step of its progress. */
  async function killElsewhere(what: string, options: object, steps: number): Promise<void> {
    const program = fileURLToPath(new URL('../testing/back-up-and-stop.ts', import.meta.url))
    const child = fork(program, { execArgv: ['--import', 'tsx'] })
    child.send({ what, options: { ...options, pool: undefined }, steps, config: database.config })
    await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
  }
})

function random(bytes: number): Uint8Array {
  return randomBytes(bytes)
}

function get<T>(
  result: { ok: true; value: T } | { ok: false; error: { reason: string; detail?: string } },
): T {
  if (result.ok) return result.value
  throw new Error(`${result.error.reason} ${result.error.detail ?? ''}`)
}

import { Client, type ClientConfig } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { configFor, ensureLogins, type Logins, loginName } from '../database/logins.ts'
import { openPool } from '../database/pool.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migrations.ts'

describe.each(testServers())('migrating on $name', (server) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await createTestDatabase(server)
  })
  afterEach(() => database.drop())

  async function migrateAs(config: ClientConfig) {
    const client = new Client(config)
    await client.connect()
    try {
      return await migrate(client)
    } finally {
      await client.end()
    }
  }

  test('a second time changes nothing', async () => {
    const log = await database.asOwner('select * from tijdig.log')
    expect(await migrateAs(database.config)).toEqual({ ok: true, value: undefined })
    expect(await database.asOwner('select * from tijdig.log')).toEqual(log)
  })

  test('a database of a newer program is refused', async () => {
    await database.asOwner(`insert into tijdig.migration values (9999, 'later', 'x')`)
    expect(await migrateAs(database.config)).toMatchObject({ error: { code: 'database-newer' } })
  })

  test('a database made by other steps is refused', async () => {
    await database.asOwner(`update tijdig.migration set checksum = 'x' where number = 2`)
    expect(await migrateAs(database.config)).toMatchObject({
      error: { code: 'migration-changed', reason: expect.stringContaining('stap 2 (current)') },
    })
  })

  test('several programs at once bring one database up to date', async () => {
    await database.asOwner('drop schema tijdig, tijdig_jobs cascade')
    const all = await Promise.all([1, 2, 3, 4].map(() => migrateAs(database.config)))
    expect(all.every(({ ok }) => ok)).toBe(true)
    const migrations = await readMigrations()
    expect(await database.asOwner('select number from tijdig.migration')).toHaveLength(
      migrations.length,
    )
  })

  test('several databases of one server at once share the role', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => createTestDatabase(server)))
    for (const one of made) {
      expect((await one.pool.query('select current_user as me')).rows).toEqual([
        { me: 'tijdig_system' },
      ])
      await one.drop()
    }
  })

  test('an owner who is no superuser, but a member of the role, is enough', async () => {
    const [{ name }] = (await database.asOwner('select current_database() as name')) as [
      { name: string },
    ]
    const login = `login_${name}`
    await database.asOwner(`
      drop schema tijdig, tijdig_jobs cascade;
      create role ${login} login password 'geheim';
      grant create on database ${name} to ${login};`)
    const config = asLogin(database.config, login)
    expect(await migrateAs(config)).toMatchObject({
      error: {
        code: 'database-role-missing',
        reason: expect.stringContaining(
          `GRANT tijdig_app TO ${login}; GRANT tijdig_system TO ${login};`,
        ),
      },
    })
    await database.asOwner(`grant tijdig_app, tijdig_system to ${login}`)
    expect(await migrateAs(config)).toEqual({ ok: true, value: undefined })
    await database.asOwner(
      `drop role ${loginName('tijdig_app', name)}, ${loginName('tijdig_system', name)}`,
    )
    // Without the right to make logins it lays down its rights itself, and says what would be better.
    const told: string[] = []
    const logins = await ensuredLogins(config, told)
    expect(logins).toEqual({ tijdig_app: null, tijdig_system: null })
    expect(told).toEqual([
      expect.stringContaining(
        `ALTER ROLE ${login} CREATEROLE; GRANT tijdig_app, tijdig_system TO ${login} WITH ADMIN OPTION;`,
      ),
    ])
    const pool = openPool(configFor(config, logins, 'tijdig_system'), 'tijdig_system')
    expect((await pool.query('select position from tijdig.log')).rows).toEqual([{ position: '0' }])
    await expect(pool.query('delete from tijdig.event')).rejects.toMatchObject({ code: '42501' })
    await pool.end()
    // As it says, so it works.
    await database.asOwner(`alter role ${login} createrole;
      grant tijdig_app, tijdig_system to ${login} with admin option`)
    const made = await ensuredLogins(config, told)
    expect(told).toHaveLength(1)
    for (const role of ['tijdig_app', 'tijdig_system'] as const) {
      expect(made[role]?.user).toBe(loginName(role, name))
      const confined = openPool(configFor(config, made, role), role)
      const { rows } = await confined.query('select session_user as user, current_user as role')
      expect(rows).toEqual([{ user: loginName(role, name), role }])
      await expect(confined.query(`set role ${login}`)).rejects.toMatchObject({ code: '42501' })
      await confined.end()
    }
    expect(await ensuredLogins(config, told)).toEqual(made)
    await database.asOwner(`drop owned by ${login}; drop role ${login}`)
  })

  test('a login without the right to make a schema is told so', async () => {
    const [{ name }] = (await database.asOwner('select current_database() as name')) as [
      { name: string },
    ]
    const login = `login_${name}`
    await database.asOwner(`
      drop schema tijdig, tijdig_jobs cascade;
      create role ${login} login password 'geheim';
      grant tijdig_app, tijdig_system to ${login};`)
    expect(await migrateAs(asLogin(database.config, login))).toMatchObject({
      error: { code: 'database-rights-missing' },
    })
    await database.asOwner(`drop owned by ${login}; drop role ${login}`)
  })
})

async function ensuredLogins(config: ClientConfig, told: string[]): Promise<Logins> {
  const client = new Client(config)
  await client.connect()
  try {
    return await ensureLogins(client, config, (sentence) => told.push(sentence))
  } finally {
    await client.end()
  }
}

function asLogin(config: ClientConfig, user: string): ClientConfig {
  if (!config.connectionString) return { ...config, user, password: 'geheim' }
  const url = new URL(config.connectionString)
  url.username = user
  url.password = 'geheim'
  return { connectionString: url.href }
}

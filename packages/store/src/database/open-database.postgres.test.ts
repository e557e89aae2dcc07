import { type ChildProcess, type ForkOptions, fork } from 'node:child_process'
import { once } from 'node:events'
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findPostmaster, isPostmasterAlive } from '../embedded/postmaster.ts'
import { isReachable } from '../embedded/reachable.ts'
import { findSystemUser, isRoot } from '../embedded/system-user.ts'
import type { DatabaseOptions } from './database.ts'
import { openDatabase } from './open-database.ts'

const PROGRAM = fileURLToPath(new URL('../testing/open-and-wait.ts', import.meta.url))

// Where the clone lies in a folder that others may not enter, an ordinary user cannot run it,
// and root runs PostgreSQL from a copy in the data folder.
const anyone = { name: 'nobody', uid: 65534, gid: 65534 }
const cloneIsOpen = await isReachable(fileURLToPath(new URL('.', import.meta.url)), anyone)

let top: string
let children: ChildProcess[]
beforeEach(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'tijdig-open-')))
  await chmod(top, 0o755)
  children = []
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  const pid = await runningIn(join(top, 'data'))
  if (pid) process.kill(pid, 'SIGQUIT')
  await rm(top, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

async function open(dataFolder: string, rest: Partial<DatabaseOptions> = {}) {
  const told: string[] = []
  const opened = await openDatabase({
    dataFolder,
    role: 'tool',
    environment: {},
    notify: (sentence) => told.push(sentence),
    ...rest,
  })
  return { opened, told }
}

async function opened(dataFolder: string, rest: Partial<DatabaseOptions> = {}) {
  const { opened } = await open(dataFolder, rest)
  if (!opened.ok)
    throw new Error(`${opened.error.code} ${opened.error.reason} ${opened.error.detail}`)
  return opened.value
}

async function refusal(dataFolder: string, rest: Partial<DatabaseOptions> = {}) {
  const { opened } = await open(dataFolder, rest)
  if (!opened.ok) return opened.error
  await opened.value.close()
  throw new Error('opened')
}

/** The pid of the PostgreSQL that runs for a data folder. */
async function runningIn(dataFolder: string): Promise<number | undefined> {
  const pointer = await readFile(join(dataFolder, 'postgres.json'), 'utf8').catch(() => undefined)
  const home = pointer
    ? (JSON.parse(pointer) as { home: string }).home
    : join(dataFolder, 'postgres')
  const cluster = join(home, 'data')
  const postmaster = await findPostmaster(cluster)
  return postmaster && (await isPostmasterAlive(cluster, postmaster.pid))
    ? postmaster.pid
    : undefined
}

/** Opens in a program of its own; gives what it said. */
async function openElsewhere(dataFolder: string, role: string, options: ForkOptions = {}) {
  const child = fork(PROGRAM, [dataFolder, role], { execArgv: ['--import', 'tsx'], ...options })
  children.push(child)
  const [said] = (await once(child, 'message')) as [{ code: string; [key: string]: string }]
  return { child, said }
}

async function closeElsewhere(child: ChildProcess) {
  child.send('close')
  await once(child, 'message')
}

test('makes the database, keeps what is in it, and stops it when its last user leaves', async () => {
  const folder = join(top, 'data')
  const { opened: first, told } = await open(folder)
  if (!first.ok) throw new Error(first.error.reason)
  expect(told).toContain('De database wordt voor het eerst aangemaakt.')
  expect(await runningIn(folder)).toBeTypeOf('number')
  const identity = 'select identity from tijdig.log'
  const { rows } = await first.value.pool.query(identity)
  await first.value.close()
  expect(await runningIn(folder)).toBeUndefined()
  const again = await opened(folder)
  expect((await again.pool.query(identity)).rows).toEqual(rows)
  expect((await again.pool.query('select current_user as me')).rows).toEqual([
    { me: 'tijdig_system' },
  ])
  await again.close()
})

test('listens in a folder that only the database enters, on no port', async () => {
  const database = await opened(join(top, 'data'))
  const { rows } = await database.pool.query(
    `select current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync,
      current_setting('full_page_writes') as pages, current_setting('server_encoding') as encoding,
      current_setting('jit') as jit`,
  )
  expect(rows).toEqual([{ addresses: '', fsync: 'on', pages: 'on', encoding: 'UTF8', jit: 'off' }])
  const { mode, uid } = await stat(join(top, 'data', 'postgres', 'run'))
  expect(mode & 0o777).toBe(0o700)
  expect(uid).not.toBe(0)
  await database.close()
})

test('two first starts at once share one database; the last to leave stops it', async () => {
  const folder = join(top, 'data')
  const [one, two] = await Promise.all([
    openElsewhere(folder, 'tool'),
    openElsewhere(folder, 'tool'),
  ])
  expect([one.said.code, two.said.code]).toEqual(['opened', 'opened'])
  await closeElsewhere(one.child)
  expect(await runningIn(folder)).toBeTypeOf('number')
  await closeElsewhere(two.child)
  expect(await runningIn(folder)).toBeUndefined()
})

test('tools work beside a server; whoever is last stops the database', async () => {
  const folder = join(top, 'data')
  const server = await openElsewhere(folder, 'server')
  const tool = await opened(folder)
  await closeElsewhere(server.child)
  expect((await tool.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await tool.close()
  expect(await runningIn(folder)).toBeUndefined()
})

test('a second server on the folder is refused, and the first goes on', async () => {
  const folder = join(top, 'data')
  const server = await opened(folder, { role: 'server' })
  expect(await refusal(folder, { role: 'server' })).toMatchObject({
    code: 'data-folder-in-use',
    reason: expect.stringContaining('TIJDIG_DATA'),
  })
  expect((await server.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await server.close()
})

test('a killed server hinders nobody: its database is taken over', async () => {
  const folder = join(top, 'data')
  const { child } = await openElsewhere(folder, 'server')
  const before = await runningIn(folder)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const server = await opened(folder, { role: 'server' })
  expect(await runningIn(folder)).toBe(before)
  await server.close()
  expect(await runningIn(folder)).toBeUndefined()
})

test('a killed PostgreSQL hinders nobody: nothing that was kept is lost', async () => {
  const folder = join(top, 'data')
  const { child } = await openElsewhere(folder, 'tool')
  const database = await opened(folder)
  await database.pool.query(`insert into tijdig.trajectory values (1, 'T-1', 'tool')`)
  const pid = (await runningIn(folder)) as number
  process.kill(pid, 'SIGKILL')
  child.kill('SIGKILL')
  await database.close()
  const again = await opened(folder)
  expect((await again.pool.query('select id from tijdig.trajectory')).rows).toEqual([{ id: 'T-1' }])
  await again.close()
})

test('a server gets its database back when that is killed under it', async () => {
  const folder = join(top, 'data')
  const lost: string[] = []
  const server = await opened(folder, { role: 'server', onLost: (reason) => lost.push(reason) })
  process.kill((await runningIn(folder)) as number, 'SIGKILL')
  const answer = () => server.pool.query('select 1 as one').then(({ rows }) => rows)
  await expect.poll(answer, { timeout: 30_000 }).toEqual([{ one: 1 }])
  // It has the folder to itself again, too: once it holds both its locks.
  const locks = () =>
    server.pool
      .query(
        `select from pg_locks join pg_stat_activity using (pid)
        where locktype = 'advisory' and application_name = 'tijdig server keeper'`,
      )
      .then(({ rowCount }) => rowCount)
  await expect.poll(locks, { timeout: 20_000 }).toBe(2)
  expect(await refusal(folder, { role: 'server' })).toMatchObject({ code: 'data-folder-in-use' })
  await server.close()
  expect(lost).toEqual([])
  expect(await runningIn(folder)).toBeUndefined()
})

test('a pid that now belongs to another process is no running database', async () => {
  const folder = join(top, 'data')
  await (await opened(folder)).close()
  const file = join(folder, 'postgres', 'data', 'postmaster.pid')
  // Our own number: alive, and of a user whom PostgreSQL would take for its own kin.
  await writeFile(
    file,
    `${process.pid}\n${join(folder, 'postgres', 'data')}\n1\n5432\n\n\n\nready\n`,
  )
  const database = await opened(folder)
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await database.close()
})

test.runIf(cloneIsOpen).each([['a quote and a comma', `d'Ancona, "map"`]])(
  'works from a path with %s',
  worksFrom,
)

test.each([
  ['a space', 'map met spatie'],
  ['more than a socket can hold', 'lang'.repeat(30)],
])('works from a path with %s', worksFrom)

async function worksFrom(_: string, name: string): Promise<void> {
  const folder = join(top, name)
  const database = await opened(folder)
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await database.close()
  expect(await runningIn(folder)).toBeUndefined()
}

test.runIf(isRoot())('under a closed folder the database goes where its user may', async () => {
  const closed = join(top, 'closed')
  await mkdir(closed, { mode: 0o700 })
  const folder = join(closed, 'data')
  const { opened: first, told } = await open(folder)
  if (!first.ok) throw new Error(first.error.reason)
  const { place } = first.value
  try {
    expect(place).toMatch(/^\/var\/lib\/tijdig\//)
    expect(told.join(' ')).toContain(place)
    await first.value.pool.query(`insert into tijdig.trajectory values (1, 'T-1', 'tool')`)
    await first.value.close()
    const again = await opened(folder)
    expect(again.place).toBe(place)
    expect((await again.pool.query('select id from tijdig.trajectory')).rows).toHaveLength(1)
    await again.close()
  } finally {
    await rm(place, { recursive: true, force: true })
  }
})

test.runIf(isRoot() && cloneIsOpen)(
  'an ordinary user and root can take turns on the user’s folder',
  async () => {
    const user = await findSystemUser()
    if (!user) throw new Error('no user')
    const folder = join(top, 'data')
    await mkdir(folder)
    await chown(folder, user.uid, user.gid)
    // A copy of the environment in which tsx may keep its cache.
    const as = {
      uid: user.uid,
      gid: user.gid,
      env: { ...process.env, HOME: folder, TMPDIR: folder },
    }
    const { child, said } = await openElsewhere(folder, 'server', as)
    expect(said).toMatchObject({ code: 'opened', me: 'tijdig_system' })
    const besides = await opened(folder)
    await besides.close()
    await closeElsewhere(child)
    await (await opened(folder, { role: 'server' })).close()
    const after = await openElsewhere(folder, 'tool', as)
    expect(after.said.code).toBe('opened')
    await closeElsewhere(after.child)
  },
)

test.runIf(isRoot() && cloneIsOpen)(
  'an ordinary user is told that a folder is another’s',
  async () => {
    const folder = join(top, 'data')
    await (await opened(folder)).close()
    const { said } = await openElsewhere(folder, 'tool', {
      uid: 65534,
      gid: 65534,
      env: { ...process.env, HOME: top, TMPDIR: '/tmp' },
    })
    expect(said).toMatchObject({
      code: 'data-folder-not-writable',
      reason: expect.stringContaining('andere gebruiker'),
    })
  },
)

test('a folder of a newer program is left alone', async () => {
  const folder = join(top, 'data')
  await mkdir(folder)
  await writeFile(join(folder, 'tijdig.json'), '{"format":2}')
  expect(await refusal(folder)).toMatchObject({
    code: 'data-folder-newer',
    reason: expect.stringContaining('nieuwere versie'),
  })
})

test('a path that is no folder is refused', async () => {
  await writeFile(join(top, 'file'), '')
  expect(await refusal(join(top, 'file'))).toMatchObject({ code: 'data-folder-not-writable' })
})

test('production asks for a database of its own, or an explicit yes', async () => {
  const folder = join(top, 'data')
  expect(await refusal(folder, { environment: { NODE_ENV: 'production' } })).toMatchObject({
    code: 'embedded-not-chosen',
    reason: expect.stringContaining('DATABASE_URL'),
  })
  const environment = { NODE_ENV: 'production', TIJDIG_EMBEDDED: 'yes' }
  await (await opened(folder, { environment })).close()
})

test.each([
  ['no address', 'tijdig', 'database-url-invalid'],
  ['an address of something else', 'https://example.org/tijdig', 'database-url-invalid'],
  ['nobody there', 'postgres://tijdig:secret@127.0.0.1:9/tijdig', 'database-unreachable'],
])('%s as DATABASE_URL', async (_, DATABASE_URL, code) => {
  const error = await refusal(join(top, 'data'), { environment: { DATABASE_URL } })
  expect(error).toMatchObject({ code, reason: expect.stringContaining('DATABASE_URL') })
  expect(JSON.stringify(error)).not.toContain('secret')
})

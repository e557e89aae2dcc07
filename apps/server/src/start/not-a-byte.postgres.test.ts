import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { catalogue } from '@tijdig/catalogue'
import { getMoment } from '@tijdig/core'
import { backUp, findBsn } from '@tijdig/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectAsOwner } from '../../../../packages/store/src/testing/connect-as-owner.ts'
import { HEAD, readLine } from '../../../../packages/store/src/vault/key-file.ts'
import { unseal } from '../../../../packages/store/src/vault/seal.ts'
import type { House } from '../house/house.ts'
import { openHouse } from '../house/open-house.ts'
import { publish } from '../house/publish.ts'
import { tracesIn, tracesUnder } from '../testing/find-traces.ts'
import { type Caller, closeServed, record, serve, temporaryFolder } from '../testing/test-house.ts'

const copy = promisify(execFile)

/** Stands in all that is made up about them, and nowhere else in the world; has no capitals. */
const WORD = `0${randomBytes(8).readBigUInt64LE().toString().padStart(20, '0').slice(-10)}`

function canary(kind: 'child' | 'parent') {
  let bsn: string | undefined
  while (!bsn) bsn = findBsn(`1${randomBytes(4).readUInt32LE().toString().slice(-8)}`)
  return {
    kind,
    name: `Zwaan Vlierbes${WORD}`,
    bornOn: '1992-06-07',
    bsn,
    address: `Lindegracht ${WORD}\n1234 AB Oud Zand`,
    phone: WORD,
    note: `Belt liever na ${WORD}`,
  }
}
const PEOPLE = [canary('child'), canary('parent'), canary('child')] as const
const TRACES = [WORD, ...PEOPLE.map(({ bsn }) => bsn)]
const GONE = 'OT-KWARTEL-1'
const KEPT = 'OT-KWARTEL-2'
const AT = { organisation: 'OT', kind: 'support-team', purpose: 'help' } as const
const INSIDE = ['figures', 'figures.csv'].map(
  (path) => `${path}?route=ot&cutOff=2023-03-31&knownAt=2023-04-14`,
)

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let house: House
let leads: [Caller, Caller]
let publication: number
const said: string[] = []
/** What was sent out that is not for who helps the family. */
const sent: Buffer[] = []

beforeAll(async () => {
  folder = await temporaryFolder()
  house = await openAt(join(folder.path, 'data'))
  // A keeper who logs all that the database is asked still logs nobody.
  await asOwner(`alter system set log_statement = 'all'`)
  await asOwner('select pg_reload_conf()')
  const event = (id: string, trajectory: string, day: string) => ({
    id,
    trajectory,
    route: 'ot',
    type: 'registered',
    validOn: day,
    recordedAt: `${day}T10:00:00Z`,
    data: { channel: 'direct', applicant: 'mother', residence: 'Drenthe' },
  })
  await record(house, event('k1', GONE, '1999-04-05'), event('k2', KEPT, '2023-02-03'))
  await liveWithThem()
}, 240_000)
afterAll(async () => {
  if (house) await closeServed(house)
  await folder.remove()
})

async function openAt(dataFolder: string): Promise<House> {
  const opened = await openHouse({
    dataFolder,
    role: 'server',
    environment: {},
    catalogue,
    now: () => getMoment('2023-06-01T10:00:00Z'),
    notify: (sentence) => said.push(sentence),
  })
  if (!opened.ok) throw new Error(opened.error.reason)
  return opened.value
}

async function asOwner(sql: string, dataFolder = join(folder.path, 'data')) {
  const client = await connectAsOwner(dataFolder)
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Keeps them, looks at them, searches, gives their file, counts and publishes, goes wrong. */
async function liveWithThem(): Promise<void> {
  const served = await serve(house)
  const worker = await served.enter({ role: 'worker', ...AT })
  leads = [
    await served.enter({ role: 'team-lead', ...AT }),
    await served.enter({ role: 'coordinator', ...AT }),
  ]
  const [first, second, third] = PEOPLE
  const persons = (id: string, code: string) => `trajectories/ot/${id}/persons/${code}`
  for (const [path, person] of [
    [persons(GONE, 'K1'), first],
    [persons(GONE, 'O1'), second],
    [persons(KEPT, 'K1'), third],
  ] as const) {
    expect((await worker.put(path, person)).statusCode).toBe(200)
  }
  for (const { name, bsn, bornOn } of PEOPLE) {
    for (const search of [{ bsn }, { name, bornOn }]) {
      const found = await worker.post('families/search', search)
      expect(found.json().length).toBeGreaterThan(0)
    }
    // What does not belong there: a name where a number is asked, a number that is none, a stranger.
    sent.push((await served.post('families/search', { bsn })).rawPayload)
    await worker.get(`trajectories?route=ot&q=${encodeURIComponent(name)}`)
    const wrong = await worker.put(persons(KEPT, 'X'), { ...PEOPLE[0], bsn: `${bsn}0`, name })
    expect(wrong.statusCode).toBe(400)
    expect((await worker.post('families/search', { name, bsn, x: name })).statusCode).toBe(400)
  }
  expect((await worker.get(`trajectories/ot/${GONE}/persons`)).json().persons).toHaveLength(2)
  for (const form of ['html', 'pdf']) {
    expect((await worker.get(`trajectories/ot/${GONE}/file.${form}`)).statusCode).toBe(200)
  }
  const order = { template: 'ot/progress', cutOff: '2023-03-31', knownAt: '2023-04-14' }
  const published = await publish(house, { ...order, comparedWith: undefined })
  if (!published.ok) throw new Error(published.error.reason)
  publication = published.value.number
  const parts = ['', '/report.html', '/report.pdf', '/figures.csv', '/figures.json']
  for (const path of [...INSIDE, ...parts.map((part) => `publications/${publication}${part}`)]) {
    const { statusCode, rawPayload } = await served.get(path)
    expect([path, statusCode]).toEqual([path, 200])
    sent.push(rawPayload)
  }
  const auditor = await served.enter({ role: 'auditor', ...AT, purpose: 'oversight' })
  sent.push((await auditor.get('audit/unusual')).rawPayload)
  for (let before = ''; ; ) {
    const page = await auditor.get(`audit?${before}`)
    sent.push(page.rawPayload)
    const { older } = page.json<{ older: string | null }>()
    if (older === null) break
    before = `before=${older}`
  }
}

interface Sealed {
  readonly place: string[]
  readonly sealed: Buffer
}

/** Log and vault in a folder of their own, the keys in another. */
async function makeBackup(madeAt: string): Promise<void> {
  const made = await backUp({
    pool: house.database.pool,
    to: join(folder.path, 'backup'),
    keysTo: join(folder.path, 'keys-of-backup'),
    keys: join(folder.path, 'data', 'keys'),
    masterKeyGiven: false,
    madeAt,
    random: randomBytes,
  })
  if (!made.ok) throw new Error(made.error.reason)
}

/** What is kept encrypted of a family, as it lies in the database of a data folder. */
async function sealedIn(dataFolder: string, id: string): Promise<Sealed[]> {
  const rows = await asOwner(
    `select f.code, f.field, f.sealed from tijdig.vault_field f
     join tijdig.trajectory t using (number) where t.id = '${id}' order by 1, 2`,
    dataFolder,
  )
  return rows.map(({ code, field, sealed }) => ({
    place: ['person', 'ot', id, code, field],
    sealed,
  }))
}

/** Each key in any file under a folder: as it is, and as what the keys there unwrap of each line. */
async function keysUnder(dataFolder: string): Promise<Buffer[]> {
  const texts: string[] = []
  for (const entry of await readdir(dataFolder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/key/.test(join(entry.parentPath, entry.name))) continue
    texts.push(await readFile(join(entry.parentPath, entry.name), 'latin1'))
  }
  const words = texts.flatMap((text) => text.match(/[A-Za-z0-9+/]{43}=/g) ?? [])
  const plain = words.map((word) => Buffer.from(word, 'base64'))
  const wrapped = texts.flatMap((text) => text.split('\n')).flatMap((line) => readLine(line) ?? [])
  const unwrapped = wrapped.flatMap(({ id, sealed }) =>
    plain.flatMap((key) => unseal(key, sealed, id === HEAD ? [HEAD] : [HEAD, id]) ?? []),
  )
  return [...plain, ...unwrapped]
}

/** How many of these open with one of those keys. */
function opened(sealed: readonly Sealed[], keys: readonly Buffer[]): number {
  return sealed.filter((one) => keys.some((key) => unseal(key, one.sealed, one.place))).length
}

/**
 * A copy of the data folder as a disk would be copied under a database that runs: the write-ahead log
 * last, so that what was written meanwhile is replayed from it.
 */
async function copyWhileRunning(name: string): Promise<string> {
  const [from, to] = [join(folder.path, 'data'), join(folder.path, name)]
  await copy('cp', ['-a', from, to])
  const wal = join('postgres', 'data', 'pg_wal')
  await rm(join(to, wal), { recursive: true })
  await copy('cp', ['-a', join(from, wal), join(to, wal)])
  await rm(join(to, 'postgres', 'data', 'postmaster.pid'))
  await rm(join(to, 'postgres', 'run'), { recursive: true, force: true })
  return to
}

describe('who a family is', () => {
  let before: Sealed[]
  let keyLine: string

  it('stands nowhere in plain: in no file, nothing that is sent, nothing that is said', async () => {
    await house.facts.use(async () => undefined)
    await makeBackup('2023-05-31T10:00:00Z')
    await asOwner('select pg_switch_wal()').catch(() => undefined)
    expect(await tracesUnder(folder.path, TRACES)).toEqual([])
    for (const payload of sent) expect(tracesIn(payload, TRACES)).toEqual([])
    expect(tracesIn(Buffer.from(said.join('\n')), TRACES)).toEqual([])
    const log = await readFile(join(folder.path, 'data', 'postgres', 'postgres.log'), 'latin1')
    // The log of the database did write the statements that keep and search them.
    expect(log).toContain('vault_field')
  }, 120_000)

  it('opens with the key of the family, and with that alone', async () => {
    before = await sealedIn(join(folder.path, 'data'), GONE)
    expect(before).toHaveLength(12)
    const keys = await keysUnder(join(folder.path, 'data'))
    expect(opened(before, keys)).toBe(12)
    const lines = (
      await readFile(join(folder.path, 'data', 'keys', 'families.keys'), 'utf8')
    ).split('\n')
    keyLine = lines.find((line) => readLine(line)?.id === `ot/${GONE}`) ?? ''
    expect(keyLine).not.toBe('')
  })

  it('is gone once two people destroyed it on its day, also from copies that replay their log', async () => {
    await asOwner(`update tijdig.vault_change set changed_at = '1999-05-01'
      where number = (select number from tijdig.trajectory where id = '${GONE}')`)
    await asOwner('delete from tijdig.retention_reach')
    const [one, two] = leads
    expect((await one.post(`retention/ot/${GONE}/proposal`)).statusCode).toBe(204)
    const old = await copyWhileRunning('old')
    expect((await two.post(`retention/ot/${GONE}/destruction`)).statusCode).toBe(204)
    const young = await copyWhileRunning('young')
    // The keys beside the backups follow with the next of these; the backups themselves stay.
    await makeBackup('2023-06-01T10:00:00Z')
    // Keys are kept apart from what is copied, and those of now are all there are.
    await rm(join(old, 'keys'), { recursive: true })
    await copy('cp', ['-a', join(folder.path, 'data', 'keys'), join(old, 'keys')])

    const keys = await keysUnder(folder.path)
    expect(keys.length).toBeGreaterThan(3)
    expect(opened(before, keys)).toBe(0)
    expect(opened(await sealedIn(join(folder.path, 'data'), KEPT), keys)).toBe(6)
    const wrapped = readLine(keyLine)?.sealed ?? Buffer.alloc(0)
    // In hex, base64 or as it is: a key that is nowhere cannot be unwrapped either.
    expect(await tracesUnder(folder.path, [wrapped.toString('base64')])).toEqual([])
    expect(await filesWith(wrapped)).toEqual([])

    for (const [place, rows, status] of [
      [old, 12, 409],
      [young, 0, 200],
    ] as const) {
      const copied = await openAt(place)
      try {
        const sealed = await sealedIn(place, GONE)
        expect([place, sealed.length]).toEqual([place, rows])
        expect(opened(sealed, await keysUnder(folder.path))).toBe(0)
        const { enter } = await serve(copied)
        const read = await (await enter({ role: 'worker', ...AT })).get(
          `trajectories/ot/${GONE}/persons`,
        )
        expect([place, read.statusCode]).toEqual([place, status])
        expect(tracesIn(read.rawPayload, TRACES)).toEqual([])
      } finally {
        await copied.close()
      }
    }
    const log = await readFile(join(old, 'postgres', 'postgres.log'), 'latin1')
    expect(log).toMatch(/redo|not properly shut down|interrupted/)
    expect(await tracesUnder(folder.path, TRACES)).toEqual([])
  }, 240_000)

  it('is no longer found by anybody, and what was published before still verifies', async () => {
    const [one] = leads
    const [first] = PEOPLE
    expect((await one.post('families/search', { bsn: first.bsn })).json()).toEqual([])
    const file = await one.get(`trajectories/ot/${GONE}/file.html`)
    expect(file.body).toContain('is vernietigd op')
    expect(tracesIn(file.rawPayload, TRACES)).toEqual([])
    const { post } = await serve(house)
    const verdict = await post(`publications/${publication}/verification`)
    expect(verdict.json()).toMatchObject({ identical: true })
    expect((await one.get(`trajectories/ot/${KEPT}/persons`)).json().persons).toHaveLength(1)
  }, 120_000)

  async function filesWith(bytes: Buffer): Promise<string[]> {
    const found: string[] = []
    for (const entry of await readdir(folder.path, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      if ((await readFile(path).catch(() => Buffer.alloc(0))).includes(bytes)) found.push(path)
    }
    return found
  }
})

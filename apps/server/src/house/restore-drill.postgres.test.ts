import { randomBytes, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { catalogue } from '@tijdig/catalogue'
import { type Event, getDay, getMoment } from '@tijdig/core'
import { backUp, restore } from '@tijdig/store'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { syntheticTrajectory } from '../../../../bench/synthetic-log.ts'
import { databaseUrl } from '../../../../packages/store/src/testing/database-url.ts'
import { testServers } from '../../../../packages/store/src/testing/test-database.ts'
import { signInAs } from '../testing/sign-in-as.ts'
import { temporaryFolder } from '../testing/test-house.ts'
import { ask } from './ask.ts'
import type { House } from './house.ts'
import { openHouse } from './open-house.ts'
import { publish } from './publish.ts'
import type { AskedQuestion } from './read-question.ts'
import { verify } from './verify.ts'

/** So many events at least; `npm run drill -- 2000000` for more. */
const EVENTS = Number(process.env.TIJDIG_DRILL ?? 200_000)
const A_BATCH = 20_000
const NOW = getMoment('2026-06-01T10:00:00Z')
const ANNA = {
  ...({ code: 'K1', kind: 'child', name: 'Anna Zwaluwstaartinga', bornOn: '2019-03-04' } as const),
  ...{ bsn: null, address: null, phone: null, note: null },
}
const QUESTIONS: readonly AskedQuestion[] = [
  { route: 'ot', cutOff: '2022-03-31', knownAt: '2022-04-06' },
  { route: 'ot', cutOff: '2022-03-31', knownAt: '2026-01-01', definitions: 'all' },
  { route: 'ot', cutOff: '2024-12-31', knownAt: '2023-01-01' },
  { route: 'jbjr', cutOff: '2021-12-31', knownAt: '2022-01-10' },
  { route: 'jbjr', cutOff: '2023-06-30', knownAt: '2026-01-01' },
]

let folder: Awaited<ReturnType<typeof temporaryFolder>>
const names: string[] = []
const started = performance.now()
const tell = (what: string) =>
  process.env.TIJDIG_DRILL &&
  console.error(`${((performance.now() - started) / 1000).toFixed(1)} s  ${what}`)

beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(async () => {
  await asOwner(async (client) => {
    for (const name of names) await client.query(`drop database if exists ${name} with (force)`)
  })
  await folder.remove()
})

async function asOwner(work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client(testServers()[0]?.config)
  await client.connect()
  await work(client)
  await client.end()
}

/** Where a house may stand: an empty database and an empty folder. */
async function emptyPlace() {
  const [server] = testServers()
  if (!server) throw new Error('no PostgreSQL was started for the tests')
  const name = `drill_${randomUUID().replaceAll('-', '')}`
  await asOwner(async (client) => {
    await client.query(`create database ${name}`)
  })
  names.push(name)
  const dataFolder = join(folder.path, name)
  const environment = { DATABASE_URL: databaseUrl(server.config, name) }
  return { dataFolder, environment, keys: join(dataFolder, 'keys') }
}

async function open(place: Awaited<ReturnType<typeof emptyPlace>>): Promise<House> {
  return get(await openHouse({ ...place, role: 'server', catalogue, now: () => NOW }))
}

/** Brings in made-up trajectories in the order of recording, and gives how many events that were. */
async function fill(house: House): Promise<number> {
  const events: Event[] = []
  for (let number = 0; events.length < EVENTS; number++) events.push(...syntheticTrajectory(number))
  events.sort((a, b) => a.recordedAt - b.recordedAt)
  const appender = house.store.bulkAppender()
  for (let at = 0; at < events.length; at += A_BATCH) {
    const batch = events.slice(at, at + A_BATCH)
    expect((await appender.append(batch)).fresh).toBe(batch.length)
  }
  await appender.commit()
  return events.length
}

test(
  'all of it comes back: log, figures, publications, families, audit',
  async () => {
    const place = await emptyPlace()
    let house = await open(place)
    const count = await fill(house)
    tell(`${count} events are in`)
    const orders = ['2022-03-31@2022-04-06', '2023-06-30@2026-01-01']
    for (const each of orders) {
      const [cutOff = '', knownAt = ''] = each.split('@')
      get(await publish(house, { template: 'ozj/quarterly', cutOff, knownAt }))
    }
    tell('published')
    const party = await partyOf(house)
    await house.vault.bringIn([
      {
        route: party.route,
        id: party.id,
        persons: [ANNA],
        changedAt: getMoment('2023-01-01T10:00:00Z'),
      },
    ])
    const before = await lookAt(house)
    tell('asked')
    const to = join(folder.path, 'back-up')
    const keysTo = join(folder.path, 'sleutels')
    const made = get(
      await backUp({
        ...{ pool: house.database.pool, to, keysTo, keys: place.keys, masterKeyGiven: false },
        ...{ madeAt: '2026-06-01T10:00:00Z', random: randomBytes },
      }),
    )
    const head = await house.store.head()
    await house.close()
    await rm(place.dataFolder, { recursive: true })
    tell('backed up')

    const anew = await emptyPlace()
    const options = { ...anew, from: made.folder, keysFrom: keysTo, masterKey: undefined }
    expect(get(await restore(options))).toMatchObject({ destroyedSince: 0, withoutKey: 0 })
    tell('restored')
    house = await open(anew)
    expect(await house.store.head()).toEqual(head)
    expect(await house.store.verifyChain(head.position)).toEqual({
      intact: true,
      eventsRead: count,
      hash: head.hash,
    })
    expect(await house.store.audit.verify()).toMatchObject({
      intact: true,
      hash: made.manifest.audit.hash,
    })
    tell('chains verified')
    expect(await lookAt(house)).toEqual(before)
    tell('asked again')
    for (const number of orders.keys()) {
      expect(get(await verify(house, number + 1))).toMatchObject({
        identical: true,
        differences: [],
      })
    }
    tell('publications verified')
    const who = { role: 'team-lead', organisation: party.organisation, purpose: 'help' } as const
    const { hash } = await signInAs(house, who)
    expect(await house.vault.visit(hash).persons(party.route, party.id)).toMatchObject({
      persons: [ANNA],
    })
    const next = { id: 'after', trajectory: 'OT-after', route: 'ot', type: 'registered' }
    const data = { channel: 'direct', applicant: 'mother', residence: 'Drenthe' }
    const moments = { validOn: getDay('2026-05-01'), recordedAt: getMoment('2026-05-01T10:00:00Z') }
    expect(await house.store.append([{ ...next, ...moments, data }])).toMatchObject([
      { ok: true, value: { position: count + 1 } },
    ])
    await house.close()
  },
  EVENTS * 3 + 60_000,
)

/** Who is party to some trajectory. */
async function partyOf(house: House) {
  const { rows } = await house.database.pool.query<{
    route: string
    id: string
    organisation: string
  }>(`
    select t.route, t.id, p.organisation from tijdig.trajectory_party p
      join tijdig.trajectory t using (number)
    where t.route = 'jbjr' order by t.number limit 1`)
  const found = rows[0]
  if (!found) throw new Error('nobody is party to anything')
  return found
}

/** What people read of a house: its figures, what holds, what was published. */
async function lookAt(house: House) {
  const figures = []
  for (const question of QUESTIONS) figures.push(get(await ask(house, question)))
  expect(figures.every((answer) => answer.figures.length > 10)).toBe(true)
  const publications = []
  for (const { number } of await house.store.publications()) {
    publications.push(await house.store.findPublication(number))
  }
  const counts = [...(await house.store.countByRoute())]
  return { figures, publications, counts, holds: await house.store.currentFacts(7) }
}

function get<T>(
  result: { ok: true; value: T } | { ok: false; error: { reason: string; detail?: string } },
): T {
  if (result.ok) return result.value
  throw new Error(`${result.error.reason} ${result.error.detail ?? ''}`)
}

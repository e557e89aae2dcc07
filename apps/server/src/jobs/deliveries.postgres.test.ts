import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { getMoment, type Moment } from '@tijdig/core'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verify } from '../house/verify.ts'
import { openTestHouse, record, type TestHouse } from '../testing/test-house.ts'
import { type JobQueue, openJobQueue } from './job-queue.ts'
import { Deliveries } from './make-deliveries.ts'
import type { DeliveryOrder } from './testing/delivery-process.ts'

const PATIENCE = { retries: 2, retryDelaySeconds: 60, expireSeconds: 60, superviseSeconds: 60 }
const PROGRAM = fileURLToPath(new URL('./testing/delivery-process.ts', import.meta.url))

let opened: TestHouse
let queue: JobQueue
let now: Moment = getMoment('2023-02-06T12:00:00Z')
const told: string[] = []

beforeAll(async () => {
  opened = await openTestHouse(() => now)
  queue = openJobQueue(opened.house.database.pool, PATIENCE, (error) => told.push(String(error)))
  await queue.start()
}, 60_000)
afterAll(async () => {
  await queue.stop()
  await opened.close()
})

/** An order of each month from June 2022 on, of which the institution was told two weeks later. */
function order(place: number): object[] {
  const month = 5 + place
  const day = `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  const line = (type: string, validOn: string, data: object) => ({
    ...{ id: `${place}-${type}`, trajectory: `JB-${place}`, route: 'jbjr', type, validOn, data },
    recordedAt: `${day}-20T10:00:00Z`,
  })
  return [
    line('orderImposed', `${day}-03`, { order: 'ots', region: 'Alkmaar', municipality: 'Heiloo' }),
    line('institutionNotified', `${day}-06`, { institution: 'DJGB' }),
  ]
}

/** What the server does when it looks, by a server that was just started. */
async function look(): Promise<void> {
  const complain = (sentence: string) => told.push(sentence)
  await new Deliveries({ house: opened.house, queue, complain }).catchUp()
}

/** As if the time had come to try again. */
const tryAgain = () =>
  opened.asOwner("update tijdig_jobs.job set start_after = now() - interval '1s'")

async function made(): Promise<unknown[]> {
  const lines = await opened.house.store.deliveries.list()
  return lines.map(({ number, delivered: { month, comparedWith } }) => [
    number,
    month,
    comparedWith,
  ])
}

async function startMaking(at: Moment): Promise<ChildProcess> {
  const child = fork(PROGRAM, { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  const { config, dataFolder } = opened
  child.send({ config, dataFolder, now: at } satisfies DeliveryOrder)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

it('nothing is delivered where there is nothing, or nobody to deliver it to', async () => {
  await look()
  await record(opened.house, ...Array.from({ length: 12 }, (_, place) => order(place)).flat())
  await look()
  const { people } = opened.house
  await people.addOrganisation({ code: 'DJGB', kind: 'certified-institution', name: 'DJGB' })
  await look()
  expect([await made(), told]).toEqual([[], []])
  await people.addOrganisation({ code: 'ALKMAAR', kind: 'municipality', name: 'Alkmaar' })
}, 120_000)

it('a month is delivered on its day, and once', async () => {
  await look()
  // Of December, as the day of January has not come.
  expect(await made()).toEqual([[1, '2022-12', null]])
  now = getMoment('2023-02-06T22:59:59Z')
  await look()
  expect(await made()).toHaveLength(1)
  // It is the seventh in the Netherlands.
  now = getMoment('2023-02-06T23:00:00Z')
  await look()
  await look()
  // A job is gone from the queue at last; the delivery is not forgotten.
  await opened.asOwner('delete from tijdig_jobs.job')
  await look()
  expect(await made()).toEqual([
    [2, '2023-01', 1],
    [1, '2022-12', null],
  ])
  expect(told).toEqual([])
}, 120_000)

it('it stands as of the last day of its month, known when it was made, and can be made again', async () => {
  const publication = await opened.house.store.findPublication(2)
  expect(publication?.question).toMatchObject({
    ...{ cutOff: '2023-01-31', knownAt: '2023-02-06T23:00:00Z', scope: 'DJGB' },
    protection: 'rounded-5',
    comparedWith: { cutOff: '2022-12-31', scope: 'DJGB' },
  })
  expect(await verify(opened.house, 2)).toMatchObject({ value: { identical: true } })
  await opened.asOwner(`alter table tijdig.publication disable trigger user;
    update tijdig.publication set document =
      replace(document::text, '"late":', '"late":1')::json where number = 2`)
  const changed = await verify(opened.house, 2)
  expect(changed).toMatchObject({ value: { identical: false } })
  await opened.asOwner(`update tijdig.publication set document =
      replace(document::text, '"late":1', '"late":')::json where number = 2;
    alter table tijdig.publication enable trigger user`)
  expect(await verify(opened.house, 2)).toMatchObject({ value: { identical: true } })
}, 120_000)

it('killed half-way it leaves nothing, and the next server makes it', async () => {
  const at = getMoment('2023-03-08T10:00:00Z')
  const owner = new Client(opened.config)
  await owner.connect()
  await owner.query('begin; lock table tijdig.delivery in share mode')
  const child = await startMaking(at)
  for (let waits = 0; waits === 0; ) {
    const { rows } = await owner.query<{ waits: number }>(
      `select count(*)::int as waits from pg_locks
       where not granted and relation = 'tijdig.delivery'::regclass and mode = 'RowExclusiveLock'`,
    )
    waits = rows[0]?.waits ?? 0
  }
  await kill(child)
  await owner.query('rollback')
  await owner.end()
  expect(await made()).toHaveLength(2)
  // Its job counts as broken off after three seconds, and is taken again by whichever server.
  const next = await startMaking(at)
  await expect.poll(made, { timeout: 60_000, interval: 200 }).toHaveLength(3)
  await kill(next)
  expect((await made())[0]).toEqual([3, '2023-02', 2])
}, 180_000)

it('two servers that were down on three of its days deliver each month once, in order', async () => {
  now = getMoment('2023-06-20T10:00:00Z')
  const servers = await Promise.all([startMaking(now), startMaking(now)])
  await expect.poll(made, { timeout: 120_000, interval: 200 }).toHaveLength(6)
  await look()
  await Promise.all(servers.map(kill))
  expect(await made()).toEqual([
    [6, '2023-05', 5],
    [5, '2023-04', 4],
    [4, '2023-03', 3],
    [3, '2023-02', 2],
    [2, '2023-01', 1],
    [1, '2022-12', null],
  ])
  const publication = await opened.house.store.findPublication(4)
  expect(publication?.question).toMatchObject({
    cutOff: '2023-03-31',
    knownAt: '2023-06-20T10:00:00Z',
  })
}, 240_000)

it('what fails is tried again, told, and forgotten once it is made', async () => {
  now = getMoment('2023-07-10T10:00:00Z')
  const failing = 'alter table tijdig.delivery add constraint broken check (number < 7)'
  await opened.asOwner(failing)
  for (let time = 0; time < 4; time++) {
    await look().catch(() => undefined)
    await tryAgain()
  }
  expect(await opened.house.store.deliveries.failures()).toMatchObject([
    { code: 'jbjr.monthly', institution: 'DJGB', receiver: 'ALKMAAR', month: '2023-06', tries: 3 },
  ])
  expect(told).toEqual([
    expect.stringMatching(
      /^De levering over 2023-06 van DJGB aan ALKMAAR kon niet worden gemaakt.*tijdig delivery make --month 2023-06/,
    ),
  ])
  await opened.asOwner('alter table tijdig.delivery drop constraint broken')
  // The jobs of today are used up; tomorrow's is another.
  await look()
  expect(await made()).toHaveLength(6)
  now = getMoment('2023-07-11T10:00:00Z')
  await look()
  expect((await made())[0]).toEqual([7, '2023-06', 6])
  expect(await opened.house.store.deliveries.failures()).toEqual([])
}, 120_000)

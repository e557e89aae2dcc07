import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../../../packages/core/src/testing/random.ts'
import type { Family, Figures } from '../api/contract.ts'
import { temporaryFolder } from '../testing/test-house.ts'
import { CrashEvidence, foldAnew } from './testing/crash-evidence.ts'
import {
  beginImport,
  finishImport,
  IMPORTED_EVENTS,
  type ImportProcess,
  writeImport,
} from './testing/crash-import.ts'
import { CrashLedger } from './testing/crash-ledger.ts'
import { type Client, CRASH_FIGURES, enter, signInClients } from './testing/crash-load.ts'
import { killNow, postgresProcesses } from './testing/crash-processes.ts'
import { CrashSite } from './testing/crash-site.ts'

/** How often something is killed; `npm run crash` does it 200 times. */
const CRASHES = Number(process.env.TIJDIG_CRASHES ?? 4)
/** So many crashes go by between two looks at the evidence. */
const EXAMINED_AFTER = Math.ceil(CRASHES / 20) + 2
/** So many requests at most are answered before something is killed, whatever the machine's speed. */
const LONGEST_LOAD = 60
/** Milliseconds after that: less than most requests take. */
const WITHIN_REQUEST = 30
const HOURS = 8 * 3_600_000

/** What is killed: each in turn, at a moment of its own. */
const VICTIMS = [
  ...['postmaster', 'server', 'backend', 'both', 'import'],
  ...['backend', 'all', 'postmaster', 'server', 'start'],
] as ('postmaster' | 'server' | 'backend' | 'both' | 'import' | 'all' | 'start')[]
type Victim = (typeof VICTIMS)[number]

const random = createRandom(20230331)
let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

describe('kill -9', () => {
  const ledger = new CrashLedger()
  const evidence = new CrashEvidence()
  let site: CrashSite
  let clients: readonly Client[]
  beforeAll(async () => {
    site = new CrashSite(join(folder.path, 'under load'))
    await site.start()
    clients = await signInClients(site.address, ledger, random)
  }, 60_000)
  // Should a test have failed, nothing runs on.
  afterAll(() => site.killAll())

  it(
    `${CRASHES} times under load loses nothing that was acknowledged`,
    async () => {
      for (let crash = 1; crash <= CRASHES; crash++) {
        const victim = VICTIMS[(crash - 1) % VICTIMS.length] as Victim
        const faults = await crashOnce(victim, crash)
        if (crash % EXAMINED_AFTER === 0 || crash === CRASHES) {
          faults.push(...(await evidence.examine(site.folder, ledger)))
        }
        expect({ crash, victim, faults, surprises: ledger.surprises }).toEqual({
          crash,
          victim,
          faults: [],
          surprises: [],
        })
      }
      expect(ledger.events.size).toBeGreaterThan(CRASHES)
      expect(ledger.brokenOff).toBeGreaterThan(CRASHES / 2)
      if (process.env.TIJDIG_CRASHES) {
        const { answered, brokenOff, events, trajectories } = ledger
        console.log(
          `${CRASHES} crashes: ${answered} requests answered, ${brokenOff} broken off, ` +
            `${events.size} events and ${trajectories.size} trajectories acknowledged; ` +
            `longest start ${Math.round(site.longestStart)} ms`,
        )
      }
    },
    HOURS,
  )

  async function crashOnce(victim: Victim, crash: number): Promise<string[]> {
    const files =
      victim === 'import' ? await writeImport(join(folder.path, 'imports'), crash) : undefined
    const importing = files && beginImport(site.folder, files)
    await importing?.opened
    const enough = ledger.answered + 1 + random.whole(LONGEST_LOAD)
    let isOver = false
    let tellEnough: () => void = () => undefined
    const isEnough = new Promise<void>((resolve) => {
      tellEnough = resolve
    })
    const load = Promise.all(
      clients.map(async (client) => {
        while (!isOver && (await client.ask(site.address))) {
          if (ledger.answered >= enough) tellEnough()
        }
      }),
    )
    await Promise.race([isEnough, load])
    await pause(random.whole(WITHIN_REQUEST))
    await kill(victim, importing)
    isOver = true
    await load
    await backAgain(victim)
    await site.cleared()
    const faults = site.complaints().map((line) => `the server said: ${line}`)
    if (!files) return faults
    await importing?.stopped
    const brought = await finishImport(site.folder, files)
    return brought === IMPORTED_EVENTS ? faults : [...faults, `${brought} events were brought in`]
  }

  async function kill(victim: Victim, importing: ImportProcess | undefined): Promise<void> {
    const { postmaster, children } = site.postgres()
    switch (victim) {
      case 'server':
        return site.killServer()
      case 'postmaster':
        return killNow(postmaster)
      case 'backend':
        return killNow(random.pick(children))
      case 'both':
        killNow(postmaster)
        return site.killServer()
      case 'all':
        return site.killAll()
      case 'import':
        importing?.process.kill('SIGKILL')
        return random.chance(0.5) ? killNow(postmaster) : undefined
      case 'start': {
        await site.killAll()
        // The start that recovers is killed too; what it started itself lives or dies.
        const { stopped } = site.begin()
        await Promise.race([stopped, pause(random.whole(2_500))])
        return random.chance(0.5) ? site.killAll() : site.killServer()
      }
      default:
        return victim satisfies never
    }
  }

  async function backAgain(victim: Victim): Promise<void> {
    if (['server', 'both', 'all', 'start'].includes(victim)) return site.start()
    // The server itself goes on, and finds its database again.
    const answer = () =>
      fetch(`${site.address}/api/v1/routes`)
        .then(({ status }) => status)
        .catch(String)
    await expect.poll(answer, { timeout: 30_000, interval: 50 }).not.toBe(503)
    const isAnswered = () => clients[0]?.ask(site.address)
    await expect.poll(isAnswered, { timeout: 30_000, interval: 50 }).toBe(true)
  }

  it('left who families are as it was last kept', async () => {
    const lotte = await enter(site.address, 'lotte-vermeer')
    const fatima = await enter(site.address, 'fatima-el-amrani')
    expect(ledger.notes.size).toBeGreaterThan(0)
    const faults: string[] = []
    for (const [address, { certain, possible }] of ledger.notes) {
      const path = address.slice(0, address.lastIndexOf('/'))
      const answers = [
        await lotte(site.address, 'GET', path),
        await fatima(site.address, 'GET', path),
      ]
      const seen = answers.find(({ status }) => status === 200)
      const persons = seen ? ((await seen.json()) as Family).persons : []
      const note = Number(persons.find(({ code }) => address.endsWith(`/${code}`))?.note ?? 0)
      if (note < certain || note > possible) {
        faults.push(`${address}: ${certain} to ${possible} was kept, ${note} is there`)
      }
    }
    expect(faults).toEqual([])
  }, 120_000)

  it('left what holds now, and the figures, as folding the whole log anew gives them', async () => {
    const { before, anew } = await foldAnew(site.folder)
    expect(before).toEqual(anew)
    const figures = async () => {
      const publisher = await enter(site.address, 'esra-demir')
      const answer = await publisher(site.address, 'GET', `figures?${CRASH_FIGURES}`)
      expect(answer.status).toBe(200)
      return ((await answer.json()) as Figures).figures
    }
    const followed = await figures()
    await stopped()
    await rm(join(site.folder, 'figures'), { recursive: true })
    await site.start()
    expect(await figures()).toEqual(followed)
  }, 120_000)

  it('left nothing that is in the way of stopping', async () => {
    await stopped()
    expect(site.complaints()).toEqual([])
    // Its file is gone a little before the process itself.
    const nothing = { postmaster: undefined, children: [], orphans: [] }
    await expect.poll(() => site.postgres()).toEqual(nothing)
    const odd = (await readdir(join(site.folder, 'postgres'))).filter((name) => /new-/.test(name))
    expect([
      ...odd,
      ...(await readdir(site.cluster)).filter((name) => /\.pid$/.test(name)),
    ]).toEqual([])
  }, 60_000)

  async function stopped(): Promise<void> {
    site.server.process.kill('SIGTERM')
    expect(await site.server.stopped).toBe(0)
  }
})

describe('a first start', () => {
  it(
    'that is killed at any moment is begun again by the next',
    async () => {
      const faults: string[] = []
      for (let crash = 1; crash <= Math.ceil(CRASHES / 12); crash++) {
        const site = new CrashSite(join(folder.path, `first ${crash}`))
        for (let times = 1 + random.whole(2); times > 0; times--) {
          const { stopped } = site.begin()
          await Promise.race([stopped, pause(800 + random.whole(3_500))])
          await (random.chance(0.5) ? site.killServer() : site.killAll())
        }
        await site.start()
        faults.push(...site.complaints())
        site.server.process.kill('SIGTERM')
        expect(await site.server.stopped).toBe(0)
        await expect.poll(() => postgresProcesses(site.folder).orphans).toEqual([])
        const left = await readdir(join(site.folder, 'postgres'))
        faults.push(...left.filter((name) => /new-/.test(name)))
      }
      expect(faults).toEqual([])
    },
    HOURS,
  )
})

import { momentOfMilliseconds } from '@tijdig/core'
import { buildServer } from '../api/build-server.ts'
import { isDatabaseAway } from '../api/handle-errors.ts'
import { ServerStopping } from '../api/server-stopping.ts'
import type { House, HouseCatalogue } from '../house/house.ts'
import { type HouseEnvironment, openHouse } from '../house/open-house.ts'
import { reporting } from '../house/reporting.ts'
import { type RunningJobs, startJobs } from '../jobs/start-jobs.ts'
import { makeDemoPeople } from '../sign-in/demo/make-demo-people.ts'
import { dataFolder, inProject } from './data-folder.ts'
import { followTeller } from './follow-teller.ts'
import { listen } from './listen.ts'
import { loadDemo } from './load-demo.ts'
import { type Arguments, readArguments, USAGE } from './read-arguments.ts'
import { type GuardEnvironment, readGuards } from './read-guards.ts'
import { type MailEnvironment, readMail } from './read-mail.ts'
import { readSignIn, type SignInEnvironment } from './read-sign-in.ts'
import { stopSignals } from './stop-signals.ts'

export interface ServerEnvironment
  extends HouseEnvironment,
    SignInEnvironment,
    GuardEnvironment,
    MailEnvironment {
  readonly TIJDIG_DATA?: string | undefined
  readonly PORT?: string | undefined
}

/** Whom the server tells what: a line of its progress, or a sentence about what is wrong. */
export interface Voice {
  say(line: string): void
  complain(line: string): void
}

/** How long answers that are being made may still take when the server stops. */
const PATIENCE = 5_000

/** Runs the server until it is stopped; gives the exit code. */
export async function runServer(
  args: readonly string[],
  environment: ServerEnvironment,
  catalogue: HouseCatalogue,
  voice: Voice,
): Promise<number> {
  const read = readArguments(args, environment)
  if (!read.ok) return fail(voice, read.error)
  if (read.value.help) {
    voice.say(USAGE)
    return 0
  }
  const signIn = readSignIn(environment, isLoopback(read.value))
  if (!signIn.ok) return fail(voice, signIn.error)
  const guards = readGuards(environment)
  if (!guards.ok) return fail(voice, guards.error)
  const mail = readMail(environment, signIn.value.address)
  if (!mail.ok) return fail(voice, mail.error)
  const signals = stopSignals(() => voice.say('Tijdig is al aan het stoppen.'))
  const opening = new Opening()
  const app = await buildServer({
    house: () => opening.house,
    webFolder: inProject('apps', 'web', 'dist'),
    hosts: hostsOf(read.value, environment),
    signIn: signIn.value,
    ...guards.value,
    mailTime: mail.value?.time,
    report: (error) => voice.complain(inWords(error)),
  })
  // Before the database: a taken port is told at once, and the first page need not wait for it.
  const listening = await listen(app, read.value.host, read.value.port)
  if (!listening.ok) return fail(voice, listening.error)

  const folder = dataFolder(environment)
  const opened = await openHouse({
    dataFolder: folder,
    role: 'server',
    environment,
    catalogue,
    now: () => momentOfMilliseconds(Date.now()),
    notify: voice.say,
    onFollow: followTeller(voice.say, Date.now),
    onLost: (reason) => signals.stop({ kind: 'lost', reason }),
  })
  if (!opened.ok) {
    opening.fail()
    await app.close()
    const { reason, detail } = opened.error
    return fail(voice, detail ? `${reason}\n(${detail})` : reason)
  }
  const house = opened.value
  let jobs: RunningJobs | undefined
  const ready = async () => {
    if (signIn.value.issuer === 'demo') await makeDemoPeople(house.people)
    if (!read.value.empty) await loadDemo(house, folder, voice.say)
    if (signals.isStopping()) return
    opening.succeed(house)
    // Without settings no mail goes out; what is delivered each month needs none.
    const { complain } = voice
    jobs = startJobs({ house, deliveries: house, mail: mail.value, complain })
    voice.say(`Tijdig is te vinden op ${listening.value}`)
    voice.say(`${placeOf(house, folder)} Stoppen gaat met Ctrl-C.`)
    warmUp(house).catch((error: unknown) => {
      // A database that is lost now is looked for; whoever asks first then waits a little longer.
      if (!signals.isStopping() && !isDatabaseAway(error)) voice.complain(inWords(error))
    })
  }
  ready().catch((error: unknown) => {
    // Work that was broken off because somebody stops is no failure.
    if (!signals.isStopping()) signals.stop({ kind: 'lost', reason: inWords(error) })
  })
  const why = await signals.asked
  if (why.kind === 'lost') voice.complain(why.reason)
  else voice.say('Tijdig stopt.')
  opening.fail()
  const impatient = setTimeout(() => app.server.closeAllConnections(), PATIENCE)
  await app.close()
  clearTimeout(impatient)
  await jobs?.stop()
  await house.close()
  return why.kind === 'lost' ? 1 : 0
}

function placeOf({ database }: House, folder: string): string {
  return database.kind === 'embedded'
    ? `De gegevens staan in ${folder}.`
    : `De gegevens staan in de PostgreSQL op ${database.place}, wat daaruit is berekend in ${folder}.`
}

/** So that the first question and the first report need not wait. */
async function warmUp(house: House): Promise<void> {
  await house.facts.use(async () => undefined)
  await reporting()
}

/** The house while it is being opened: calls wait until it is there, or is not going to be. */
class Opening {
  readonly house: Promise<House>
  readonly succeed: (house: House) => void
  readonly fail: () => void

  constructor() {
    let resolve: (house: House) => void = () => undefined
    let reject: (error: Error) => void = () => undefined
    this.house = new Promise((succeed, fail) => {
      resolve = succeed
      reject = fail
    })
    // Nobody need be waiting for it when it fails.
    this.house.catch(() => undefined)
    this.succeed = resolve
    this.fail = () => reject(new ServerStopping())
  }
}

function isLoopback({ host }: Arguments): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** On this machine only its own names count, and those that its keeper gives. */
function hostsOf(read: Arguments, { TIJDIG_HOSTS }: ServerEnvironment) {
  const given = (TIJDIG_HOSTS ?? '').split(',').flatMap((name) => name.trim().toLowerCase() || [])
  return isLoopback(read) || given.length > 0 ? given : 'any'
}

function fail(voice: Voice, sentence: string): number {
  voice.complain(sentence)
  return 1
}

function inWords(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

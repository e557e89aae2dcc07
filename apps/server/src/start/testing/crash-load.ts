import type { Random } from '../../../../../packages/core/src/testing/random.ts'
import type { MadeKey, OpenedTrajectory, RecordedEvent } from '../../api/contract.ts'
import { CookieJar } from '../../testing/cookie-jar.ts'
import { signInAsDemoPerson } from '../../testing/sign-in-as-demo-person.ts'
import type { CrashLedger, Trace } from './crash-ledger.ts'

/** Longer than any answer may take; who waits longer was forgotten. */
const PATIENCE = 30_000
const MOST_TRAJECTORIES = 6

type Send = (at: string, method: string, path: string, body?: object) => Promise<Response>

/** Somebody who keeps asking, and writes down what was answered. */
export interface Client {
  readonly who: string
  /** Asks one thing; false when it was not answered, because what should answer was killed. */
  ask(at: string): Promise<boolean>
}

/** People of several organisations and a key, who signed in at the server. */
export async function signInClients(
  at: string,
  ledger: CrashLedger,
  random: Random,
): Promise<readonly Client[]> {
  const worker = async (id: string, name: string) => new Worker(name, await enter(at, id), true)
  const publisher = await enter(at, 'esra-demir')
  const administrator = await enter(at, 'inge-brouwer')
  const made = await administrator(at, 'POST', 'keys', {
    name: 'Koppeling',
    role: 'worker',
    scopes: ['trajectories', 'record'],
    endsOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
  })
  if (made.status !== 201) throw new Error(await made.text())
  const { key } = (await made.json()) as MadeKey
  const workers = [
    await worker('lotte-vermeer', 'Lotte Vermeer'),
    await worker('marieke-postma', 'Marieke Postma'),
    await worker('fatima-el-amrani', 'Fatima el Amrani'),
    new Worker('Koppeling', keyed(key), false),
  ]
  return [
    ...workers.map((each) => ({
      who: each.who,
      ask: (now: string) => each.ask(now, ledger, random),
    })),
    {
      who: 'Esra Demir',
      ask: (now) =>
        told(ledger, 'Esra Demir', [{ kind: 'figures', trajectory: null }], () =>
          publisher(now, 'GET', `figures?${CRASH_FIGURES}`),
        ).then((answer) => answer !== undefined),
    },
  ]
}

/** What the publisher keeps asking: over all that the load records. */
export const CRASH_FIGURES = 'route=jbjr&cutOff=2023-03-31&knownAt=2099-12-31'

export async function enter(at: string, person: string): Promise<Send> {
  const jar = new CookieJar()
  const entered = await signInAsDemoPerson(jar, at, person)
  if (entered.status !== 302) throw new Error(`${person} could not sign in: ${entered.status}`)
  return (now, method, path, body) => jar.fetch(`${now}/api/v1/${path}`, options(method, body))
}

function keyed(key: string): Send {
  return (now, method, path, body) => {
    const { headers, ...rest } = options(method, body)
    return fetch(`${now}/api/v1/${path}`, {
      ...rest,
      headers: { ...headers, authorization: `Bearer ${key}` },
    })
  }
}

function options(method: string, body: object | undefined) {
  return {
    method,
    signal: AbortSignal.timeout(PATIENCE),
    headers: body ? { 'content-type': 'application/json' } : {},
    ...(body && { body: JSON.stringify(body) }),
  }
}

/** Undefined where no answer came, or one that the database is away. */
async function told<T>(
  ledger: CrashLedger,
  who: string,
  traces: readonly Trace[],
  send: () => Promise<Response>,
): Promise<T | undefined> {
  let answer: { status: number; text: string } | undefined
  try {
    const response = await send()
    // A body that is cut short is no answer either.
    answer = { status: response.status, text: await response.text() }
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') ledger.surprises.push(`${who} got no answer`)
  }
  const isDone = answer?.status === 200 || answer?.status === 201
  ledger.asked(who, traces, isDone)
  if (!answer) return undefined
  const body = JSON.parse(answer.text)
  if (isDone) return body
  if (body.code !== 'database-away') {
    ledger.surprises.push(`${who} was answered ${answer.status}: ${answer.text}`)
  }
  return undefined
}

const STEPS = [
  { type: 'institutionNotified', validOn: '2023-02-02', data: { institution: 'WSS' } },
  { type: 'firstContact', validOn: '2023-02-03', data: {} },
  { type: 'planEstablished', validOn: '2023-02-04', data: {} },
  { type: 'helpStarted', validOn: '2023-02-05', data: { service: 'ambulant' } },
]

const OPENING = {
  route: 'jbjr',
  events: [
    {
      type: 'orderImposed',
      validOn: '2023-02-01',
      data: { order: 'ots', region: 'IJmond', municipality: 'Velsen' },
    },
  ],
}

/** Opens trajectories, records steps in them, and looks at them and their families. */
class Worker {
  readonly who: string
  readonly #send: Send
  readonly #mayKnowFamilies: boolean
  #trajectories: string[] = []

  constructor(who: string, send: Send, mayKnowFamilies: boolean) {
    this.who = who
    this.#send = send
    this.#mayKnowFamilies = mayKnowFamilies
  }

  async ask(at: string, ledger: CrashLedger, random: Random): Promise<boolean> {
    const isFull = this.#trajectories.length === MOST_TRAJECTORIES
    if (this.#trajectories.length === 0 || random.chance(isFull ? 0.02 : 0.2)) {
      return this.#open(at, ledger)
    }
    const id = random.pick(this.#trajectories)
    const path = `trajectories/jbjr/${id}`
    const look = { kind: 'look', trajectory: id }
    const tell = <T>(traces: readonly Trace[], method: string, to: string, body?: object) =>
      told<T>(ledger, this.who, traces, () => this.#send(at, method, to, body))
    switch (random.whole(this.#mayKnowFamilies ? 7 : 5)) {
      case 0:
      case 1:
        return (await tell([look], 'GET', path)) !== undefined
      case 2: {
        const list = { kind: 'list', trajectory: null }
        return (await tell([list], 'GET', 'trajectories?route=jbjr')) !== undefined
      }
      case 5: {
        const persons = { kind: 'persons', trajectory: id }
        return (await tell([persons, look], 'GET', `${path}/persons`)) !== undefined
      }
      case 6: {
        const address = `${path}/persons/${id}-K${random.whole(2)}`
        const number = (ledger.notes.get(address)?.possible ?? 0) + 1
        const person = { kind: 'child', name: 'Kim', bornOn: null, bsn: null, phone: null }
        const body = { ...person, address: null, note: String(number) }
        const kept = [{ kind: 'persons-kept', trajectory: id }]
        const isKept = (await tell(kept, 'PUT', address, body)) !== undefined
        ledger.keeps(address, number, isKept)
        return isKept
      }
      default: {
        const traces = [look, { kind: 'record', trajectory: id }]
        const step = random.pick(STEPS)
        const recorded = await tell<RecordedEvent>(traces, 'POST', `${path}/events`, step)
        if (recorded) ledger.events.add(recorded.event)
        return recorded !== undefined
      }
    }
  }

  async #open(at: string, ledger: CrashLedger): Promise<boolean> {
    const opened = await told<OpenedTrajectory>(ledger, this.who, [], () =>
      this.#send(at, 'POST', 'trajectories', OPENING),
    )
    if (!opened) return false
    ledger.asked(this.who, [{ kind: 'record', trajectory: opened.id }], true)
    ledger.trajectories.add(opened.id)
    this.#trajectories = [opened.id, ...this.#trajectories].slice(0, MOST_TRAJECTORIES)
    return true
  }
}

import { setImmediate as turn } from 'node:timers/promises'
import type { Event, FoldPlan } from '@tijdig/core'
import type { Pool, PoolClient, DatabaseError as PostgresError } from 'pg'
import { CurrentCounts } from '../current/current-counts.ts'
import { deriveCurrent } from '../current/derive-current.ts'
import { CurrentChanges } from '../current/write-current.ts'
import { AppendTransaction } from './append-transaction.ts'
import { countEvents, findForbidden } from './ask-allowed.ts'
import { type Examined, examineEvents } from './examine-events.ts'
import type { KnownTrajectory } from './known-trajectory.ts'
import { lookUp } from './look-up.ts'
import { type PreparedEvents, prepareEvents } from './prepare-events.ts'
import { TrajectoryMemory } from './trajectory-memory.ts'
import type { Verdicts } from './verdicts.ts'

/** How many events the trajectories in memory may have between them: some hundred megabytes. */
const MOST_REMEMBERED = 400_000

/** From how many events on it pays to expect all of them to be new. */
const WORTH_EXPECTING = 100

/** So many trajectories are folded while those before them are written. */
const FOLDED_AT_ONCE = 4_000

/** So many are folded before the connection gets a turn to send. */
const FOLDED_A_TURN = 100

const UNIQUE_VIOLATION = '23505'

/**
 * Appends batches of events to the log. Batches stand for good, with the facts that then hold,
 * once they are committed; until then nobody else can append. Remembers trajectories for as long
 * as nobody else does.
 */
export class Appender {
  readonly #pool: Pool
  readonly #plans: ReadonlyMap<string, FoldPlan>
  readonly #session: string | undefined
  readonly #memory = new TrajectoryMemory(MOST_REMEMBERED)
  readonly #counts = new CurrentCounts()
  /** Two: one is filled while the other is written. */
  readonly #changes = [new CurrentChanges(this.#counts), new CurrentChanges(this.#counts)] as const
  #transaction: AppendTransaction | undefined
  /** Trajectories of which it must be written what holds now. */
  #touched = new Set<KnownTrajectory>()
  /** Whether a next batch is likely to be all new. */
  #expectsNew = true
  #before: Promise<unknown> = Promise.resolve()

  /** @param session Of the actor for whom is appended; left out: for the program itself. */
  constructor(pool: Pool, plans: ReadonlyMap<string, FoldPlan>, session?: string) {
    this.#pool = pool
    this.#plans = plans
    this.#session = session
    // A trial is a transaction within the one: what is new in that, PostgreSQL would not know as new.
    if (session !== undefined) this.#expectsNew = false
  }

  /** The places of events that the actor may not record, before anything of them is examined. */
  findForbidden(events: readonly Event[]): Promise<Set<number>> {
    return this.#inTurn(async () => {
      this.#transaction ??= await AppendTransaction.begin(this.#pool, this.#session)
      return findForbidden(this.#transaction.client, events)
    })
  }

  /** How many events a trajectory has; nobody adds any before this appender is done. */
  countEvents(trajectory: string): Promise<number> {
    return this.#inTurn(async () => {
      this.#transaction ??= await AppendTransaction.begin(this.#pool, this.#session)
      return countEvents(this.#transaction.client, trajectory)
    })
  }

  /** Batches are taken one after another, in the order of calling. */
  append(events: readonly Event[]): Promise<Verdicts> {
    const prepared = prepareEvents(events, this.#plans)
    return this.#inTurn(async () => {
      this.#transaction ??= await AppendTransaction.begin(this.#pool, this.#session)
      this.#memory.validFor(this.#transaction.position)
      const examined =
        (await this.#writeAsNew(this.#transaction, prepared)) ??
        (await this.#writeKnowing(this.#transaction, prepared))
      for (const trajectory of examined.touched) this.#touched.add(trajectory)
      this.#memory.grow(examined.accepted.length, this.#transaction.position)
      return examined.verdicts
    })
  }

  /**
   * Makes all that was appended stand for good, with the facts that hold after it.
   * @param last What else stands or falls with it.
   */
  commit(last?: (client: PoolClient) => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#transaction) return
      await this.#transaction.writeTotals()
      await this.#writeCurrent(this.#transaction)
      await last?.(this.#transaction.client)
      await this.#transaction.commit()
      this.#transaction = undefined
      this.#memory.shrink(this.#touched)
      this.#touched = new Set()
    })
  }

  /** Forgets what was not committed: it never was in the log. */
  giveUp(): Promise<void> {
    return this.#inTurn(() => this.#giveUp())
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#before.then(work).catch(async (error) => {
      await this.#giveUp()
      throw error
    })
    this.#before = result.catch(() => undefined)
    return result
  }

  async #giveUp(): Promise<void> {
    this.#memory.forget()
    this.#touched = new Set()
    for (const changes of this.#changes) changes.forget()
    this.#counts.forget()
    await this.#transaction?.giveUp()
    this.#transaction = undefined
  }

  /**
   * Writes a batch as if none of it were there, which is so for most: to ask for each costs a
   * tenth. Undefined when some of it is there, or may be: then nothing was written.
   */
  async #writeAsNew(
    transaction: AppendTransaction,
    prepared: PreparedEvents,
  ): Promise<Examined | undefined> {
    if (!this.#expectsNew || prepared.events.length < WORTH_EXPECTING) return undefined
    const doubtful = [...prepared.refusals.keys()].map((place) => prepared.events[place] as Event)
    const examined = await this.#examine(transaction, prepared, doubtful)
    // What the log refuses may be there: then it is no error.
    const refused = [...examined.verdicts.refusals.keys()]
    if (refused.every((place) => prepared.refusals.has(place))) {
      const error = await transaction.tryToWrite(examined)
      if (!error) return examined
      if ((error as PostgresError).code !== UNIQUE_VIOLATION) throw error
    }
    examined.undo()
    this.#expectsNew = false
    return undefined
  }

  async #writeKnowing(transaction: AppendTransaction, prepared: PreparedEvents): Promise<Examined> {
    const examined = await this.#examine(transaction, prepared, prepared.events)
    await transaction.write(examined)
    this.#expectsNew = examined.verdicts.alreadyThere === 0
    return examined
  }

  async #examine(
    { client, position, trajectories }: AppendTransaction,
    prepared: PreparedEvents,
    perhapsThere: readonly Event[],
  ): Promise<Examined> {
    const [memory, plans] = [this.#memory, this.#plans]
    const ids = perhapsThere.map((event) => event.id)
    const known = await lookUp(client, prepared, ids, memory, plans)
    return examineEvents(prepared, { ...known, memory, plans, position, trajectories })
  }

  /** Folds trajectories while PostgreSQL takes in the facts of those before them. */
  async #writeCurrent({ client }: AppendTransaction): Promise<void> {
    // In order of number: what PostgreSQL writes side by side costs it less.
    const touched = [...this.#touched].sort((a, b) => a.number - b.number)
    let writing: Promise<void> = Promise.resolve()
    for (let at = 0, round = 0; at < touched.length; at += FOLDED_AT_ONCE, round++) {
      const changes = this.#changes[round % 2] as CurrentChanges
      await fold(touched.slice(at, at + FOLDED_AT_ONCE), changes)
      await writing
      writing = changes.write(client)
      writing.catch(() => undefined)
    }
    await writing
    await this.#counts.write(client)
  }
}

async function fold(
  trajectories: readonly KnownTrajectory[],
  changes: CurrentChanges,
): Promise<void> {
  let folded = 0
  for (const trajectory of trajectories) {
    changes.add(trajectory, deriveCurrent(trajectory.plan, trajectory.events))
    if (++folded % FOLDED_A_TURN === 0) await turn()
  }
}

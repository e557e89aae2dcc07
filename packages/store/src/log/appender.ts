import { setImmediate as turn } from 'node:timers/promises'
import type { Event, FoldPlan } from '@tijdig/core'
import type { Pool, PoolClient } from 'pg'
import { deriveCurrent } from '../current/derive-current.ts'
import { addToRouteTotals } from '../current/route-totals.ts'
import { CurrentChanges } from '../current/write-current.ts'
import { inTransaction } from '../database/transaction.ts'
import { CopyWriter } from './copy-writer.ts'
import { type Examined, examineEvents } from './examine-events.ts'
import { lookUp } from './look-up.ts'
import { type PreparedEvents, prepareEvents } from './prepare-events.ts'
import { TrajectoryMemory } from './trajectory-memory.ts'
import type { Verdicts } from './verdicts.ts'
import { EVENT_TARGET, writeEventRows } from './write-event-rows.ts'

/** How many events the trajectories in memory may have between them: some hundred megabytes. */
const MOST_REMEMBERED = 400_000

/** So many trajectories are folded before the connection gets a turn to send. */
const FOLDED_A_TURN = 100

/**
 * Appends batches of events to the log, with the facts that hold after each, in one transaction.
 * Remembers trajectories between batches for as long as nobody else appends.
 */
export class Appender {
  readonly #pool: Pool
  readonly #plans: ReadonlyMap<string, FoldPlan>
  readonly #memory = new TrajectoryMemory(MOST_REMEMBERED)
  readonly #changes = new CurrentChanges()
  readonly #events = new CopyWriter()
  readonly #others = new CopyWriter()
  #before: Promise<unknown> = Promise.resolve()

  constructor(pool: Pool, plans: ReadonlyMap<string, FoldPlan>) {
    this.#pool = pool
    this.#plans = plans
  }

  /** Batches are taken one after another, in the order of calling. */
  append(events: readonly Event[]): Promise<Verdicts> {
    const prepared = prepareEvents(events, this.#plans)
    const result = this.#before.then(() => this.#write(prepared))
    this.#before = result.catch(() => undefined)
    return result
  }

  async #write(prepared: PreparedEvents): Promise<Verdicts> {
    const client = await this.#pool.connect()
    try {
      const { examined, head } = await inTransaction(client, () =>
        this.#writeLocked(client, prepared),
      )
      this.#memory.keep(examined.touched, examined.accepted.length, head)
      client.release()
      return examined.verdicts
    } catch (error) {
      this.#memory.forget()
      this.#changes.forget()
      // What state the connection is in after a broken-off COPY is not worth finding out.
      client.release(true)
      throw error
    }
  }

  async #writeLocked(
    client: PoolClient,
    prepared: PreparedEvents,
  ): Promise<{ examined: Examined; head: number }> {
    const { rows } = await client.query<{ position: string; hash: Buffer; trajectories: number }>(
      'select position, hash, trajectories from tijdig.lock_log()',
    )
    const head = rows[0]
    if (!head) throw new Error('the log has no head')
    const position = Number(head.position)
    this.#memory.validFor(position)
    const known = await lookUp(client, prepared, this.#memory, this.#plans)
    const examined = examineEvents(prepared, {
      ...known,
      memory: this.#memory,
      plans: this.#plans,
      position,
      trajectories: head.trajectories,
    })
    if (examined.accepted.length > 0) {
      await this.#writeAccepted(client, examined, head.hash)
    }
    return { examined, head: position + examined.accepted.length }
  }

  async #writeAccepted(client: PoolClient, examined: Examined, headHash: Buffer): Promise<void> {
    await this.#writeTrajectories(client, examined)
    writeEventRows(this.#events, examined, headHash)
    // PostgreSQL takes in the events while their trajectories are folded here.
    await Promise.all([this.#events.send(client, EVENT_TARGET), this.#fold(examined)])
    await this.#writeSupersessions(client, examined)
    await this.#changes.write(client)
    await addToRouteTotals(client, examined.accepted)
  }

  async #fold(examined: Examined): Promise<void> {
    let folded = 0
    for (const trajectory of examined.touched) {
      this.#changes.add(trajectory, deriveCurrent(trajectory.plan, trajectory.events))
      if (++folded % FOLDED_A_TURN === 0) await turn()
    }
  }

  async #writeTrajectories(client: PoolClient, examined: Examined): Promise<void> {
    const writer = this.#others
    for (const trajectory of examined.newTrajectories) {
      writer.row(3)
      writer.integer(trajectory.number)
      writer.text(trajectory.id)
      writer.text(trajectory.route)
      this.#changes.addSearch(trajectory)
    }
    await writer.send(client, 'tijdig.trajectory')
  }

  async #writeSupersessions(client: PoolClient, examined: Examined): Promise<void> {
    const writer = this.#others
    for (const { trajectory, position, by } of examined.supersessions) {
      writer.row(4)
      writer.integer(trajectory)
      writer.bigint(position)
      writer.bigint(by.position)
      writer.moment(by.recordedAt)
    }
    await writer.send(client, 'tijdig.supersession')
    for (const { id, byPosition } of examined.stillAwaiting()) {
      writer.row(2)
      writer.text(id)
      writer.bigint(byPosition)
    }
    await writer.send(client, 'tijdig.awaited_event')
    if (examined.arrived.size === 0) return
    await client.query('delete from tijdig.awaited_event where id = any($1)', [
      [...examined.arrived],
    ])
  }
}

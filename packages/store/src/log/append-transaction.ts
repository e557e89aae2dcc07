import type { Pool, PoolClient } from 'pg'
import { beginAs } from '../access/session.ts'
import { RouteTotals } from '../current/route-totals.ts'
import { CopyWriter } from './copy-writer.ts'
import type { Examined } from './examine-events.ts'
import { EVENT_TARGET, writeEventRows } from './write-event-rows.ts'

/** A transaction that holds the head of the log: nobody else appends until it ends. */
export class AppendTransaction {
  readonly client: PoolClient
  /** The end of the log, with what this transaction added. */
  position: number
  trajectories: number
  #hash: string
  readonly #events = new CopyWriter()
  readonly #others = new CopyWriter()
  readonly #totals = new RouteTotals()

  private constructor(client: PoolClient, head: LockedHead) {
    this.client = client
    this.position = Number(head.position)
    this.trajectories = head.trajectories
    this.#hash = head.hash
  }

  /** @param session Of the actor for whom is appended, whom PostgreSQL then holds to what that one may. */
  static async begin(pool: Pool, session?: string): Promise<AppendTransaction> {
    const client = await pool.connect()
    try {
      await client.query(session === undefined ? 'begin' : beginAs(session))
      const { rows } = await client.query<LockedHead>(
        `select position, encode(hash, 'hex') as hash, trajectories from tijdig.lock_log()`,
      )
      const head = rows[0]
      if (!head) throw new Error('the log has no head')
      return new AppendTransaction(client, head)
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  /** Adds what was accepted to the log, without what then holds. */
  async write(examined: Examined): Promise<void> {
    if (examined.accepted.length === 0) return
    await this.#writeTrajectories(examined)
    const hash = writeEventRows(this.#events, examined, this.#hash)
    await this.#events.send(this.client, EVENT_TARGET)
    await this.#writeSupersessions(examined)
    this.#totals.add(examined.accepted)
    this.#hash = hash
    this.position += examined.accepted.length
    this.trajectories += examined.newTrajectories.length
  }

  /** As `write`; what PostgreSQL refuses is given back, and nothing is written then. */
  async tryToWrite(examined: Examined): Promise<unknown> {
    await this.client.query('savepoint try')
    try {
      await this.write(examined)
    } catch (error) {
      await this.client.query('rollback to try')
      return error
    }
    await this.client.query('release try')
    return undefined
  }

  /** Adds what was written to the totals of routes. */
  writeTotals(): Promise<void> {
    return this.#totals.write(this.client)
  }

  async commit(): Promise<void> {
    await this.client.query('commit')
    this.client.release()
  }

  /** Ends it without a trace. What state the connection is in then is not worth finding out. */
  async giveUp(): Promise<void> {
    await this.client.query('rollback').catch(() => undefined)
    this.client.release(true)
  }

  async #writeTrajectories(examined: Examined): Promise<void> {
    const writer = this.#others
    for (const trajectory of examined.newTrajectories) {
      writer.row(3)
      writer.integer(trajectory.number)
      writer.text(trajectory.id)
      writer.text(trajectory.route)
    }
    await writer.send(this.client, 'tijdig.trajectory')
  }

  async #writeSupersessions(examined: Examined): Promise<void> {
    const writer = this.#others
    for (const { trajectory, superseded, by } of examined.supersessions) {
      writer.row(4)
      writer.integer(trajectory)
      writer.bigint(superseded.position)
      writer.bigint(by.position)
      writer.moment(by.recordedAt)
    }
    await writer.send(this.client, 'tijdig.supersession')
    for (const { id, byPosition } of examined.stillAwaiting()) {
      writer.row(2)
      writer.text(id)
      writer.bigint(byPosition)
    }
    await writer.send(this.client, 'tijdig.awaited_event')
    if (examined.arrived.size === 0) return
    await this.client.query('delete from tijdig.awaited_event where id = any($1)', [
      [...examined.arrived],
    ])
  }
}

interface LockedHead {
  readonly position: string
  readonly hash: string
  readonly trajectories: number
}

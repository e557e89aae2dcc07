import { checkEvent, type Event, type FoldPlan } from '@tijdig/core'
import type { Pool, PoolClient } from 'pg'
import { deriveCurrent } from '../current/derive-current.ts'
import { addToRouteTotals } from '../current/route-totals.ts'
import { CurrentChanges } from '../current/write-current.ts'
import { inTransaction } from '../database/transaction.ts'
import type { AppendResult } from './append-result.ts'
import { canonicalForm, chainHash } from './canonical-form.ts'
import { CopyWriter } from './copy-writer.ts'
import { type Candidate, type Examined, examineEvents } from './examine-events.ts'
import { TrajectoryMemory } from './known-trajectory.ts'
import { lookUp } from './look-up.ts'

/** How many events the trajectories in memory may have between them: some hundred megabytes. */
const MOST_REMEMBERED = 400_000

/**
 * Appends batches of events to the log, with the facts that hold after each, in one transaction.
 * Remembers trajectories between batches for as long as nobody else appends.
 */
export class Appender {
  readonly #pool: Pool
  readonly #plans: ReadonlyMap<string, FoldPlan>
  readonly #memory = new TrajectoryMemory(MOST_REMEMBERED)
  #before: Promise<unknown> = Promise.resolve()

  constructor(pool: Pool, plans: ReadonlyMap<string, FoldPlan>) {
    this.#pool = pool
    this.#plans = plans
  }

  /** Batches are taken one after another, in the order of calling. */
  async append(events: readonly Event[]): Promise<readonly AppendResult[]> {
    const candidates = events.map((event) => this.#candidate(event))
    const turn = this.#before.then(() => this.#write(candidates))
    this.#before = turn.catch(() => undefined)
    return turn
  }

  #candidate(event: Event): Candidate {
    return {
      event,
      canonical: canonicalForm(event),
      refusal: checkEvent(this.#plans.get(event.route)?.route, event),
    }
  }

  async #write(candidates: readonly Candidate[]): Promise<readonly AppendResult[]> {
    const client = await this.#pool.connect()
    try {
      const { examined, head } = await inTransaction(client, () =>
        this.#writeLocked(client, candidates),
      )
      this.#memory.keep(examined.touched, examined.accepted.length, head)
      client.release()
      return examined.results
    } catch (error) {
      this.#memory.forget()
      // What state the connection is in after a broken-off COPY is not worth finding out.
      client.release(true)
      throw error
    }
  }

  async #writeLocked(
    client: PoolClient,
    candidates: readonly Candidate[],
  ): Promise<{ examined: Examined; head: number }> {
    const { rows } = await client.query<{ position: string; hash: Buffer; trajectories: number }>(
      'select position, hash, trajectories from tijdig.lock_log()',
    )
    const head = rows[0]
    if (!head) throw new Error('the log has no head')
    const position = Number(head.position)
    this.#memory.validFor(position)
    const known = await lookUp(client, candidates, this.#memory, this.#plans)
    const examined = examineEvents(candidates, {
      ...known,
      memory: this.#memory,
      plans: this.#plans,
      position,
      trajectories: head.trajectories,
    })
    if (examined.accepted.length > 0) await this.#writeAccepted(client, examined, head.hash)
    return { examined, head: position + examined.accepted.length }
  }

  async #writeAccepted(client: PoolClient, examined: Examined, headHash: Buffer): Promise<void> {
    const changes = new CurrentChanges()
    const trajectories = new CopyWriter()
    for (const trajectory of examined.newTrajectories) {
      trajectories.row(3)
      trajectories.integer(trajectory.number)
      trajectories.text(trajectory.id)
      trajectories.text(trajectory.route)
      changes.addSearch(trajectory)
    }
    await trajectories.send(client, 'tijdig.trajectory')
    await eventRows(examined, headHash).send(client, EVENT_TARGET)
    await writeSupersessions(client, examined)
    for (const trajectory of examined.touched) {
      changes.add(trajectory, deriveCurrent(trajectory.plan, trajectory.events))
    }
    await changes.write(client)
    await addToRouteTotals(
      client,
      examined.accepted.map(({ event }) => event),
    )
  }
}

const EVENT_TARGET =
  'tijdig.event (position, recorded_at, trajectory, valid_on, id, type, supersedes, data, hash)'

function eventRows(examined: Examined, headHash: Buffer): CopyWriter {
  const writer = new CopyWriter()
  let before = headHash
  const rows = examined.accepted.map((one) => {
    before = chainHash(before, one.canonical)
    return { ...one, hash: before }
  })
  // Neighbours in the index of trajectories stand together: a third less work for PostgreSQL.
  rows.sort(
    (a, b) => a.trajectory.number - b.trajectory.number || a.event.position - b.event.position,
  )
  for (const { event, trajectory, hash } of rows) {
    writer.row(9)
    writer.bigint(event.position)
    writer.moment(event.recordedAt)
    writer.integer(trajectory.number)
    writer.day(event.validOn)
    writer.text(event.id)
    writer.text(event.type)
    if (event.supersedes === undefined) writer.null()
    else writer.text(event.supersedes)
    writer.json(JSON.stringify(event.data))
    writer.bytes(hash)
  }
  return writer
}

async function writeSupersessions(client: PoolClient, examined: Examined): Promise<void> {
  const supersessions = new CopyWriter()
  for (const { trajectory, position, by } of examined.supersessions) {
    supersessions.row(4)
    supersessions.integer(trajectory)
    supersessions.bigint(position)
    supersessions.bigint(by.position)
    supersessions.moment(by.recordedAt)
  }
  await supersessions.send(client, 'tijdig.supersession')
  const awaited = new CopyWriter()
  for (const { id, byPosition } of examined.stillAwaited) {
    awaited.row(2)
    awaited.text(id)
    awaited.bigint(byPosition)
  }
  await awaited.send(client, 'tijdig.awaited_event')
  if (examined.arrived.length > 0) {
    await client.query('delete from tijdig.awaited_event where id = any($1)', [examined.arrived])
  }
}

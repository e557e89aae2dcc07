import {
  formatMoment,
  type Knowledge,
  type LogHead,
  type Moment,
  type TrajectoryEvents,
} from '@tijdig/core'
import type { Pool, PoolClient } from 'pg'
import { canonicalForm, chainHash, genesisHash } from './canonical-form.ts'
import { CopyReader } from './copy-reader.ts'
import type { KnownEvent } from './known-trajectory.ts'
import { EVENT_COLUMNS, readEvent, readTrajectoryEvents } from './read-trajectory-events.ts'

/** An event as it stands in the log, beside the number of its trajectory and its hash. */
export interface StoredEvent extends Omit<KnownEvent, 'superseders'> {
  readonly trajectoryNumber: number
  /** In hex: how it is calculated is told in `canonical-form.ts`. */
  readonly hash: string
}

export type ChainVerdict =
  | { readonly intact: true; readonly eventsRead: number; readonly hash: string }
  | { readonly intact: false; readonly eventsRead: number; readonly brokenAt: number }

const TRAJECTORIES_A_BATCH = 10_000
const EVENTS_A_BATCH = 20_000
const NO_SUPERSESSIONS: ReadonlyMap<number, { position: number; recordedAt: Moment }[]> = new Map()

export async function readHead(pool: Pool): Promise<LogHead & { trajectories: number }> {
  const { rows } = await pool.query<{
    identity: string
    position: string
    hash: Buffer
    trajectories: number
  }>('select identity, position, hash, trajectories from tijdig.log')
  const head = rows[0]
  if (!head) throw new Error('the log has no head')
  return {
    identity: head.identity,
    position: Number(head.position),
    hash: head.hash.toString('hex'),
    trajectories: head.trajectories,
  }
}

export async function findHeadAt(pool: Pool, position: number): Promise<LogHead | undefined> {
  const { identity } = await readHead(pool)
  if (position === 0) return { identity, position, hash: genesisHash(identity) }
  const { rows } = await pool.query<{ hash: Buffer }>(
    'select hash from tijdig.event where position = $1',
    [position],
  )
  const found = rows[0]
  return found && { identity, position, hash: found.hash.toString('hex') }
}

/** All trajectories in order of number, a batch read ahead while the one before is worked on. */
export async function* readTrajectories(
  pool: Pool,
  upTo: number,
): AsyncGenerator<readonly TrajectoryEvents[]> {
  const { trajectories } = await readHead(pool)
  const spans: string[] = []
  for (let first = 1; first <= trajectories; first += TRAJECTORIES_A_BATCH) {
    spans.push(`number between ${first} and ${first + TRAJECTORIES_A_BATCH - 1}`)
  }
  yield* readAhead(spans, (span) => readBatch(pool, span, upTo))
}

export async function* readTrajectoriesByNumber(
  pool: Pool,
  numbers: readonly number[],
  upTo: number,
): AsyncGenerator<readonly TrajectoryEvents[]> {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const lists: string[] = []
  for (let at = 0; at < sorted.length; at += TRAJECTORIES_A_BATCH) {
    lists.push(`number = any ('{${sorted.slice(at, at + TRAJECTORIES_A_BATCH).join(',')}}')`)
  }
  yield* readAhead(lists, (list) => readBatch(pool, list, upTo))
}

async function readBatch(
  pool: Pool,
  condition: string,
  upTo: number,
): Promise<readonly TrajectoryEvents[]> {
  return withClient(pool, async (client) => {
    const { rows } = await client.query<{ number: number; id: string; route: string }>(
      `select number, id, route from tijdig.trajectory where ${condition} order by number`,
    )
    const batch = rows.map((row) => ({ ...row, events: [] as KnownEvent[] }))
    await readTrajectoryEvents(client, new Map(batch.map((one) => [one.number, one])), upTo)
    return batch.filter(({ events }) => events.length > 0)
  })
}

/** Events in the order of the log: `after < position <= upTo`. */
export async function* readLog(
  pool: Pool,
  { after = 0, upTo = Number.MAX_SAFE_INTEGER }: { after?: number; upTo?: number },
): AsyncGenerator<readonly StoredEvent[]> {
  const last = Math.min(upTo, (await readHead(pool)).position)
  const starts: number[] = []
  for (let start = after; start < last; start += EVENTS_A_BATCH) starts.push(start)
  yield* readAhead(starts, (start) => readSpan(pool, start, Math.min(start + EVENTS_A_BATCH, last)))
}

async function readSpan(pool: Pool, after: number, upTo: number): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  await withClient(pool, async (client) => {
    const query = `select t.id, t.route, e.hash, ${EVENT_COLUMNS}
      from tijdig.event e join tijdig.trajectory t on t.number = e.trajectory
      where e.position > ${after} and e.position <= ${upTo} order by e.position`
    for await (const rows of CopyReader.read(client, query)) {
      while (rows.next()) {
        const trajectory = { id: rows.text(), route: rows.text() }
        const hash = rows.hex()
        const trajectoryNumber = rows.integer()
        const { superseders: _, ...event } = readEvent(rows, trajectory, NO_SUPERSESSIONS)
        events.push({ ...event, trajectoryNumber, hash })
      }
    }
  })
  return events
}

/** Calculates the chain of hashes again, and says at which position it first differs. */
export async function verifyChain(pool: Pool, upTo: number): Promise<ChainVerdict> {
  let hash = genesisHash((await readHead(pool)).identity)
  let eventsRead = 0
  for await (const events of readLog(pool, { upTo })) {
    for (const event of events) {
      eventsRead++
      hash = chainHash(hash, canonicalForm(event))
      if (event.position !== eventsRead || hash !== event.hash) {
        return { intact: false, eventsRead, brokenAt: event.position }
      }
    }
  }
  return { intact: true, eventsRead, hash }
}

/** Trajectories of which one of two readings knows something that the other does not. */
export async function findAffected(pool: Pool, a: Knowledge, b: Knowledge): Promise<number[]> {
  const conditions = (position: string): string[] => {
    const [earlier, later] = a.knownAt <= b.knownAt ? [a, b] : [b, a]
    const [shorter, longer] = a.position <= b.position ? [a, b] : [b, a]
    return [
      ...(earlier.knownAt === later.knownAt
        ? []
        : [
            `recorded_at > '${formatMoment(earlier.knownAt)}' and recorded_at <= '${formatMoment(later.knownAt)}' and ${position} <= ${later.position}`,
          ]),
      ...(shorter.position === longer.position
        ? []
        : [
            `${position} > ${shorter.position} and ${position} <= ${longer.position} and recorded_at <= '${formatMoment(longer.knownAt)}'`,
          ]),
    ]
  }
  const parts = [
    ...conditions('position').map(
      (condition) => `select trajectory from tijdig.event where ${condition}`,
    ),
    ...conditions('by_position').map(
      (condition) => `select trajectory from tijdig.supersession where ${condition}`,
    ),
  ]
  if (parts.length === 0) return []
  const { rows } = await pool.query<{ trajectory: number }>(
    `${parts.join(' union ')} order by trajectory`,
  )
  return rows.map((row) => row.trajectory)
}

async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const result = await work(client)
    client.release()
    return result
  } catch (error) {
    // What state the connection is in after a broken-off COPY is not worth finding out.
    client.release(true)
    throw error
  }
}

async function* readAhead<S, T>(
  sources: readonly S[],
  read: (source: S) => Promise<T>,
): AsyncGenerator<T> {
  let next: Promise<T> | undefined
  for (let index = 0; index < sources.length; index++) {
    const current: Promise<T> = next ?? read(sources[index] as S)
    const follows = index + 1 < sources.length
    const batch = await current
    next = follows ? read(sources[index + 1] as S) : undefined
    // Whoever stops half-way never asks for the next one; its failure is nobody's then.
    next?.catch(() => undefined)
    yield batch
  }
}

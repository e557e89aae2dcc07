import type { Event, Moment } from '@tijdig/core'
import type { ClientBase } from 'pg'
import { CopyReader } from './copy-reader.ts'
import { type KnownEvent, NO_SUPERSEDERS } from './known-trajectory.ts'

/** A trajectory to which its events can be added, in the order of the log. */
export interface Receiver {
  readonly id: string
  readonly route: string
  readonly events: KnownEvent[]
}

/** The columns of an event, without those that its trajectory knows. */
export const EVENT_COLUMNS =
  'e.trajectory, e.position, e.recorded_at, e.valid_on, e.id, e.type, e.supersedes, e.data::text'

/**
 * Reads the events of trajectories into them, each with its superseders, up to a position.
 * @param wanted By trajectory number.
 */
export async function readTrajectoryEvents(
  client: ClientBase,
  wanted: ReadonlyMap<number, Receiver>,
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  const superseders = await readSupersessions(client, wanted, upTo)
  const query = `select ${EVENT_COLUMNS} from tijdig.event e
    where e.trajectory ${among(wanted)} and e.position <= ${upTo}`
  for await (const rows of CopyReader.read(client, query)) {
    while (rows.next()) {
      const receiver = wanted.get(rows.integer())
      if (!receiver) throw new Error('a trajectory that was not asked for')
      receiver.events.push(readEvent(rows, receiver, superseders))
    }
  }
  for (const { events } of wanted.values()) {
    // They come as they lie: batches are written by trajectory, and mostly in order already.
    if (!isInOrder(events)) events.sort((a, b) => a.position - b.position)
  }
}

/** Reads what follows the trajectory's number in `EVENT_COLUMNS`. */
export function readEvent(
  rows: CopyReader,
  trajectory: { readonly id: string; readonly route: string },
  superseders: ReadonlyMap<number, { position: number; recordedAt: Moment }[]>,
): KnownEvent {
  const position = rows.bigint()
  const recordedAt = rows.moment()
  const validOn = rows.day()
  const id = rows.text()
  const type = rows.text()
  const supersedes = rows.textOrNull()
  const data = parseData(rows.text())
  const event = {
    id,
    trajectory: trajectory.id,
    route: trajectory.route,
    type,
    validOn,
    recordedAt,
    data,
    position,
    superseders: superseders.get(position) ?? NO_SUPERSEDERS,
  }
  return supersedes === null ? event : { ...event, supersedes }
}

async function readSupersessions(
  client: ClientBase,
  wanted: ReadonlyMap<number, unknown>,
  upTo: number,
): Promise<Map<number, { position: number; recordedAt: Moment }[]>> {
  const superseders = new Map<number, { position: number; recordedAt: Moment }[]>()
  const query = `select position, by_position, recorded_at from tijdig.supersession
    where trajectory ${among(wanted)} and by_position <= ${upTo} order by by_position`
  for await (const rows of CopyReader.read(client, query)) {
    while (rows.next()) {
      const position = rows.bigint()
      const superseder = { position: rows.bigint(), recordedAt: rows.moment() }
      const known = superseders.get(position)
      if (known) known.push(superseder)
      else superseders.set(position, [superseder])
    }
  }
  return superseders
}

/** A condition on numbers: a span where they follow each other, else the list. COPY takes no parameters. */
function among(wanted: ReadonlyMap<number, unknown>): string {
  const numbers = [...wanted.keys()].sort((a, b) => a - b)
  const first = numbers[0] ?? 0
  const last = numbers.at(-1) ?? 0
  if (last - first + 1 === numbers.length) return `between ${first} and ${last}`
  return `= any ('{${numbers.join(',')}}'::integer[])`
}

function parseData(text: string): Event['data'] {
  return text === '{}' ? NO_DATA : (JSON.parse(text) as Event['data'])
}

const NO_DATA: Event['data'] = Object.freeze({})

function isInOrder(events: readonly KnownEvent[]): boolean {
  for (let index = 1; index < events.length; index++) {
    if ((events[index] as KnownEvent).position < (events[index - 1] as KnownEvent).position) {
      return false
    }
  }
  return true
}

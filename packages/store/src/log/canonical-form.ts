import { hash } from 'node:crypto'
import { type Event, formatDay, formatMoment } from '@tijdig/core'

/**
 * An event as text that is the same wherever it was written: JSON by RFC 8785 (JCS).
 * No white space; keys in the order of their UTF-16 code units; texts and numbers as ECMAScript
 * writes them. Days as `YYYY-MM-DD`, moments in UTC with no more decimals than they have,
 * `supersedes` only where there is one, `data` always.
 * Two events with one id are the same event when this text is the same; the log's chain of
 * hashes runs over it.
 */
export function canonicalForm(event: Event): string {
  const { id, trajectory, route, type, validOn, recordedAt, supersedes } = event
  const replaced = supersedes === undefined ? '' : `"supersedes":${JSON.stringify(supersedes)},`
  return (
    `{"data":${canonicalData(event.data)},"id":${JSON.stringify(id)},` +
    `"recordedAt":"${formatMoment(recordedAt)}","route":${JSON.stringify(route)},${replaced}` +
    `"trajectory":${JSON.stringify(trajectory)},"type":${JSON.stringify(type)},` +
    `"validOn":"${formatDay(validOn)}"}`
  )
}

/** The data of an event in canonical form. */
export function canonicalData(data: Event['data']): string {
  const names = Object.keys(data)
  if (isSorted(names)) return JSON.stringify(data)
  const sorted = names.sort().map((name) => `${JSON.stringify(name)}:${JSON.stringify(data[name])}`)
  return `{${sorted.join(',')}}`
}

/** The hash of the log before its first event. */
export function genesisHash(identity: string): Buffer {
  return hash('sha256', identity, 'buffer')
}

/** The hash at an event's position: SHA-256 over the 32 bytes before it and its canonical form. */
export function chainHash(before: Buffer, canonical: string): Buffer {
  const length = Buffer.byteLength(canonical)
  if (room.length < 32 + length) room = Buffer.allocUnsafe(64 + 2 * length)
  before.copy(room)
  room.write(canonical, 32, length)
  return hash('sha256', room.subarray(0, 32 + length), 'buffer')
}

// One piece of memory for all events: a hash is calculated millions of times.
let room = Buffer.allocUnsafe(4096)

function isSorted(names: readonly string[]): boolean {
  for (let index = 1; index < names.length; index++) {
    const name = names[index] as string
    // A name that is a whole number comes first in every object, whatever its place in the order.
    if (name <= (names[index - 1] as string)) return false
  }
  return true
}

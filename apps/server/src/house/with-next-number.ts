import type { Database, PublicationLine } from '@tijdig/store'
import type { House } from './house.ts'

/** Locks of PostgreSQL go by two numbers; these are nobody else's. */
const LOCK = [1414089284, 40]

/** The last in the row of publishers of this process. */
const rows = new WeakMap<Database, Promise<unknown>>()

/**
 * Lets one publisher at a time, of all processes, work with the number that its publication will
 * get: a report prints its own number, so it must be known before the report is made.
 */
export function withNextNumber<T>(house: House, work: Work<T>): Promise<T> {
  // Who waits for the lock holds a connection. Waiting here first leaves some for who has it.
  const before = rows.get(house.database) ?? Promise.resolve()
  const mine = before.then(() => withLock(house, work))
  rows.set(
    house.database,
    mine.catch(() => undefined),
  )
  return mine
}

/** @param before All that was published before. */
type Work<T> = (number: number, before: readonly PublicationLine[]) => Promise<T>

async function withLock<T>({ database, store }: House, work: Work<T>): Promise<T> {
  const client = await database.pool.connect()
  try {
    await client.query('select pg_advisory_lock($1, $2)', LOCK)
    try {
      const before = await store.publications()
      return await work(Math.max(0, ...before.map(({ number }) => number)) + 1, before)
    } finally {
      await client.query('select pg_advisory_unlock($1, $2)', LOCK)
    }
  } finally {
    client.release()
  }
}

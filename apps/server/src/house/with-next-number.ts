import type { House } from './house.ts'

/** Locks of PostgreSQL go by two numbers; these are nobody else's. */
const LOCK = [1414089284, 40]

/**
 * Lets one publisher at a time, of all processes, work with the number that its publication will
 * get: a report prints its own number, so it must be known before the report is made.
 */
export async function withNextNumber<T>(
  { database, store }: House,
  work: (number: number) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect()
  try {
    await client.query('select pg_advisory_lock($1, $2)', LOCK)
    try {
      const numbers = (await store.publications()).map(({ number }) => number)
      return await work(Math.max(0, ...numbers) + 1)
    } finally {
      await client.query('select pg_advisory_unlock($1, $2)', LOCK)
    }
  } finally {
    client.release()
  }
}

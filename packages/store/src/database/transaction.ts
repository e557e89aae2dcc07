import type { ClientBase } from 'pg'

/** Runs work in one transaction: all of it stands after, or none. */
export async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    // A connection that is gone has rolled back by itself; the first error is the one to tell.
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

import { type ClientConfig, Pool } from 'pg'
import type { ApplicationRole } from '../migrations/ensure-roles.ts'

const CONNECTIONS = 10

/** A pool of which every connection has the rights of one role, no more. */
export function openPool(config: ClientConfig, role: ApplicationRole): Pool {
  const pool = new Pool({
    ...config,
    max: CONNECTIONS,
    application_name: 'tijdig',
    onConnect: async (client) => {
      // One that is lent out and breaks between two queries would end the program too: whoever has
      // it learns of it at the next query.
      client.on('error', () => undefined)
      // One round trip. Compiling a query costs more than any of ours takes.
      await client.query(
        `set role ${role}; set jit = off; set timezone = 'UTC'; set search_path = tijdig, pg_catalog`,
      )
    },
  })
  // An idle connection that breaks is replaced at the next use; without a listener it ends the program.
  pool.on('error', () => undefined)
  return pool
}

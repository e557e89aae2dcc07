import type { Day } from '@tijdig/core'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Pool } from 'pg'
import { beginAs } from '../access/session.ts'
import { told } from '../audit/told.ts'
import type { Schema } from '../database/schema.ts'
import type { FamilyKeys } from './family-keys.ts'
import { followRetention, type RetentionSource } from './follow-retention.ts'
import { listRetention, type RetentionPage, type RetentionQuery } from './list-retention.ts'
import { shred, shredAll } from './shred.ts'

/** How long files are kept, and how they end. */
export interface Retention {
  /**
   * @param session SHA-256 of the token in hex; any other text is a bug.
   * @param address Where it is asked from, for the audit.
   */
  visit(session: string, address?: string): RetentionVisit
  /** Brings up to date until when each file is kept. */
  follow(today: Day): Promise<void>
  /**
   * Destroys the keys of all families that were destroyed, also where that was broken off and where
   * an older copy of the keys was put back. Gives how many there still were.
   */
  finishShredding(): Promise<number>
}

interface RetentionVisit {
  list(query: RetentionQuery, today: Day): Promise<RetentionPage>
  propose(route: string, id: string, today: Day): Promise<Destruction | undefined>
  withdraw(route: string, id: string): Promise<Destruction | undefined>
  /** Destroys who the family is, for good: everything that is kept of it, and the key that opens copies. */
  destroy(route: string, id: string, today: Day): Promise<Destruction | undefined>
}

/** What became of it: `done`, or why not. Undefined where the trajectory may not be seen. */
export type Destruction =
  | 'done'
  | 'not-allowed'
  | 'not-due'
  | 'proposed'
  | 'not-proposed'
  | 'own-proposal'
  | 'destroyed'

export function openRetention(
  { pool, actorPool }: { readonly pool: Pool; readonly actorPool: Pool },
  keys: FamilyKeys,
  source: Omit<RetentionSource, 'database'>,
): Retention {
  const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  const actors = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: actorPool }) })
  const follow = (today: Day) => followRetention({ ...source, database }, today)
  return {
    follow,
    finishShredding: () => shredAll(database, keys),
    visit(session, address) {
      beginAs(session)
      const decide = (name: string, route: string, id: string) =>
        told(
          actors,
          { session, address },
          async (connection) => {
            const { rows } = await sql<{ outcome: Destruction }>`
              select ${sql.ref(`tijdig.${name}`)}(t.number) as outcome
              from tijdig.find_trajectory(${route}, ${id}) t`.execute(connection)
            return rows[0]?.outcome
          },
          (became) => ({
            kind: name === 'destroy_family' ? 'destruction' : 'retention',
            outcome: became === 'done' ? 'done' : became ? 'refused' : 'nothing',
            route,
            trajectory: id,
            detail: { what: name, ...(became && { became }) },
          }),
        )
      return {
        async list(query, today) {
          await follow(today)
          const { route, ...asked } = query
          return told(
            actors,
            { session, address },
            (connection) => listRetention(connection, query),
            ({ lines }) => ({
              kind: 'retention',
              outcome: lines.length === 0 ? 'nothing' : 'done',
              route,
              detail: { what: 'list', ...asked, shown: lines.map(({ id }) => id) },
            }),
          )
        },
        async propose(route, id, today) {
          await follow(today)
          return decide('propose_destruction', route, id)
        },
        withdraw: (route, id) => decide('withdraw_proposal', route, id),
        async destroy(route, id, today) {
          await follow(today)
          const outcome = await decide('destroy_family', route, id)
          // From here on it is decided: should this break off, the next start does it.
          if (outcome === 'done') await shred(database, keys, { route, id })
          return outcome
        },
      }
    },
  }
}

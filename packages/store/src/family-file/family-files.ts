import type { Day } from '@tijdig/core'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Pool } from 'pg'
import { findSeenTrajectory } from '../access/seen-trajectory.ts'
import { beginAs } from '../access/session.ts'
import { told } from '../audit/told.ts'
import type { Schema } from '../database/schema.ts'
import type { FamilyName } from '../vault/person.ts'
import { readPersons } from '../vault/read-persons.ts'
import type { Retention } from '../vault/retention.ts'
import type { VaultDoor } from '../vault/seen-persons.ts'
import type { FamilyFile } from './family-file.ts'
import { readFileParts } from './read-file-parts.ts'
import { takeLooks } from './read-looks.ts'

/** What is kept about families, whole, to give to them: PostgreSQL itself decides who may. */
export interface FamilyFiles {
  /**
   * @param session SHA-256 of the token in hex; any other text is a bug.
   * @param address Where it is asked from, for the audit.
   */
  visit(session: string, address?: string): FamilyFileVisit
}

interface FamilyFileVisit {
  /**
   * One file, whole; that it was given is recorded in the same transaction. Undefined where there is
   * no such trajectory, and where it may not be seen.
   */
  take(family: FamilyName, today: Day): Promise<FamilyFile | FamilyFileRefusal | undefined>
}

/**
 * `not-allowed`: the trajectory may be seen, its file may not be given.
 * `key-missing`: who they are is kept, and the key that opens it is not there.
 */
type FamilyFileRefusal = 'not-allowed' | 'key-missing'

export function openFamilyFiles(
  { actorPool }: { readonly actorPool: Pool },
  door: VaultDoor,
  retention: Pick<Retention, 'follow'>,
): FamilyFiles {
  const actors = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: actorPool }) })
  return {
    visit(session, address) {
      beginAs(session)
      return {
        async take({ route, id }, today) {
          await retention.follow(today)
          return told(
            actors,
            { session, address },
            (connection) => readFile(connection, door, { route, id }, address),
            (file) => {
              // What was given was written with the looks that it tells of.
              if (typeof file === 'object') return undefined
              const outcome = file === undefined ? 'nothing' : 'refused'
              return { kind: 'file-given', outcome, route, trajectory: id }
            },
          )
        },
      }
    },
  }
}

async function readFile(
  connection: Kysely<Schema>,
  door: VaultDoor,
  family: FamilyName,
  address: string | undefined,
): Promise<FamilyFile | FamilyFileRefusal | undefined> {
  const { rows } = await sql<{ number: number; may: boolean }>`
    select t.number, tijdig.may_give_file(t.number) as may
    from tijdig.find_trajectory(${family.route}, ${family.id}) t`.execute(connection)
  const found = rows[0]
  if (!found) return undefined
  if (!found.may) return 'not-allowed'
  const trajectory = await findSeenTrajectory(connection, family.route, family.id)
  const seen = await readPersons(connection, door, family)
  if (!trajectory || !seen) return undefined
  if (seen === 'key-missing') return seen
  if (typeof seen === 'string') return 'not-allowed'
  const parts = await readFileParts(connection, found.number)
  const looks = await takeLooks(connection, found.number, address)
  return { trajectory, persons: seen.persons, ...parts, looks }
}

import type { Day } from '@tijdig/core'
import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { beginAs } from '../access/session.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { told } from '../audit/told.ts'
import type { Schema } from '../database/schema.ts'
import { bsnToken, nameToken } from './blind-index.ts'
import { type BroughtFamily, bringIn } from './bring-in.ts'
import { findFamilies } from './find-families.ts'
import { keepPerson } from './keep-person.ts'
import type { FamilyPerson } from './person.ts'
import { readPersons } from './read-persons.ts'
import { removePerson } from './remove-person.ts'
import type { FoundFamily, SeenPersons, VaultDoor, VaultRefusal } from './seen-persons.ts'

export type { FoundFamily, SeenPersons, VaultRefusal } from './seen-persons.ts'

/** Who families are, to who signed in: PostgreSQL itself decides which of them. */
export interface VaultVisit {
  /** Undefined where there is no such trajectory, and where it may not be seen. */
  persons(route: string, id: string): Promise<SeenPersons | VaultRefusal | undefined>
  /** Keeps a person, whole: what was kept under the same code is replaced. */
  keep(route: string, id: string, person: FamilyPerson): Promise<'kept' | VaultRefusal | undefined>
  remove(
    route: string,
    id: string,
    code: string,
  ): Promise<'removed' | 'not-there' | VaultRefusal | undefined>
  findByBsn(bsn: string): Promise<readonly FoundFamily[]>
  findByName(name: string, bornOn: Day): Promise<readonly FoundFamily[]>
}

export interface Vault {
  /**
   * @param session SHA-256 of the token in hex; any other text is a bug.
   * @param address Where it is asked from, for the audit.
   */
  visit(session: string, address?: string): VaultVisit
  /**
   * Keeps whole families from elsewhere, as the program itself; those of whom something is kept
   * already stay as they are. Gives how many were new.
   */
  bringIn(families: readonly BroughtFamily[]): Promise<number>
}

/** @param database Its store was opened, by which it is known who may see which trajectory. */
export function openVault(
  { pool, actorPool }: { readonly pool: Pool; readonly actorPool: Pool },
  door: VaultDoor,
): Vault {
  const actors = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: actorPool }) })
  const system = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    bringIn: (families) => bringIn(system, door, families),
    visit(session, address) {
      beginAs(session)
      /** In the same transaction: what cannot be told afterwards is not shown and not done. */
      const tell = <T>(
        of: (connection: Kysely<Schema>) => Promise<T>,
        entry: (result: T) => AuditEntry,
      ): Promise<T> => told(actors, { session, address }, of, entry)
      // By which it was looked for is never told: only what was found.
      const find = async (token: Buffer | undefined): Promise<readonly FoundFamily[]> =>
        tell(
          (connection) =>
            token === undefined ? Promise.resolve([]) : findFamilies(connection, token),
          foundEntry,
        )
      return {
        persons: (route, id) =>
          tell(
            (connection) => readPersons(connection, door, { route, id }),
            (seen) => entryOf('persons', { route, id }, seen),
          ),
        keep: (route, id, person) =>
          tell(
            (connection) => keepPerson(connection, door, { route, id }, person),
            (kept) => entryOf('persons-kept', { route, id }, kept, person.code),
          ),
        remove: (route, id, code) =>
          tell(
            (connection) => removePerson(connection, { route, id }, code),
            (removed) => entryOf('persons-removed', { route, id }, removed, code),
          ),
        findByBsn: (bsn) => find(bsnToken(door.keys.indexKey, bsn)),
        findByName: (name, bornOn) => find(nameToken(door.keys.indexKey, name, bornOn)),
      }
    },
  }
}

function entryOf(
  kind: 'persons' | 'persons-kept' | 'persons-removed',
  { route, id }: FoundFamily,
  result: object | string | undefined,
  code?: string,
): AuditEntry {
  const nothing = result === undefined || result === 'not-there'
  const done = typeof result === 'object' || result === 'kept' || result === 'removed'
  return {
    kind,
    outcome: nothing ? 'nothing' : done ? 'done' : 'refused',
    route,
    trajectory: id,
    ...(code !== undefined && { detail: { code } }),
  }
}

function foundEntry(found: readonly FoundFamily[]): AuditEntry {
  const route = found[0]?.route
  // Of a second route, which few families have, the numbers stand beside.
  const others = found.filter((family) => family.route !== route)
  return {
    kind: 'families',
    outcome: found.length === 0 ? 'nothing' : 'done',
    route,
    detail: {
      shown: found.flatMap((family) => (family.route === route ? family.id : [])),
      ...(others.length > 0 && { others }),
    },
  }
}

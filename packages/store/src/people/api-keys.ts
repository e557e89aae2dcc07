import { formatMoment, type Moment, type Purpose, type Role } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import { momentColumn, toMoment } from '../database/columns.ts'
import type { PeopleSchema } from './people-schema.ts'

export interface NewApiKey {
  /** SHA-256 of the key, in hex. */
  readonly hash: string
  /** The first characters, by which people tell keys apart. */
  readonly hint: string
  readonly name: string
  readonly organisation: string
  readonly role: Role
  readonly purpose: Purpose
  readonly scopes: readonly string[]
  readonly madeBy: string | null
  readonly endsAt: Moment
}

/** A key as it is shown afterwards: not the key, nor its hash. */
export interface ApiKey {
  readonly id: string
  readonly hint: string
  readonly name: string
  readonly role: Role
  readonly scopes: readonly string[]
  /** The name of who made it. */
  readonly madeBy: string | null
  readonly madeAt: Moment
  readonly endsAt: Moment
  readonly endedAt: Moment | null
}

export async function addKey(database: Kysely<PeopleSchema>, key: NewApiKey): Promise<string> {
  const { hint, name, organisation, role, purpose } = key
  const { id } = await database
    .insertInto('tijdig.api_key')
    .values({
      hash: Buffer.from(key.hash, 'hex'),
      hint,
      name,
      organisation,
      role,
      purpose,
      scopes: [...key.scopes],
      made_by: key.madeBy,
      ends_at: formatMoment(key.endsAt),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The keys of an organisation, the newest first; also those that are over. */
export async function listKeys(
  database: Kysely<PeopleSchema>,
  organisation: string,
): Promise<readonly ApiKey[]> {
  const rows = await database
    .selectFrom('tijdig.api_key as k')
    .leftJoin('tijdig.person as p', 'p.id', 'k.made_by')
    .select(['k.id', 'k.hint', 'k.name', 'k.role', 'k.scopes', 'p.name as made_by'])
    .select(momentColumn('k.made_at').as('made_at'))
    .select(momentColumn('k.ends_at').as('ends_at'))
    .select(momentColumn('k.ended_at').$castTo<string | null>().as('ended_at'))
    .where('k.organisation', '=', organisation)
    .orderBy('k.made_at', 'desc')
    .orderBy('k.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    hint: row.hint,
    name: row.name,
    role: row.role as Role,
    scopes: row.scopes,
    madeBy: row.made_by,
    madeAt: toMoment(row.made_at),
    endsAt: toMoment(row.ends_at),
    endedAt: row.ended_at === null ? null : toMoment(row.ended_at),
  }))
}

/** Withdraws a key; false when the organisation has no such key that still works. */
export async function endKey(
  database: Kysely<PeopleSchema>,
  organisation: string,
  id: string,
): Promise<boolean> {
  const ended = await database
    .updateTable('tijdig.api_key')
    .set({ ended_at: sql`now()` })
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

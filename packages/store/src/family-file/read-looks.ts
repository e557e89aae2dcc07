import { type Kysely, sql } from 'kysely'
import type { AuditKind, AuditOutcome } from '../audit/audit-entry.ts'
import { momentColumn, toMoment } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import type { Look } from './family-file.ts'

interface Row {
  readonly at: string
  readonly kind: AuditKind
  readonly outcome: AuditOutcome
  readonly person: string
  readonly name: string | null
  readonly role: string
  readonly purpose: string | null
  readonly organisation: string | null
  readonly relation: string | null
  readonly trajectories: number
  readonly detail: Look['detail']
}

/**
 * Who looked at a trajectory. PostgreSQL records in the same step that this was read, and nobody else
 * can write a record until the transaction ends: to be asked last.
 */
export async function takeLooks(
  connection: Kysely<Schema>,
  number: number,
  address: string | undefined,
): Promise<readonly Look[]> {
  const { rows } = await sql<Row>`
    select ${momentColumn('at')} as at, kind, outcome, person, name, role, purpose, organisation,
      relation, trajectories, detail
    from tijdig.take_file(${number}, ${address ?? null})`.execute(connection)
  return rows.map(({ at, person, name, role, ...look }) => ({
    ...look,
    at: toMoment(at),
    role,
    by:
      role === 'system'
        ? null
        : { id: person, name: name ?? person, isPerson: !person.startsWith('key:') },
  }))
}

import type { Role } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import { momentColumn, toMoment } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import type { FamilyFile } from './family-file.ts'

/** What stands beside the events of a trajectory: what is hidden, broken glass, and how it ends. */
export async function readFileParts(
  connection: Kysely<Schema>,
  number: number,
): Promise<Pick<FamilyFile, 'hidden' | 'glasses' | 'ending'>> {
  const { rows: hidden } = await sql<FamilyFile['hidden'][number]>`
    select field, times from tijdig.file_hidden_fields(${number})`.execute(connection)
  const { rows: glasses } = await sql<{
    name: string
    role: Role
    organisation: string
    reason: string
    broken_at: string
    ends_at: string
  }>`
    select name, role, organisation, reason, ${momentColumn('broken_at')} as broken_at,
      ${momentColumn('ends_at')} as ends_at
    from tijdig.file_glasses(${number})`.execute(connection)
  const { rows: endings } = await sql<{
    ends_on: string
    rule: string
    proposed_at: string | null
    destroyed_at: string | null
  }>`
    select ends_on::text, rule, ${momentColumn('proposed_at')} as proposed_at,
      ${momentColumn('destroyed_at')} as destroyed_at
    from tijdig.file_ending(${number})`.execute(connection)
  const [ending] = endings
  const momentOf = (text: string | null) => (text === null ? null : toMoment(text))
  return {
    hidden,
    glasses: glasses.map(({ broken_at, ends_at, ...glass }) => ({
      ...glass,
      brokenAt: toMoment(broken_at),
      endsAt: toMoment(ends_at),
    })),
    ending: ending
      ? {
          endsOn: ending.ends_on,
          rule: ending.rule,
          proposedAt: momentOf(ending.proposed_at),
          destroyedAt: momentOf(ending.destroyed_at),
        }
      : null,
  }
}

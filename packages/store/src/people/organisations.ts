import type { OrganisationKind } from '@tijdig/core'
import type { Kysely } from 'kysely'
import type { PeopleSchema } from './people-schema.ts'

export interface Organisation {
  readonly code: string
  readonly kind: OrganisationKind
  readonly name: string
}

export interface Team {
  readonly code: string
  readonly name: string
}

/** All that have not ended, by name. */
export async function listOrganisations(
  database: Kysely<PeopleSchema>,
): Promise<readonly Organisation[]> {
  const rows = await database
    .selectFrom('tijdig.organisation')
    .select(['code', 'kind', 'name'])
    .where('ended_at', 'is', null)
    .orderBy('name')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as OrganisationKind }))
}

/** Makes it where it is not there yet; false when it was. */
export async function addOrganisation(
  database: Kysely<PeopleSchema>,
  organisation: Organisation,
): Promise<boolean> {
  const added = await database
    .insertInto('tijdig.organisation')
    .values({ ...organisation })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export function listTeams(
  database: Kysely<PeopleSchema>,
  organisation: string,
): Promise<readonly Team[]> {
  return database
    .selectFrom('tijdig.team')
    .select(['code', 'name'])
    .where('organisation', '=', organisation)
    .orderBy('name')
    .orderBy('code')
    .execute()
}

/** Makes a team; false when the organisation has one with that code. */
export async function addTeam(
  database: Kysely<PeopleSchema>,
  organisation: string,
  team: Team,
): Promise<boolean> {
  const added = await database
    .insertInto('tijdig.team')
    .values({ organisation, ...team })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

import type { Moment, OrganisationKind, Role } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import { momentColumn, toMoment } from '../database/columns.ts'
import type { Organisation } from './organisations.ts'
import type { PeopleSchema, Transaction } from './people-schema.ts'
import { ensurePerson, type NewPerson } from './persons.ts'

/** A role of a person at an organisation. */
export interface Appointment {
  readonly id: string
  readonly role: Role
  readonly teams: readonly string[]
  readonly organisation: Organisation
}

export interface NewAppointment {
  readonly organisation: string
  readonly role: Role
  readonly teams: readonly string[]
}

/** Somebody of an organisation, as its administrator sees them: nothing of other organisations. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly email: string
  /** Since when nothing is left for them to do here; null while there is. */
  readonly endedAt: Moment | null
  readonly appointments: readonly MemberAppointment[]
}

interface MemberAppointment {
  readonly id: string
  readonly role: Role
  readonly teams: readonly string[]
  readonly beganAt: Moment
  readonly endedAt: Moment | null
}

/** An appointment that was made, or why not. */
export type Appointed =
  | { readonly person: string; readonly appointment: string }
  | 'team-unknown'
  | 'already-appointed'
  | 'person-unknown'

/** What became of ending something: an organisation always keeps one who may administer it. */
export type Ended = 'ended' | 'unknown' | 'last-administrator'

/** What a person may do now, the oldest appointment first. */
export async function liveAppointments(
  database: Kysely<PeopleSchema>,
  person: string,
): Promise<readonly Appointment[]> {
  const rows = await database
    .selectFrom('tijdig.appointment as a')
    .innerJoin('tijdig.organisation as o', 'o.code', 'a.organisation')
    .select(['a.id', 'a.role', 'a.teams', 'o.code', 'o.name', 'o.kind'])
    .where('a.person', '=', person)
    .where('a.ended_at', 'is', null)
    .where('o.ended_at', 'is', null)
    .orderBy('a.began_at')
    .orderBy('a.id')
    .execute()
  return rows.map(({ id, role, teams, code, name, kind }) => ({
    id,
    role: role as Role,
    teams,
    organisation: { code, name, kind: kind as OrganisationKind },
  }))
}

/** Everybody who has or had something to do at an organisation, by name. */
export async function listMembers(
  database: Kysely<PeopleSchema>,
  organisation: string,
): Promise<readonly Member[]> {
  const rows = await database
    .selectFrom('tijdig.appointment as a')
    .innerJoin('tijdig.person as p', 'p.id', 'a.person')
    .select(['a.id', 'a.role', 'a.teams', 'p.id as person', 'p.name', 'p.email'])
    .select(momentColumn('a.began_at').as('began_at'))
    .select(momentColumn('a.ended_at').$castTo<string | null>().as('ended_at'))
    .where('a.organisation', '=', organisation)
    .orderBy('p.name')
    .orderBy('p.id')
    .orderBy('a.began_at')
    .orderBy('a.id')
    .execute()
  const byPerson = new Map<string, MemberRow[]>()
  for (const row of rows) {
    const theirs = byPerson.get(row.person)
    if (theirs) theirs.push(row)
    else byPerson.set(row.person, [row])
  }
  return [...byPerson.values()].map(toMember)
}

interface MemberRow {
  id: string
  role: string
  teams: string[]
  person: string
  name: string
  email: string
  began_at: string
  ended_at: string | null
}

function toMember(rows: readonly MemberRow[]): Member {
  const [first] = rows
  if (!first) throw new Error('a member without appointments')
  const ends = rows.map(({ ended_at }) => ended_at)
  const last = ends.includes(null) ? null : Math.max(...ends.map(Number))
  return {
    id: first.person,
    name: first.name,
    email: first.email,
    endedAt: last as Moment | null,
    appointments: rows.map((row) => ({
      id: row.id,
      role: row.role as Role,
      teams: row.teams,
      beganAt: toMoment(row.began_at),
      endedAt: row.ended_at === null ? null : toMoment(row.ended_at),
    })),
  }
}

/** Gives somebody, known or not yet, a role at an organisation. */
export async function appoint(
  transaction: Transaction,
  person: NewPerson | { readonly id: string },
  appointment: NewAppointment,
): Promise<Appointed> {
  const { organisation, role } = appointment
  await lockOrganisation(transaction, organisation)
  const teams = [...new Set(appointment.teams)]
  if (!(await haveTeams(transaction, organisation, teams))) return 'team-unknown'
  if ('id' in person && !(await isMember(transaction, organisation, person.id))) {
    return 'person-unknown'
  }
  const id = 'id' in person ? person.id : await ensurePerson(transaction, person)
  const already = await transaction
    .selectFrom('tijdig.appointment')
    .select('id')
    .where('person', '=', id)
    .where('organisation', '=', organisation)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (already) return 'already-appointed'
  const made = await transaction
    .insertInto('tijdig.appointment')
    .values({ person: id, organisation, role, teams })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { person: id, appointment: made.id }
}

/** Withdraws a role, with the sessions in it. */
export function endAppointment(
  transaction: Transaction,
  organisation: string,
  appointment: string,
): Promise<Ended> {
  return endWhere(transaction, organisation, 'id', appointment)
}

/** Withdraws all that somebody may do at an organisation, with the sessions in it. */
export function endMember(
  transaction: Transaction,
  organisation: string,
  person: string,
): Promise<Ended> {
  return endWhere(transaction, organisation, 'person', person)
}

async function endWhere(
  transaction: Transaction,
  organisation: string,
  column: 'id' | 'person',
  value: string,
): Promise<Ended> {
  // One at a time, or two administrators could each end the other.
  await lockOrganisation(transaction, organisation)
  const live = await transaction
    .selectFrom('tijdig.appointment')
    .select(['id', 'person', 'role'])
    .where('organisation', '=', organisation)
    .where('ended_at', 'is', null)
    .execute()
  const ending = live.filter((one) => one[column] === value)
  if (ending.length === 0) return 'unknown'
  const left = live.filter((one) => !ending.includes(one))
  const endsAdministrator = ending.some(isAdministrator)
  if (endsAdministrator && !left.some(isAdministrator)) return 'last-administrator'
  const ids = ending.map(({ id }) => id)
  await transaction
    .updateTable('tijdig.appointment')
    .set({ ended_at: sql`now()` })
    .where('id', 'in', ids)
    .execute()
  await transaction
    .updateTable('tijdig.session')
    .set({ ended_at: sql`now()` })
    .where('appointment', 'in', ids)
    .where('ended_at', 'is', null)
    .execute()
  return 'ended'
}

function isAdministrator({ role }: { readonly role: string }): boolean {
  return role === 'administrator'
}

async function lockOrganisation(
  transaction: Kysely<PeopleSchema>,
  organisation: string,
): Promise<void> {
  await transaction
    .selectFrom('tijdig.organisation')
    .select('code')
    .where('code', '=', organisation)
    .forUpdate()
    .execute()
}

async function haveTeams(
  database: Kysely<PeopleSchema>,
  organisation: string,
  teams: readonly string[],
): Promise<boolean> {
  if (teams.length === 0) return true
  const found = await database
    .selectFrom('tijdig.team')
    .select('code')
    .where('organisation', '=', organisation)
    .where('code', 'in', teams)
    .execute()
  return found.length === teams.length
}

async function isMember(
  database: Kysely<PeopleSchema>,
  organisation: string,
  person: string,
): Promise<boolean> {
  const found = await database
    .selectFrom('tijdig.appointment')
    .select('id')
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .executeTakeFirst()
  return found !== undefined
}

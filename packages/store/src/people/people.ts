import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { type ApiKey, addKey, endKey, listKeys, type NewApiKey } from './api-keys.ts'
import {
  type Appointed,
  type Appointment,
  appoint,
  type Ended,
  endAppointment,
  endMember,
  listMembers,
  liveAppointments,
  type Member,
  type NewAppointment,
} from './appointments.ts'
import {
  addOrganisation,
  addTeam,
  listOrganisations,
  listTeams,
  type Organisation,
  type Team,
} from './organisations.ts'
import type { PeopleSchema } from './people-schema.ts'
import { type NewPerson, type Person, recognise, type SignedIn } from './persons.ts'
import {
  beginSession,
  endSession,
  endSessionsOf,
  findSpan,
  type NewSession,
  type SessionSpan,
  switchSession,
  touchSession,
} from './sessions.ts'
import { giveWorkerCode, listWorkers, type Worker } from './workers.ts'

/** Who works with Tijdig. Whether somebody may change that is decided before this is asked. */
export interface People {
  organisations(): Promise<readonly Organisation[]>
  /** Makes it where it is not there yet; false when it was. */
  addOrganisation(organisation: Organisation): Promise<boolean>
  teams(organisation: string): Promise<readonly Team[]>
  /** False when the organisation has a team with that code. */
  addTeam(organisation: string, team: Team): Promise<boolean>

  /** Who signed in at an issuer; undefined for who is not known here. */
  recognise(signedIn: SignedIn): Promise<Person | undefined>
  members(organisation: string): Promise<readonly Member[]>
  appointments(person: string): Promise<readonly Appointment[]>
  /** Gives a role to a new person, or to one whom the organisation has or had. */
  appoint(
    person: NewPerson | { readonly id: string },
    appointment: NewAppointment,
  ): Promise<Appointed>
  endAppointment(organisation: string, appointment: string): Promise<Ended>
  endMember(organisation: string, person: string): Promise<Ended>

  /** Under which codes the log names the work of people of an organisation. */
  workers(organisation: string): Promise<readonly Worker[]>
  giveWorkerCode(
    organisation: string,
    person: string,
    code: string,
  ): Promise<'given' | 'taken' | 'person-unknown'>

  beginSession(session: NewSession): Promise<void>
  switchSession(
    hash: string,
    next: Pick<NewSession, 'hash' | 'appointment' | 'purpose'>,
  ): Promise<boolean>
  touchSession(hash: string): Promise<void>
  endSession(hash: string): Promise<void>
  endSessionsOf(person: string): Promise<void>
  /** Until when a session or key holds. */
  span(hash: string): Promise<SessionSpan | undefined>

  addKey(key: NewApiKey): Promise<string>
  keys(organisation: string): Promise<readonly ApiKey[]>
  endKey(organisation: string, id: string): Promise<boolean>
}

/** @param database Its pool has the rights of the system: who may ask is decided before. */
export function openPeople({ pool }: { readonly pool: Pool }): People {
  const database = new Kysely<PeopleSchema>({ dialect: new PostgresDialect({ pool }) })
  return {
    organisations: () => listOrganisations(database),
    addOrganisation: (organisation) => addOrganisation(database, organisation),
    teams: (organisation) => listTeams(database, organisation),
    addTeam: (organisation, team) => addTeam(database, organisation, team),
    recognise: (signedIn) => recognise(database, signedIn),
    members: (organisation) => listMembers(database, organisation),
    appointments: (person) => liveAppointments(database, person),
    appoint: (person, appointment) => appoint(database, person, appointment),
    endAppointment: (organisation, id) => endAppointment(database, organisation, id),
    endMember: (organisation, person) => endMember(database, organisation, person),
    workers: (organisation) => listWorkers(database, organisation),
    giveWorkerCode: (organisation, person, code) =>
      giveWorkerCode(database, organisation, person, code),
    beginSession: (session) => beginSession(database, session),
    switchSession: (hash, next) => switchSession(database, hash, next),
    touchSession: (hash) => touchSession(database, hash),
    endSession: (hash) => endSession(database, hash),
    endSessionsOf: (person) => endSessionsOf(database, person),
    span: (hash) => findSpan(database, hash),
    addKey: (key) => addKey(database, key),
    keys: (organisation) => listKeys(database, organisation),
    endKey: (organisation, id) => endKey(database, organisation, id),
  }
}

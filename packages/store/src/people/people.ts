import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import type { AuditKind } from '../audit/audit-entry.ts'
import { type Doer, PROGRAM, told } from '../audit/told.ts'
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
import type { PeopleSchema, Transaction } from './people-schema.ts'
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

/**
 * Who works with Tijdig. Whether somebody may change that is decided before this is asked; each
 * change is in the audit, in its own transaction.
 */
export interface People {
  /** The same, where each change is that of whoever's session it is; otherwise it is the program's. */
  as(session: string, address?: string): People
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

  /** Signs in: told as of the session that begins. */
  beginSession(session: NewSession): Promise<void>
  switchSession(
    hash: string,
    next: Pick<NewSession, 'hash' | 'appointment' | 'purpose'>,
  ): Promise<boolean>
  touchSession(hash: string): Promise<void>
  endSession(hash: string, address?: string): Promise<void>
  endSessionsOf(person: string): Promise<void>
  /** Until when a session or key holds. */
  span(hash: string): Promise<SessionSpan | undefined>

  addKey(key: NewApiKey): Promise<string>
  keys(organisation: string): Promise<readonly ApiKey[]>
  endKey(organisation: string, id: string): Promise<boolean>
}

/** @param database Its pool has the rights of the system: who may ask is decided before. */
export function openPeople({ pool }: { readonly pool: Pool }): People {
  return peopleFor(new Kysely({ dialect: new PostgresDialect({ pool }) }), PROGRAM)
}

function peopleFor(database: Kysely<PeopleSchema>, doer: Doer): People {
  /** Of what was not done there is no record here: it was refused, and that is told where it is answered. */
  const change = <T>(
    what: string,
    work: (transaction: Transaction) => Promise<T>,
    detail: (result: T) => object | undefined,
    by = doer,
    kind: AuditKind = 'administration',
  ): Promise<T> =>
    told(database, by, work, (result) => {
      const done = detail(result)
      return done && { kind, outcome: 'done', detail: { what, ...done } }
    })
  return {
    as: (session, address) => peopleFor(database, { session, address }),
    organisations: () => listOrganisations(database),
    addOrganisation: (organisation) =>
      change(
        'add-organisation',
        (transaction) => addOrganisation(transaction, organisation),
        (added) => (added ? { organisation: organisation.code } : undefined),
      ),
    teams: (organisation) => listTeams(database, organisation),
    addTeam: (organisation, team) =>
      change(
        'add-team',
        (transaction) => addTeam(transaction, organisation, team),
        (added) => (added ? { organisation, team: team.code } : undefined),
      ),
    recognise: (signedIn) =>
      change(
        'recognise',
        (transaction) => recognise(transaction, signedIn),
        (found) => (found?.isNew ? { person: found.id, issuer: signedIn.issuer } : undefined),
        PROGRAM,
      ),
    members: (organisation) => listMembers(database, organisation),
    appointments: (person) => liveAppointments(database, person),
    appoint: (person, appointment) =>
      change(
        'appoint',
        (transaction) => appoint(transaction, person, appointment),
        (made) => (typeof made === 'string' ? undefined : { ...made, ...appointment }),
      ),
    endAppointment: (organisation, appointment) =>
      change(
        'end-appointment',
        (transaction) => endAppointment(transaction, organisation, appointment),
        (ended) => (ended === 'ended' ? { organisation, appointment } : undefined),
      ),
    endMember: (organisation, person) =>
      change(
        'end-person',
        (transaction) => endMember(transaction, organisation, person),
        (ended) => (ended === 'ended' ? { organisation, person } : undefined),
      ),
    workers: (organisation) => listWorkers(database, organisation),
    giveWorkerCode: (organisation, person, code) =>
      change(
        'worker-code',
        (transaction) => giveWorkerCode(transaction, organisation, person, code),
        (given) => (given === 'given' ? { organisation, person, code } : undefined),
      ),
    beginSession: (session) =>
      change(
        'begin',
        (transaction) => beginSession(transaction, session),
        () => ({}),
        { session: session.hash, address: session.address },
        'sign-in',
      ),
    switchSession: (hash, next) =>
      change(
        'switch',
        (transaction) => switchSession(transaction, hash, next),
        (switched) =>
          switched ? { appointment: next.appointment, purpose: next.purpose } : undefined,
        doer,
        'switch',
      ),
    touchSession: (hash) => touchSession(database, hash),
    endSession: async (hash, address) => {
      await change(
        'end',
        (transaction) => endSession(transaction, hash),
        (ended) => (ended ? {} : undefined),
        { session: hash, address },
        'sign-out',
      )
    },
    endSessionsOf: (person) =>
      change(
        'end-everywhere',
        (transaction) => endSessionsOf(transaction, person),
        () => ({ person }),
        doer,
        'sign-out',
      ),
    span: (hash) => findSpan(database, hash),
    addKey: (key) =>
      change(
        'add-key',
        (transaction) => addKey(transaction, key),
        (id) => ({ key: id, role: key.role, scopes: key.scopes }),
      ),
    keys: (organisation) => listKeys(database, organisation),
    endKey: (organisation, id) =>
      change(
        'end-key',
        (transaction) => endKey(transaction, organisation, id),
        (ended) => (ended ? { organisation, key: id } : undefined),
      ),
  }
}

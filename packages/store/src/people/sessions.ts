import type { Moment, Purpose } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import { momentColumn, toMoment } from '../database/columns.ts'
import type { PeopleSchema, Transaction } from './people-schema.ts'

export interface NewSession {
  /** SHA-256 of the token, in hex. */
  readonly hash: string
  readonly person: string
  readonly appointment: string
  readonly purpose: Purpose
  /** Over after so long without a request, and after so long whatever happens. Both in minutes. */
  readonly idle: number
  readonly longest: number
  /** Where it was begun from, for the audit. */
  readonly address?: string | undefined
}

/** A session or a key as who uses it may see it. */
export interface SessionSpan {
  readonly endsAt: Moment
  /** Null for a key. */
  readonly idleMinutes: number | null
  /** The person's name; null for a key. */
  readonly person: string | null
}

/** Begins a session. Its times are the database's own: there it is decided whether it is over. */
export async function beginSession(
  database: Kysely<PeopleSchema>,
  { hash, person, appointment, purpose, idle, longest }: NewSession,
): Promise<void> {
  await database
    .insertInto('tijdig.session')
    .values({
      hash: bytesOf(hash),
      person,
      appointment,
      purpose,
      idle: sql`make_interval(mins => ${idle})`,
      ends_at: sql`now() + make_interval(mins => ${longest})`,
    })
    .execute()
}

/**
 * Goes on under another token, in another appointment or for another purpose; the old token is
 * good for nothing from then on. False when there is no such session, or the appointment is not
 * one of its person.
 */
export async function switchSession(
  transaction: Transaction,
  hash: string,
  next: { readonly hash: string; readonly appointment: string; readonly purpose: Purpose },
): Promise<boolean> {
  const old = await transaction
    .updateTable('tijdig.session')
    .set({ ended_at: sql`now()` })
    .where('hash', '=', bytesOf(hash))
    .where('ended_at', 'is', null)
    .returning(['person', sql<string>`ends_at::text`.as('ends_at')])
    .returning(sql<string>`idle::text`.as('idle'))
    .executeTakeFirst()
  if (!old) return false
  const appointment = await transaction
    .selectFrom('tijdig.appointment')
    .select('id')
    .where('id', '=', next.appointment)
    .where('person', '=', old.person)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!appointment) throw new Error('switched to an appointment of somebody else')
  await transaction
    .insertInto('tijdig.session')
    .values({
      hash: bytesOf(next.hash),
      person: old.person,
      appointment: next.appointment,
      purpose: next.purpose,
      idle: old.idle,
      ends_at: old.ends_at,
    })
    .execute()
  return true
}

/** Remembers that somebody is still there; at most once a minute, to spare the disk. */
export async function touchSession(database: Kysely<PeopleSchema>, hash: string): Promise<void> {
  await database
    .updateTable('tijdig.session')
    .set({ seen_at: sql`now()` })
    .where('hash', '=', bytesOf(hash))
    .where('ended_at', 'is', null)
    .where(sql<boolean>`seen_at < now() - interval '1 minute' and seen_at + idle > now()`)
    .execute()
}

/** False when it was over already. */
export async function endSession(database: Kysely<PeopleSchema>, hash: string): Promise<boolean> {
  const ended = await database
    .updateTable('tijdig.session')
    .set({ ended_at: sql`now()` })
    .where('hash', '=', bytesOf(hash))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

/** Signs a person out everywhere. */
export async function endSessionsOf(database: Kysely<PeopleSchema>, person: string): Promise<void> {
  await database
    .updateTable('tijdig.session')
    .set({ ended_at: sql`now()` })
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .execute()
}

export async function findSpan(
  database: Kysely<PeopleSchema>,
  hash: string,
): Promise<SessionSpan | undefined> {
  const session = await database
    .selectFrom('tijdig.session as s')
    .innerJoin('tijdig.person as p', 'p.id', 's.person')
    .select(['p.name', momentColumn('s.ends_at').as('ends_at')])
    .select(sql<number>`(extract(epoch from s.idle) / 60)::int`.as('idle'))
    .where('s.hash', '=', bytesOf(hash))
    .executeTakeFirst()
  if (session) {
    return { endsAt: toMoment(session.ends_at), idleMinutes: session.idle, person: session.name }
  }
  const key = await database
    .selectFrom('tijdig.api_key')
    .select(momentColumn('ends_at').as('ends_at'))
    .where('hash', '=', bytesOf(hash))
    .executeTakeFirst()
  return key && { endsAt: toMoment(key.ends_at), idleMinutes: null, person: null }
}

function bytesOf(hash: string): Buffer {
  return Buffer.from(hash, 'hex')
}

import { type Kysely, sql } from 'kysely'
import type { PeopleSchema } from './people-schema.ts'

export interface Person {
  readonly id: string
  readonly name: string
}

/** What an issuer says about somebody who signed in there. */
export interface SignedIn {
  readonly issuer: string
  readonly subject: string
  /** Only an address that the issuer has verified. */
  readonly verifiedEmail: string | undefined
}

export interface NewPerson {
  readonly name: string
  readonly email: string
  /** Left out: by e-mail, the first time that the person signs in. */
  readonly known?: { readonly issuer: string; readonly subject: string }
}

/**
 * Who signed in: by issuer and subject. The first time by verified e-mail, and that address then
 * belongs to this issuer and subject for good: who gets it later is somebody else.
 */
export async function recognise(
  database: Kysely<PeopleSchema>,
  { issuer, subject, verifiedEmail }: SignedIn,
): Promise<(Person & { readonly isNew: boolean }) | undefined> {
  const known = await database
    .selectFrom('tijdig.person')
    .select(['id', 'name', sql<boolean>`ended_at is not null`.as('ended')])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (known) return known.ended ? undefined : { id: known.id, name: known.name, isNew: false }
  if (verifiedEmail === undefined) return undefined
  const met = await database
    .updateTable('tijdig.person')
    .set({ issuer, subject })
    .where(sql`lower(email)`, '=', sql`lower(${verifiedEmail})`)
    .where('issuer', 'is', null)
    .where('ended_at', 'is', null)
    .returning(['id', 'name'])
    .executeTakeFirst()
  return met && { ...met, isNew: true }
}

/** The person with this e-mail address, made where there is none yet. */
export async function ensurePerson(
  database: Kysely<PeopleSchema>,
  { name, email, known }: NewPerson,
): Promise<string> {
  const made = await database
    .insertInto('tijdig.person')
    .values({ name, email, issuer: known?.issuer ?? null, subject: known?.subject ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return made.id
  const there = await database
    .selectFrom('tijdig.person')
    .select('id')
    .where(sql`lower(email)`, '=', sql`lower(${email})`)
    .executeTakeFirstOrThrow()
  return there.id
}

import type { ColumnType, Generated, Kysely } from 'kysely'

/** The tables of who works with Tijdig. Moments are read through `momentColumn`. */
export interface PeopleSchema {
  'tijdig.organisation': {
    code: string
    kind: string
    name: string
    ended_at: ColumnType<string | null, never, never>
  }
  'tijdig.team': { organisation: string; code: string; name: string }
  'tijdig.person': {
    id: Generated<string>
    name: string
    email: string
    issuer: string | null
    subject: string | null
    ended_at: ColumnType<string | null, never, never>
  }
  'tijdig.appointment': {
    id: Generated<string>
    person: string
    organisation: string
    role: string
    teams: string[]
    began_at: Generated<string>
    ended_at: string | null
  }
  'tijdig.session': {
    hash: Buffer
    person: string
    appointment: string
    purpose: string
    began_at: Generated<string>
    seen_at: Generated<string>
    idle: string
    ends_at: string
    ended_at: string | null
  }
  'tijdig.api_key': {
    id: Generated<string>
    hash: Buffer
    hint: string
    name: string
    organisation: string
    role: string
    purpose: string
    scopes: string[]
    made_by: string | null
    made_at: Generated<string>
    ends_at: string
    ended_at: string | null
  }
}

/** A connection in a transaction of the caller's, which ends it. */
export type Transaction = Kysely<PeopleSchema>

import { randomBytes } from 'node:crypto'
import { type OrganisationKind, PURPOSES_OF, type Purpose, type Role } from '@tijdig/core'

export interface Entrant {
  readonly role: Role
  readonly organisation: string
  readonly kind?: OrganisationKind
  readonly teams?: readonly string[]
  /** Left out: the first that goes with the role. */
  readonly purpose?: Purpose
}

/**
 * Signs somebody in, past sign-in itself: makes the organisation where it is not there, a person
 * with an appointment, and a session. Gives what names the session in the database.
 */
export async function enter(
  database: { asOwner(sql: string): Promise<unknown> },
  { role, organisation, kind, teams = [], purpose = PURPOSES_OF[role][0] }: Entrant,
): Promise<string> {
  const hash = randomBytes(32).toString('hex')
  const teamRows = teams.map((team) => `(${text(organisation)}, ${text(team)}, ${text(team)})`)
  await database.asOwner(`
    insert into tijdig.organisation (code, kind, name)
      values (${text(organisation)}, ${text(kind ?? 'certified-institution')}, ${text(organisation)})
      on conflict (code) do nothing;
    ${teamRows.length === 0 ? '' : `insert into tijdig.team values ${teamRows.join(', ')} on conflict do nothing;`}
    with p as (
      insert into tijdig.person (name, email)
        values (${text(`${role} van ${organisation}`)}, ${text(`${hash.slice(0, 16)}@example.org`)})
        returning id
    ), a as (
      insert into tijdig.appointment (person, organisation, role, teams)
        select id, ${text(organisation)}, ${text(role)}, array[${teams.map(text).join(', ')}]::text[]
        from p returning id, person
    )
    insert into tijdig.session (hash, person, appointment, purpose, idle, ends_at)
      select decode('${hash}', 'hex'), person, id, ${text(purpose)}, '1 hour', now() + interval '12 hours'
      from a`)
  return hash
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

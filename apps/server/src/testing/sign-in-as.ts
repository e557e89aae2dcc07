import { randomBytes, randomUUID } from 'node:crypto'
import { type OrganisationKind, PURPOSES_OF, type Purpose, type Role } from '@tijdig/core'
import type { House } from '../house/house.ts'
import { SESSION_COOKIE } from '../sign-in/cookies.ts'
import { hashOfToken, makeToken } from '../sign-in/token.ts'

interface Who {
  readonly role: Role
  readonly organisation: string
  /** Of an organisation that is not there yet; left out: a certified institution. */
  readonly kind?: OrganisationKind
  /** Teams that are not there yet are made. */
  readonly teams?: readonly string[]
  /** Left out: the first that goes with the role. */
  readonly purpose?: Purpose
}

/**
 * Somebody new who signed in: a session as the sign-in itself makes one. Send `cookie` along with
 * requests. A browser test signs in as one of the demo people instead, all the way through the
 * demo issuer: open `/inloggen?terug=/pad`, and press the button that bears the person's name; or,
 * without the clicks, `signInAsDemoPerson`.
 */
export async function signInAs(
  { people }: Pick<House, 'people'>,
  { role, organisation, kind = 'certified-institution', teams = [], purpose }: Who,
): Promise<{ readonly cookie: string; readonly hash: string }> {
  await people.addOrganisation({ code: organisation, kind, name: `Organisatie ${organisation}` })
  for (const team of teams) await people.addTeam(organisation, { code: team, name: `Team ${team}` })
  const name = `${role} van ${organisation}`
  const made = await people.appoint(
    { name, email: `${randomUUID()}@example.org` },
    { organisation, role, teams },
  )
  if (typeof made === 'string') throw new Error(made)
  const token = makeToken(randomBytes)
  const hash = hashOfToken(token)
  await people.beginSession({
    hash,
    person: made.person,
    appointment: made.appointment,
    purpose: purpose ?? PURPOSES_OF[role][0],
    idle: 30,
    longest: 12 * 60,
  })
  return { cookie: `${SESSION_COOKIE}=${token}`, hash }
}

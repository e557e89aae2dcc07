import type { People } from '@tijdig/store'
import { DEMO_ORGANISATIONS, DEMO_PEOPLE, emailOf } from './demo-people.ts'

/**
 * What people of the demo issuer are known by, whatever address the server has. No configured
 * issuer has this name, so that none of them can ever come in through one.
 */
export const DEMO_ISSUER = 'demo'

/** Makes the demo people where they are missing. What was changed about them stays changed. */
export async function makeDemoPeople(people: People): Promise<void> {
  for (const { teams, ...organisation } of DEMO_ORGANISATIONS) {
    await people.addOrganisation(organisation)
    for (const team of teams) await people.addTeam(organisation.code, team)
  }
  for (const person of DEMO_PEOPLE) {
    const { id, name, roles } = person
    const known = { issuer: DEMO_ISSUER, subject: id }
    if (await people.recognise({ ...known, verifiedEmail: undefined })) continue
    for (const { role, organisation, teams = [] } of roles) {
      await people.appoint({ name, email: emailOf(person), known }, { organisation, role, teams })
    }
  }
}

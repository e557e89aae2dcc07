import type { Role } from '@tijdig/core'
import type { Organisation, Team } from '@tijdig/store'

/** Made-up organisations of made-up people; the institutions are those of the example logs. */
export const DEMO_ORGANISATIONS: readonly (Organisation & { readonly teams: readonly Team[] })[] = [
  { code: 'OT', kind: 'support-team', name: 'Het Ondersteuningsteam', teams: [] },
  institution('DJGB', 'De Jeugd- & Gezinsbeschermers', [{ code: 'kust', name: 'Team Kust' }]),
  institution('WSS', 'William Schrikker Stichting', [
    { code: 'instroom', name: 'Instroomteam' },
    { code: 'noord', name: 'Team Noord' },
    { code: 'zuid', name: 'Team Zuid' },
  ]),
  institution('LJR', 'Leger des Heils Jeugdbescherming & Reclassering'),
  { code: 'DE-BRUG', kind: 'provider', name: 'De Brug jeugdhulp', teams: [] },
  {
    code: 'RET-NH',
    kind: 'expert-team',
    name: 'Regionaal Expertteam Noord-Holland',
    teams: [],
  },
  { code: 'ALKMAAR', kind: 'municipality', name: 'Gemeente Alkmaar', teams: [] },
  { code: 'PB', kind: 'programme-office', name: 'Programmabureau', teams: [] },
  { code: 'NW4', kind: 'region', name: 'Samenwerkende jeugdregio’s NW4', teams: [] },
  { code: 'ZOU', kind: 'region', name: 'Jeugdregio Zuidoost-Utrecht', teams: [] },
  {
    code: 'IGJ',
    kind: 'inspectorate',
    name: 'Inspectie Gezondheidszorg en Jeugd',
    teams: [],
  },
]

interface DemoRole {
  readonly role: Role
  readonly organisation: string
  readonly teams?: readonly string[]
}

export interface DemoPerson {
  /** Also what the demo issuer calls them. */
  readonly id: string
  readonly name: string
  readonly roles: readonly [DemoRole, ...DemoRole[]]
}

/** Somebody for each role; nobody of these exists. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('Sanne de Wit', 'OT', 'worker'),
  person('Mehmet Yilmaz', 'OT', 'team-lead'),
  person('Petra Hoekstra', 'OT', 'coordinator'),
  person('Kees van Dongen', 'OT', 'administrator'),
  person('Fatima el Amrani', 'DJGB', 'worker'),
  person('Joost Mulder', 'DJGB', 'team-lead'),
  person('Jasper Vos', 'DJGB', 'worker', ['kust']),
  person('Karin Dekker', 'DJGB', 'team-lead', ['kust']),
  person('Lotte Vermeer', 'WSS', 'worker', ['noord']),
  person('Rachid Bouzid', 'WSS', 'worker', ['zuid']),
  person('Samira Bakker', 'WSS', 'worker', ['instroom']),
  person('Marieke Postma', 'WSS', 'team-lead', ['noord', 'zuid']),
  person('Willem Kuipers', 'WSS', 'auditor'),
  person('Inge Brouwer', 'WSS', 'administrator'),
  person('Dewi Tahapary', 'LJR', 'worker'),
  person('Hans Schuurman', 'LJR', 'team-lead'),
  person('Noor Jansma', 'DE-BRUG', 'provider'),
  {
    id: 'annelies-bos',
    name: 'Annelies Bos',
    roles: [
      { role: 'coordinator', organisation: 'RET-NH' },
      { role: 'worker', organisation: 'DJGB' },
    ],
  },
  person('Yvonne Kramer', 'ALKMAAR', 'policy-officer'),
  person('Tom Verhoeven', 'PB', 'policy-officer'),
  person('Esra Demir', 'PB', 'publisher'),
  person('Anouk Visser', 'PB', 'publisher'),
  person('Yara Veenstra', 'NW4', 'policy-officer'),
  person('Bram Kooistra', 'NW4', 'coordinator'),
  person('Lies van Ommen', 'ZOU', 'policy-officer'),
  person('Geert Dijkman', 'IGJ', 'auditor'),
]

export function emailOf({ id }: DemoPerson): string {
  return `${id.replace('-', '.')}@example.org`
}

function institution(code: string, name: string, teams: readonly Team[] = []) {
  return { code, kind: 'certified-institution', name, teams } as const
}

function person(
  name: string,
  organisation: string,
  role: Role,
  teams: readonly string[] = [],
): DemoPerson {
  const id = name.toLowerCase().replaceAll(' ', '-')
  return { id, name, roles: [{ role, organisation, teams }] }
}

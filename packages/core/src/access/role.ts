/** What people do in an organisation. One person may have several, each in an organisation. */
export const ROLES = [
  'worker',
  'team-lead',
  'coordinator',
  'provider',
  'policy-officer',
  'publisher',
  'auditor',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

/** For what somebody looks or acts: the same person may not see the same thing for another purpose. */
export const PURPOSES = [
  'help',
  'coordination',
  'policy',
  'publication',
  'oversight',
  'administration',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** Kinds of organisations in the chain of youth care. */
export const ORGANISATION_KINDS = [
  'support-team',
  'certified-institution',
  'local-team',
  'provider',
  'expert-team',
  'region',
  'municipality',
  'programme-office',
  'inspectorate',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** The purposes that go with a role; the first is meant unless another is chosen. */
export const PURPOSES_OF = {
  worker: ['help'],
  'team-lead': ['help', 'oversight'],
  coordinator: ['coordination', 'help'],
  provider: ['help'],
  'policy-officer': ['policy'],
  publisher: ['publication'],
  auditor: ['oversight'],
  administrator: ['administration'],
} as const satisfies Record<Role, readonly [Purpose, ...Purpose[]]>

export const ROLE_LABELS = {
  worker: 'hulpverlener',
  'team-lead': 'teamleider',
  coordinator: 'coördinator',
  provider: 'zorgaanbieder',
  'policy-officer': 'beleidsmedewerker',
  publisher: 'rapporteur',
  auditor: 'controleur',
  administrator: 'beheerder',
} as const satisfies Record<Role, string>

export const PURPOSE_LABELS = {
  help: 'hulp verlenen',
  coordination: 'hulp op gang brengen',
  policy: 'beleid maken',
  publication: 'rapporteren',
  oversight: 'toezicht houden',
  administration: 'beheren',
} as const satisfies Record<Purpose, string>

export const ORGANISATION_KIND_LABELS = {
  'support-team': 'ondersteuningsteam',
  'certified-institution': 'gecertificeerde instelling',
  'local-team': 'lokaal team',
  provider: 'zorgaanbieder',
  'expert-team': 'regionaal expertteam',
  region: 'jeugdregio',
  municipality: 'gemeente',
  'programme-office': 'programmabureau',
  inspectorate: 'inspectie',
} as const satisfies Record<OrganisationKind, string>

/** What a role may do in the house as a whole, whatever the route. */
export const HOUSE_ACTIONS = {
  /** People, roles, teams and keys of one's own organisation. */
  administer: ['administrator'],
  /** That somebody broke the glass: told to the lead of who is party, and to the auditor. */
  'read-notices': ['team-lead', 'auditor'],
  /** Texts of reports; approving and publishing them, the route decides. */
  'write-reports': ['policy-officer', 'publisher'],
  /** The log as a whole: its head, and whether its chain of hashes is intact. */
  'read-log': ['auditor', 'publisher', 'policy-officer'],
  /** Who looked at what and who did what. */
  'read-audit': ['auditor'],
} as const satisfies Record<string, readonly Role[]>
export type HouseAction = keyof typeof HOUSE_ACTIONS

export function mayInHouse(role: Role, action: HouseAction): boolean {
  return (HOUSE_ACTIONS[action] as readonly Role[]).includes(role)
}

import type { Role, RouteAccess } from '@tijdig/core'

/** Who keeps a programme: they make its plan and say how it goes. */
export const KEEPERS: readonly Role[] = ['policy-officer', 'publisher', 'coordinator', 'team-lead']

/** Who carries an action out may say how it goes, beside its keepers. */
export const DOERS: readonly Role[] = [...KEEPERS, 'worker']

/**
 * The owner of a part is party, and its partners by `partyJoined`. Nothing here is about a person,
 * so there is no glass to break and nothing to share for a while: who has to do with it joins it.
 */
export const PART_ACCESS: RouteAccess = {
  parties: [{ fact: 'owner', attribute: 'owner' }],
  purposes: ['policy', 'publication', 'coordination', 'help', 'oversight'],
  see: { party: DOERS, 'other-team': DOERS, shared: [], glass: [] },
  record: { roles: KEEPERS },
  partners: KEEPERS,
  share: [],
  breakGlass: [],
  ownFigures: DOERS,
  allFigures: KEEPERS,
  overseers: ['region', 'programme-office', 'municipality', 'inspectorate', 'expert-team'],
  publish: ['publisher'],
}

/** What keys can be made for. */
export const SCOPES = ['trajectories', 'record', 'figures', 'publications', 'session'] as const
export type Scope = (typeof SCOPES)[number]

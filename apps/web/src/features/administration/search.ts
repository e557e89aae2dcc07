export const PARTS = { mensen: 'Mensen', teams: 'Teams', sleutels: 'Sleutels' } as const
export type Part = keyof typeof PARTS

/** What the address of the administration holds: which part of it is shown. */
export interface AdministrationSearch {
  readonly deel?: Part
}

export function readAdministrationSearch(search: Record<string, unknown>): AdministrationSearch {
  const part = (Object.keys(PARTS) as Part[]).find((one) => one === search.deel)
  return part === undefined ? {} : { deel: part }
}

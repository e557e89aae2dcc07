import type { WorkOf, WorkPart } from '@tijdig/server/contract'

/** Whose work, in the address and in words. */
export const WHOSE = {
  mij: 'me',
  team: 'team',
  organisatie: 'organisation',
} as const satisfies Record<string, WorkOf>
export type Whose = keyof typeof WHOSE

/** Which part, in the address and in words. */
export const PARTS = {
  'te-laat': { part: 'overdue', label: 'Te laat' },
  vandaag: { part: 'today', label: 'Vandaag' },
  'deze-week': { part: 'week', label: 'Deze week' },
  later: { part: 'later', label: 'Later' },
  wacht: { part: 'waiting', label: 'Wacht op een ander' },
} as const satisfies Record<string, { part: WorkPart; label: string }>
export type PartName = keyof typeof PARTS

export const PAGE_SIZE = 25

/** Whose work one begins with: parts of programmes are an organisation's, and of few people in it. */
export function usualWhose(role: string): Whose {
  return role === 'policy-officer' || role === 'publisher' ? 'organisatie' : 'mij'
}

export interface WorkSearch {
  /** Left out: as is usual for the role. */
  readonly van?: Whose | undefined
  /** Left out: the first part in which there is something. */
  readonly deel?: PartName | undefined
  readonly pagina?: number | undefined
}

export function readWorkSearch(search: Record<string, unknown>): WorkSearch {
  const page = Number(search.pagina)
  return {
    ...(isIn(WHOSE, search.van) ? { van: search.van } : {}),
    ...(isIn(PARTS, search.deel) ? { deel: search.deel } : {}),
    ...(Number.isInteger(page) && page > 1 ? { pagina: page } : {}),
  }
}

export function partName(part: WorkPart): PartName {
  return (Object.keys(PARTS) as PartName[]).find((name) => PARTS[name].part === part) ?? 'vandaag'
}

function isIn<T extends object>(all: T, name: unknown): name is keyof T {
  return typeof name === 'string' && Object.hasOwn(all, name)
}

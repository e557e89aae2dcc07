import { readTexts } from '../../clocks/clock-search.ts'

export const SORTS = {
  geopend: { sort: 'openedOn', label: 'Begonnen op' },
  toestand: { sort: 'stateSince', label: 'In deze toestand sinds' },
  nummer: { sort: 'id', label: 'Nummer' },
} as const

export type Sort = keyof typeof SORTS

export const PAGE_SIZE = 25

/** Those to which one's organisation is party, or those that others share with it. */
export type Whose = 'eigen' | 'gedeeld'

/** What the address of the list holds: what is sought, narrowed, in what order, which page. */
export interface TrajectoriesSearch {
  readonly route?: string | undefined
  /** Left out: what is the main thing for who is signed in. */
  readonly lijst?: Whose | undefined
  readonly zoek?: string | undefined
  readonly toestand?: string | undefined
  /** `attribute:value` */
  readonly kenmerk?: string | undefined
  readonly sorteer?: Sort | undefined
  /** Present: from small to large, old to new. Left out: the newest first. */
  readonly oplopend?: 'ja' | undefined
  readonly pagina?: number | undefined
}

export function readTrajectoriesSearch(search: Record<string, unknown>): TrajectoriesSearch {
  const page = Number(search.pagina)
  return {
    ...readTexts(search, ['route', 'zoek', 'toestand']),
    ...(search.lijst === 'eigen' || search.lijst === 'gedeeld' ? { lijst: search.lijst } : {}),
    ...(typeof search.kenmerk === 'string' && readFeature(search.kenmerk)
      ? { kenmerk: search.kenmerk }
      : {}),
    ...(isSort(search.sorteer) ? { sorteer: search.sorteer } : {}),
    ...(search.oplopend === 'ja' ? { oplopend: 'ja' as const } : {}),
    ...(Number.isInteger(page) && page > 1 ? { pagina: page } : {}),
  }
}

/** Takes `attribute:value` apart; undefined where it is no such pair. */
export function readFeature(text: string): { attribute: string; value: string } | undefined {
  const colon = text.indexOf(':')
  if (colon < 1 || colon === text.length - 1) return undefined
  return { attribute: text.slice(0, colon), value: text.slice(colon + 1) }
}

function isSort(text: unknown): text is Sort {
  return typeof text === 'string' && Object.hasOwn(SORTS, text)
}

import type { Asked } from '../../clocks/asked.ts'
import { readAsked } from '../../clocks/asked.ts'
import { readClockSearch } from '../../clocks/clock-search.ts'

/** The views of a programme, in the address and in the words of the page. */
export const VIEWS = {
  boom: 'Doelen en acties',
  maanden: 'Maanden',
  mijlpalen: 'Mijlpalen',
  veranderd: 'Wat veranderde',
  opgaven: 'Veranderopgaven',
  geld: 'Geld',
  besluiten: 'Besluiten en risico’s',
} as const
export type ViewName = keyof typeof VIEWS
export const VIEW_NAMES = Object.keys(VIEWS) as ViewName[]

export interface ProgrammeSearch {
  /** Left out: the tree. */
  readonly beeld?: ViewName | undefined
  readonly op?: string | undefined
  readonly bekend?: string | undefined
  /** Since which question it is told what changed, `D@T`. */
  readonly sinds?: string | undefined
}

export function readProgrammeSearch(search: Record<string, unknown>): ProgrammeSearch {
  const { op, bekend } = readClockSearch(search)
  const { beeld, sinds } = search
  return {
    ...(isView(beeld) ? { beeld } : {}),
    ...(op === undefined ? {} : { op }),
    ...(bekend === undefined ? {} : { bekend }),
    ...(readAsked(sinds) ? { sinds: String(sinds) } : {}),
  }
}

export function askedOfProgramme({ op, bekend }: ProgrammeSearch, newest: Asked): Asked {
  return { cutOff: op ?? newest.cutOff, knownAt: bekend ?? newest.knownAt }
}

function isView(name: unknown): name is ViewName {
  return typeof name === 'string' && Object.hasOwn(VIEWS, name)
}

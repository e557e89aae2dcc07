import type { Outcome } from '@tijdig/server/contract'
import { type Asked, readAsked } from '../../clocks/asked.ts'
import { readClockSearch, readTexts } from '../../clocks/clock-search.ts'

/** Over which periods, in the address and as the dimension of the figures. */
export const PERIODS = {
  maand: 'month',
  kwartaal: 'quarter',
  alles: undefined,
} as const
export type PeriodName = keyof typeof PERIODS

/** Outcomes in the address, in the words of the page, in the order of its table. */
export const OUTCOMES = {
  'op-tijd': { outcome: 'in-time', label: 'Op tijd' },
  'te-laat': { outcome: 'late', label: 'Te laat gedaan' },
  'nog-te-doen': { outcome: 'overdue', label: 'Te laat, nog te doen' },
  vervallen: { outcome: 'lapsed', label: 'Vervallen' },
  loopt: { outcome: 'running', label: 'Loopt nog' },
} as const satisfies Record<string, { outcome: Outcome; label: string }>
export type OutcomeName = keyof typeof OUTCOMES
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as OutcomeName[]

export interface NormsSearch {
  readonly route?: string | undefined
  readonly norm?: string | undefined
  readonly periode?: PeriodName | undefined
  /** The dimension by which it is divided beside the period. */
  readonly per?: string | undefined
  readonly op?: string | undefined
  readonly bekend?: string | undefined
  /** The second question, `D@T`. */
  readonly met?: string | undefined
  readonly uitleg?: string | undefined
  /** The cases that are listed: of which outcome, and of which cell: `month=2023-03,region=…`. */
  readonly uitkomst?: OutcomeName | undefined
  readonly cel?: string | undefined
  readonly pagina?: number | undefined
}

export function readNormsSearch(search: Record<string, unknown>): NormsSearch {
  const { op, bekend } = readClockSearch(search)
  const page = Number(search.pagina)
  return {
    ...readTexts(search, ['route', 'norm', 'per', 'uitleg', 'cel']),
    ...(op === undefined ? {} : { op }),
    ...(bekend === undefined ? {} : { bekend }),
    ...(readAsked(search.met) ? { met: String(search.met) } : {}),
    ...(isIn(PERIODS, search.periode) ? { periode: search.periode } : {}),
    ...(isIn(OUTCOMES, search.uitkomst) ? { uitkomst: search.uitkomst } : {}),
    ...(Number.isInteger(page) && page > 1 ? { pagina: page } : {}),
  }
}

export function askedOfNorms({ op, bekend }: NormsSearch, newest: Asked): Asked {
  return { cutOff: op ?? newest.cutOff, knownAt: bekend ?? newest.knownAt }
}

/** The dimensions of the table: what it is divided by, then the period. */
export function dimensionsOfNorm(
  { periode, per }: NormsSearch,
  possible: readonly string[],
): readonly string[] {
  const split = per !== undefined && possible.includes(per) ? per : undefined
  const period = PERIODS[periode ?? (split === undefined ? 'maand' : 'alles')]
  return [split, period].flatMap((each) => (each && possible.includes(each) ? [each] : []))
}

/** A cell as the address holds it. */
export function writeCell(by: Readonly<Record<string, string>>): string | undefined {
  const parts = Object.entries(by).map(([dimension, code]) => `${dimension}=${code}`)
  return parts.length === 0 ? undefined : parts.join(',')
}

export function readCell(cell: string | undefined): Record<string, string> {
  const parts = (cell ?? '').split(',').flatMap((part) => {
    const at = part.indexOf('=')
    return at > 0 ? [[part.slice(0, at), part.slice(at + 1)] as const] : []
  })
  return Object.fromEntries(parts)
}

function isIn<T extends object>(all: T, name: unknown): name is keyof T {
  return typeof name === 'string' && Object.hasOwn(all, name)
}

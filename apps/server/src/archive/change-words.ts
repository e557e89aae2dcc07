import type { Explanation, IndicatorLabels } from '@tijdig/figures'
import {
  CHANGE_PARTS,
  cellName,
  formatChange,
  formatCount,
  formatPointChange,
  formatShare,
  longDay,
  longMoment,
} from '@tijdig/reports'
import type { FrozenAsked } from '../house/frozen-publication.ts'

export type Part = keyof typeof CHANGE_PARTS
export const PARTS = Object.keys(CHANGE_PARTS) as readonly Part[]
export { CHANGE_PARTS, cellName }

/** How a figure stands at one end. */
export function levelWords(kind: IndicatorLabels['kind'], value: number): string {
  return kind === 'count' ? formatCount(value) : formatShare(value, 1)
}

/** How far one part of a change moved it: `+23`, or `+1,2 procentpunt`. */
export function stepWords(kind: IndicatorLabels['kind'], value: number): string {
  return kind === 'count' ? formatChange(value) : formatPointChange(value)
}

/** What each part of a change between two readings means. */
export function partWords(part: Part, from: FrozenAsked, to: FrozenAsked): string {
  switch (part) {
    case 'late':
      return `Het was toen al gebeurd, maar werd pas na ${longMoment(from.knownAt)} bekend.`
    case 'corrected':
      return 'Wat al was vastgelegd, klopte niet.'
    case 'redefined':
      return 'Er wordt anders geteld: de definitie is een andere.'
    case 'happened':
      return from.cutOff === to.cutOff
        ? 'Beide uitgaven gaan over dezelfde dag, dus hier is dat niets.'
        : `Het gebeurde tussen ${longDay(from.cutOff)} en ${longDay(to.cutOff)}.`
    default:
      return part satisfies never
  }
}

/** The change of one figure: of some cells together their sum. Undefined where it did not move. */
export function changeOf(
  explanations: readonly Explanation[],
  indicator: string,
  cells: readonly Readonly<Record<string, string>>[],
): Explanation | undefined {
  const keys = new Set(cells.map(keyOf))
  const moved = explanations.filter((one) => one.indicator === indicator && keys.has(keyOf(one.by)))
  const [first] = moved
  if (!first) return undefined
  const sum = (part: Part | 'from' | 'to') => moved.reduce((total, one) => total + one[part], 0)
  return {
    indicator,
    by: first.by,
    from: sum('from'),
    to: sum('to'),
    late: sum('late'),
    corrected: sum('corrected'),
    redefined: sum('redefined'),
    happened: sum('happened'),
  }
}

function keyOf(cell: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(cell).sort())
}

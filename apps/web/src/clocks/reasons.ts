import type { Explanation } from '@tijdig/server/contract'
import { type ChangePart, dayInWords, formatDifference, type NumberKind } from '@tijdig/ui'
import { type Asked, dayOf } from './asked.ts'

export const PARTS = [
  'late',
  'corrected',
  'redefined',
  'happened',
] as const satisfies readonly ChangePart[]

/** One reason why a figure is another one than before. */
export interface Reason {
  readonly part: ChangePart
  readonly amount: number
  /** "23 minder door wat pas na 6 april 2023 is vastgelegd" */
  readonly sentence: string
}

/** The reasons of a change, those that count, in a fixed order. */
export function reasonsOf(
  explanation: Explanation,
  kind: NumberKind,
  from: Asked,
  to: Asked,
): Reason[] {
  return PARTS.filter((part) => isChange(explanation[part], kind)).map((part) => ({
    part,
    amount: explanation[part],
    sentence: `${amountInWords(explanation[part], kind)} ${because(part, from, to)}`,
  }))
}

/** The name of a part, for a bar or a column. */
export function partLabel(part: ChangePart, from: Asked, to: Asked): string {
  switch (part) {
    case 'late':
      return knewLess(from, to) ? 'Toen nog niet bekend' : 'Later bekend geworden'
    case 'corrected':
      return knewLess(from, to) ? 'Toen nog niet verbeterd' : 'Verbeterd of ingetrokken'
    case 'redefined':
      return 'Andere definitie'
    case 'happened':
      return to.cutOff < from.cutOff ? 'Toen nog niet gebeurd' : 'Echt gebeurd'
  }
}

function because(part: ChangePart, from: Asked, to: Asked): string {
  switch (part) {
    case 'late':
      return knewLess(from, to)
        ? `door wat pas na ${knownDay(to)} is vastgelegd`
        : `door wat na ${knownDay(from)} alsnog is vastgelegd`
    case 'corrected':
      return knewLess(from, to)
        ? `doordat gegevens pas na ${knownDay(to)} zijn verbeterd of ingetrokken`
        : `doordat gegevens na ${knownDay(from)} zijn verbeterd of ingetrokken`
    case 'redefined':
      return 'door een andere definitie van het cijfer'
    case 'happened':
      return to.cutOff < from.cutOff
        ? `door wat pas na ${dayInWords(to.cutOff)} is gebeurd`
        : `door wat na ${dayInWords(from.cutOff)} is gebeurd`
  }
}

/** "23 minder", "1,2 procentpunt meer" */
function amountInWords(amount: number, kind: NumberKind): string {
  const size = formatDifference(Math.abs(amount), kind).replace(/^[+−]/, '')
  return `${size} ${amount > 0 ? 'meer' : 'minder'}`
}

/** Shares are fractions: what is less than they are shown in, is no change. */
function isChange(amount: number, kind: NumberKind): boolean {
  return kind === 'share' ? Math.abs(amount) >= 0.0005 : amount !== 0
}

function knewLess(from: Asked, to: Asked): boolean {
  return dayOf(to.knownAt) < dayOf(from.knownAt)
}

function knownDay(asked: Asked): string {
  return dayInWords(dayOf(asked.knownAt))
}

import type { Money, SpendingAnswer, SpendingRowAnswer } from '@tijdig/server/contract'
import { formatEuros, type IconName, type Tone } from '@tijdig/ui'
import { leftInWords } from '../money-words.ts'
import { timeInWords } from '../period-words.ts'

type Budget = Pick<
  Money['budgets'][number],
  'code' | 'title' | 'granted' | 'spent' | 'forecast' | 'willExceed'
>
type Exceeding = NonNullable<Budget['willExceed']>

/** What became of a row, in words with a sign. */
export const OUTCOMES = {
  recorded: { tone: 'good', icon: 'check', words: 'Vastgelegd' },
  already: { tone: 'calm', icon: 'info', words: 'Stond er al' },
  refused: { tone: 'bad', icon: 'cross', words: 'Geweigerd' },
} as const satisfies Record<
  SpendingRowAnswer['outcome'],
  { readonly tone: Tone; readonly icon: IconName; readonly words: string }
>

export const KINDS = { spent: 'uitgegeven', expected: 'verwacht' } as const

/** How many rows were recorded, stood there already and were refused. */
export function countsInWords({ recorded, already, refused }: SpendingAnswer): string {
  const parts = [
    ...(recorded > 0 ? [`${recorded} vastgelegd`] : []),
    ...(already > 0 ? [`${already} ${already === 1 ? 'stond' : 'stonden'} er al`] : []),
    ...(refused > 0 ? [`${refused} geweigerd`] : []),
  ]
  return `Van de ${rowsInWords(recorded + already + refused)}: ${parts.join(', ')}.`
}

/** What was refused first: there is something to do about it. */
export function inOrder(rows: readonly SpendingRowAnswer[]): SpendingRowAnswer[] {
  return [...rows].sort((one, other) => rank(one) - rank(other) || one.row - other.row)
}

/**
 * Which budgets go beyond what was granted now that the rows are in, and how that was before; also
 * those that no longer do.
 * @param before The budgets as they stood before.
 */
export function exceedingInWords(answer: SpendingAnswer, before: readonly Budget[]): string[] {
  const { exceeding, rows } = answer
  const beyond = exceeding.map(({ budget, title, ...now }) => {
    const earlier = before.find(({ code }) => code === budget)
    return `${title} (${budget}) ${tooMuch(now)}.${earlier ? ` ${beforeInWords(earlier, now)}` : ''}`
  })
  const within = before.flatMap(({ code, title, willExceed }) =>
    willExceed &&
    rows.some(({ budget, outcome }) => budget === code && outcome === 'recorded') &&
    !exceeding.some(({ budget }) => budget === code)
      ? [
          `${title} (${code}) blijft nu binnen wat is toegekend. Voor het inlezen was er ${formatEuros(willExceed.by)} te veel.`,
        ]
      : [],
  )
  return [...beyond, ...within]
}

function tooMuch({ isSpent, month, by }: Exceeding): string {
  const much = `${formatEuros(by)} te veel`
  return isSpent
    ? `ging in ${timeInWords(month)} over wat is toegekend: er is ${much} uitgegeven`
    : `gaat in ${timeInWords(month)} over wat is toegekend: naar verwachting is dat ${much}`
}

function beforeInWords(before: Budget, now: Exceeding): string {
  const { willExceed } = before
  if (!willExceed) return `Voor het inlezen bleef er nog ${leftInWords(before)} over.`
  if (willExceed.by === now.by && willExceed.month === now.month) return 'Dat was al zo.'
  return `Voor het inlezen was er ${formatEuros(willExceed.by)} te veel, in ${timeInWords(willExceed.month)}.`
}

function rank({ outcome }: SpendingRowAnswer): number {
  return outcome === 'refused' ? 0 : 1
}

function rowsInWords(rows: number): string {
  return rows === 1 ? '1 rij' : `${rows} rijen`
}

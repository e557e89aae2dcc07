import type { Money } from '@tijdig/server/contract'
import { capital, dayInWords, formatEuros, type IconName, type Tone } from '@tijdig/ui'
import { timeInWords } from './period-words.ts'

export type Amounts = Pick<Money, 'granted' | 'spent' | 'forecast'>
type Budget = Money['budgets'][number]

/** Granted, spent and what is over, in one sentence; undefined where no amount was recorded. */
export function moneyInShort({ granted, spent, forecast }: Amounts): string | undefined {
  if (granted === 0 && spent === 0 && forecast === 0) return undefined
  const given = `${formatEuros(granted)} toegekend, ${formatEuros(spent)} uitgegeven.`
  const over = leftAtTheEnd({ granted, spent, forecast })
  if (over < 0) return `${given} Naar verwachting is dat ${formatEuros(-over)} te weinig.`
  return `${given} Naar verwachting blijft er ${formatEuros(over)} over.`
}

/** What will be over at the end, or how much there will be too little. */
export function leftInWords(amounts: Amounts): string {
  const left = leftAtTheEnd(amounts)
  return left < 0 ? `${formatEuros(-left)} te weinig` : formatEuros(left)
}

/** What will be over at the end: granted less what was spent and what is still expected. */
function leftAtTheEnd({ granted, spent, forecast }: Amounts): number {
  return granted - spent - forecast
}

/** Whether a budget is enough, in words with a sign. */
export function verdictOf(budget: Budget): {
  readonly tone: Tone
  readonly icon: IconName
  readonly words: string
} {
  const { willExceed, granted, spent, forecast } = budget
  if (willExceed) {
    const much = formatEuros(willExceed.by)
    const month = timeInWords(willExceed.month)
    return willExceed.isSpent
      ? { tone: 'bad', icon: 'cross', words: `${much} te veel uitgegeven, sinds ${month}` }
      : {
          tone: 'attention',
          icon: 'warning',
          words: `Gaat eroverheen in ${month}: ${much} te veel`,
        }
  }
  if (granted === 0 && spent === 0 && forecast === 0)
    return { tone: 'calm', icon: 'info', words: 'Nog geen bedragen' }
  return { tone: 'good', icon: 'check', words: 'Blijft binnen het budget' }
}

/** What else there is to know of a budget: shifts, an extension, a subsidy round. */
export function budgetNotes(budget: Budget): string[] {
  const { grantedFirst, shiftedAway, shiftedTo, extendedUntil, round } = budget
  const notes: string[] = []
  if (shiftedAway > 0 || shiftedTo > 0) {
    const moves = [
      ...(shiftedAway > 0 ? [`${formatEuros(shiftedAway)} ging naar een ander budget`] : []),
      ...(shiftedTo > 0 ? [`${formatEuros(shiftedTo)} kwam erbij`] : []),
    ]
    notes.push(`Eerst toegekend: ${formatEuros(grantedFirst)}. ${capital(moves.join(' en '))}.`)
  }
  if (extendedUntil !== null)
    notes.push(`Zonder extra geld verlengd tot en met ${dayInWords(extendedUntil)}.`)
  if (round !== null)
    notes.push(
      round.closedOn === null
        ? `Subsidieronde ${round.round}: aanvragen kan tot en met ${dayInWords(round.closes)}.`
        : `Subsidieronde ${round.round}: gesloten op ${dayInWords(round.closedOn)}.`,
    )
  return notes
}

import type { Money } from '@tijdig/server/contract'
import { capital, formatEuros, SimpleTable } from '@tijdig/ui'
import { timeInWords } from './period-words.ts'

type Budget = Money['budgets'][number]

/** The months of a budget to open: spent or else expected, and what they come to. */
export function BudgetMonths({ budget }: { readonly budget: Budget }) {
  const { title, granted, months } = budget
  if (months.length === 0) return null
  const caption = `${title}, per maand`
  return (
    <details className="tijdig-budget">
      <summary>{caption}</summary>
      <SimpleTable
        caption={caption}
        head={['maand', 'uitgegeven', 'verwacht', 'samen tot dan', 'nog over van toegekend']}
        rows={months.map(({ month, spent, forecast, total }) => [
          capital(timeInWords(month)),
          spent === null ? 'nog niet' : formatEuros(spent),
          forecast === null ? 'niet gegeven' : formatEuros(forecast),
          formatEuros(total),
          total > granted
            ? `${formatEuros(total - granted)} te veel`
            : formatEuros(granted - total),
        ])}
      />
    </details>
  )
}

import type { Money, Part, SpendingAnswer, SpendingRowAnswer } from '@tijdig/server/contract'
import {
  Alert,
  type Column,
  capital,
  DataTable,
  formatEuros,
  Heading,
  StatusBadge,
} from '@tijdig/ui'
import { useEffect, useRef } from 'react'
import { byCode } from '../parts.ts'
import { timeInWords } from '../period-words.ts'
import { countsInWords, exceedingInWords, inOrder, KINDS, OUTCOMES } from './spending-words.ts'

interface Props {
  readonly answer: SpendingAnswer
  readonly before: Money['budgets']
  readonly parts: readonly Part[]
}

/** What became of each row, and which budgets go beyond what was granted; the focus goes there. */
export function SpendingAnswers({ answer, before, parts }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const exceeding = exceedingInWords(answer, before)
  const { recorded, refused } = answer
  return (
    <section className="tijdig-section" aria-labelledby="ingelezen">
      <Heading level={3} id="ingelezen" ref={heading} tabIndex={-1}>
        Ingelezen
      </Heading>
      <Alert tone={refused > 0 ? 'warning' : 'ok'} title={countsInWords(answer)}>
        {refused > 0 ? (
          <p>Verbeter in uw bestand wat is geweigerd en lees het daarna opnieuw in.</p>
        ) : null}
        <p>
          {recorded > 0
            ? 'De bedragen op deze pagina zijn bijgewerkt.'
            : 'De bedragen op deze pagina zijn niet veranderd.'}
        </p>
      </Alert>
      {exceeding.length === 0 ? (
        <p>Geen van deze budgetten gaat over wat is toegekend.</p>
      ) : (
        <div className="tijdig-spending__text">
          <Heading level={4}>Wat dit doet met de budgetten</Heading>
          <ul>
            {exceeding.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <DataTable
        caption={refused > 0 ? 'Antwoord per rij, eerst wat is geweigerd' : 'Antwoord per rij'}
        columns={columnsFor((code) => byCode(parts).get(code)?.title)}
        rows={inOrder(answer.rows)}
        rowKey={({ row }) => String(row)}
      />
    </section>
  )
}

const NOT_READ = 'niet gelezen'

function columnsFor(
  titleOf: (code: string) => string | undefined,
): readonly Column<SpendingRowAnswer>[] {
  return [
    { key: 'row', label: 'Rij', head: 'Rij', cell: ({ row }) => `Rij ${row}` },
    {
      key: 'outcome',
      label: 'Antwoord',
      head: 'Antwoord',
      cell: ({ outcome, reason }) => {
        const { tone, icon, words } = OUTCOMES[outcome]
        return (
          <>
            <StatusBadge tone={tone} icon={icon}>
              {words}
            </StatusBadge>
            {reason === null ? null : <p className="tijdig-budget__note">{reason}</p>}
          </>
        )
      },
    },
    {
      key: 'budget',
      label: 'Budget',
      head: 'Budget',
      cell: ({ budget }) => {
        const title = budget === null ? undefined : titleOf(budget)
        return title === undefined ? (budget ?? NOT_READ) : `${title} (${budget})`
      },
    },
    {
      key: 'month',
      label: 'Maand',
      head: 'Maand',
      cell: ({ month }) => (month === null ? NOT_READ : capital(timeInWords(month))),
    },
    {
      key: 'amount',
      label: 'Bedrag',
      head: 'Bedrag',
      numeric: true,
      cell: ({ amount, kind }) =>
        amount === null || kind === null ? NOT_READ : `${formatEuros(amount)} ${KINDS[kind]}`,
    },
  ]
}

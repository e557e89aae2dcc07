import type { Money, Programme } from '@tijdig/server/contract'
import {
  type Column,
  DataTable,
  EmptyState,
  FigureCard,
  formatEuros,
  Heading,
  Paragraph,
  SimpleTable,
  StatusBadge,
} from '@tijdig/ui'
import { BudgetMonths } from './BudgetMonths.tsx'
import { type Amounts, budgetNotes, leftInWords, moneyInShort, verdictOf } from './money-words.ts'
import { byCode, lineTitle } from './parts.ts'
import { timeInWords } from './period-words.ts'
import { SpendingReader } from './spending/SpendingReader.tsx'

type Budget = Money['budgets'][number]

/** Granted, spent, still expected and what is left: in all, by budget, line and year. */
export function MoneyView({ programme }: { readonly programme: Programme }) {
  const { money } = programme
  const codes = byCode(programme.parts)
  const short = moneyInShort(money)
  return (
    <section className="tijdig-section" aria-labelledby="geld">
      <Heading level={2} id="geld">
        Geld
      </Heading>
      {money.budgets.length === 0 ? (
        <EmptyState title="Bij dit programma is geen geld vastgelegd.">
          <p>Op deze dag stond er geen budget in het programma dat u mag zien.</p>
        </EmptyState>
      ) : (
        <>
          <Paragraph>{short ?? 'Er zijn nog geen bedragen vastgelegd.'}</Paragraph>
          {short === undefined ? null : (
            <div className="tijdig-cards">
              <FigureCard label="Toegekend" value={formatEuros(money.granted)} />
              <FigureCard label="Uitgegeven" value={formatEuros(money.spent)} />
              <FigureCard label="Nog verwacht" value={formatEuros(money.forecast)} />
              <FigureCard label="Blijft over" value={leftInWords(money)} />
            </div>
          )}
          <SpendingReader programme={programme} />
          <DataTable
            caption="Budgetten"
            columns={columnsFor((line) => lineTitle(codes, line))}
            rows={money.budgets}
            rowKey={({ code }) => code}
          />
          {short !== undefined && money.byLine.length > 1 ? (
            <Sums
              caption="Per lijn"
              head="Lijn"
              rows={money.byLine.map(({ line, ...sums }) => ({
                name: lineTitle(codes, line),
                ...sums,
              }))}
            />
          ) : null}
          {short !== undefined && money.byYear.length > 1 ? (
            <Sums
              caption="Per jaar"
              head="Jaar"
              rows={money.byYear.map(({ year, ...sums }) => ({
                name: year === null ? 'Zonder jaar' : timeInWords(year),
                ...sums,
              }))}
            />
          ) : null}
          {money.budgets.map((budget) => (
            <BudgetMonths key={budget.code} budget={budget} />
          ))}
        </>
      )}
    </section>
  )
}

interface SumsProps {
  readonly caption: string
  readonly head: string
  readonly rows: readonly ({ readonly name: string } & Amounts)[]
}

function Sums({ caption, head, rows }: SumsProps) {
  return (
    <div>
      <Heading level={3}>{caption}</Heading>
      <SimpleTable
        caption={caption}
        head={[head, 'toegekend', 'uitgegeven', 'nog verwacht', 'blijft over']}
        rows={rows.map((row) => [
          row.name,
          formatEuros(row.granted),
          formatEuros(row.spent),
          formatEuros(row.forecast),
          leftInWords(row),
        ])}
      />
    </div>
  )
}

function columnsFor(nameOf: (line: string | null) => string): readonly Column<Budget>[] {
  const amount = (key: string, label: string, of: (budget: Budget) => number): Column<Budget> => ({
    key,
    label,
    head: label,
    numeric: true,
    cell: (budget) => formatEuros(of(budget)),
  })
  return [
    {
      key: 'title',
      label: 'Budget',
      head: 'Budget',
      cell: (budget) => (
        <>
          <strong>{budget.title}</strong>
          <br />
          <span className="tijdig-muted">
            {nameOf(budget.line)}
            {budget.year === null ? null : `, ${timeInWords(budget.year)}`}
          </span>
          {budgetNotes(budget).map((note) => (
            <p key={note} className="tijdig-budget__note">
              {note}
            </p>
          ))}
        </>
      ),
    },
    amount('granted', 'Toegekend', ({ granted }) => granted),
    amount('spent', 'Uitgegeven', ({ spent }) => spent),
    amount('forecast', 'Nog verwacht', ({ forecast }) => forecast),
    {
      key: 'left',
      label: 'Blijft over',
      head: 'Blijft over',
      numeric: true,
      cell: leftInWords,
    },
    {
      key: 'verdict',
      label: 'Oordeel',
      head: 'Oordeel',
      cell: (budget) => {
        const { tone, icon, words } = verdictOf(budget)
        return (
          <StatusBadge tone={tone} icon={icon}>
            {words}
          </StatusBadge>
        )
      },
    },
  ]
}

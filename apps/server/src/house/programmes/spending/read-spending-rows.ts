import { err, ok, type Result } from '@tijdig/core'
import type { Cell, TableRow } from '@tijdig/exchange'
import { readAmount } from './read-amount.ts'
import { readMonth } from './read-month.ts'

/** What a row says: so much was spent from a budget, or is expected, in a month. */
export interface SpendingRow {
  readonly row: number
  readonly budget: string
  readonly type: 'spent' | 'expected'
  readonly month: string
  readonly cents: number
}

/** A row that says nothing that can be recorded, with what to do about it. */
export interface OddRow {
  readonly row: number
  readonly reason: string
}

/** What each column may be called. */
const COLUMNS = {
  budget: ['budget', 'code', 'budgetcode'],
  month: ['maand', 'month'],
  amount: ['bedrag', 'amount', 'uitgegeven'],
  kind: ['soort', 'kind'],
} as const
type Column = keyof typeof COLUMNS

const KINDS: Readonly<Record<string, SpendingRow['type']>> = {
  '': 'spent',
  uitgegeven: 'spent',
  spent: 'spent',
  verwacht: 'expected',
  expected: 'expected',
}

/** Reads a table of amounts, by the names in its first row; gives what to do where columns are missing. */
export function readSpendingRows(
  table: readonly TableRow[],
): Result<readonly Result<SpendingRow, OddRow>[], string> {
  const [head, ...rows] = table
  const places = placesOf(head?.cells ?? [])
  const missing = (['budget', 'month', 'amount'] as const).filter((name) => places[name] < 0)
  if (missing.length > 0) {
    const names = missing.map((name) => `"${COLUMNS[name][0]}"`).join(' en ')
    return err(`Zet in de eerste rij boven elke kolom wat erin staat. Er ontbreekt: ${names}.`)
  }
  if (rows.length === 0) return err('Onder de eerste rij staan geen bedragen.')
  return ok(rows.map((row) => readRow(row, places)))
}

function placesOf(head: readonly Cell[]): Readonly<Record<Column, number>> {
  const names = head.map((cell) => String(cell).trim().toLowerCase())
  const place = (column: Column) =>
    names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name))
  return {
    budget: place('budget'),
    month: place('month'),
    amount: place('amount'),
    kind: place('kind'),
  }
}

function readRow(
  { number: row, cells }: TableRow,
  places: Readonly<Record<Column, number>>,
): Result<SpendingRow, OddRow> {
  const cell = (column: Column) => cells[places[column]] ?? ''
  const said = (column: Column) => String(cell(column)).trim()
  const odd = (reason: string) => err<OddRow>({ row, reason })
  const budget = said('budget')
  if (budget === '') return odd('Er staat geen budget. Vul de code van het budget in.')
  const month = readMonth(cell('month'))
  if (month === undefined) {
    return odd(`"${said('month')}" is geen maand. Schrijf bijvoorbeeld 2023-03 of maart 2023.`)
  }
  const type = KINDS[said('kind').toLowerCase()]
  if (type === undefined) {
    return odd(`"${said('kind')}" is geen soort. Schrijf uitgegeven of verwacht.`)
  }
  const cents = readAmount(cell('amount'))
  if (cents === undefined) {
    return odd(`"${said('amount')}" is geen bedrag in hele centen. Schrijf bijvoorbeeld 1.250,50.`)
  }
  return ok({ row, budget, type, month, cents })
}

import {
  type Day,
  dayOfMoment,
  END_OF_TIME,
  err,
  findPeriod,
  formatDay,
  ok,
  type Result,
} from '@tijdig/core'
import { readTable } from '@tijdig/exchange'
import { type BudgetReading, moneyOf, type PartReading, readProgramme } from '@tijdig/programmes'
import type { SeenPart } from '@tijdig/store'
import type { SpendingAnswer, SpendingRowAnswer } from '../../../api/programmes-contract.ts'
import type { Visitor } from '../../../sign-in/visitor.ts'
import type { Premises } from '../../house.ts'
import { type HouseError, houseError } from '../../house-error.ts'
import type { Directory } from '../../organisations.ts'
import { mayRecordAtAll } from '../../permission.ts'
import { recordEvent } from '../../record-event.ts'
import { programmeUnknown } from '../find-programme.ts'
import { partPlansOf } from '../part-plans.ts'
import { type OddRow, readSpendingRows, type SpendingRow } from './read-spending-rows.ts'

const BUDGET = 'programme-budget'

/** Each row is recorded by itself: more would keep who waits for it too long. */
const MOST = 500

type Budget = PartReading & { readonly budget: BudgetReading }

/**
 * Records what a table says was spent or is expected in months, and answers each row. What stands
 * there already is left, so that a table may come twice and nothing is counted double.
 */
export async function recordSpending(
  house: Premises,
  visitor: Visitor,
  directory: Directory,
  asked: { readonly programme: string; readonly file: Uint8Array },
): Promise<Result<SpendingAnswer, HouseError>> {
  const able = mayRecordAtAll(house, visitor.actor, BUDGET, 'party')
  if (!able.ok) return able
  const rows = rowsOf(asked.file)
  if (!rows.ok) return rows
  const before = await look(house, visitor, asked.programme)
  if (!before) return err(programmeUnknown())
  const answers: SpendingRowAnswer[] = []
  const seen = new Map<string, number>()
  for (const read of rows.value) {
    answers.push(
      read.ok
        ? await recordRow(house, visitor, directory, before, seen, read.value)
        : odd(read.error),
    )
  }
  const after = (await look(house, visitor, asked.programme)) ?? before
  const touched = new Set(answers.map(({ budget }) => budget))
  const counts = (wanted: SpendingRowAnswer['outcome']) =>
    answers.filter(({ outcome }) => outcome === wanted).length
  return ok({
    recorded: counts('recorded'),
    already: counts('already'),
    refused: counts('refused'),
    rows: answers,
    exceeding: moneyOf(after.reading).budgets.flatMap(({ code, title, willExceed }) =>
      willExceed && touched.has(code) ? [{ budget: code, title, ...willExceed }] : [],
    ),
  })
}

function rowsOf(file: Uint8Array) {
  const table = readTable(file)
  if (!table.ok) {
    return err(
      houseError(
        'table-invalid',
        table.error === 'not-a-table'
          ? 'Dit bestand is geen tabel. Geef een XLSX, of een CSV met bovenaan de namen van de kolommen.'
          : TOO_LARGE,
      ),
    )
  }
  if (table.value.length > MOST + 1) return err(houseError('table-invalid', TOO_LARGE))
  const rows = readSpendingRows(table.value)
  return rows.ok ? rows : err(houseError('table-invalid', rows.error))
}

const TOO_LARGE = `Dit bestand is te groot. Lees niet meer dan ${MOST} rijen tegelijk in.`

/** The programme as it is today, by all that is known. */
async function look(house: Premises, { visit }: Visitor, programme: string) {
  const plans = partPlansOf(house)
  const parts = await visit.parts({ routes: [...plans.keys()], programme })
  const question = { programme, asOf: dayOfMoment(house.now()), knownAt: END_OF_TIME }
  return parts.length === 0 ? undefined : { parts, reading: readProgramme(plans, parts, question) }
}

type Found = NonNullable<Awaited<ReturnType<typeof look>>>

async function recordRow(
  house: Premises,
  visitor: Visitor,
  directory: Directory,
  { parts, reading }: Found,
  seen: Map<string, number>,
  row: SpendingRow,
): Promise<SpendingRowAnswer> {
  const { budget: code, type, month, cents } = row
  const budget = reading.parts.find((part): part is Budget => part.code === code && !!part.budget)
  if (!budget) {
    return answer(
      row,
      'refused',
      `Het budget "${code}" is er niet, of u hebt er niet mee te maken.`,
    )
  }
  const key = [code, type, month].join(' ')
  const earlier = seen.get(key)
  if (earlier !== undefined) {
    return answer(row, 'refused', `Over deze maand staat al iets in rij ${earlier}.`)
  }
  const validOn = dayFor(row, dayOfMoment(house.now()), parts, budget)
  if (validOn === undefined) {
    return answer(row, 'refused', 'Deze maand moet nog komen. Schrijf bij soort: verwacht.')
  }
  seen.set(key, row.row)
  const known = type === 'spent' ? budget.budget.spent : budget.budget.forecast
  if (known.some((each) => each.month === month && each.amount === cents)) {
    return answer(row, 'already', null)
  }
  const recorded = await recordEvent(
    house,
    visitor,
    directory,
    { route: BUDGET, id: budget.trajectory },
    { type, validOn: formatDay(validOn), data: { month, amount: cents } },
  )
  return recorded.ok ? answer(row, 'recorded', null) : answer(row, 'refused', recorded.error.reason)
}

/**
 * What was spent in a month is so at its end, or today where it is not over; what is expected, is so
 * from today. What was said of the month on a later day is only replaced from that day on.
 */
function dayFor(
  { type, month }: SpendingRow,
  today: Day,
  parts: readonly SeenPart[],
  { trajectory }: Budget,
): Day | undefined {
  const period = findPeriod(month)
  if (!period || (type === 'spent' && period.first > today)) return undefined
  const said = parts
    .filter((part) => part.trajectory === trajectory)
    .flatMap(({ events }) =>
      events.filter((each) => each.type === type && each.data.month === month),
    )
  const usual = type === 'spent' ? Math.min(period.last, today) : today
  return Math.max(usual, ...said.map(({ validOn }) => validOn)) as Day
}

function answer(
  { row, budget, type, month, cents }: SpendingRow,
  outcome: SpendingRowAnswer['outcome'],
  reason: string | null,
): SpendingRowAnswer {
  return { row, outcome, budget, kind: type, month, amount: cents, reason }
}

function odd({ row, reason }: OddRow): SpendingRowAnswer {
  return { row, outcome: 'refused', budget: null, kind: null, month: null, amount: null, reason }
}

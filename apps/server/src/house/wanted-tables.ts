import { err, ok, type Result } from '@tijdig/core'
import {
  findMeasure,
  type IndicatorDefinition,
  listedTables,
  type Question,
  versionsFor,
  type Wanted,
} from '@tijdig/figures'
import { type House, indicatorsOf } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'

/** One indicator, or one table of it; left out: all that a route lists. */
export interface Narrowed {
  readonly indicator?: string | undefined
  /** Dimensions; empty: the total. */
  readonly by?: readonly string[] | undefined
}

/** An indicator by some dimensions, in whatever version the question asks. */
export interface Table {
  readonly indicator: string
  readonly by: readonly string[]
}

/** The tables that a question asks for, in the versions that count for it. */
export function wantedTables(
  house: House,
  question: Question,
  { indicator: code, by }: Narrowed,
): Result<Wanted[], HouseError> {
  const indicators = indicatorsOf(house, question.route)
  if (code === undefined) {
    if (by === undefined) {
      return ok(indicators.filter(({ listed }) => listed).flatMap((each) => listed(each, question)))
    }
    const reason = 'Een verdeling hoort bij één cijfer. Noem ook het cijfer (indicator).'
    return err(houseError('indicator-missing', reason))
  }
  const indicator = indicators.find((each) => each.code === code)
  if (!indicator) {
    const codes = indicators.map((each) => each.code).join(', ')
    return err(
      houseError(
        'indicator-unknown',
        `De route ${question.route} kent geen cijfer "${code}". Kies een van: ${codes}.`,
      ),
    )
  }
  if (by === undefined) return ok(listed(indicator, question))
  const tables = tableIn(indicator, question, [...new Set(by)])
  return tables.length > 0 ? ok(tables) : err(cannotBeDivided(indicator, by))
}

/** The same tables for another question: those that the versions which count for it can give. */
function tablesFor(house: House, question: Question, tables: readonly Table[]): readonly Wanted[] {
  const indicators = new Map(indicatorsOf(house, question.route).map((each) => [each.code, each]))
  return tables.flatMap(({ indicator: code, by }) => {
    const indicator = indicators.get(code)
    return indicator ? tableIn(indicator, question, by) : []
  })
}

/** The same for each route that has any of the tables. */
export function wantedByRoute(
  house: House,
  question: Question,
  routes: readonly string[],
  tables: readonly Table[],
): readonly { readonly route: string; readonly wanted: readonly Wanted[] }[] {
  return routes
    .map((route) => ({ route, wanted: tablesFor(house, { ...question, route }, tables) }))
    .filter(({ wanted }) => wanted.length > 0)
}

/** Each table once, whatever the version. */
export function distinctTables(tables: readonly Table[]): Table[] {
  const found = new Map(
    tables.map((table) => [JSON.stringify([table.indicator, [...table.by].sort()]), table]),
  )
  return [...found.values()].map(({ indicator, by }) => ({ indicator, by }))
}

function listed(indicator: IndicatorDefinition, question: Question): Wanted[] {
  return versionsFor(indicator, question).flatMap((version) => listedTables(indicator, version))
}

function tableIn(
  indicator: IndicatorDefinition,
  question: Question,
  by: readonly string[],
): Wanted[] {
  return versionsFor(indicator, question)
    .filter((version) => findMeasure(indicator, version, by))
    .map((version) => ({ indicator, version, by }))
}

function cannotBeDivided(indicator: IndicatorDefinition, by: readonly string[]): HouseError {
  const possible = Object.keys(indicator.dimensions)
  const choice =
    possible.length === 0
      ? 'Vraag alleen het totaal.'
      : by.every((dimension) => possible.includes(dimension))
        ? 'Vraag deze verdelingen elk apart.'
        : `Kies uit: ${possible.join(', ')}.`
  const asked =
    by.length === 0 ? 'is niet als totaal te geven' : `is niet te verdelen naar ${by.join(' en ')}`
  return houseError('dimension-unknown', `Het cijfer ${indicator.code} ${asked}. ${choice}`)
}

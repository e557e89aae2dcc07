import { err, ok, type Result } from '@tijdig/core'
import type { Question } from '@tijdig/figures'
import { within } from './ask.ts'
import { type Change, explainTables } from './explain-tables.ts'
import { findPublication } from './find-publication.ts'
import { type FrozenPublication, questionOf } from './frozen-publication.ts'
import { findPlan, type House } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { readWrittenQuestion } from './read-question.ts'
import { distinctTables, type Narrowed, type Table, wantedTables } from './wanted-tables.ts'

/** The number of a publication, or a question written as `D@T` or `D@T#DAY-OF-DEFINITIONS`. */
export interface AskedChange {
  readonly from: string
  readonly to: string
  /** Needed where both are questions. */
  readonly route?: string | undefined
  /** One indicator, or one table of it; left out: all tables of both. */
  readonly narrowed?: Narrowed | undefined
  /** Only trajectories to which this organisation was party; left out: all. */
  readonly scope?: string | undefined
}

/** Takes the change of each figure between two publications or questions apart. */
export async function explainChange(
  house: House,
  asked: AskedChange,
): Promise<Result<Change, HouseError>> {
  const published: FrozenPublication[] = []
  for (const text of [asked.from, asked.to]) {
    if (!isNumber(text)) continue
    const publication = await findPublication(house, Number(text))
    if (!publication.ok) return publication
    published.push(publication.value)
  }
  const route = sharedRoute(asked, published)
  if (!route.ok) return route
  const known = findPlan(house, route.value)
  if (!known.ok) return known
  const from = readEnd(house, route.value, asked.from, published)
  if (!from.ok) return from
  const to = readEnd(house, route.value, asked.to, published)
  if (!to.ok) return to
  const tables = tablesOfChange(house, [from.value, to.value], asked.narrowed)
  if (!tables.ok) return tables
  const scopes = new Set(published.map(({ asked: { scope } }) => scope))
  if (scopes.size > 1) {
    const reason =
      'Een levering gaat over de trajecten van één instelling. Vergelijk haar met een andere levering van die instelling.'
    return err(houseError('question-invalid', reason))
  }
  // Beside a delivery a question is about the same trajectories.
  const scope = asked.scope ?? [...scopes][0]
  const ends = [within(from.value.question, scope), within(to.value.question, scope)] as const
  return house.facts.use(async (file) => ok(await explainTables(house, file, ends, tables.value)))
}

interface End {
  readonly question: Question
  readonly tables: readonly Table[]
}

/** The tables of either end, or those that are asked for and that one of both can give. */
function tablesOfChange(
  house: House,
  ends: readonly End[],
  narrowed: Narrowed | undefined,
): Result<Table[], HouseError> {
  if (narrowed?.indicator === undefined && narrowed?.by === undefined) {
    return ok(distinctTables(ends.flatMap(({ tables }) => tables)))
  }
  const wanted = ends.map((end) =>
    wantedTables(house, questionAbout(house, end, narrowed), narrowed),
  )
  const given = wanted.flatMap((each) => (each.ok ? each.value : []))
  const refused = wanted.find((each) => !each.ok)
  if (given.length === 0 && refused) return refused
  return ok(distinctTables(given.map(({ indicator, by }) => ({ indicator: indicator.code, by }))))
}

/** A publication may have figures of more routes than that of its question. */
function questionAbout(house: House, { question, tables }: End, { indicator }: Narrowed): Question {
  if (!tables.some((table) => table.indicator === indicator)) return question
  const found = house.catalogue.indicators.find(({ code }) => code === indicator)
  return found ? { ...question, route: found.route } : question
}

function readEnd(
  house: House,
  route: string,
  text: string,
  published: readonly FrozenPublication[],
): Result<End, HouseError> {
  const frozen = published.find(({ publication }) => publication.number === Number(text))
  if (isNumber(text) && frozen) {
    return ok({ question: questionOf(frozen.asked), tables: frozen.asked.tables })
  }
  const question = readWrittenQuestion(house, route, text)
  if (!question.ok) return question
  if (question.value.definitions === 'all') {
    const reason = 'Een vergelijking gaat over één versie van elk cijfer. Laat "all" weg.'
    return err(houseError('definitions-invalid', reason))
  }
  const wanted = wantedTables(house, question.value, {})
  if (!wanted.ok) return wanted
  return ok({
    question: question.value,
    tables: wanted.value.map(({ indicator, by }) => ({ indicator: indicator.code, by })),
  })
}

function sharedRoute(
  { route }: AskedChange,
  published: readonly FrozenPublication[],
): Result<string, HouseError> {
  const routes = new Set(published.map(({ publication }) => publication.route))
  if (route !== undefined) routes.add(route)
  const [first] = routes
  if (first === undefined) {
    return err(houseError('route-missing', 'Zeg van welke route de vragen zijn (route).'))
  }
  if (routes.size > 1) {
    const reason = `Alleen standen van één route zijn te vergelijken, niet van ${[...routes].join(' en ')}.`
    return err(houseError('routes-differ', reason))
  }
  return ok(first)
}

function isNumber(text: string): boolean {
  return /^\d{1,10}$/.test(text)
}

import { createReadStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type FoldPlan, getDay, getMoment, type LogSource } from '@tijdig/core'
import {
  calculateAsKnown,
  compileMeasure,
  type FactsFile,
  factColumns,
  factTable,
  type IndicatorDefinition,
  type IndicatorVersion,
  listedTables,
  type Measure,
  quote,
} from '@tijdig/figures'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { milliseconds, quantile, type Row, times } from './measure.ts'

const QUESTION = { cutOff: '2022-06-30', knownAt: '2022-08-01T00:00:00Z' }

/** Puts the same facts in PostgreSQL, in tables of the same columns with a covering index. */
export async function copyFactsToPostgres(
  file: FactsFile,
  client: ClientBase,
  folder: string,
): Promise<void> {
  await client.query('CREATE SCHEMA IF NOT EXISTS bench')
  for (const plan of file.plans.values()) {
    for (const fact of plan.facts) {
      const table = factTable(plan.route.code, fact.name)
      const columns = factColumns(fact)
      const csv = join(folder, 'facts.csv')
      await file.connection.run(
        `COPY ${quote(table)} TO '${csv.replaceAll("'", "''")}' (HEADER false)`,
      )
      const types = columns.map(
        ({ name, type }) =>
          `${quote(name)} ${type === 'DOUBLE' ? 'double precision' : 'integer'} NOT NULL`,
      )
      await client.query(`DROP TABLE IF EXISTS bench.${quote(table)}`)
      await client.query(`CREATE UNLOGGED TABLE bench.${quote(table)} (${types.join(', ')})`)
      await pipeline(
        createReadStream(csv),
        client.query(copyFrom(`COPY bench.${quote(table)} FROM STDIN (FORMAT csv)`)),
      )
      rmSync(csv)
      const covered = columns.map(({ name }) => name).filter((name) => !SPANS.includes(name))
      await client.query(
        `CREATE INDEX ON bench.${quote(table)} (${SPANS.join(', ')}) INCLUDE (${covered.map(quote).join(', ')})`,
      )
      await client.query(`VACUUM ANALYZE bench.${quote(table)}`)
    }
  }
}

const SPANS = ['known_to', 'valid_to', 'known_from', 'valid_from']

/** All tables of all indicators of a route at once: as much as a report about it can ask. */
export async function benchReportFigures(
  file: FactsFile,
  log: LogSource,
  indicators: readonly IndicatorDefinition[],
  trajectories: number,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const plan of file.plans.values()) {
    const own = indicators.filter(({ route }) => route === plan.route.code)
    const wanted = own.flatMap((one) => listedTables(one, one.versions.at(-1) as IndicatorVersion))
    // A log that is made up has no programmes.
    if (wanted.length === 0 || plan.route.code.startsWith('programme')) continue
    const question = { ...QUESTION, position: file.head?.position ?? 0 }
    const taken = await times(3, () => calculateAsKnown(file, log, plan, question, wanted))
    const count = trajectories.toLocaleString('en')
    rows.push({
      what: `all figures of a report about ${plan.route.code}, ${wanted.length} tables, over ${count} trajectories`,
      ours: milliseconds(quantile(taken)),
      peer: '-',
      ratio: '-',
      aim: 'at most 5 s',
    })
  }
  return rows
}

/** Each indicator: our answer, the same question in PostgreSQL, and a bare scan in DuckDB. */
export async function benchIndicators(
  file: FactsFile,
  log: LogSource,
  client: ClientBase,
  indicators: readonly IndicatorDefinition[],
  runs: number,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const indicator of indicators) {
    const plan = file.plans.get(indicator.route) as FoldPlan
    const version = indicator.versions.at(-1) as IndicatorVersion
    const wanted = listedTables(indicator, version)
    const question = { ...QUESTION, position: file.head?.position ?? 0 }
    const ours = quantile(
      await times(runs, () => calculateAsKnown(file, log, plan, question, wanted)),
    )
    const scan = quantile(await times(runs, () => scanFacts(file, plan, version)))
    const postgres = quantile(
      await times(Math.min(runs, 3), () => askPostgres(file, plan, version, client)),
    )
    rows.push(
      compare(`${indicator.code} beside SQL on indexed PostgreSQL`, ours, postgres, 'faster', 10),
      compare(`${indicator.code} beside a bare scan in DuckDB`, ours, scan, 'slower', 3),
    )
  }
  return rows
}

/** A ratio to a peer with its aim: so many times faster at least, or slower at most. */
export function compare(
  what: string,
  ours: number,
  peer: number,
  direction: 'faster' | 'slower',
  aim: number,
): Row {
  const ratio = direction === 'faster' ? peer / ours : ours / peer
  return {
    what,
    ours: milliseconds(ours),
    peer: milliseconds(peer),
    ratio: `${ratio.toFixed(2)} times ${direction === 'faster' ? 'faster' : 'its time'}`,
    aim: direction === 'faster' ? `at least ${aim}` : `at most ${aim}`,
  }
}

/** Reads every column that the indicator needs, of every row, and adds them up. */
async function scanFacts(file: FactsFile, plan: FoldPlan, version: IndicatorVersion) {
  for (const measure of version.measures) {
    const sums = neededColumns(measure).map((column) => `sum(${quote(column)})`)
    for (const fact of measure.facts) {
      const table = quote(factTable(plan.route.code, fact))
      await file.connection.runAndReadAll(`SELECT ${sums.join(', ')} FROM ${table}`)
    }
  }
}

function neededColumns(measure: Measure): string[] {
  const columns = new Set(['valid_from', 'valid_to', 'known_from', 'known_to'])
  for (const attribute of Object.keys(measure.where ?? {})) columns.add(attribute)
  for (const dimension of measure.tables.flat()) {
    const source = measure.by[dimension]
    if (source?.from === 'attribute') columns.add(source.attribute)
    if (source?.from === 'outcome') addClock(columns)
  }
  if (measure.kind === 'share') addClock(columns)
  if (measure.kind === 'distinct') {
    columns.add(measure.of.kind === 'attribute' ? measure.of.attribute : 'trajectory')
  }
  return [...columns]
}

function addClock(columns: Set<string>) {
  for (const column of ['due_on', 'met_on', 'ended_on']) columns.add(column)
}

async function askPostgres(
  file: FactsFile,
  plan: FoldPlan,
  version: IndicatorVersion,
  client: ClientBase,
) {
  for (const measure of version.measures) {
    const dimensions = [...new Set(measure.tables.flat())]
    const source = (fact: string) => `bench.${quote(factTable(plan.route.code, fact))}`
    const { sql } = compileMeasure(plan, measure, dimensions, file.dictionary, source)
    const asked = sql
      .replaceAll('$cutOff', String(getDay(QUESTION.cutOff)))
      .replaceAll('$knownAt', String(getMoment(QUESTION.knownAt)))
    await client.query(asked)
  }
}

import type { FoldPlan, LogSource } from '@tijdig/core'
import { type Day, getDay, getMoment, type Moment } from '@tijdig/core'
import { compileMeasure, type FactSource } from './compile.ts'
import type { FactsFile } from './facts-file.ts'
import type { Figure } from './figure.ts'
import {
  type IndicatorDefinition,
  type IndicatorVersion,
  type Measure,
  sourceOf,
} from './indicator.ts'
import { pinnedReading, type Reading, withReading } from './overlay.ts'
import { scopeFacts } from './scope.ts'

/** A table to calculate: a version of an indicator, by some dimensions. */
export interface Wanted {
  readonly indicator: IndicatorDefinition
  readonly version: IndicatorVersion
  readonly by: readonly string[]
}

/** The tables that versions print without being asked. */
export function listedTables(indicator: IndicatorDefinition, version: IndicatorVersion): Wanted[] {
  return version.measures.flatMap((measure) =>
    measure.tables.map((by) => ({ indicator, version, by })),
  )
}

/** The measure that can be broken down by these dimensions; undefined when none can. */
export function findMeasure(
  indicator: IndicatorDefinition,
  version: IndicatorVersion,
  by: readonly string[],
): Measure | undefined {
  const able = version.measures.filter((measure) =>
    by.every((dimension) => sourceOf(indicator, measure, dimension)),
  )
  const printed = (measure: Measure) =>
    measure.tables.some((table) => table.length === by.length && by.every((d) => table.includes(d)))
  return able.find(printed) ?? able[0]
}

/**
 * Calculates tables as of a day under a reading. A total is always a figure, also when it is 0;
 * a cell of a table exists where something is counted in it.
 * @param scope Only trajectories to which this organisation was party; left out: all.
 */
export async function calculate(
  file: FactsFile,
  log: LogSource,
  plan: FoldPlan,
  reading: Reading,
  cutOff: Day,
  wanted: readonly Wanted[],
  scope?: string,
): Promise<Figure[]> {
  const groups = groupByMeasure(wanted)
  const facts = new Set([
    ...groups.flatMap(({ measure }) => measure.facts),
    ...scopeFacts(plan, scope),
  ])
  return withReading(file, log, plan, reading, facts, async (source) => {
    const asked = { cutOff, knownAt: reading.knownAt, source, scope }
    const figures: Figure[] = []
    for (const group of groups) {
      figures.push(...(await calculateMeasure(file, plan, group, asked)))
    }
    return figures
  })
}

/** As `calculate`, for days and moments as text and nothing that entered the log after `position`. */
export function calculateAsKnown(
  file: FactsFile,
  log: LogSource,
  plan: FoldPlan,
  question: { cutOff: string; knownAt: string; position: number; scope?: string | undefined },
  wanted: readonly Wanted[],
): Promise<Figure[]> {
  const knownAt = getMoment(question.knownAt)
  const reading = pinnedReading({ knownAt, position: question.position })
  const { cutOff, scope } = question
  return calculate(file, log, plan, reading, getDay(cutOff), wanted, scope)
}

interface MeasureGroup {
  readonly indicator: IndicatorDefinition
  readonly version: IndicatorVersion
  readonly measure: Measure
  readonly tables: (readonly string[])[]
}

function groupByMeasure(wanted: readonly Wanted[]): MeasureGroup[] {
  const groups = new Map<Measure, MeasureGroup>()
  for (const { indicator, version, by } of wanted) {
    const measure = findMeasure(indicator, version, by)
    if (!measure) throw new Error(`${indicator.code} cannot be broken down by ${by.join(', ')}`)
    const group = groups.get(measure)
    if (group) group.tables.push(by)
    else groups.set(measure, { indicator, version, measure, tables: [by] })
  }
  return [...groups.values()]
}

interface Cell {
  readonly by: Readonly<Record<string, string>>
  readonly counts: readonly number[]
}

/** What all tables of a calculation share. */
interface Asked {
  readonly cutOff: Day
  readonly knownAt: Moment
  readonly source: FactSource | undefined
  readonly scope: string | undefined
}

async function calculateMeasure(
  file: FactsFile,
  plan: FoldPlan,
  group: MeasureGroup,
  asked: Asked,
): Promise<Figure[]> {
  const { indicator, measure, tables } = group
  const query = (by: readonly string[]) =>
    runMeasure(file, plan, withSources(indicator, measure, by), by, asked)
  // Counts add up, so that one scan by all dimensions serves each table; distinct ones do not.
  if (measure.kind === 'distinct') {
    const figures: Figure[] = []
    for (const by of tables) figures.push(...tableOf(group, by, await query(by)))
    return figures
  }
  const cells = await query([...new Set(tables.flat())])
  return tables.flatMap((by) => tableOf(group, by, cells))
}

/** The measure with the sources of all dimensions that it is asked by. */
function withSources(
  indicator: IndicatorDefinition,
  measure: Measure,
  by: readonly string[],
): Measure {
  const sources = by.flatMap((dimension) => {
    const source = sourceOf(indicator, measure, dimension)
    return source ? [[dimension, source] as const] : []
  })
  return { ...measure, by: Object.fromEntries(sources) }
}

async function runMeasure(
  file: FactsFile,
  plan: FoldPlan,
  measure: Measure,
  by: readonly string[],
  { cutOff, knownAt, source, scope }: Asked,
): Promise<Cell[]> {
  const { sql, columns } = compileMeasure(plan, measure, by, file.dictionary, source, scope)
  const result = await file.connection.runAndReadAll(sql, { cutOff, knownAt })
  return result.getRowsJS().map((row) => ({
    by: Object.fromEntries(
      columns.map(({ dimension, decode }, place) => [dimension, decode(Number(row[place]))]),
    ),
    counts: row.slice(columns.length).map(Number),
  }))
}

function tableOf(group: MeasureGroup, by: readonly string[], cells: readonly Cell[]): Figure[] {
  const rows = new Map<string, { by: Record<string, string>; counts: number[] }>()
  const width = group.measure.kind === 'share' ? 2 : 1
  if (by.length === 0) rows.set('', { by: {}, counts: Array<number>(width).fill(0) })
  for (const cell of cells) {
    const key = by.map((dimension) => cell.by[dimension]).join('\n')
    let row = rows.get(key)
    if (!row) {
      row = {
        by: Object.fromEntries(by.map((dimension) => [dimension, cell.by[dimension] as string])),
        counts: Array<number>(width).fill(0),
      }
      rows.set(key, row)
    }
    for (let place = 0; place < width; place++) {
      row.counts[place] = (row.counts[place] as number) + (cell.counts[place] as number)
    }
  }
  return [...rows.values()]
    .filter((row) => by.length === 0 || row.counts.some((count) => count > 0))
    .map((row) => toFigure(group, row.by, row.counts))
}

function toFigure(
  { indicator, version, measure }: MeasureGroup,
  by: Readonly<Record<string, string>>,
  counts: readonly number[],
): Figure {
  const figure = { indicator: indicator.code, definition: version.version, by }
  if (measure.kind !== 'share') return { ...figure, value: counts[0] as number }
  const [numerator, denominator] = counts as [number, number]
  const value = denominator === 0 ? null : numerator / denominator
  return { ...figure, numerator, denominator, value }
}

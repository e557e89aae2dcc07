import {
  createCalendar,
  createFoldPlan,
  endOfDay,
  type FoldPlan,
  formatMoment,
  getDay,
} from '@tijdig/core'
import {
  calculateAsKnown,
  FactsFile,
  type Figure,
  findMeasure,
  type IndicatorDefinition,
} from '@tijdig/figures'
import { catalogue } from '../../catalogue/index.ts'
import { readExampleLog } from '../../catalogue/testing/example-log.ts'
import { MemoryLog } from '../../packages/core/src/testing/memory-log.ts'
import type { Given, GivenColumn } from '../programmes/given-by-indicator.ts'
import { readTable } from '../programmes/read-table.ts'

/** Counts each log for each question in which something is asked of it. */
export async function openCounts() {
  const rows = readTable<GivenColumn>('../sources/indicators.csv').filter(({ on }) => on !== '')
  const logs = {
    ot: await openLog('ot-2023-03.ndjson'),
    programme: await openLog('programmes-2023.ndjson'),
  }
  const figures = new Map<string, readonly Figure[]>()
  for (const row of rows) {
    const name = questionOf(row)
    if (!figures.has(name)) {
      const asked = rows.filter((other) => questionOf(other) === name)
      const { facts, log, plans } = logs[systemOf(row)]
      figures.set(name, await countIn(facts, log, plans, row, asked))
    }
  }
  for (const { facts } of Object.values(logs)) facts.close()
  return (row: Given, { unit }: { readonly unit: string }) => {
    const { by, cell, definition, on, known } = row
    const found = figures
      .get(questionOf(row))
      ?.filter(
        (figure) =>
          figure.indicator === by &&
          (definition === '' || figure.definition === Number(definition)) &&
          isInCell(figure, cell),
      )
    const sum = found?.reduce((all, { value }) => all + (value ?? 0), 0)
    const value = found?.length
      ? String(unit === 'percent' ? Math.round(100 * (sum ?? 0)) : sum)
      : ''
    const version = definition === '' ? '' : `, definition ${definition}`
    return { where: `${by}${cell && `, ${cell}`}${version}, on ${on}, known ${known}`, value }
  }
}

const systemOf = ({ by }: Given) => (by.startsWith('programme.') ? 'programme' : 'ot')
const questionOf = (row: Given) =>
  [systemOf(row), indicatorOf(row).route, row.on, row.known].join(' ')

function indicatorOf({ by }: Given): IndicatorDefinition {
  const indicator = catalogue.indicators.find(({ code }) => code === by)
  if (!indicator) throw new Error(`indicators.csv: no indicator ${by}`)
  return indicator
}

async function openLog(name: string) {
  const plans = catalogue.routes.map((route) => createFoldPlan(route, createCalendar()))
  const opened = await FactsFile.open(':memory:', plans)
  if (!opened.ok) throw new Error('no facts file')
  const log = new MemoryLog(readExampleLog(name))
  await opened.value.follow(log)
  return { facts: opened.value, log, plans }
}

/** All tables that are asked for in one question. */
async function countIn(
  facts: FactsFile,
  log: MemoryLog,
  plans: readonly FoldPlan[],
  question: Given,
  asked: readonly Given[],
): Promise<readonly Figure[]> {
  const plan = plans.find(({ route }) => route.code === indicatorOf(question).route)
  if (!plan) throw new Error(`indicators.csv: no route for ${question.by}`)
  const { position } = await log.head()
  const knownAt = formatMoment(endOfDay(getDay(question.known)))
  const tables = new Map(
    asked.flatMap((row) => {
      const indicator = indicatorOf(row)
      const by = cellOf(row.cell).map(([dimension]) => dimension)
      return indicator.versions
        .filter((version) => findMeasure(indicator, version, by))
        .map((version) => [
          JSON.stringify([row.by, version.version, by]),
          { indicator, version, by },
        ])
    }),
  )
  const wanted = [...tables.values()]
  return calculateAsKnown(facts, log, plan, { cutOff: question.on, knownAt, position }, wanted)
}

/**
 * Whether a figure is one of a cell as `programme=OZJ,state=running+reopened`, of which `..` is
 * between two months; an empty cell is the whole.
 */
function isInCell({ by }: Figure, text: string): boolean {
  const cell = cellOf(text)
  return (
    Object.keys(by).length === cell.length &&
    cell.every(([dimension, values]) => {
      const code = by[dimension]
      const [first = '', last] = values.split('..')
      if (code === undefined) return false
      return last === undefined ? first.split('+').includes(code) : first <= code && code <= last
    })
  )
}

/** Each dimension with what is asked of it. */
function cellOf(text: string): readonly (readonly [dimension: string, values: string])[] {
  if (text === '') return []
  return text.split(',').map((part) => {
    const [dimension = '', values = ''] = part.split('=')
    return [dimension, values]
  })
}

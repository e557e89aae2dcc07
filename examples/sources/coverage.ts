import {
  createCalendar,
  createFoldPlan,
  END_OF_TIME,
  type Event,
  endOfDay,
  formatMoment,
  getDay,
  type LoggedEvent,
  withSuperseders,
} from '@tijdig/core'
import { calculateAsKnown, FactsFile, type Figure, listedTables } from '@tijdig/figures'
import { type PartReading, readProgramme } from '@tijdig/programmes'
import { catalogue } from '../../catalogue/index.ts'
import { readExampleLog } from '../../catalogue/testing/example-log.ts'
import { MemoryLog } from '../../packages/core/src/testing/memory-log.ts'
import { readTable } from '../programmes/read-table.ts'

type StatedColumn = 'seed' | 'place' | 'key' | 'what' | 'value' | 'unit'
type Stated = Readonly<Record<StatedColumn, string>>
type Mapped = Readonly<Record<'seed' | 'key' | 'by' | 'definition' | 'cell' | 'known', string>>

/** A figure that a source states, and what Tijdig says there. */
export interface Covered {
  readonly stated: Stated
  /** An indicator counts it, a term holds it, or a record of a programme keeps it; else nothing does. */
  readonly how: 'indicator' | 'term' | 'record' | 'nothing'
  /** The indicator and its cell, the term's code, or the trajectory of the part that keeps it. */
  readonly where: string
  /** Written as the source's value is; empty for nothing. */
  readonly value: string
}

/** The support team's reports are about this day. */
const CUT_OFF = '2023-03-31'
/** After all that the example of programmes tells. */
const LATER = '2023-12-31'

/** For each figure of the sources, in their order: what Tijdig says on the example data. */
export async function coverSources(): Promise<Covered[]> {
  const mapped = new Map(
    readTable<keyof Mapped>('../sources/indicators.csv').map((row) => [nameOf(row), row]),
  )
  const counts = await openCounts()
  const parts = readParts()
  return readTable<StatedColumn>('../sources/figures.csv', ',').map((stated) => {
    const by = mapped.get(nameOf(stated))
    if (!by) return keptIn(parts, stated)
    const days = termDays(by.by)
    if (days !== undefined) {
      const value = String(stated.unit === 'weeks' ? days / 7 : days)
      return { stated, how: 'term', where: by.by, value }
    }
    return { stated, how: 'indicator', ...counts(by, stated) }
  })
}

const nameOf = ({ seed, key }: { readonly seed: string; readonly key: string }) => `${seed} ${key}`

/** How many days a term of the catalogue is long; undefined where no term has the code. */
function termDays(code: string): number | undefined {
  for (const { facts } of catalogue.routes) {
    for (const fact of Object.values(facts)) {
      if (
        fact.kind === 'clock' &&
        fact.code === code &&
        'unit' in fact.term &&
        fact.term.unit === 'days'
      )
        return fact.term.length
    }
  }
  return undefined
}

/** Counts the log of the support team once for each moment at which it was reported on. */
async function openCounts() {
  const plans = catalogue.routes.map((route) => createFoldPlan(route, createCalendar()))
  const plan = plans.find(({ route }) => route.code === 'ot')
  const opened = await FactsFile.open(':memory:', plans)
  if (!opened.ok || !plan) throw new Error('no facts file')
  const log = new MemoryLog(readExampleLog('ot-2023-03.ndjson'))
  await opened.value.follow(log)
  const wanted = catalogue.indicators
    .filter(({ route }) => route === 'ot')
    .flatMap((indicator) =>
      indicator.versions.flatMap((version) => listedTables(indicator, version)),
    )
  const { position } = await log.head()
  const figures = new Map<string, readonly Figure[]>()
  for (const known of ['2023-04-06', '2023-04-14']) {
    const knownAt = formatMoment(endOfDay(getDay(known)))
    const question = { cutOff: CUT_OFF, knownAt, position }
    figures.set(known, await calculateAsKnown(opened.value, log, plan, question, wanted))
  }
  opened.value.close()
  return ({ by, cell, definition, known }: Mapped, { unit }: Stated) => {
    const found = figures
      .get(known)
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
    return { where: `${by}${cell && `, ${cell}`}${version}, known ${known}`, value }
  }
}

/** Whether a figure is one of a cell as `status=running+reopened`; an empty cell is the whole. */
function isInCell({ by }: Figure, cell: string): boolean {
  const codes = Object.entries(by)
  if (cell === '') return codes.length === 0
  const [dimension, values = ''] = cell.split('=')
  const [only] = codes
  return (
    codes.length === 1 &&
    only !== undefined &&
    only[0] === dimension &&
    values.split('+').includes(only[1])
  )
}

/** All parts of the programmes of the example, as all of it is known. */
function readParts(): PartReading[] {
  const byTrajectory = new Map<string, { route: string; events: LoggedEvent[] }>()
  for (const [place, event] of readExampleLog('programmes-2023.ndjson').entries()) {
    const logged = { ...event, position: place + 1 }
    const known = byTrajectory.get(event.trajectory)
    if (known) known.events.push(logged)
    else byTrajectory.set(event.trajectory, { route: event.route, events: [logged] })
  }
  const trajectories = [...byTrajectory].map(([trajectory, { route, events }]) => ({
    ...{ trajectory, route },
    events: withSuperseders(events),
  }))
  const plans = new Map(
    catalogue.routes.map((route) => [route.code, createFoldPlan(route, createCalendar())]),
  )
  const programmes = new Set(trajectories.map(({ trajectory }) => programmeOf(trajectory)))
  return [...programmes].flatMap((programme) => {
    const question = { programme, asOf: getDay(LATER), knownAt: END_OF_TIME }
    return readProgramme(plans, trajectories, question).parts
  })
}

const programmeOf = (trajectory: Event['trajectory']) => trajectory.split('-', 1)[0] ?? ''

/** Looks a figure up among the records; of those under one key, that which names the place. */
function keptIn(parts: readonly PartReading[], stated: Stated): Covered {
  const kept = parts.flatMap(({ trajectory, measured, aims, days }) => [
    ...[...measured, ...aims].map(({ key, source, value }) => ({
      key,
      source,
      trajectory,
      value: String(value),
    })),
    ...days.map(({ key, source, day }) => ({
      key,
      source,
      trajectory,
      value: day.replaceAll('-', ''),
    })),
  ])
  const found = kept
    .filter(({ key }) => key === stated.key)
    .sort((a, b) => rank(b, stated) - rank(a, stated))[0]
  return found
    ? { stated, how: 'record', where: found.trajectory, value: found.value }
    : { stated, how: 'nothing', where: '', value: '' }
}

function rank(kept: { readonly source: string | null; readonly value: string }, stated: Stated) {
  const isThere = kept.source?.includes(stated.place) ? 2 : 0
  return isThere + (Number(kept.value) === Number(stated.value) ? 1 : 0)
}

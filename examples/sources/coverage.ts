import {
  createCalendar,
  createFoldPlan,
  END_OF_TIME,
  type Event,
  getDay,
  type LoggedEvent,
  withSuperseders,
} from '@tijdig/core'
import { type PartReading, readProgramme } from '@tijdig/programmes'
import { catalogue } from '../../catalogue/index.ts'
import { readExampleLog } from '../../catalogue/testing/example-log.ts'
import { givenByIndicator } from '../programmes/given-by-indicator.ts'
import { readTable } from '../programmes/read-table.ts'
import { openCounts } from './count-in-logs.ts'

type StatedColumn = 'seed' | 'place' | 'key' | 'what' | 'value' | 'unit'
type Stated = Readonly<Record<StatedColumn, string>>

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

/** After all that the example of programmes tells. */
const LATER = '2023-12-31'

/** For each figure of the sources, in their order: what Tijdig says on the example data. */
export async function coverSources(): Promise<Covered[]> {
  const counts = await openCounts()
  const parts = readParts()
  return readTable<StatedColumn>('../sources/figures.csv', ',').map((stated) => {
    const by = givenByIndicator(stated)
    if (!by) return keptIn(parts, stated)
    const days = termDays(by.by)
    if (days !== undefined) {
      const value = String(stated.unit === 'weeks' ? days / 7 : days)
      return { stated, how: 'term', where: by.by, value }
    }
    return { stated, how: 'indicator', ...counts(by, stated) }
  })
}

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

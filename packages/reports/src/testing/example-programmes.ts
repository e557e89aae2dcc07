import { catalogue } from '@tijdig/catalogue'
import {
  createCalendar,
  createFoldPlan,
  END_OF_TIME,
  getDay,
  type LoggedEvent,
  withSuperseders,
} from '@tijdig/core'
import {
  activityCounts,
  LIGHTS,
  milestoneLine,
  moneyOf,
  monthGrid,
  moved,
  type PartTrajectory,
  readProgramme,
} from '@tijdig/programmes'
import { readExampleLog } from '../../../../catalogue/testing/example-log.ts'
import type { ProgrammeInput } from '../document/programme-input.ts'
import type { ReportInput } from '../document/report-input.ts'
import { neededProgrammes } from '../template/needed-programmes.ts'
import { readTemplate } from './example-input.ts'

const plans = new Map(
  catalogue.routes
    .filter(({ subject }) => subject === 'programme')
    .map((route) => [route.code, createFoldPlan(route, createCalendar())]),
)

/** The parts of the four programmes of the example. */
function readExampleParts(): PartTrajectory[] {
  const parts = new Map<string, { route: string; events: LoggedEvent[] }>()
  for (const [place, event] of readExampleLog('programmes-2023.ndjson').entries()) {
    const part = parts.get(event.trajectory) ?? { route: event.route, events: [] }
    part.events.push({ ...event, position: place + 1 })
    parts.set(event.trajectory, part)
  }
  return [...parts].map(([trajectory, { route, events }]) => ({
    ...{ trajectory, route },
    events: withSuperseders(events),
  }))
}

/** A report over the example programmes as of a day, told against an earlier one where that is given. */
export function programmeReport(path: string, cutOff: string, earlier?: string): ReportInput {
  const template = readTemplate(path)
  const parts = readExampleParts()
  const asked = (programme: string, day: string) => ({
    ...{ programme, asOf: getDay(day), knownAt: END_OF_TIME },
  })
  const programmes = new Map(
    neededProgrammes(template).map((code): [string, ProgrammeInput] => {
      const reading = readProgramme(plans, parts, asked(code, cutOff))
      return [
        code,
        {
          reading,
          grid: monthGrid(reading),
          milestones: milestoneLine(reading),
          money: moneyOf(reading),
          activities: activityCounts(reading),
          moves: earlier
            ? moved(plans, parts, asked(code, earlier), asked(code, cutOff))
            : undefined,
          words: { lights: lightWords(), kinds: kindWords() },
        },
      ]
    }),
  )
  const question = (day: string) => ({
    ...{ route: 'programme', cutOff: day, knownAt: `${day}T21:59:59.999999Z`, definitions: day },
  })
  return {
    template,
    question: question(cutOff),
    labels: [],
    figures: [],
    programmes,
    ...(earlier && { comparedWith: question(earlier), explanations: [] }),
  }
}

function lightWords(): ProgrammeInput['words']['lights'] {
  const states = [...plans.values()][0]?.route.states ?? {}
  const words = LIGHTS.map((light) => [light, (states[light]?.label ?? light).toLowerCase()])
  return Object.fromEntries(words) as ProgrammeInput['words']['lights']
}

function kindWords(): Readonly<Record<string, string>> {
  return Object.assign(
    {},
    ...[...plans.values()].map(({ route }) => route.events.placed?.fields.kind?.choices ?? {}),
  ) as Readonly<Record<string, string>>
}

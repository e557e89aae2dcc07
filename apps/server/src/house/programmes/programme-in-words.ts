import { formatDay, formatMoment } from '@tijdig/core'
import {
  activityCounts,
  changeTasks,
  LIGHTS,
  type Light,
  milestoneLine,
  moneyOf,
  monthGrid,
  type PartPlans,
  type PartReading,
  type ProgrammeNode,
  type ProgrammeQuestion,
  type ProgrammeReading,
} from '@tijdig/programmes'
import type { NamedWorker } from '@tijdig/store'
import type { Part, Programme } from '../../api/programmes-contract.ts'

/** A reading of a programme with the words of its routes. */
export function programmeInWords(
  plans: PartPlans,
  reading: ProgrammeReading,
  { asOf, knownAt }: ProgrammeQuestion,
  workers: ReadonlyMap<string, NamedWorker>,
): Programme {
  const grid = monthGrid(reading)
  const { byMonth: _, ...money } = moneyOf(reading)
  const rounds = new Map(reading.parts.map(({ code, budget }) => [code, budget?.round ?? null]))
  return {
    programme: reading.programme,
    title: reading.title ?? reading.programme,
    cutOff: formatDay(asOf),
    knownAt: formatMoment(knownAt),
    parts: reading.tree.flatMap((node) => flatten({ plans, workers }, node, 0)),
    lights: lightChoices(plans),
    grid: {
      months: [...grid.months],
      rows: grid.rows.map(({ part, cells }) => ({
        code: part.code,
        cells: cells.map(({ isPlanned, light }) => ({ isPlanned, light })),
      })),
    },
    milestones: milestoneLine(reading).map(({ part, lines, reports, day, standing }) => ({
      code: part.code,
      lines: [...lines],
      reports: [...reports],
      day,
      standing,
    })),
    tasks: changeTasks(reading).map(({ part, answers }) => ({
      code: part.code,
      answers: answers.map((answer) => ({ ...answer })),
    })),
    activities: activityCounts(reading),
    money: {
      ...money,
      byLine: [...money.byLine],
      byYear: [...money.byYear],
      budgets: money.budgets.map((budget) => ({
        ...budget,
        months: [...budget.months],
        round: rounds.get(budget.code) ?? null,
      })),
    },
  }
}

const COUNTED = new Set(['programme-action', 'programme-milestone', 'programme-goal'])

/** How many of what is to be done stand on each light. */
export function lightCounts(parts: readonly PartReading[]): Record<Light, number> {
  const counts = { 'no-action': 0, 'under-way': 0, stalled: 0, done: 0, dropped: 0 }
  for (const { route, light } of parts) if (COUNTED.has(route)) counts[light]++
  return counts
}

function lightChoices(plans: PartPlans) {
  const states = [...plans.values()][0]?.route.states ?? {}
  return LIGHTS.map((code) => ({ code, label: states[code]?.label ?? code }))
}

/** What gives parts their words. */
interface Words {
  readonly plans: PartPlans
  readonly workers: ReadonlyMap<string, NamedWorker>
}

function flatten(words: Words, { part, children }: ProgrammeNode, depth: number): Part[] {
  return [
    inWords(words, part, depth),
    ...children.flatMap((child) => flatten(words, child, depth + 1)),
  ]
}

function inWords({ plans, workers }: Words, part: PartReading, depth: number): Part {
  const route = plans.get(part.route)?.route
  const kinds = route?.events.placed?.fields.kind?.choices ?? {}
  const sizeInWords = (name: string, code: string) => ({
    code,
    label: route?.events.assessed?.fields[name]?.choices?.[code] ?? code,
  })
  const newest = <T extends { readonly isNewest: boolean }>(all: readonly T[]) =>
    all.flatMap(({ isNewest, ...one }) => (isNewest ? [one] : []))
  return {
    route: part.route,
    routeLabel: route?.label ?? part.route,
    id: part.trajectory,
    code: part.code,
    title: part.title,
    kind: part.kind === null ? null : { code: part.kind, label: kinds[part.kind] ?? part.kind },
    parent: part.parent,
    line: part.line,
    depth,
    owner: part.owner,
    partners: [...part.partners],
    worker: part.worker === null ? null : (workers.get(part.worker) ?? null),
    planned: part.planned && { from: part.planned.from, until: part.planned.until },
    begunOn: part.begunOn,
    doneOn: part.doneOn,
    light: part.light,
    since: part.since,
    standstill: part.standstill && { ...part.standstill },
    droppedBecause: part.droppedBecause,
    outcome: part.outcome,
    review: part.review && { due: part.review.due, isPassed: part.review.isPassed },
    due: part.due && { due: part.due.due, isPassed: part.due.isPassed },
    decided: part.decided,
    risk: part.risk && {
      chance: sizeInWords('chance', part.risk.chance),
      impact: sizeInWords('impact', part.risk.impact),
      measure: part.risk.measure,
    },
    findings: [...part.findings],
    notes: [...part.notes],
    measured: newest(part.measured).map((one) => ({ ...one, before: measuredBefore(part, one) })),
    aims: newest(part.aims),
    days: newest(part.days),
    ties: part.ties.map(({ indicator, cell, target }) => ({ indicator, cell, target })),
  }
}

/** What was measured under the same key before the newest of it. */
function measuredBefore({ measured }: PartReading, { key }: { readonly key: string }) {
  const before = measured.findLast((one) => one.key === key && !one.isNewest)
  return before ? { value: before.value, on: before.on } : null
}

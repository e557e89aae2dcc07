import type { RecordedEvent, RouteDefinition } from '@tijdig/core'
import type { NamedWorker } from '@tijdig/store'
import type { Visitor } from '../sign-in/visitor.ts'
import { colleagueField } from './check-colleague.ts'
import { type Directory, nameOf, type Organisations, teamNames } from './organisations.ts'

/** Who and what is meant by the codes in a trajectory, as far as the visitor's organisation knows. */
export interface Named {
  readonly workers: ReadonlyMap<string, NamedWorker>
  /** Of the visitor's own organisation. */
  readonly teams: ReadonlyMap<string, string>
  /** A value of the field with this label, in names; `of` is the organisation that is spoken of. */
  say(label: string, value: string, of: string | null): string
}

const TEAM_LABELS: ReadonlySet<string> = new Set(['Team', 'Team dat het overneemt'])

/** Looks up the names of colleagues, teams and organisations that events name by code. */
export async function namesIn(
  { actor, visit }: Visitor,
  directory: Directory,
  organisations: Organisations,
  route: RouteDefinition,
  events: readonly RecordedEvent[],
): Promise<Named> {
  const labels = new Set<string>()
  const codes = new Set<string>()
  for (const { type, data } of events) {
    const field = colleagueField(route, type)
    const code = field === undefined ? undefined : data[field]
    if (field === undefined || code === undefined) continue
    labels.add(route.events[type]?.fields[field]?.label ?? field)
    codes.add(String(code))
  }
  const workers = await visit.workers([...codes])
  const teams = await teamNames(directory, actor.organisation)
  return {
    workers,
    teams,
    say(label, value, of) {
      if (labels.has(label)) return workers.get(value)?.name ?? value
      if (label === 'Organisatie') return nameOf(organisations, value)
      const isOwnTeam = TEAM_LABELS.has(label) && of === actor.organisation
      return (isOwnTeam ? teams.get(value) : undefined) ?? value
    },
  }
}

interface Told {
  readonly facts: { label: string; value: string; since: string; key: string | null }[]
  readonly timeline: {
    readonly id: string
    readonly details: { label: string; value: string }[]
  }[]
}

/** What holds and what happened, with names for codes. */
export function inNames<T extends Told>(
  { say }: Named,
  events: readonly RecordedEvent[],
  told: T,
): T {
  const spokenOf = new Map(events.map(({ id, data }) => [id, String(data.organisation ?? '')]))
  return {
    ...told,
    facts: told.facts.map((fact) => ({ ...fact, value: say(fact.label, fact.value, fact.key) })),
    timeline: told.timeline.map((entry) => ({
      ...entry,
      details: entry.details.map(({ label, value }) => ({
        label,
        value: say(label, value, spokenOf.get(entry.id) ?? null),
      })),
    })),
  }
}

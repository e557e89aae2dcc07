import type { Day, Knowledge } from '@tijdig/core'
import { readProgramme } from '@tijdig/programmes'
import type { SeenTrajectory } from '@tijdig/store'
import type { Visitor } from '../../sign-in/visitor.ts'
import type { Premises } from '../house.ts'
import { partPlansOf } from './part-plans.ts'

/** Where a part stands: in which programme, at which line, and what it is called there. */
export interface PlaceInProgramme {
  readonly programme: { code: string; label: string }
  /** Null: it stands at no line, or is one. */
  readonly line: { code: string; label: string } | null
  readonly code: string
  readonly title: string
}

/** The parts that others stand under. */
const ABOVE = ['programme', 'programme-line']

/**
 * Where a part stood on a day, as known then; null for what is no part, or stood in no programme.
 * Programme and line are called by their code where the visitor may not see them.
 */
export async function placeInProgramme(
  house: Premises,
  { visit }: Visitor,
  { route, id, events }: Pick<SeenTrajectory, 'route' | 'id' | 'events'>,
  { knownAt }: Knowledge,
  asOf: Day,
): Promise<PlaceInProgramme | null> {
  const plans = partPlansOf(house)
  if (!plans.has(route)) return null
  const own = { trajectory: id, route, events }
  const codes = new Set(events.flatMap(({ data }) => data.programme ?? []).map(String))
  for (const programme of codes) {
    const question = { programme, asOf, knownAt }
    const [part] = readProgramme(plans, [own], question).parts
    if (!part) continue
    const above = await visit.parts({ routes: ABOVE, programme })
    const { title, parts } = readProgramme(plans, above, question)
    const line = part.line === part.code ? null : part.line
    const known = parts.find(({ code }) => code === line)
    return {
      programme: { code: programme, label: title ?? programme },
      line: line === null ? null : { code: line, label: known?.title ?? line },
      code: part.code,
      title: part.title,
    }
  }
  return null
}

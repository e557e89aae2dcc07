import { type Event, err, type FoldPlan } from '@tijdig/core'
import type { Pool, DatabaseError as PostgresError } from 'pg'
import type { AppendResult, Refusal } from '../log/append-result.ts'
import { Appender } from '../log/appender.ts'
import { notAllowed, notWithoutTheOthers } from '../log/refusal.ts'

const NOT_ALLOWED = '42501'

/** Records events for an actor: all of them, or none where one is refused. */
export async function recordEvents(
  pool: Pool,
  plans: ReadonlyMap<string, FoldPlan>,
  session: string,
  events: readonly Event[],
): Promise<readonly AppendResult[]> {
  if (events.length === 0) return []
  const appender = new Appender(pool, plans, session)
  try {
    const forbidden = await appender.findForbidden(events)
    if (forbidden.size > 0) {
      await appender.giveUp()
      return refuseAll(events, new Map([...forbidden].map((place) => [place, notAllowed()])))
    }
    const verdicts = await appender.append(events)
    if (verdicts.refusals.size > 0) {
      await appender.giveUp()
      return refuseAll(events, verdicts.refusals)
    }
    await appender.commit()
    return verdicts.results()
  } catch (error) {
    // Asked beforehand, and yet: PostgreSQL has the last word.
    const { code, constraint } = error as PostgresError
    if (code !== NOT_ALLOWED || constraint !== 'may_record') throw error
    return refuseAll(events, new Map(events.map((_, place) => [place, notAllowed()])))
  }
}

function refuseAll(
  events: readonly Event[],
  refusals: ReadonlyMap<number, Refusal>,
): AppendResult[] {
  return events.map((_, place) => err(refusals.get(place) ?? notWithoutTheOthers()))
}

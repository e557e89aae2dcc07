import { type Event, err, type FoldPlan, SHARING_EVENTS } from '@tijdig/core'
import type { Kysely } from 'kysely'
import type { Pool, DatabaseError as PostgresError } from 'pg'
import { type AuditEntry, auditValues } from '../audit/audit-entry.ts'
import { told } from '../audit/told.ts'
import type { Schema } from '../database/schema.ts'
import type { AppendResult, Refusal } from '../log/append-result.ts'
import { Appender } from '../log/appender.ts'
import { notAllowed, notWithoutTheOthers, trajectoryChanged } from '../log/refusal.ts'

const NOT_ALLOWED = '42501'

const SHARING: ReadonlySet<string> = new Set(SHARING_EVENTS)
/** Of what was refused there is only its record. */
const NOTHING = async () => undefined

/** For whom is recorded, and where. */
interface Recorder {
  /** For what the program itself does. */
  readonly pool: Pool
  readonly actors: Kysely<Schema>
  readonly plans: ReadonlyMap<string, FoldPlan>
  readonly session: string
  readonly address: string | undefined
}

/** Records events for an actor: all of them, or none where one is refused. Either is in the audit. */
export async function recordEvents(
  recorder: Recorder,
  events: readonly Event[],
  seen?: number,
): Promise<readonly AppendResult[]> {
  const [first] = events
  if (!first) return []
  const { pool, actors, plans, session, address } = recorder
  const appender = new Appender(pool, plans, session)
  const refuse = async (refusals: ReadonlyMap<number, Refusal>) => {
    for (const entry of entriesOf(events, 'refused')) {
      await told(actors, { session, address }, NOTHING, () => entry)
    }
    return refuseAll(events, refusals)
  }
  try {
    const forbidden = await appender.findForbidden(events)
    if (forbidden.size > 0) {
      await appender.giveUp()
      return refuse(new Map([...forbidden].map((place) => [place, notAllowed()])))
    }
    if (seen !== undefined && (await appender.countEvents(first.trajectory)) > seen) {
      await appender.giveUp()
      return refuse(new Map([[0, trajectoryChanged()]]))
    }
    const verdicts = await appender.append(events)
    if (verdicts.refusals.size > 0) {
      await appender.giveUp()
      return refuse(verdicts.refusals)
    }
    await appender.commit(async (client) => {
      for (const entry of entriesOf(events, 'done')) {
        const values = auditValues(entry, address)
        await client.query('select tijdig.write_audit($1, $2, $3, $4, $5, $6)', values)
      }
    })
    return verdicts.results()
  } catch (error) {
    // Asked beforehand, and yet: PostgreSQL has the last word.
    const { code, constraint } = error as PostgresError
    if (code !== NOT_ALLOWED || constraint !== 'may_record') throw error
    return refuse(new Map(events.map((_, place) => [place, notAllowed()])))
  }
}

/** One for each trajectory: which events, never what they say. */
function entriesOf(events: readonly Event[], outcome: 'done' | 'refused'): AuditEntry[] {
  const by = new Map<string, Event[]>()
  for (const event of events) {
    const key = JSON.stringify([event.route, event.trajectory])
    by.set(key, [...(by.get(key) ?? []), event])
  }
  return [...by.values()].map((own) => ({
    kind: own.every(({ type }) => SHARING.has(type)) ? 'share' : 'record',
    outcome,
    route: own[0]?.route,
    trajectory: own[0]?.trajectory,
    detail: { events: own.map(({ id, type }) => ({ id, type })) },
  }))
}

function refuseAll(
  events: readonly Event[],
  refusals: ReadonlyMap<number, Refusal>,
): AppendResult[] {
  return events.map((_, place) => err(refusals.get(place) ?? notWithoutTheOthers()))
}

import { addDays, type Day, dayOfWeek, formatDay } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import {
  WORK_PARTS,
  type WorkLine,
  type WorkPage,
  type WorkPart,
  type WorkQuery,
} from './work-query.ts'
import type { NamedWorker } from './worker-names.ts'

/** `tijdig.work_page`: the columns of the lines, null where there is no line. */
interface Columns {
  readonly part: WorkPart
  readonly counts: readonly string[]
  readonly ids: readonly string[] | null
  readonly routes: readonly string[]
  readonly facts: readonly string[]
  readonly started_on: readonly Day[]
  readonly due_on: readonly (Day | null)[]
  readonly is_mine: readonly boolean[]
  readonly workers: readonly string[]
  readonly beside: readonly string[]
  readonly states: readonly (string | null)[]
  /** The codes that are known here, each with its name; null where there is none. */
  readonly codes: readonly string[] | null
  readonly names: readonly string[] | null
  readonly own_codes: readonly string[]
}

/**
 * What whoever has a session has to do, with its record in the audit: one statement, that is a
 * transaction by itself, so that a list costs one round trip.
 */
export async function lookAtWork(
  database: Kysely<Schema>,
  { session, address }: { readonly session: string; readonly address?: string | undefined },
  { of, part, today, page, pageSize }: WorkQuery,
): Promise<WorkPage> {
  const { rows } = await sql<Columns>`
    select * from tijdig.look_at_work(${session}, ${of}, ${part ?? null}, ${formatDay(today)},
      ${formatDay(endOfWeek(today))}, ${page}, ${pageSize}, ${address ?? null})
  `.execute(database)
  const [found] = rows
  if (!found) throw new Error('a work list came without a row')
  const counts = { overdue: 0, today: 0, week: 0, later: 0, waiting: 0 }
  for (const [place, name] of WORK_PARTS.entries()) counts[name] = Number(found.counts[place])
  return {
    part: found.part,
    counts,
    lines: (found.ids ?? []).map((id, at) => lineOf(found, id, at)),
  }
}

function lineOf(found: Columns, id: string, at: number): WorkLine {
  return {
    route: found.routes[at] as string,
    id,
    fact: found.facts[at] as string,
    startedOn: found.started_on[at] as Day,
    dueOn: found.due_on[at] as Day | null,
    isMine: found.is_mine[at] as boolean,
    worker: workerOf(found, found.workers[at] as string),
    beside: workerOf(found, found.beside[at] as string),
    state: found.states[at] || null,
  }
}

function workerOf({ codes, names, own_codes }: Columns, code: string): NamedWorker | null {
  if (code === '') return null
  const name = names?.[codes?.indexOf(code) ?? -1] ?? null
  return { code, name, isMe: own_codes.includes(code) }
}

/** The Sunday of the week of a day. */
export function endOfWeek(day: Day): Day {
  return addDays(day, 7 - dayOfWeek(day))
}

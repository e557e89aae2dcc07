import type { Day, Event, RecordedEvent } from '@tijdig/core'
import { sql } from 'kysely'
import { dayColumn, momentColumn, toMoment } from '../database/columns.ts'

/** An event as `tijdig.seen_events` gives it: with the fields that may be seen. */
export interface SeenRow {
  readonly place: number
  readonly id: string
  readonly type: string
  readonly valid_on: Day
  readonly recorded_at: string
  readonly supersedes: string | null
  readonly data: Event['data']
  readonly superseders: readonly (readonly [place: number, recordedAt: number])[]
}

/** What `tijdig.seen_events` gives of an event. */
export function seenEventColumns(from: string) {
  const column = (name: string) => `${from}.${name}`
  return sql`${sql.ref(column('place'))}, ${sql.ref(column('id'))}, ${sql.ref(column('type'))},
    ${dayColumn(column('valid_on'))} as valid_on,
    ${momentColumn(column('recorded_at'))} as recorded_at, ${sql.ref(column('supersedes'))},
    ${sql.ref(column('data'))}, ${sql.ref(column('superseders'))}`
}

export function toSeenEvent(
  row: SeenRow,
  of: { readonly route: string; readonly trajectory: string },
): RecordedEvent {
  return {
    ...of,
    id: row.id,
    type: row.type,
    validOn: row.valid_on,
    recordedAt: toMoment(row.recorded_at),
    ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
    data: row.data,
    position: row.place,
    superseders: row.superseders.map(([position, recordedAt]) => ({
      position,
      recordedAt: toMoment(String(recordedAt)),
    })),
  }
}

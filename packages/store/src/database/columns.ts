import type { Day, Moment } from '@tijdig/core'
import { type RawBuilder, sql } from 'kysely'

/** A date as our number of days; null stays null. */
export function dayColumn(column: string): RawBuilder<Day> {
  return sql<Day>`(${sql.ref(column)} - date '1970-01-01')`
}

/** A timestamptz as our number of microseconds, in text: as a number it would lose its last ones. */
export function momentColumn(column: string): RawBuilder<string> {
  return sql<string>`(extract(epoch from ${sql.ref(column)}) * 1000000)::bigint`
}

export function toMoment(microseconds: string): Moment {
  return Number(microseconds) as Moment
}

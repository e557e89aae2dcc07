import type { FieldValue } from '@tijdig/core'

/** An event before it has its number and the moment of the day. Days are `YYYY-MM-DD`. */
export interface Draft {
  readonly programme: string
  readonly code: string
  readonly route: string
  readonly type: string
  readonly on: string
  /** The day on which it became known. */
  readonly known: string
  readonly data: Readonly<Record<string, FieldValue>>
  /** By this name a later one may take its place. */
  readonly name?: string
  readonly instead?: string
}

/** Leaves out what is empty. */
export function filled(
  data: Readonly<Record<string, FieldValue | undefined>>,
): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, FieldValue] => {
      return entry[1] !== undefined && entry[1] !== ''
    }),
  )
}

import type { TrajectoryQuery } from '../current/trajectory-query.ts'

/**
 * What was asked of a list, as the audit keeps it. A search that found something is part of a
 * number; one that found nothing may be a name that somebody typed, and is told by its length only.
 */
export function askedOfList(query: TrajectoryQuery, total: number): Record<string, unknown> {
  const { search, state, filter, sort, descending, page } = query
  return {
    ...(search !== undefined && (total > 0 ? { search } : { searchLength: search.length })),
    ...(state !== undefined && { state }),
    ...(filter && { filter }),
    ...{ sort, descending, page },
  }
}

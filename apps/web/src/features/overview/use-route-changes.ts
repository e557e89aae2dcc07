import { useQueries, useQuery } from '@tanstack/react-query'
import type { Route } from '@tijdig/server/contract'
import { useMemo } from 'react'
import { explanationsQuery } from '../../api/queries.ts'
import type { Asked } from '../../clocks/asked.ts'
import { type Explained, explainAll } from '../../clocks/explained.ts'

const NONE: readonly Explained[] = []

/**
 * Why the figures of a route differ between two questions, those that have to be asked one by one
 * too. Without a first question nothing is asked.
 */
export function useRouteChanges(
  route: Route,
  from: Asked | undefined,
  to: Asked,
  askedApart: readonly string[],
) {
  const enabled = from !== undefined
  const listed = useQuery({ ...explanationsQuery(route.code, from ?? to, to), enabled })
  const others = useQueries({
    queries: askedApart.map((indicator) => ({
      ...explanationsQuery(route.code, from ?? to, to, { indicator }),
      enabled,
    })),
    combine: (results) => ({
      explanations: results.flatMap((result) => result.data?.explanations ?? []),
      pending: results.some((result) => result.isPending),
      failed: results.find((result) => result.isError),
    }),
  })
  const changes = useMemo(
    () =>
      listed.data && from
        ? explainAll(
            [...listed.data.explanations, ...others.explanations],
            route.indicators,
            from,
            to,
          )
        : NONE,
    [listed.data, others.explanations, route, from, to],
  )
  const failed = listed.isError ? listed : others.failed
  return {
    changes,
    busy: enabled && failed === undefined && (listed.isPending || others.pending),
    error: failed?.error ?? undefined,
    retry: () => failed?.refetch(),
  }
}

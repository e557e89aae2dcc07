import { useQueries, useQuery } from '@tanstack/react-query'
import type { Route } from '@tijdig/server/contract'
import { useMemo } from 'react'
import { figuresQuery } from '../../api/queries.ts'
import type { Asked } from '../../clocks/asked.ts'

/**
 * All figures of a route for one question: those that are given without being asked, and those
 * that have to be asked one by one.
 */
export function useRouteFigures(route: Route, asked: Asked, enabled = true) {
  const listed = useQuery({ ...figuresQuery(route.code, asked), enabled })
  const given = listed.data?.figures
  const missing = useMemo(() => {
    if (given === undefined) return []
    const found = new Set(given.map((figure) => figure.indicator))
    return route.indicators.map((one) => one.code).filter((code) => !found.has(code))
  }, [given, route])
  const others = useQueries({
    queries: missing.map((indicator) => ({
      ...figuresQuery(route.code, asked, { indicator }),
      enabled: enabled && !listed.isPlaceholderData,
    })),
    combine: (results) => ({
      figures: results.flatMap((result) => result.data?.figures ?? []),
      pending: results.some((result) => result.isPending || result.isPlaceholderData),
      failed: results.find((result) => result.isError),
    }),
  })
  const figures = useMemo(
    () => (given === undefined ? undefined : [...given, ...others.figures]),
    [given, others.figures],
  )
  const failed = listed.isError ? listed : others.failed
  return {
    figures,
    /** The indicators that are not given without being asked. */
    askedApart: missing,
    /** What is shown belongs to the question before, or is not all there yet. */
    busy: listed.isFetching || listed.isPlaceholderData || others.pending,
    error: failed?.error ?? undefined,
    retry: () => failed?.refetch(),
  }
}

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { NormCases, NormEstimate, Outcome } from '@tijdig/server/contract'
import type { Asked } from '../clocks/asked.ts'
import { getJson } from './client.ts'

export interface CasesAsked {
  readonly outcome: Outcome
  /** Dimensions and their codes, with commas between; left out: all. */
  readonly dimension?: string
  readonly value?: string
  readonly page: number
  readonly pageSize: number
}

/** The trajectories of one's own organisation behind a figure of a norm. */
export function casesQuery(
  route: string,
  norm: string,
  { cutOff, knownAt }: Asked,
  asked: CasesAsked,
) {
  return queryOptions({
    queryKey: ['norm-cases', route, norm, cutOff, knownAt, asked],
    queryFn: ({ signal }) =>
      getJson<NormCases>(
        `norms/${encodeURIComponent(route)}/${encodeURIComponent(norm)}/cases`,
        { cutOff, knownAt, ...asked },
        signal,
      ),
    placeholderData: keepPreviousData,
  })
}

/** How many open terms will probably be missed. */
export function estimateQuery(route: string, norm: string, { cutOff, knownAt }: Asked) {
  return queryOptions({
    queryKey: ['norm-estimate', route, norm, cutOff, knownAt],
    queryFn: ({ signal }) =>
      getJson<NormEstimate>(
        `norms/${encodeURIComponent(route)}/${encodeURIComponent(norm)}/estimate`,
        { cutOff, knownAt },
        signal,
      ),
  })
}

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Colleague, Work, WorkOf, WorkPart } from '@tijdig/server/contract'
import { getJson } from './client.ts'

export interface WorkAsked {
  readonly of: WorkOf
  /** Left out: the first part in which there is something. */
  readonly part?: WorkPart
  readonly page: number
  readonly pageSize: number
}

/** What is to be done. Looked at again when somebody comes back to it: others work too. */
export function workQuery(asked: WorkAsked) {
  return queryOptions({
    queryKey: ['work', asked],
    queryFn: ({ signal }) => getJson<Work>('work', { ...asked }, signal),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: true,
  })
}

/** Who work in one's own organisation. */
export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: ({ signal }) => getJson<Colleague[]>('colleagues', {}, signal),
})

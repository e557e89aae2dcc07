import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AuditPage, UnusualLine } from '@tijdig/server/contract'
import { getJson } from './client.ts'

export interface AskedAudit {
  readonly trajectory: string | undefined
  readonly person: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  /** The number of a line: only what is older. */
  readonly before: string | undefined
}

/** Who looked at what, the newest first. Asking it is recorded too, so it is not asked needlessly. */
export function auditQuery(asked: AskedAudit) {
  return queryOptions({
    queryKey: ['audit', asked],
    queryFn: ({ signal }) => getJson<AuditPage>('audit', { ...asked }, signal),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
}

export const unusualQuery = queryOptions({
  queryKey: ['audit', 'unusual'],
  queryFn: ({ signal }) => getJson<UnusualLine[]>('audit/unusual', {}, signal),
  refetchOnWindowFocus: false,
})

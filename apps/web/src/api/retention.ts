import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { RetentionList } from '@tijdig/server/contract'
import { deleteCall, getJson, postJson } from './client.ts'

/** What ends when; without a month what may be destroyed, and what was. */
export function retentionQuery(route: string, month: string | undefined) {
  return queryOptions({
    queryKey: ['retention', route, month],
    queryFn: ({ signal }) =>
      getJson<RetentionList>('retention', { route, ...(month && { month }) }, signal),
    placeholderData: keepPreviousData,
  })
}

export type DestructionStep = 'propose' | 'withdraw' | 'destroy'

export function decideDestruction(route: string, id: string, step: DestructionStep): Promise<void> {
  const path = `retention/${encodeURIComponent(route)}/${encodeURIComponent(id)}`
  switch (step) {
    case 'propose':
      return postJson(`${path}/proposal`)
    case 'withdraw':
      return deleteCall(`${path}/proposal`)
    case 'destroy':
      return postJson(`${path}/destruction`)
  }
}

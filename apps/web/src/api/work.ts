import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Colleague, ReminderChoice, Work, WorkOf, WorkPart } from '@tijdig/server/contract'
import { getJson, putJson } from './client.ts'

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

/** How much there is to do for oneself, without the lines of it. */
export const workCountsQuery = queryOptions({
  queryKey: ['work', 'counts'],
  queryFn: ({ signal }) => getJson<Work>('work', { of: 'me', pageSize: 0 }, signal),
  refetchOnWindowFocus: true,
})

/** Whether one gets a digest of it by mail. */
export const remindersQuery = queryOptions({
  queryKey: ['reminders'],
  queryFn: ({ signal }) => getJson<ReminderChoice>('reminders', {}, signal),
})

export function chooseReminders(byMail: boolean): Promise<ReminderChoice> {
  return putJson<ReminderChoice>('reminders', { byMail })
}

/** Who work in one's own organisation. */
export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: ({ signal }) => getJson<Colleague[]>('colleagues', {}, signal),
})

import { queryOptions } from '@tanstack/react-query'
import type { Organisation, Session, SignIn } from '@tijdig/server/contract'
import { deleteCall, getJson, postJson } from './client.ts'

/** Who is signed in, as what, and what that lets them do. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => getJson<Session>('session', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
  // Somebody who comes back finds out at once that the session ended, or became another one.
  refetchOnWindowFocus: 'always',
})

/** What there is to know before signing in. */
export const signInQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: ({ signal }) => getJson<SignIn>('sign-in', {}, signal),
})

export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: ({ signal }) => getJson<Organisation[]>('organisations', {}, signal),
})

export function switchAppointment(choice: {
  readonly appointment: string
  readonly purpose?: string
}): Promise<Session> {
  return postJson<Session>('session/appointment', choice)
}

export function signOut(): Promise<void> {
  return deleteCall('session')
}

export function signOutEverywhere(): Promise<void> {
  return deleteCall('sessions')
}

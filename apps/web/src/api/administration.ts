import { queryOptions } from '@tanstack/react-query'
import type {
  Key,
  MadeKey,
  NewAppointment,
  NewKey,
  NewPerson,
  NewTeam,
  Person,
  Team,
} from '@tijdig/server/contract'
import { deleteCall, getJson, postJson } from './client.ts'

/** The people of one's own organisation, also those who left. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => getJson<Person[]>('people', {}, signal),
})

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => getJson<Team[]>('teams', {}, signal),
})

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => getJson<Key[]>('keys', {}, signal),
})

export function addPerson(person: NewPerson): Promise<unknown> {
  return postJson('people', person)
}

export function giveRole(person: string, role: NewAppointment): Promise<unknown> {
  return postJson(`people/${encodeURIComponent(person)}/appointments`, role)
}

export function withdrawRole(appointment: string): Promise<void> {
  return deleteCall(`appointments/${encodeURIComponent(appointment)}`)
}

/** Ties a code of the log to a person. */
export function giveWorkerCode(person: string, code: string): Promise<void> {
  return postJson<void>(`people/${encodeURIComponent(person)}/worker-codes`, { code })
}

/** Ends all roles of a person in one's own organisation, and the sessions that rest on them. */
export function endPerson(person: string): Promise<void> {
  return deleteCall(`people/${encodeURIComponent(person)}`)
}

export function addTeam(team: NewTeam): Promise<unknown> {
  return postJson('teams', team)
}

export function makeKey(key: NewKey): Promise<MadeKey> {
  return postJson<MadeKey>('keys', key)
}

export function withdrawKey(key: string): Promise<void> {
  return deleteCall(`keys/${encodeURIComponent(key)}`)
}

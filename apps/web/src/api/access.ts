import { queryOptions } from '@tanstack/react-query'
import type {
  Glass,
  NewGlass,
  NewRecording,
  NewShare,
  NewShareAnswer,
  NewTrajectory,
  Notice,
  OpenedTrajectory,
  RecordedEvent,
  SharedLine,
} from '@tijdig/server/contract'
import { deleteCall, getJson, postJson } from './client.ts'

/** What other organisations share with one's own. */
export function sharedQuery(route: string) {
  return queryOptions({
    queryKey: ['shared', route],
    queryFn: ({ signal }) => getJson<SharedLine[]>('shared', { route }, signal),
  })
}

/** Who broke the glass, told to who should know. */
export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: ({ signal }) => getJson<Notice[]>('notices', {}, signal),
  refetchOnWindowFocus: true,
})

export function seeNotice(id: string): Promise<void> {
  return postJson<void>(`notices/${encodeURIComponent(id)}/seen`)
}

export function openTrajectory(opening: NewTrajectory): Promise<OpenedTrajectory> {
  return postJson<OpenedTrajectory>('trajectories', opening)
}

export function recordEvent(
  route: string,
  id: string,
  event: NewRecording,
): Promise<RecordedEvent> {
  return postJson<RecordedEvent>(`${trajectoryPath(route, id)}/events`, event)
}

export function share(route: string, id: string, order: NewShare): Promise<NewShareAnswer> {
  return postJson<NewShareAnswer>(`${trajectoryPath(route, id)}/shares`, order)
}

export function endShare(route: string, id: string, organisation: string): Promise<void> {
  return deleteCall(`${trajectoryPath(route, id)}/shares/${encodeURIComponent(organisation)}`)
}

export function breakGlass(order: NewGlass): Promise<Glass> {
  return postJson<Glass>('glass', order)
}

function trajectoryPath(route: string, id: string): string {
  return `trajectories/${encodeURIComponent(route)}/${encodeURIComponent(id)}`
}

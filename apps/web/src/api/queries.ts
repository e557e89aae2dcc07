import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  Audience,
  Explanations,
  Figures,
  Publication,
  PublicationLine,
  ReportTemplate,
  Route,
  Trajectories,
  Trajectory,
  Verification,
} from '@tijdig/server/contract'
import { type Asked, writeAsked } from '../clocks/asked.ts'
import { getJson, postJson } from './client.ts'
import { unhurried } from './unhurried.ts'

export const routesQuery = queryOptions({
  queryKey: ['routes'],
  queryFn: ({ signal }) => getJson<Route[]>('routes', {}, signal),
})

/** Figures of a route; of one indicator, by some dimensions, where those are given. */
export function figuresQuery(
  route: string,
  asked: Asked,
  narrowed: { readonly indicator?: string; readonly by?: string } = {},
) {
  return queryOptions({
    queryKey: ['figures', route, asked, narrowed],
    queryFn: async ({ signal }) => {
      await unhurried(`figures ${route} ${JSON.stringify(narrowed)}`, signal)
      return getJson<Figures>('figures', { route, ...asked, ...narrowed }, signal)
    },
    placeholderData: keepPreviousData,
  })
}

/** Why the figures of one question differ from those of another; also those that do not differ. */
export function explanationsQuery(
  route: string,
  from: Asked,
  to: Asked,
  narrowed: { readonly indicator?: string; readonly by?: string } = {},
) {
  return queryOptions({
    queryKey: ['explanations', route, from, to, narrowed],
    queryFn: async ({ signal }) => {
      await unhurried(`explanations ${route} ${JSON.stringify(narrowed)}`, signal)
      return getJson<Explanations>(
        'explanations',
        { route, from: writeAsked(from), to: writeAsked(to), ...narrowed },
        signal,
      )
    },
  })
}

export interface TrajectoriesAsked {
  readonly route: string
  readonly q?: string
  readonly state?: string
  readonly attribute?: string
  readonly value?: string
  readonly sort?: string
  readonly descending?: boolean
  readonly page: number
  readonly pageSize: number
}

export function trajectoriesQuery(asked: TrajectoriesAsked) {
  return queryOptions({
    queryKey: ['trajectories', asked],
    queryFn: ({ signal }) => getJson<Trajectories>('trajectories', { ...asked }, signal),
    placeholderData: keepPreviousData,
  })
}

export function trajectoryQuery(
  route: string,
  id: string,
  asked: { readonly cutOff?: string; readonly knownAt?: string },
) {
  return queryOptions({
    queryKey: ['trajectory', route, id, asked],
    queryFn: ({ signal }) =>
      getJson<Trajectory>(
        `trajectories/${encodeURIComponent(route)}/${encodeURIComponent(id)}`,
        asked,
        signal,
      ),
    placeholderData: keepPreviousData,
  })
}

export const templatesQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: ({ signal }) => getJson<ReportTemplate[]>('reports', {}, signal),
})

export const publicationsQuery = queryOptions({
  queryKey: ['publications'],
  queryFn: ({ signal }) => getJson<PublicationLine[]>('publications', {}, signal),
})

export function publicationQuery(number: string) {
  return queryOptions({
    queryKey: ['publication', number],
    queryFn: ({ signal }) =>
      getJson<Publication>(`publications/${encodeURIComponent(number)}`, {}, signal),
  })
}

/** What changed between two publications; asked of the server in the order given. */
export function changesQuery(from: string, to: string) {
  return queryOptions({
    queryKey: ['changes', from, to],
    queryFn: ({ signal }) =>
      getJson<Explanations>(
        `publications/${encodeURIComponent(from)}/changes/${encodeURIComponent(to)}`,
        {},
        signal,
      ),
  })
}

export function publish(order: {
  readonly template: string
  readonly cutOff: string
  readonly knownAt: string
  readonly audience: Audience
}): Promise<PublicationLine> {
  return postJson<PublicationLine>('publications', order)
}

/** Takes a publication out of the public archive. */
export function withdraw(number: number, reason: string): Promise<PublicationLine> {
  return postJson<PublicationLine>(`publications/${number}/withdrawal`, { reason })
}

export function verify(number: string): Promise<Verification> {
  return postJson<Verification>(`publications/${encodeURIComponent(number)}/verification`)
}

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Moves, Programme, ProgrammeLine, SpendingAnswer } from '@tijdig/server/contract'
import { type Asked, writeAsked } from '../clocks/asked.ts'
import { getJson, postJson } from './client.ts'
import { unhurried } from './unhurried.ts'

/** What somebody just recorded of a part must be seen at once: nothing here is kept for later. */
const staleTime = 0

/** The programmes of which one may see a part, as they are today. */
export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: ({ signal }) => getJson<ProgrammeLine[]>('programmes', {}, signal),
  staleTime,
})

/** One programme with its parts, as of a day, as known at a moment. */
export function programmeQuery(programme: string, { cutOff, knownAt }: Asked) {
  return queryOptions({
    queryKey: ['programme', programme, cutOff, knownAt],
    queryFn: async ({ signal }) => {
      await unhurried(`programme ${programme}`, signal)
      return getJson<Programme>(pathOf(programme), { cutOff, knownAt }, signal)
    },
    placeholderData: keepPreviousData,
    staleTime,
  })
}

/** What moved in a programme between two questions, each move with its cause. */
export function movesQuery(programme: string, from: Asked, to: Asked) {
  return queryOptions({
    queryKey: ['programme-moves', programme, from, to],
    queryFn: async ({ signal }) => {
      await unhurried(`moves ${programme}`, signal)
      const ends = { from: writeAsked(from), to: writeAsked(to) }
      return getJson<Moves>(`${pathOf(programme)}/moved`, ends, signal)
    },
    staleTime,
  })
}

/** Records what a table says of spending by month; an answer for each row. */
export function recordSpending(programme: string, file: string): Promise<SpendingAnswer> {
  return postJson(`${pathOf(programme)}/spending`, { file })
}

function pathOf(programme: string): string {
  return `programmes/${encodeURIComponent(programme)}`
}

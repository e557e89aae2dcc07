import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewEvent, NewRecording, Trajectory } from '@tijdig/server/contract'
import { useState } from 'react'
import { recordEvent } from '../../api/access.ts'
import { ApiProblem } from '../../api/client.ts'
import { trajectoryQuery } from '../../api/queries.ts'
import { tell } from '../../shell/told.ts'
import { makeKey } from './make-key.ts'
import { wayToProgramme } from './way-to-programme.tsx'

/** Sends what was filled in about a trajectory, from where one saw it. */
export function useRecording(
  { route, id, seen: from }: Trajectory,
  onDone: (event: string) => Promise<void>,
) {
  const client = useQueryClient()
  const [seen, setSeen] = useState(from)
  return useMutation({
    mutationFn: (recording: NewRecording) => recordEvent(route, id, { ...recording, seen }),
    onSuccess: async ({ event }) => {
      await refresh(client, route, id)
      await onDone(event)
    },
    onError: async (error) => {
      if (!isChanged(error)) return
      const now = await client.fetchQuery({ ...trajectoryQuery(route, id, {}), staleTime: 0 })
      setSeen(now.seen)
    },
  })
}

/** Others recorded in the meantime: after that is said, it can be sent all the same. */
export function isChanged(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.code === 'trajectory-changed'
}

/** Nothing was heard of the server: it may be recorded, or not. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'unreachable'
}

/** Looks again at all that may be otherwise after a record. */
async function refresh(client: QueryClient, route: string, id: string): Promise<void> {
  await client.invalidateQueries({ queryKey: ['trajectory', route, id] })
  await client.invalidateQueries({ queryKey: ['trajectories'] })
  await client.invalidateQueries({ queryKey: ['work'] })
}

/**
 * Says that something was recorded, with a button that takes it back.
 * @param before What stood there before, where it was corrected: that then stands again. A
 * withdrawal alone would leave neither.
 */
export function tellRecorded(
  client: QueryClient,
  trajectory: Pick<Trajectory, 'route' | 'id' | 'place'>,
  told: { readonly event: string; readonly validOn: string; readonly text: string },
  before?: NewEvent,
): void {
  const { route, id } = trajectory
  const path = `/trajecten/${route}/${id}`
  const next = wayToProgramme(trajectory)
  // One key: pressed twice it is taken back once.
  const key = makeKey()
  const undo = {
    label: 'Ongedaan maken',
    async run() {
      const back = before ?? { type: 'retracted', validOn: told.validOn }
      await recordEvent(route, id, { ...back, id: key, supersedes: told.event, why: 'taken-back' })
      await refresh(client, route, id)
      tell(
        before === undefined
          ? 'Ongedaan gemaakt: dit telt niet meer mee.'
          : 'Ongedaan gemaakt: er staat weer wat er stond.',
        path,
        undefined,
        next,
      )
    },
  }
  tell(told.text, path, undo, next)
}

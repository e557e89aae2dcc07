import type { DraftView } from '@tijdig/server/contract'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { DraftConnection } from './editor/draft-connection.ts'
import { editorPlugins } from './editor/keys.ts'
import { takeClient } from './editor/take-client.ts'
import { unsentOf } from './editor/unsent-steps.ts'

export interface EditorKeys {
  readonly open: (position: number) => void
  readonly link: () => void
}

/** The text of a draft in step with the server, as long as the page is open. */
export function useConnection(draft: DraftView, keys: EditorKeys) {
  const [connection, setConnection] = useState<DraftConnection>()
  const [failure, setFailure] = useState<unknown>()
  const [tries, setTries] = useState(0)
  const first = useRef(draft)
  const current = useRef(keys)
  current.current = keys
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` is there to open it again
  useEffect(() => {
    let opened: DraftConnection | undefined
    let gone = false
    const { own, id } = first.current
    const unsent = unsentOf(own, id)
    const plugins = editorPlugins(
      (position) => current.current.open(position),
      () => current.current.link(),
    )
    takeClient(unsent)
      .then(async (client) => {
        const made = await DraftConnection.open(first.current, client, unsent, plugins)
        if (gone) made.stop()
        else {
          opened = made
          setConnection(made)
        }
      })
      .catch(setFailure)
    return () => {
      gone = true
      opened?.stop()
    }
  }, [tries])
  return {
    connection,
    failure,
    retry: () => {
      setFailure(undefined)
      setTries(tries + 1)
    },
  }
}

/** What of a connection changes while people write. */
export function useConnectionView(connection: DraftConnection) {
  const view = useSyncExternalStore(connection.follow, () => connection.view)
  const state = useSyncExternalStore(connection.follow, () => connection.state)
  return { view, state }
}

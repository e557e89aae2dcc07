import type { IndicatorWords } from '@tijdig/drafts'
import type { DraftView } from '@tijdig/server/contract'
import { dayInWords, Loading, Skeleton } from '@tijdig/ui'
import { useMemo, useRef, useState } from 'react'
import { dayOf } from '../../clocks/asked.ts'
import { Failed } from '../../shell/Failed.tsx'
import { Desk } from './Desk.tsx'
import type { BlockContext } from './editor/node-views.ts'
import { ValueStore } from './editor/value-store.ts'
import { useConnection } from './use-connection.ts'

interface Props {
  readonly draft: DraftView
  readonly indicators: readonly IndicatorWords[]
}

/** Opens the text, with what this browser still had to send. */
export function DraftWorkbench({ draft, indicators }: Props) {
  const [opened, setOpened] = useState<number>()
  const [linking, setLinking] = useState(false)
  const values = useRef<ValueStore>(undefined)
  values.current ??= new ValueStore(draft.id)
  const { cutOff, knownAt } = draft
  const context = useMemo<BlockContext>(
    () => ({
      values: values.current ?? new ValueStore(draft.id),
      indicators,
      variables: { cutOff: dayInWords(cutOff), knownAt: dayInWords(dayOf(knownAt)) },
      onOpen: setOpened,
    }),
    [draft.id, indicators, cutOff, knownAt],
  )
  const { connection, failure, retry } = useConnection(draft, {
    open: setOpened,
    link: () => setLinking(true),
  })
  if (failure) return <Failed error={failure} onRetry={retry} />
  if (!connection)
    return (
      <>
        <Loading>De tekst wordt opgehaald.</Loading>
        <Skeleton shape="block" count={2} />
      </>
    )
  return (
    <Desk
      draft={draft}
      indicators={indicators}
      connection={connection}
      context={context}
      opened={opened}
      onOpen={setOpened}
      linking={linking}
      onLinking={setLinking}
    />
  )
}

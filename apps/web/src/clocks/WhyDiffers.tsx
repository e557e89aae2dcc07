import type { UseQueryResult } from '@tanstack/react-query'
import { Loading, Skeleton } from '@tijdig/ui'
import { Failed } from '../shell/Failed.tsx'
import { type Asked, sameAsked } from './asked.ts'
import type { Explained } from './explained.ts'
import { WhyChanged } from './WhyChanged.tsx'

interface Props {
  /** The question why, as it is being asked. */
  readonly why: Pick<UseQueryResult, 'isError' | 'error' | 'isPending' | 'refetch'>
  readonly changes: readonly Explained[]
  readonly compared: Asked
  readonly asked: Asked
  /** The figure that is drawn. */
  readonly chosen: string | undefined
  readonly onChoose: (key: string) => void
}

const NAMES = { from: 'De andere stand', to: 'Deze stand' } as const

/** Why the figures of two questions beside each other differ, also while that is found out. */
export function WhyDiffers({ why, changes, compared, asked, chosen, onChoose }: Props) {
  if (sameAsked(compared, asked)) {
    return <p>Beide standen zijn dezelfde. Verzet een van de klokken.</p>
  }
  if (why.isError) return <Failed error={why.error} onRetry={() => why.refetch()} />
  if (why.isPending) {
    return (
      <>
        <Loading>Het verschil wordt uitgezocht.</Loading>
        <Skeleton shape="chart" />
      </>
    )
  }
  return (
    <WhyChanged
      title="Waarom verschilt het?"
      level={3}
      changes={changes}
      from={compared}
      to={asked}
      chosen={chosen}
      names={NAMES}
      onChoose={onChoose}
    />
  )
}

import type { Part } from '@tijdig/server/contract'
import { dayInWords, StatusBadge } from '@tijdig/ui'
import { asSentence } from '../period-words.ts'
import type { TreeContext } from './tree-context.ts'

interface Props {
  readonly part: Part
  readonly context: TreeContext
}

/** Why a part is stuck, since when, and who moves next and by when. */
export function Standstill({ part, context }: Props) {
  const { standstill } = part
  if (standstill === null) return null
  const { reason, mover, moveBy, since } = standstill
  return (
    <div className="tijdig-standstill">
      <p>
        <strong>Loopt vast sinds {dayInWords(since)}.</strong> {asSentence(reason)}
      </p>
      <p>
        Aan zet: <strong>{context.nameOf(mover)}</strong>, uiterlijk op {dayInWords(moveBy)}
        {moveBy < context.asked.cutOff ? (
          <>
            {' '}
            <StatusBadge tone="bad" icon="clock">
              die dag is voorbij
            </StatusBadge>
          </>
        ) : null}
      </p>
    </div>
  )
}

import { TwoClocks } from '@tijdig/ui'
import type { Asked } from './asked.ts'
import { clockDrawing, happenedClock, knownClock, meaningOfClocks } from './day-clock.ts'
import type { Move } from './move.ts'
import { today } from './today.ts'

interface Props {
  /** Where a page has more than one pair of clocks. */
  readonly id?: string
  readonly label?: string
  readonly asked: Asked
  /** Where the clocks stand when nobody has set them. */
  readonly newest: Asked
  readonly onMove: (move: Move) => void
}

/** The two clocks of a page, with the days that are asked often. */
export function ClockPanel({ asked, newest, onMove, ...name }: Props) {
  return (
    <TwoClocks
      {...name}
      happened={happenedClock(asked, newest)}
      known={knownClock(asked, newest)}
      drawing={clockDrawing(asked)}
      meaning={meaningOfClocks(asked, today())}
      onMove={onMove}
    />
  )
}

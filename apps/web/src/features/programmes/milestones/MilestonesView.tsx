import type { Programme } from '@tijdig/server/contract'
import { EmptyState, Heading } from '@tijdig/ui'
import { useMemo } from 'react'
import type { Asked } from '../../../clocks/asked.ts'
import { LaneDrawing } from './LaneDrawing.tsx'
import { LaneList } from './LaneList.tsx'
import { lanesOf, yearsOf } from './milestone-lanes.ts'
import './milestones.css'

interface Props {
  readonly programme: Programme
  readonly asked: Asked
}

/** The milestones on a line of time for each line of the programme, and all of them as a list. */
export function MilestonesView({ programme, asked }: Props) {
  const lanes = useMemo(() => lanesOf(programme), [programme])
  return (
    <section className="tijdig-section" aria-labelledby="mijlpalen">
      <Heading level={2} id="mijlpalen">
        Mijlpalen
      </Heading>
      {lanes.length === 0 ? (
        <EmptyState title="Dit programma heeft nog geen mijlpalen.">
          <p>Op deze dag stond er geen mijlpaal in het programma.</p>
        </EmptyState>
      ) : (
        <>
          {yearsOf(lanes).length === 0 ? null : <LaneDrawing lanes={lanes} cutOff={asked.cutOff} />}
          <LaneList lanes={lanes} />
        </>
      )}
    </section>
  )
}

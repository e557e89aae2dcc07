import type { Programme } from '@tijdig/server/contract'
import { Button, EmptyState, Heading, Icon } from '@tijdig/ui'
import { useMemo } from 'react'
import { type Asked, askedInWords } from '../../../clocks/asked.ts'
import { LightKey } from '../LightKey.tsx'
import { gridGroups } from './grid-rows.ts'
import { MonthGrid } from './MonthGrid.tsx'
import { usePaper } from './use-paper.ts'
import './grid.css'

interface Props {
  readonly programme: Programme
  readonly asked: Asked
}

/** Actions down, months across, a light in each: on the screen, by keyboard and on one sheet of A3. */
export function GridView({ programme, asked }: Props) {
  const groups = useMemo(() => gridGroups(programme), [programme])
  const { months } = programme.grid
  usePaper('A3 landscape')
  return (
    <section className="tijdig-section tijdig-grid-view" aria-labelledby="maanden">
      <div className="tijdig-grid-view__head">
        <Heading level={2} id="maanden">
          Acties per maand
        </Heading>
        <div className="tijdig-not-printed">
          <Button
            purpose="secondary"
            iconStart={<Icon name="document" />}
            onClick={() => window.print()}
          >
            Print op A3
          </Button>
        </div>
      </div>
      {groups.length === 0 || months.length === 0 ? (
        <EmptyState title="Er zijn geen acties met een planning.">
          <p>Zodra een actie een planning heeft of begonnen is, staat die hier per maand.</p>
        </EmptyState>
      ) : (
        <>
          <p className="tijdig-grid-view__lead">
            Het teken zegt hoe een actie er aan het eind van de maand voor stond. Zonder muis: met
            de pijltjestoetsen loopt u door de maanden en de acties.
          </p>
          <LightKey withPlan />
          <MonthGrid
            caption={`Acties per maand, ${askedInWords(asked)}`}
            months={months}
            groups={groups}
            cutOff={asked.cutOff}
          />
        </>
      )}
    </section>
  )
}

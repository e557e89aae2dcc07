import { useQuery } from '@tanstack/react-query'
import type { Indicator, Norm } from '@tijdig/server/contract'
import { Button, Heading, Paragraph } from '@tijdig/ui'
import { useMemo } from 'react'
import { explanationsQuery } from '../../api/queries.ts'
import { type Asked, readAsked, sameAsked, writeAsked } from '../../clocks/asked.ts'
import { ClockPanel } from '../../clocks/ClockPanel.tsx'
import { happenedClock } from '../../clocks/day-clock.ts'
import { explainAll } from '../../clocks/explained.ts'
import { WhyDiffers } from '../../clocks/WhyDiffers.tsx'
import type { NormsSearch } from './search.ts'

interface Props {
  readonly route: string
  readonly norm: Norm
  readonly indicator: Indicator
  readonly asked: Asked
  readonly newest: Asked
  readonly search: NormsSearch
  readonly onChange: (part: NormsSearch) => void
}

/** What changed of the outcomes since another day, and why. */
export function NormChanges({ route, norm, indicator, asked, newest, search, onChange }: Props) {
  const compared = useMemo(() => readAsked(search.met), [search.met])
  const { cell } = norm.counts
  const why = useQuery({
    ...explanationsQuery(route, compared ?? asked, asked, {
      indicator: indicator.code,
      by: [...Object.keys(cell), 'outcome'].join(','),
    }),
    enabled: compared !== undefined && !sameAsked(compared, asked),
  })
  const changes = useMemo(
    () =>
      explainAll(
        (why.data?.explanations ?? [])
          .filter(({ by }) => Object.entries(cell).every(([name, code]) => by[name] === code))
          .map(({ by, ...rest }) => ({ ...rest, by: { outcome: by.outcome ?? '' } })),
        [indicator],
        compared ?? asked,
        asked,
      ),
    [why.data, cell, indicator, compared, asked],
  )
  return (
    <section className="tijdig-section" aria-labelledby="veranderd">
      <Heading level={2} id="veranderd">
        Wat er veranderde
      </Heading>
      {compared === undefined ? (
        <>
          <Paragraph>
            Leg er een andere stand naast, en zie waardoor de aantallen verschillen.
          </Paragraph>
          <div className="tijdig-actions tijdig-not-printed">
            <Button
              purpose="secondary"
              onClick={() =>
                onChange({
                  met: writeAsked({
                    ...asked,
                    cutOff: happenedClock(asked, newest).choices[0]?.day ?? asked.cutOff,
                  }),
                })
              }
            >
              Vergelijk met een andere stand
            </Button>
          </div>
        </>
      ) : (
        <>
          <ClockPanel
            id="andere"
            label="De klokken van de andere stand"
            asked={compared}
            newest={newest}
            onMove={(move) => onChange({ met: writeAsked({ ...compared, ...move }) })}
          />
          <div className="tijdig-actions tijdig-not-printed">
            <Button
              purpose="secondary"
              onClick={() => onChange({ met: undefined, uitleg: undefined })}
            >
              Stop met vergelijken
            </Button>
          </div>
          <WhyDiffers
            why={why}
            changes={changes}
            compared={compared}
            asked={asked}
            chosen={search.uitleg}
            onChoose={(uitleg) => onChange({ uitleg })}
          />
        </>
      )}
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { Indicator, Route } from '@tijdig/server/contract'
import { Button, SelectField } from '@tijdig/ui'
import { useMemo } from 'react'
import { explanationsQuery } from '../../api/queries.ts'
import { type Asked, sameAsked, writeAsked } from '../../clocks/asked.ts'
import { ClockPanel } from '../../clocks/ClockPanel.tsx'
import { explainAll } from '../../clocks/explained.ts'
import { WhyDiffers } from '../../clocks/WhyDiffers.tsx'
import { definitionChoices } from './definitions.ts'
import type { FiguresSearch } from './search.ts'

interface Props {
  readonly route: Route
  readonly indicator: Indicator
  readonly dimensions: readonly string[]
  readonly asked: Asked
  readonly compared: Asked
  readonly newest: Asked
  readonly chosen: string | undefined
  readonly onChange: (part: FiguresSearch) => void
}

/** The second question, and why its figures are others. */
export function FigureComparison(props: Props) {
  const { route, indicator, dimensions, asked, compared, newest, chosen, onChange } = props
  const same = sameAsked(asked, compared)
  const why = useQuery({
    ...explanationsQuery(route.code, compared, asked, {
      indicator: indicator.code,
      by: dimensions.join(','),
    }),
    enabled: !same && asked.definitions !== 'all' && compared.definitions !== 'all',
  })
  const changes = useMemo(
    () => explainAll(why.data?.explanations ?? [], [indicator], compared, asked),
    [why.data, indicator, compared, asked],
  )
  return (
    <>
      <ClockPanel
        id="andere"
        label="De klokken van de andere stand"
        asked={compared}
        newest={newest}
        onMove={(move) => onChange({ met: writeAsked({ ...compared, ...move }) })}
      />
      <div className="tijdig-choice tijdig-not-printed">
        <SelectField
          id="andere-definitie"
          label="Definitie bij de andere stand"
          value={compared.definitions ?? ''}
          options={definitionChoices(indicator, compared).filter((one) => one.value !== 'all')}
          onChange={(definitions) => {
            const { definitions: _, ...question } = compared
            onChange({
              met: writeAsked(definitions === '' ? question : { ...question, definitions }),
            })
          }}
        />
        <div className="tijdig-choice__action">
          <Button
            purpose="secondary"
            onClick={() => onChange({ met: undefined, uitleg: undefined })}
          >
            Stop met vergelijken
          </Button>
        </div>
      </div>
      {asked.definitions === 'all' ? (
        <p>Kies hierboven één definitie; dan is te zien waardoor het cijfer verschilt.</p>
      ) : (
        <WhyDiffers
          why={why}
          changes={changes}
          compared={compared}
          asked={asked}
          chosen={chosen}
          onChoose={(uitleg) => onChange({ uitleg })}
        />
      )}
    </>
  )
}

import type { Indicator, Route } from '@tijdig/server/contract'
import { SelectField } from '@tijdig/ui'
import type { Asked } from '../../clocks/asked.ts'
import { dimensionLabel } from '../../figures/labels.ts'
import { definitionChoices } from './definitions.ts'
import { type FiguresSearch, TOTAL } from './search.ts'

interface Props {
  readonly route: Route
  readonly indicator: Indicator
  readonly dimensions: readonly string[]
  readonly asked: Asked
  readonly onChange: (part: FiguresSearch) => void
}

/** Which figure, by what, under which definition. */
export function FigureChoice({ route, indicator, dimensions, asked, onChange }: Props) {
  const all = Object.keys(indicator.dimensions)
  const [first = '', second = ''] = dimensions
  const by = (...chosen: readonly string[]) => {
    const kept = chosen.filter((dimension) => dimension !== '')
    onChange({ per: kept.length === 0 ? TOTAL : kept.join(','), uitleg: undefined })
  }
  return (
    <form className="tijdig-choice tijdig-not-printed" onSubmit={(event) => event.preventDefault()}>
      <SelectField
        id="cijfer"
        label="Cijfer"
        value={indicator.code}
        options={route.indicators.map((one) => ({ value: one.code, label: one.label }))}
        onChange={(cijfer) =>
          onChange({ cijfer, per: undefined, definitie: undefined, uitleg: undefined })
        }
      />
      {all.length === 0 ? null : (
        <SelectField
          id="per"
          label="Uitgesplitst naar"
          value={first}
          options={[
            { value: '', label: 'Niet: alleen het totaal' },
            ...all.map((code) => ({ value: code, label: dimensionLabel(indicator, code) })),
          ]}
          onChange={(code) => by(code, code === '' || code === second ? '' : second)}
        />
      )}
      {all.length < 2 || first === '' ? null : (
        <SelectField
          id="en-per"
          label="en naar"
          value={second}
          options={[
            { value: '', label: 'Niets meer' },
            ...all
              .filter((code) => code !== first)
              .map((code) => ({ value: code, label: dimensionLabel(indicator, code) })),
          ]}
          onChange={(code) => by(first, code)}
        />
      )}
      <SelectField
        id="definitie"
        label="Definitie"
        value={asked.definitions ?? ''}
        options={definitionChoices(indicator, asked)}
        onChange={(definitie) => onChange({ definitie: definitie || undefined, uitleg: undefined })}
      />
    </form>
  )
}

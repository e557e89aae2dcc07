import type { Indicator } from '@tijdig/server/contract'
import { SelectField } from '@tijdig/ui'
import { dimensionLabel } from '../../figures/labels.ts'
import { type NormsSearch, PERIODS, type PeriodName } from './search.ts'

interface Props {
  readonly indicator: Indicator | undefined
  readonly possible: readonly string[]
  readonly search: NormsSearch
  readonly onChange: (part: NormsSearch) => void
}

const PERIOD_WORDS = {
  maand: 'Maand waarin de termijn begon',
  kwartaal: 'Kwartaal waarin de termijn begon',
  alles: 'Alles bij elkaar',
} as const satisfies Record<PeriodName, string>

/** Over which periods, and by what. */
export function NormChoice({ indicator, possible, search, onChange }: Props) {
  const splits = possible.filter((each) => each !== 'month' && each !== 'quarter')
  const split = splits.find((each) => each === search.per) ?? ''
  const period = search.periode ?? (split === '' ? 'maand' : 'alles')
  const chosen = { uitkomst: undefined, cel: undefined, pagina: undefined }
  return (
    <form
      className="tijdig-norm__choice tijdig-not-printed"
      onSubmit={(event) => event.preventDefault()}
    >
      <SelectField
        id="periode"
        label="Per"
        value={period}
        options={(Object.keys(PERIODS) as PeriodName[]).map((value) => ({
          value,
          label: PERIOD_WORDS[value],
        }))}
        onChange={(value) => onChange({ periode: value as PeriodName, ...chosen })}
      />
      {indicator === undefined || splits.length === 0 ? null : (
        <SelectField
          id="per"
          label="Uitgesplitst naar"
          value={split}
          options={[
            { value: '', label: 'Niet uitgesplitst' },
            ...splits.map((code) => ({ value: code, label: dimensionLabel(indicator, code) })),
          ]}
          onChange={(per) => onChange({ per: per || undefined, ...chosen })}
        />
      )}
    </form>
  )
}

import type { Route } from '@tijdig/server/contract'
import { capital, Field, SelectField } from '@tijdig/ui'
import { useEffect, useRef, useState } from 'react'
import { readOrder } from './order.ts'
import type { TrajectoriesSearch } from './search.ts'

interface Props {
  readonly route: Route
  readonly search: TrajectoriesSearch
  readonly onChange: (part: Partial<TrajectoriesSearch>) => void
}

/** Long enough to type on, short enough not to wait for. */
const REST = 250

/** What to look for: part of a number, a state, an attribute. Each change searches at once. */
export function TrajectoryFilters({ route, search, onChange }: Props) {
  const [draft, setDraft] = useState(search.zoek ?? '')
  const timer = useRef<number>()
  useEffect(() => {
    setDraft(search.zoek ?? '')
    return () => window.clearTimeout(timer.current)
  }, [search.zoek])
  const seek = (text: string) => {
    window.clearTimeout(timer.current)
    const sought = text.trim()
    if (sought !== (search.zoek ?? '')) onChange({ zoek: sought === '' ? undefined : sought })
  }
  return (
    <search className="tijdig-filters tijdig-not-printed">
      <form
        className="tijdig-filters__form"
        onSubmit={(event) => {
          event.preventDefault()
          seek(draft)
        }}
      >
        <Field id="zoek" label="Nummer">
          <input
            id="zoek"
            type="search"
            className="utrecht-textbox utrecht-textbox--html-input tijdig-control"
            value={draft}
            placeholder={route.code === 'ot' ? 'bijvoorbeeld 0094' : 'deel van het nummer'}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              const text = event.target.value
              setDraft(text)
              window.clearTimeout(timer.current)
              timer.current = window.setTimeout(() => seek(text), REST)
            }}
          />
        </Field>
        <SelectField
          id="toestand"
          label="Toestand"
          value={search.toestand ?? ''}
          options={[
            { value: '', label: 'Alle toestanden' },
            ...route.states.map((state) => ({ value: state.code, label: capital(state.label) })),
          ]}
          onChange={(toestand) => onChange({ toestand: toestand || undefined })}
        />
        <FeatureSelect route={route} search={search} onChange={onChange} />
        <SelectField
          id="sorteer"
          label="Volgorde"
          value={`${search.sorteer ?? 'geopend'}${search.oplopend === 'ja' ? '+' : ''}`}
          options={[
            { value: 'geopend', label: 'Nieuwste eerst' },
            { value: 'geopend+', label: 'Oudste eerst' },
            { value: 'toestand', label: 'Laatst van toestand veranderd' },
            { value: 'toestand+', label: 'Langst in dezelfde toestand' },
            { value: 'nummer+', label: 'Nummer, van laag naar hoog' },
            { value: 'nummer', label: 'Nummer, van hoog naar laag' },
          ]}
          onChange={(order) => onChange(readOrder(order))}
        />
      </form>
    </search>
  )
}

function FeatureSelect({ route, search, onChange }: Props) {
  if (route.filters.length === 0) return null
  return (
    <Field id="kenmerk" label="Kenmerk">
      <select
        id="kenmerk"
        className="utrecht-select utrecht-select--html-select tijdig-control"
        value={search.kenmerk ?? ''}
        onChange={(event) => onChange({ kenmerk: event.target.value || undefined })}
      >
        <option value="">Alle kenmerken</option>
        {route.filters.map((filter) => (
          <optgroup key={filter.attribute} label={filter.label}>
            {filter.values.map((choice) => (
              <option key={choice.code} value={`${filter.attribute}:${choice.code}`}>
                {capital(choice.label)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  )
}

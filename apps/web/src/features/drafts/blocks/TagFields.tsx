import type { AttributeValue, BlockField, IndicatorWords } from '@tijdig/drafts'
import { ChoiceGroup, SelectField, TextField } from '@tijdig/ui'
import { fieldsOf, type TagDraft } from './tag-draft.ts'

interface Props {
  readonly draft: TagDraft
  readonly onChange: (draft: TagDraft) => void
}

/** What must be known of a block before it can be put in. */
export function TagFields({ draft, onChange }: Props) {
  return fieldsOf(draft).map((field) => (
    <OneField
      key={field.name}
      field={field}
      indicator={draft.indicator}
      value={draft.values[field.name]}
      onChange={(value) => onChange({ ...draft, values: { ...draft.values, [field.name]: value } })}
    />
  ))
}

function OneField(props: {
  readonly field: BlockField
  readonly indicator: IndicatorWords
  readonly value: AttributeValue | undefined
  readonly onChange: (value: AttributeValue) => void
}) {
  const { field, indicator, value, onChange } = props
  const id = `onderdeel-${field.name}`
  const dimensions = Object.entries(indicator.dimensions)
  switch (field.kind) {
    case 'text':
      return (
        <TextField id={id} label={field.label} value={String(value ?? '')} onChange={onChange} />
      )
    case 'choice':
      return (
        <SelectField
          id={id}
          label={field.label}
          value={String(value ?? field.options?.[0]?.value ?? '')}
          options={field.options ?? []}
          onChange={onChange}
        />
      )
    case 'value': {
      const values = Object.entries(indicator.dimensions[field.name]?.values ?? {})
      return (
        <SelectField
          id={id}
          label={field.label}
          value={String(value ?? '')}
          options={[
            { value: '', label: field.required ? 'Kies' : 'alles' },
            ...values.map(([code, words]) => ({ value: code, label: words })),
          ]}
          onChange={onChange}
        />
      )
    }
    case 'yes':
      return (
        <ChoiceGroup
          id={id}
          legend={field.label}
          options={[{ value: 'ja', label: 'Ja' }]}
          chosen={value === true ? ['ja'] : []}
          onChange={(chosen) => onChange(chosen.length > 0)}
        />
      )
    case 'dimensions': {
      const chosen = Array.isArray(value) ? value.map(String) : []
      return (
        <ChoiceGroup
          id={id}
          legend={field.label}
          hint={`Kies er ${field.least === 0 ? 'geen, een of twee' : 'een of twee'}.`}
          options={dimensions.map(([code, { label }]) => ({ value: code, label }))}
          chosen={chosen}
          onChange={(next) => onChange(next.slice(-(field.most ?? next.length)))}
        />
      )
    }
    case 'cell': {
      const cell: Readonly<Record<string, AttributeValue>> =
        typeof value === 'object' && !Array.isArray(value)
          ? (value as Record<string, AttributeValue>)
          : {}
      return (
        <fieldset className="tijdig-cell">
          <legend>{field.label}</legend>
          {dimensions.map(([code, { label, values }]) => (
            <CodeField
              key={code}
              id={`${id}-${code}`}
              label={label}
              values={values}
              value={cell[code]}
              onChange={(next) => {
                const { [code]: _, ...others } = cell
                onChange(next === '' ? others : { ...others, [code]: next })
              }}
            />
          ))}
        </fieldset>
      )
    }
  }
}

/** One code of a dimension; where its codes are not listed, they are typed: a month, a region. */
function CodeField(props: {
  readonly id: string
  readonly label: string
  readonly values: Readonly<Record<string, string>>
  readonly value: AttributeValue | undefined
  readonly onChange: (code: string) => void
}) {
  const { id, label, values, value, onChange } = props
  const codes = Object.entries(values)
  const current = typeof value === 'string' ? value : ''
  if (codes.length === 0)
    return (
      <TextField
        id={id}
        label={label}
        hint="Laat leeg voor alles."
        value={current}
        onChange={onChange}
      />
    )
  const several = Array.isArray(value) ? `${value.length} samen (zo laten)` : 'alles'
  return (
    <SelectField
      id={id}
      label={label}
      value={current}
      options={[
        { value: '', label: several },
        ...codes.map(([code, words]) => ({ value: code, label: words })),
      ]}
      onChange={onChange}
    />
  )
}

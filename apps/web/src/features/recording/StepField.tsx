import { useQuery } from '@tanstack/react-query'
import type { Step } from '@tijdig/server/contract'
import { capital, SelectField, TextField } from '@tijdig/ui'
import { colleaguesQuery } from '../../api/work.ts'
import { fieldId } from './step-draft.ts'

type Field = Step['fields'][number]

interface Props {
  readonly field: Field
  readonly value: string
  /** What was filled in elsewhere on the form, by field. */
  readonly values: Readonly<Record<string, string>>
  readonly error: string | undefined
  readonly onChange: (value: string) => void
  /** What stands there now, in words, where it is corrected. */
  readonly was?: string
}

/** What people cannot guess of how to fill something in. */
const HINTS: Partial<Record<Field['kind'], string>> = {
  cents: 'In euro’s, bijvoorbeeld 1.250,50.',
  period: 'Een maand (2023-04), een kwartaal (2023-Q2) of een jaar (2023).',
}

/** One field of a step: a choice where there are choices, else something to type. */
export function StepField({ field, value, values, error, onChange, was }: Props) {
  const hint = [field.help, HINTS[field.kind], was === undefined ? null : `Er staat nu: ${was}.`]
    .filter((text) => text)
    .join(' ')
  const shared = {
    id: fieldId(field.code),
    label: field.required ? field.label : `${field.label} (hoeft niet)`,
    value,
    error,
    onChange,
    ...(hint === '' ? {} : { hint }),
  }
  if (field.colleague) return <ColleagueField {...shared} />
  if (field.teamOf !== null) {
    return <TeamField {...shared} label={field.label} colleague={values[field.teamOf] ?? ''} />
  }
  if (field.kind === 'day') return <TextField {...shared} type="date" />
  const choices =
    field.kind === 'boolean'
      ? [
          { code: 'ja', label: 'ja' },
          { code: 'nee', label: 'nee' },
        ]
      : field.choices
  // A text is long; the rest fits on a line.
  if (choices.length === 0) return <TextField {...shared} long={field.kind === 'text'} />
  return (
    <SelectField
      {...shared}
      options={[
        { value: '', label: field.required ? 'Kies' : 'Niet ingevuld' },
        // A code that came in from elsewhere and is not on the list stays what it is.
        ...(value === '' || choices.some(({ code }) => code === value)
          ? []
          : [{ value, label: value }]),
        ...choices.map(({ code, label }) => ({ value: code, label: capital(label) })),
      ]}
    />
  )
}

type Shared = Omit<Parameters<typeof SelectField>[0], 'options'>

/** Somebody of one's own organisation, by name. */
function ColleagueField(props: Shared) {
  const { data = [], isError } = useQuery(colleaguesQuery)
  const { value, error } = props
  const isKnown = value === '' || data.some(({ code }) => code === value)
  return (
    <SelectField
      {...props}
      error={error ?? (isError ? 'De collega’s konden niet worden opgehaald.' : undefined)}
      options={[
        { value: '', label: 'Kies een collega' },
        ...(isKnown ? [] : [{ value, label: `Niet in deze lijst (${value})` }]),
        ...data.map(({ code, name, roleLabel, teams }) => ({
          value: code,
          label: [name, roleLabel, ...teams.map(({ label }) => label)].join(', '),
        })),
      ]}
    />
  )
}

/** In which team: asked only of a colleague who works in more than one. */
function TeamField({ colleague, ...props }: Shared & { readonly colleague: string }) {
  const { data = [] } = useQuery(colleaguesQuery)
  const teams = data.find(({ code }) => code === colleague)?.teams ?? []
  if (teams.length < 2 && props.error === undefined) return null
  return (
    <SelectField
      {...props}
      options={[
        { value: '', label: 'Kies een team' },
        ...teams.map(({ code, label }) => ({ value: code, label })),
      ]}
    />
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Family } from '@tijdig/server/contract'
import { Button, capital, SelectField, TextField } from '@tijdig/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { familyQuery, keepPerson } from '../../api/family.ts'
import { today } from '../../clocks/today.ts'
import { Failed } from '../../shell/Failed.tsx'
import { focusWrong, type Wrong } from '../../shell/focus-wrong.ts'
import {
  KINDS,
  nextCode,
  type PersonDraft,
  type PersonKind,
  personOf,
  wrongIn,
} from './person-draft.ts'

interface Props {
  readonly route: string
  readonly id: string
  readonly family: Family
  readonly start: PersonDraft
  /** Whether it is kept already: then its code stays. */
  readonly existing?: boolean
  readonly onDone: () => void
}

/** By the name of the server's field, the id of ours. */
const FIELDS: Readonly<Record<string, string>> = {
  name: 'persoon-naam',
  bornOn: 'persoon-geboren',
  bsn: 'persoon-bsn',
  address: 'persoon-adres',
  phone: 'persoon-telefoon',
  note: 'persoon-notitie',
}

/** Somebody new, or what is known of somebody. */
export function PersonForm({ route, id, family, start, existing = false, onDone }: Props) {
  const client = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const headingId = useId()
  const [draft, setDraft] = useState(start)
  const [wrong, setWrong] = useState<Wrong>({})
  const change = (part: Partial<PersonDraft>) => setDraft({ ...draft, ...part })
  useEffect(() => heading.current?.focus(), [])
  const keep = useMutation({
    mutationFn: () => {
      const code = draft.code || nextCode(id, family, draft.kind)
      return keepPerson(route, id, code, personOf(draft))
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: familyQuery(route, id).queryKey })
      onDone()
    },
    onError: (error) => {
      const field = error instanceof ApiProblem ? FIELDS[error.field ?? ''] : undefined
      if (field === undefined) return
      const found = { [field]: (error as ApiProblem).detail ?? '' }
      setWrong(found)
      focusWrong(found)
    },
  })
  const isShownAtField = keep.error instanceof ApiProblem && (keep.error.field ?? '') in FIELDS
  return (
    <form
      className="tijdig-form tijdig-family__form"
      aria-labelledby={headingId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const found = wrongIn(draft, today())
        setWrong(found)
        if (!focusWrong(found) && !keep.isPending) keep.mutate()
      }}
    >
      <h3 id={headingId} ref={heading} tabIndex={-1}>
        {existing ? 'Persoon wijzigen' : 'Persoon toevoegen'}
      </h3>
      <SelectField
        id="persoon-soort"
        label="Wie is het?"
        value={draft.kind}
        options={Object.entries(KINDS).map(([value, label]) => ({ value, label: capital(label) }))}
        onChange={(kind) => change({ kind: kind as PersonKind, ...(existing ? {} : { code: '' }) })}
      />
      {!existing && draft.kind === 'child' && family.unnamed.length > 0 ? (
        <SelectField
          id="persoon-code"
          label="Welk kind in dit traject?"
          value={draft.code}
          options={[
            { value: '', label: 'Een kind dat nog niet is genoemd' },
            ...family.unnamed.map((code) => ({ value: code, label: code })),
          ]}
          onChange={(code) => change({ code })}
        />
      ) : null}
      <TextField
        id="persoon-naam"
        label="Naam"
        error={wrong['persoon-naam']}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        id="persoon-geboren"
        type="date"
        label="Geboortedatum (mag leeg)"
        error={wrong['persoon-geboren']}
        value={draft.bornOn}
        onChange={(bornOn) => change({ bornOn })}
      />
      <TextField
        id="persoon-bsn"
        label="Burgerservicenummer (mag leeg)"
        error={wrong['persoon-bsn']}
        value={draft.bsn}
        onChange={(bsn) => change({ bsn })}
      />
      <TextField
        id="persoon-adres"
        long
        label="Adres (mag leeg)"
        error={wrong['persoon-adres']}
        value={draft.address}
        onChange={(address) => change({ address })}
      />
      <TextField
        id="persoon-telefoon"
        label="Telefoon (mag leeg)"
        error={wrong['persoon-telefoon']}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
      />
      <TextField
        id="persoon-notitie"
        long
        label="Notitie (mag leeg)"
        hint="Alleen wat nodig is om het gezin te bereiken. Het gezin mag dit lezen."
        error={wrong['persoon-notitie']}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
      {keep.isError && !isShownAtField ? <Failed error={keep.error} /> : null}
      <div className="tijdig-actions">
        <Button type="submit" purpose="primary" busy={keep.isPending}>
          Bewaren
        </Button>
        <Button type="button" purpose="secondary" onClick={() => keep.isPending || onDone()}>
          Terug
        </Button>
      </div>
    </form>
  )
}

import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FamilySearch, FoundFamilies } from '@tijdig/server/contract'
import { Button, ChoiceGroup, EmptyState, TextField } from '@tijdig/ui'
import { useState } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { findFamily } from '../../api/family.ts'
import { isDay } from '../../clocks/asked.ts'
import { Failed } from '../../shell/Failed.tsx'
import { focusWrong, type Wrong } from '../../shell/focus-wrong.ts'
import { PageTitle } from '../../shell/PageTitle.tsx'
import './family.css'

const FIELDS: Readonly<Record<string, string>> = {
  bsn: 'zoek-bsn',
  name: 'zoek-naam',
  bornOn: 'zoek-geboren',
}

/** Finding the trajectory of a family of which one knows who it is. Nothing stands in the address. */
export function FindFamilyPage() {
  const [by, setBy] = useState<'bsn' | 'name'>('bsn')
  const [bsn, setBsn] = useState('')
  const [name, setName] = useState('')
  const [bornOn, setBornOn] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const search = useMutation({
    mutationFn: () => {
      const asked: FamilySearch = by === 'bsn' ? { bsn } : { name, bornOn }
      return findFamily(asked)
    },
    onError: (error) => {
      const field = error instanceof ApiProblem ? FIELDS[error.field ?? ''] : undefined
      if (field === undefined) return
      const found = { [field]: (error as ApiProblem).detail ?? '' }
      setWrong(found)
      focusWrong(found)
    },
  })
  const isShownAtField = search.error instanceof ApiProblem && (search.error.field ?? '') in FIELDS
  const wrongNow = (): Wrong =>
    by === 'bsn'
      ? bsn.trim() === ''
        ? { 'zoek-bsn': 'Vul het burgerservicenummer in.' }
        : {}
      : {
          ...(name.trim() === '' ? { 'zoek-naam': 'Vul de achternaam in.' } : {}),
          ...(isDay(bornOn) ? {} : { 'zoek-geboren': 'Vul een dag in die op de kalender staat.' }),
        }
  return (
    <>
      <PageTitle
        title="Gezin zoeken"
        lead="U vindt alleen gezinnen bij wie uw organisatie betrokken is. Iedere zoekvraag wordt vastgelegd."
      />
      <form
        className="tijdig-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const found = wrongNow()
          setWrong(found)
          if (!focusWrong(found) && !search.isPending) search.mutate()
        }}
      >
        <ChoiceGroup
          id="zoek-op"
          single
          legend="Waarop zoekt u?"
          options={[
            { value: 'bsn', label: 'Burgerservicenummer' },
            { value: 'name', label: 'Achternaam en geboortedatum' },
          ]}
          chosen={[by]}
          onChange={([chosen]) => {
            setBy(chosen === 'name' ? 'name' : 'bsn')
            setWrong({})
            search.reset()
          }}
        />
        {by === 'bsn' ? (
          <TextField
            id="zoek-bsn"
            label="Burgerservicenummer"
            error={wrong['zoek-bsn']}
            value={bsn}
            onChange={setBsn}
          />
        ) : (
          <>
            <TextField
              id="zoek-naam"
              label="Achternaam"
              hint="Tussenvoegsels, hoofdletters en accenten maken niet uit."
              error={wrong['zoek-naam']}
              value={name}
              onChange={setName}
            />
            <TextField
              id="zoek-geboren"
              type="date"
              label="Geboortedatum"
              error={wrong['zoek-geboren']}
              value={bornOn}
              onChange={setBornOn}
            />
          </>
        )}
        {search.isError && !isShownAtField ? <Failed error={search.error} /> : null}
        <div className="tijdig-actions">
          <Button type="submit" purpose="primary" busy={search.isPending}>
            Zoeken
          </Button>
        </div>
      </form>
      <div aria-live="polite">{search.data ? <Found found={search.data} /> : null}</div>
    </>
  )
}

function Found({ found }: { readonly found: FoundFamilies }) {
  if (found.length === 0)
    return (
      <EmptyState title="Er is niemand gevonden.">
        <p>
          Kijk na wat u invulde. Een gezin waarbij uw organisatie niet betrokken is, vindt u niet.
        </p>
      </EmptyState>
    )
  return (
    <section className="tijdig-section" aria-label="Gevonden">
      <h2>{found.length === 1 ? 'Eén traject gevonden' : `${found.length} trajecten gevonden`}</h2>
      <ul className="tijdig-family__found">
        {found.map(({ route, id }) => (
          <li key={`${route}/${id}`}>
            <Link to="/trajecten/$route/$id" params={{ route, id }} className="nl-link">
              Traject {id}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

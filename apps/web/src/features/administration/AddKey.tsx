import { useMutation, useQueryClient } from '@tanstack/react-query'
import { addMonths, formatDay, getDay } from '@tijdig/core'
import type { MadeKey, NewKey } from '@tijdig/server/contract'
import { ChoiceGroup, capital, SelectField, TextField } from '@tijdig/ui'
import { useState } from 'react'
import { keysQuery, makeKey } from '../../api/administration.ts'
import { isDay } from '../../clocks/asked.ts'
import { today } from '../../clocks/today.ts'
import type { Wrong } from '../../shell/focus-wrong.ts'
import { AdminForm } from './AdminForm.tsx'
import { isRole, KEY_ROLE_OPTIONS } from './role-draft.ts'
import { isScope, SCOPE_LABELS } from './scopes.ts'

/** A key for a program: what it may, and until when. */
export function AddKey({ onDone }: { readonly onDone: (made?: MadeKey) => void }) {
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [role, setRole] = useState<NewKey['role'] | ''>('')
  const [scopes, setScopes] = useState<readonly string[]>([])
  const [endsOn, setEndsOn] = useState(() => formatDay(addMonths(getDay(today()), 12)))
  const [wrong, setWrong] = useState<Wrong>({})
  const make = useMutation({
    mutationFn: (of: NewKey['role']) =>
      makeKey({ name: name.trim(), role: of, scopes: scopes.filter(isScope), endsOn }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: keysQuery.queryKey })
      onDone(made)
    },
  })
  return (
    <AdminForm
      title="Sleutel maken"
      submit="Maak de sleutel"
      action={{ ...make, mutate: () => role !== '' && make.mutate(role) }}
      wrong={() => ({
        ...(name.trim() === '' ? { sleutelnaam: 'Geef de sleutel een naam.' } : {}),
        ...(role === '' ? { sleutelrol: 'Kies een rol.' } : {}),
        ...(scopes.length === 0
          ? { sleutelmag: 'Kies minstens één ding dat de sleutel mag.' }
          : {}),
        ...(isDay(endsOn) && endsOn > today()
          ? {}
          : { sleuteltot: 'Kies een dag die nog moet komen.' }),
      })}
      onWrong={setWrong}
      onCancel={() => onDone()}
    >
      <TextField
        id="sleutelnaam"
        label="Naam"
        hint="Waarvoor de sleutel is, bijvoorbeeld: registratiesysteem."
        error={wrong.sleutelnaam}
        value={name}
        onChange={setName}
      />
      <SelectField
        id="sleutelrol"
        label="Rol"
        hint="De sleutel ziet nooit meer dan iemand met deze rol."
        error={wrong.sleutelrol}
        value={role}
        options={KEY_ROLE_OPTIONS}
        onChange={(chosen) => setRole(isRole(chosen) && chosen !== 'administrator' ? chosen : '')}
      />
      <ChoiceGroup
        id="sleutelmag"
        legend="Wat mag de sleutel?"
        error={wrong.sleutelmag}
        options={Object.entries(SCOPE_LABELS).map(([value, label]) => ({
          value,
          label: capital(label),
        }))}
        chosen={scopes}
        onChange={setScopes}
      />
      <TextField
        id="sleuteltot"
        type="date"
        label="Tot en met welke dag?"
        error={wrong.sleuteltot}
        value={endsOn}
        onChange={setEndsOn}
      />
    </AdminForm>
  )
}

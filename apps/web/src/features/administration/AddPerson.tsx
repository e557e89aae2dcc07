import { useMutation, useQueryClient } from '@tanstack/react-query'
import { TextField } from '@tijdig/ui'
import { useState } from 'react'
import { addPerson, peopleQuery } from '../../api/administration.ts'
import type { Wrong } from '../../shell/focus-wrong.ts'
import { tell } from '../../shell/told.ts'
import { AdminForm } from './AdminForm.tsx'
import { RoleFields } from './RoleFields.tsx'
import { NO_ROLE, personWrong, roleOf, roleWrong } from './role-draft.ts'

/** Somebody new, with a first role. */
export function AddPerson({ onDone }: { readonly onDone: () => void }) {
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState(NO_ROLE)
  const [wrong, setWrong] = useState<Wrong>({})
  const add = useMutation({
    mutationFn: () => addPerson({ name: name.trim(), email: email.trim(), ...roleOf(role) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleQuery.queryKey })
      tell(`${name.trim()} is toegevoegd en kan inloggen met ${email.trim()}.`, '/beheer')
      onDone()
    },
  })
  return (
    <AdminForm
      title="Persoon toevoegen"
      submit="Voeg toe"
      action={add}
      wrong={() => ({ ...personWrong(name, email), ...roleWrong(role, 'nieuw') })}
      onWrong={setWrong}
      onCancel={onDone}
    >
      <TextField id="naam" label="Naam" error={wrong.naam} value={name} onChange={setName} />
      <TextField
        id="email"
        type="email"
        label="E-mailadres"
        hint="Daarmee herkent Tijdig de persoon als die voor het eerst inlogt."
        error={wrong.email}
        value={email}
        onChange={setEmail}
      />
      <RoleFields of="nieuw" draft={role} wrong={wrong} onChange={setRole} />
    </AdminForm>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Person } from '@tijdig/server/contract'
import { useState } from 'react'
import { giveRole, peopleQuery } from '../../api/administration.ts'
import type { Wrong } from '../../shell/focus-wrong.ts'
import { AdminForm } from './AdminForm.tsx'
import { RoleFields } from './RoleFields.tsx'
import { NO_ROLE, roleOf, roleWrong } from './role-draft.ts'

interface Props {
  readonly person: Person
  readonly onDone: () => void
}

/** One more role for somebody who is there already. */
export function GiveRole({ person, onDone }: Props) {
  const client = useQueryClient()
  const [draft, setDraft] = useState(NO_ROLE)
  const [wrong, setWrong] = useState<Wrong>({})
  const give = useMutation({
    mutationFn: () => giveRole(person.id, roleOf(draft)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleQuery.queryKey })
      onDone()
    },
  })
  return (
    <AdminForm
      level={3}
      title={`Rol geven aan ${person.name}`}
      submit="Geef deze rol"
      action={give}
      wrong={() => roleWrong(draft, person.id)}
      onWrong={setWrong}
      onCancel={onDone}
    >
      <RoleFields of={person.id} draft={draft} wrong={wrong} onChange={setDraft} />
    </AdminForm>
  )
}

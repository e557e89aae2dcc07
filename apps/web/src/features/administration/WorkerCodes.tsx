import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Person } from '@tijdig/server/contract'
import { Button, TextField } from '@tijdig/ui'
import { useState } from 'react'
import { giveWorkerCode, peopleQuery } from '../../api/administration.ts'
import type { Wrong } from '../../shell/focus-wrong.ts'
import { AdminForm } from './AdminForm.tsx'

/** Under which codes trajectories are assigned to a person, and the way to give another. */
export function WorkerCodes({ person }: { readonly person: Person }) {
  const [giving, setGiving] = useState(false)
  if (giving) return <GiveCode person={person} onDone={() => setGiving(false)} />
  const [current, ...before] = person.workerCodes
  return (
    <p className="tijdig-muted">
      {current === undefined ? (
        'Nog geen code in dossiers'
      ) : (
        <>
          Code in dossiers: <strong>{current}</strong>
          {before.length === 0 ? '' : `, eerder ${before.join(', ')}`}
        </>
      )}{' '}
      <Button
        purpose="subtle"
        aria-label={`Andere code voor ${person.name}`}
        onClick={() => setGiving(true)}
      >
        Andere code
      </Button>
    </p>
  )
}

function GiveCode({ person, onDone }: { readonly person: Person; readonly onDone: () => void }) {
  const client = useQueryClient()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const id = `code-${person.id}`
  const give = useMutation({
    mutationFn: () => giveWorkerCode(person.id, code.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleQuery.queryKey })
      onDone()
    },
  })
  return (
    <AdminForm
      level={3}
      title={`Code in dossiers van ${person.name}`}
      submit="Koppel deze code"
      action={give}
      wrong={() => (CODE.test(code.trim()) ? {} : { [id]: WHAT_FITS })}
      onWrong={setWrong}
      onCancel={onDone}
    >
      <TextField
        id={id}
        label="Code"
        hint="Zoals de code in ingelezen gegevens staat, bijvoorbeeld WSS-02. Eerdere codes blijven van deze persoon."
        value={code}
        error={wrong[id]}
        onChange={setCode}
      />
    </AdminForm>
  )
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/
const WHAT_FITS = 'Vul een code in van letters, cijfers, punten of streepjes.'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, DataTable, EmptyState, Loading, Skeleton, TextField } from '@tijdig/ui'
import { useState } from 'react'
import { addTeam, teamsQuery } from '../../api/administration.ts'
import { Failed } from '../../shell/Failed.tsx'
import type { Wrong } from '../../shell/focus-wrong.ts'
import { AdminForm } from './AdminForm.tsx'

/** The teams of an organisation. */
export function Teams() {
  const teams = useQuery(teamsQuery)
  const [adding, setAdding] = useState(false)
  if (teams.isError) return <Failed error={teams.error} onRetry={() => teams.refetch()} />
  if (teams.isPending)
    return (
      <>
        <Loading>De teams worden opgehaald.</Loading>
        <Skeleton shape="row" count={4} />
      </>
    )
  return (
    <section className="tijdig-section" aria-label="Teams">
      {adding ? (
        <AddTeam onDone={() => setAdding(false)} />
      ) : (
        <div className="tijdig-actions">
          <Button purpose="primary" onClick={() => setAdding(true)}>
            Team toevoegen
          </Button>
        </div>
      )}
      {teams.data.length === 0 ? (
        <EmptyState title="Er zijn geen teams.">
          <p>
            Zonder teams ziet elke hulpverlener alle trajecten van uw organisatie. Met teams ziet
            ieder die van het eigen team.
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Teams"
          captionHidden
          columns={[
            { key: 'name', label: 'Naam', head: 'Naam', cell: (team) => team.name },
            { key: 'code', label: 'Code', head: 'Code', cell: (team) => team.code },
          ]}
          rows={teams.data}
          rowKey={(team) => team.code}
        />
      )}
    </section>
  )
}

function AddTeam({ onDone }: { readonly onDone: () => void }) {
  const client = useQueryClient()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const add = useMutation({
    mutationFn: () => addTeam({ code: code.trim(), name: name.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: teamsQuery.queryKey })
      onDone()
    },
  })
  return (
    <AdminForm
      title="Team toevoegen"
      submit="Voeg toe"
      action={add}
      wrong={() => ({
        ...(name.trim() === '' ? { teamnaam: 'Vul de naam in.' } : {}),
        ...(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(code.trim())
          ? {}
          : { teamcode: 'Gebruik letters, cijfers, punten en streepjes, zonder spaties.' }),
      })}
      onWrong={setWrong}
      onCancel={onDone}
    >
      <TextField
        id="teamnaam"
        label="Naam"
        error={wrong.teamnaam}
        value={name}
        onChange={setName}
      />
      <TextField
        id="teamcode"
        label="Code"
        hint="Kort en zonder spaties, bijvoorbeeld noord. De code kan later niet veranderen."
        error={wrong.teamcode}
        value={code}
        onChange={setCode}
      />
    </AdminForm>
  )
}

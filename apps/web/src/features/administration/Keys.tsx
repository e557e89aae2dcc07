import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Key, MadeKey } from '@tijdig/server/contract'
import { Button, capital, DataTable, dayInWords, EmptyState, Loading, Skeleton } from '@tijdig/ui'
import { useState } from 'react'
import { keysQuery, withdrawKey } from '../../api/administration.ts'
import { dayOf } from '../../clocks/asked.ts'
import { ConfirmButton } from '../../shell/ConfirmButton.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { AddKey } from './AddKey.tsx'
import { NewKeyShown } from './NewKeyShown.tsx'
import { scopeLabel } from './scopes.ts'

/** The keys with which programs of an organisation get in. */
export function Keys() {
  const keys = useQuery(keysQuery)
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<MadeKey>()
  if (keys.isError) return <Failed error={keys.error} onRetry={() => keys.refetch()} />
  if (keys.isPending)
    return (
      <>
        <Loading>De sleutels worden opgehaald.</Loading>
        <Skeleton shape="row" count={4} />
      </>
    )
  return (
    <section className="tijdig-section" aria-label="Sleutels">
      {made === undefined ? null : <NewKeyShown made={made} onDone={() => setMade(undefined)} />}
      {adding ? (
        <AddKey
          onDone={(key) => {
            setAdding(false)
            setMade(key)
          }}
        />
      ) : (
        <div className="tijdig-actions">
          <Button purpose="primary" onClick={() => setAdding(true)}>
            Sleutel maken
          </Button>
        </div>
      )}
      {keys.data.length === 0 ? (
        <EmptyState title="Er zijn geen sleutels.">
          <p>Met een sleutel kan een ander programma gegevens uit Tijdig lezen of vastleggen.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Sleutels"
          captionHidden
          columns={[
            { key: 'name', label: 'Naam', head: 'Naam', cell: (key) => key.name },
            {
              key: 'hint',
              label: 'Begint met',
              head: 'Begint met',
              cell: (key) => <code>{key.hint}</code>,
            },
            { key: 'role', label: 'Rol', head: 'Rol', cell: (key) => capital(key.roleLabel) },
            {
              key: 'scopes',
              label: 'Mag',
              head: 'Mag',
              cell: (key) => capital(key.scopes.map(scopeLabel).join(', ')),
            },
            {
              key: 'ends',
              label: 'Tot en met',
              head: 'Tot en met',
              cell: (key) => dayInWords(dayOf(key.endsAt)),
            },
            {
              key: 'withdraw',
              label: 'Toegang',
              head: 'Toegang',
              cell: (key) => (key.endedAt === null ? <WithdrawKey of={key} /> : 'ingetrokken'),
            },
          ]}
          rows={keys.data}
          rowKey={(key) => key.id}
        />
      )}
    </section>
  )
}

function WithdrawKey({ of: key }: { readonly of: Key }) {
  const client = useQueryClient()
  const withdraw = useMutation({
    mutationFn: () => withdrawKey(key.id),
    onSuccess: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
  })
  return (
    <ConfirmButton
      label="Intrekken"
      name={`Intrekken: sleutel ${key.name}`}
      title={`De sleutel ${key.name} intrekken?`}
      yes="Ja, trek de sleutel in"
      action={withdraw}
    >
      <p>
        Programma’s die deze sleutel gebruiken, komen er meteen niet meer in. Dat is niet terug te
        draaien.
      </p>
    </ConfirmButton>
  )
}

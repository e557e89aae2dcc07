import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PublicationLine } from '@tijdig/server/contract'
import { Button, Dialog, TextField } from '@tijdig/ui'
import { useState } from 'react'
import { publicationQuery, publicationsQuery, withdraw } from '../../api/queries.ts'
import { Failed } from '../../shell/Failed.tsx'
import { focusWrong } from '../../shell/focus-wrong.ts'

/** Takes a publication out of the public archive, for a reason that everybody can read. */
export function WithdrawButton({ publication }: { readonly publication: PublicationLine }) {
  const { number } = publication
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const client = useQueryClient()
  const order = useMutation({
    mutationFn: () => withdraw(number, reason.trim()),
    onSuccess: async () => {
      setOpen(false)
      await client.invalidateQueries({ queryKey: publicationsQuery.queryKey })
      await client.invalidateQueries({ queryKey: publicationQuery(String(number)).queryKey })
    },
  })
  const send = () => {
    const missing = reason.trim() === '' ? 'Schrijf waarom u het intrekt.' : undefined
    setWrong(missing)
    if (missing !== undefined) focusWrong({ reden: missing })
    else if (!order.isPending) order.mutate()
  }
  return (
    <div className="tijdig-actions">
      <Button
        purpose="secondary"
        onClick={() => {
          order.reset()
          setOpen(true)
        }}
      >
        Trek dit rapport in
      </Button>
      <Dialog
        id="intrekken"
        title="Dit rapport intrekken?"
        open={open}
        busy={order.isPending}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button purpose="primary" busy={order.isPending} onClick={send}>
              {order.isPending ? 'Bezig met intrekken' : 'Ja, trek het in'}
            </Button>
            {/* First, as Enter twice must not withdraw: it cannot be taken back. */}
            <Button
              data-first
              purpose="secondary"
              disabled={order.isPending}
              onClick={() => setOpen(false)}
            >
              Nee, terug
            </Button>
          </>
        }
      >
        <p>
          Het openbare adres blijft werken, maar zegt dan alleen nog dat het rapport is ingetrokken,
          wanneer en waarom. Wie inlogt, kan het blijven lezen. Intrekken kan niet ongedaan worden
          gemaakt.
        </p>
        <TextField
          id="reden"
          long
          label="Waarom trekt u het in?"
          hint="Iedereen kan dit lezen. Schrijf geen namen van kinderen of ouders op."
          error={wrong}
          value={reason}
          onChange={setReason}
        />
        {order.isError ? <Failed error={order.error} /> : null}
      </Dialog>
    </div>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Route } from '@tijdig/server/contract'
import { Alert, Button, Dialog, SelectField, TextField } from '@tijdig/ui'
import { useState } from 'react'
import { breakGlass } from '../../api/access.ts'
import { Failed } from '../../shell/Failed.tsx'
import { focusWrong, type Wrong } from '../../shell/focus-wrong.ts'
import { wrongIn } from './glass-draft.ts'
import { keepGlassEnd } from './glass-end.ts'

interface Props {
  readonly routes: readonly Route[]
  readonly route: string | undefined
  readonly trajectory: string | undefined
}

/** Of which trajectory, and why; then a question, as others will hear of it. */
export function GlassForm({ routes, route: asked, trajectory: number }: Props) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [route, setRoute] = useState(
    routes.find(({ code }) => code === asked)?.code ?? routes[0]?.code ?? '',
  )
  const [trajectory, setTrajectory] = useState(number ?? '')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const [sure, setSure] = useState(false)
  const id = trajectory.trim()
  const open = useMutation({
    mutationFn: () => breakGlass({ route, trajectory: id, reason: reason.trim() }),
    onSuccess: async ({ endsAt }) => {
      keepGlassEnd(route, id, endsAt)
      client.removeQueries({ queryKey: ['trajectory', route, id] })
      setSure(false)
      await navigate({ to: '/trajecten/$route/$id', params: { route, id } })
    },
  })
  return (
    <form
      className="tijdig-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const found = wrongIn({ route, trajectory, reason })
        setWrong(found)
        if (focusWrong(found)) return
        open.reset()
        setSure(true)
      }}
    >
      <Alert tone="warning" title="Dit wordt gemeld.">
        U ziet het hele traject, drie uur lang. De teamleider van de betrokken organisatie en de
        controleur lezen wie u bent, welk traject u opende en waarom.
      </Alert>
      {routes.length > 1 ? (
        <SelectField
          id="route"
          label="Soort traject"
          value={route}
          options={routes.map(({ code, label }) => ({ value: code, label }))}
          onChange={setRoute}
        />
      ) : null}
      <TextField
        id="traject"
        label="Nummer van het traject"
        error={wrong.traject}
        value={trajectory}
        onChange={setTrajectory}
      />
      <TextField
        id="waarom"
        long
        label="Waarom kan het niet wachten?"
        hint="Schrijf geen namen van kinderen of ouders op."
        error={wrong.waarom}
        value={reason}
        onChange={setReason}
      />
      <div className="tijdig-actions">
        <Button type="submit" purpose="primary">
          Verder
        </Button>
      </div>
      <Dialog
        id="noodtoegang-zeker"
        title={`Traject ${id} openen?`}
        open={sure}
        busy={open.isPending}
        onClose={() => setSure(false)}
        actions={
          <>
            <Button
              type="button"
              purpose="primary"
              hint="negative"
              busy={open.isPending}
              onClick={() => open.isPending || open.mutate()}
            >
              Ja, open en meld het
            </Button>
            <Button
              data-first
              type="button"
              purpose="secondary"
              onClick={() => open.isPending || setSure(false)}
            >
              Nee, terug
            </Button>
          </>
        }
      >
        <p>
          Drie uur lang ziet u dit traject. De teamleider van de betrokken organisatie en de
          controleur krijgen meteen bericht, met uw naam en uw reden. Dat kan niet ongedaan worden
          gemaakt.
        </p>
        {open.isError ? <Failed error={open.error} /> : null}
      </Dialog>
    </form>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Audience, DraftView, NewDraftEventView } from '@tijdig/server/contract'
import { Alert, Button, Dialog, TextField } from '@tijdig/ui'
import { useState } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { decideDraft, draftQuery, draftsQuery, publishDraft } from '../../api/drafts.ts'
import { publicationsQuery } from '../../api/queries.ts'
import { ConfirmButton } from '../../shell/ConfirmButton.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { AudienceChoice } from '../reports/AudienceChoice.tsx'
import type { DraftConnection } from './editor/draft-connection.ts'

interface Props {
  readonly draft: DraftView
  readonly connection: DraftConnection
}

/** What may be done with a draft now: have it approved, approve it, publish it. */
export function DraftActions({ draft, connection }: Props) {
  const [audience, setAudience] = useState<Audience>(draft.audience)
  const client = useQueryClient()
  const navigate = useNavigate()
  const again = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: draftQuery(draft.id).queryKey }),
      client.invalidateQueries({ queryKey: draftsQuery.queryKey }),
      connection.refresh(),
    ])
  }
  const decide = useMutation({
    mutationFn: async ({ kind, reason }: Pick<NewDraftEventView, 'kind' | 'reason'>) => {
      if (kind === 'submitted' && !(await connection.flush())) {
        throw new ApiProblem('unreachable', 0)
      }
      await decideDraft(draft.id, { kind, version: connection.view.version, reason })
    },
    onSuccess: again,
  })
  const publish = useMutation({
    mutationFn: () => publishDraft(draft.id, { version: connection.view.version, audience }),
    onSuccess: async ({ number }) => {
      await Promise.all([again(), client.invalidateQueries(publicationsQuery)])
      await navigate({ to: '/rapporten/$number', params: { number: String(number) } })
    },
  })
  const discard = useMutation({
    mutationFn: () =>
      decideDraft(draft.id, { kind: 'discarded', version: connection.view.version }),
    onSuccess: async () => {
      await again()
      await navigate({ to: '/rapporten' })
    },
  })
  const { may } = draft
  return (
    <div className="tijdig-side__part">
      <div className="tijdig-actions">
        {may.submit ? (
          <Button
            purpose="primary"
            busy={decide.isPending}
            onClick={() => decide.isPending || decide.mutate({ kind: 'submitted' })}
          >
            Laat goedkeuren
          </Button>
        ) : null}
        {may.approve ? (
          <>
            <Button
              purpose="primary"
              busy={decide.isPending}
              onClick={() => decide.isPending || decide.mutate({ kind: 'approved' })}
            >
              Keur goed
            </Button>
            <Reject
              busy={decide.isPending}
              onReject={(reason) => decide.mutate({ kind: 'rejected', reason })}
            />
          </>
        ) : null}
        {may.publish ? (
          <ConfirmButton
            label="Publiceer"
            title="Dit rapport publiceren?"
            yes="Ja, publiceer"
            action={publish}
          >
            <AudienceChoice audience={audience} onChange={setAudience} exact={draft.exact} />
            <p>
              Het rapport krijgt een nummer en verandert daarna nooit meer. Publiceren kan niet
              ongedaan worden gemaakt.
            </p>
          </ConfirmButton>
        ) : null}
        {may.takeBack ? (
          <Button
            purpose="secondary"
            busy={decide.isPending}
            onClick={() => decide.isPending || decide.mutate({ kind: 'taken-back' })}
          >
            Haal terug om verder te schrijven
          </Button>
        ) : null}
        {may.discard ? (
          <ConfirmButton
            label="Gooi weg"
            title="Dit concept weggooien?"
            yes="Ja, gooi weg"
            action={discard}
          >
            <p>Niemand kan er dan nog in schrijven. De tekst blijft wel bewaard.</p>
          </ConfirmButton>
        ) : null}
      </div>
      {draft.needsSecond ? (
        <Alert tone="info">
          U schreef zelf als laatste in deze tekst. Een andere rapporteur moet hem goedkeuren.
        </Alert>
      ) : null}
      {decide.isError ? <Failed error={decide.error} /> : null}
    </div>
  )
}

function Reject({
  busy,
  onReject,
}: {
  readonly busy: boolean
  readonly onReject: (reason: string) => void
}) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <>
      <Button purpose="secondary" disabled={busy} onClick={() => setOpen(true)}>
        Stuur terug
      </Button>
      <Dialog
        id="terugsturen"
        title="Terugsturen naar de schrijver"
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button
              purpose="primary"
              disabled={reason.trim() === ''}
              onClick={() => {
                setOpen(false)
                onReject(reason.trim())
              }}
            >
              Stuur terug
            </Button>
            <Button purpose="secondary" onClick={() => setOpen(false)}>
              Annuleer
            </Button>
          </>
        }
      >
        <TextField
          id="terugsturen-reden"
          label="Wat moet er anders?"
          long
          value={reason}
          onChange={setReason}
        />
      </Dialog>
    </>
  )
}

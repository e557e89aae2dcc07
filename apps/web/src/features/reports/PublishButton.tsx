import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Audience, ReportTemplate } from '@tijdig/server/contract'
import { Button, Dialog, dayInWords } from '@tijdig/ui'
import { useState } from 'react'
import { publicationsQuery, publish } from '../../api/queries.ts'
import { type Asked, dayOf } from '../../clocks/asked.ts'
import { Failed } from '../../shell/Failed.tsx'
import { AudienceChoice } from './AudienceChoice.tsx'
import { sentencesToWrite } from './prompt-words.ts'

interface Props {
  readonly template: ReportTemplate
  readonly asked: Asked
}

/** Publishes, after a question: it cannot be taken back. */
export function PublishButton({ template, asked }: Props) {
  const [open, setOpen] = useState(false)
  const [audience, setAudience] = useState<Audience>(template.audience)
  const unwritten = template.prompts.length
  const navigate = useNavigate()
  const client = useQueryClient()
  const order = useMutation({
    mutationFn: () =>
      publish({
        template: template.template,
        cutOff: asked.cutOff,
        knownAt: asked.knownAt,
        audience,
      }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: publicationsQuery.queryKey })
      setOpen(false)
      await navigate({ to: '/rapporten/$number', params: { number: String(made.number) } })
    },
  })
  return (
    <>
      <Button
        purpose={unwritten > 0 ? 'secondary' : 'primary'}
        onClick={() => {
          order.reset()
          setAudience(template.audience)
          setOpen(true)
        }}
      >
        {unwritten > 0 ? 'Publiceer zonder deze zinnen' : 'Publiceer dit rapport'}
      </Button>
      <Dialog
        id="publiceren"
        title="Dit rapport publiceren?"
        open={open}
        busy={order.isPending}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button
              purpose="primary"
              busy={order.isPending}
              onClick={() => order.isPending || order.mutate()}
            >
              {order.isPending
                ? 'Bezig met publiceren'
                : order.isError
                  ? 'Probeer opnieuw'
                  : 'Ja, publiceer'}
            </Button>
            {/* First, as Enter twice must not publish: it cannot be taken back. */}
            <Button
              data-first
              purpose="secondary"
              disabled={order.isPending}
              onClick={() => order.isPending || setOpen(false)}
            >
              Nee, terug
            </Button>
          </>
        }
      >
        <dl className="tijdig-dialog__facts">
          <div>
            <dt>Rapport</dt>
            <dd>{template.title}</dd>
          </div>
          <div>
            <dt>Stand op</dt>
            <dd>{dayInWords(asked.cutOff)}</dd>
          </div>
          <div>
            <dt>Zoals bekend op</dt>
            <dd>{dayInWords(dayOf(asked.knownAt))}</dd>
          </div>
        </dl>
        <AudienceChoice audience={audience} onChange={setAudience} exact={template.exact} />
        {unwritten > 0 ? <p>{sentencesToWrite(unwritten)}. Die komen er dan niet in.</p> : null}
        <p>
          Het rapport krijgt een nummer en verandert daarna nooit meer, ook niet als er later iets
          wordt verbeterd. Publiceren kan niet ongedaan worden gemaakt.
        </p>
        {order.isError ? <Failed error={order.error} /> : null}
        {order.isPending ? (
          <div role="status" className="tijdig-progress">
            <progress aria-label="Bezig met publiceren" />
            <p>Bezig met publiceren: cijfers berekenen, tekst maken, vastleggen…</p>
          </div>
        ) : null}
      </Dialog>
    </>
  )
}

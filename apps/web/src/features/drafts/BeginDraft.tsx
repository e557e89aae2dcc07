import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReportTemplate } from '@tijdig/server/contract'
import { Button, Dialog, dayInBrief, SelectField } from '@tijdig/ui'
import { useState } from 'react'
import { beginDraft, draftsQuery } from '../../api/drafts.ts'
import { publicationsQuery } from '../../api/queries.ts'
import type { Asked } from '../../clocks/asked.ts'
import { askedInWords, dayOf } from '../../clocks/asked.ts'
import { Failed } from '../../shell/Failed.tsx'
import './drafts.css'

interface Props {
  readonly template: ReportTemplate
  readonly asked: Asked
  readonly purpose: 'primary' | 'secondary'
}

/** Begins a draft of a report over the question at hand: with which text, compared with what. */
export function BeginDraft({ template, asked, purpose }: Props) {
  const [open, setOpen] = useState(false)
  const [comparedWith, setComparedWith] = useState('')
  const [from, setFrom] = useState('')
  const published = useQuery({ ...publicationsQuery, enabled: open })
  const client = useQueryClient()
  const navigate = useNavigate()
  const begin = useMutation({
    mutationFn: () =>
      beginDraft({
        template: template.template,
        cutOff: asked.cutOff,
        knownAt: asked.knownAt,
        ...(comparedWith === '' ? {} : { comparedWith }),
        ...(from === '' ? {} : { from: Number(from) }),
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: draftsQuery.queryKey })
      await navigate({ to: '/rapporten/concept/$id', params: { id } })
    },
  })
  const ofRoute = (published.data ?? []).filter(({ route }) => route === template.route)
  const choice = ({ number, title, cutOff, knownAt }: (typeof ofRoute)[number]) => ({
    value: String(number),
    label: `nummer ${number}: ${title} (stand op ${dayInBrief(cutOff)}, bekend op ${dayInBrief(dayOf(knownAt))})`,
  })
  return (
    <>
      <Button purpose={purpose} onClick={() => setOpen(true)}>
        Begin een concept
      </Button>
      <Dialog
        id="concept-beginnen"
        title="Een concept beginnen"
        open={open}
        busy={begin.isPending}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button
              purpose="primary"
              busy={begin.isPending}
              onClick={() => begin.isPending || begin.mutate()}
            >
              Begin
            </Button>
            <Button purpose="secondary" disabled={begin.isPending} onClick={() => setOpen(false)}>
              Annuleer
            </Button>
          </>
        }
      >
        <div className="tijdig-insert">
          <p>
            {template.title}, {askedInWords(asked)}. De tekst staat er al; u schrijft erin wat u
            wilt toevoegen. Een ander keurt hem daarna goed.
          </p>
          <SelectField
            id="concept-tekst"
            label="Begin met de tekst van"
            value={from}
            options={[
              { value: '', label: 'het sjabloon' },
              ...ofRoute.filter((one) => one.template === template.template).map(choice),
            ]}
            onChange={setFrom}
          />
          <SelectField
            id="concept-vergelijk"
            label="Vergelijk de cijfers met"
            value={comparedWith}
            options={[{ value: '', label: 'geen eerder rapport' }, ...ofRoute.map(choice)]}
            onChange={setComparedWith}
          />
          {begin.isError ? <Failed error={begin.error} /> : null}
        </div>
      </Dialog>
    </>
  )
}

import { useMutation } from '@tanstack/react-query'
import type { DraftRemarkView, NewRemark } from '@tijdig/server/contract'
import { Button, TextField } from '@tijdig/ui'
import { useState } from 'react'
import { ApiProblem } from '../../../api/client.ts'
import { addDraftRemark } from '../../../api/drafts.ts'
import { Failed } from '../../../shell/Failed.tsx'
import { momentInWords } from '../moment-in-words.ts'

interface Props {
  readonly draft: string
  readonly remarks: readonly DraftRemarkView[]
  /** What was selected to say something of. */
  readonly about: { readonly from: number; readonly to: number; readonly quote: string } | undefined
  /** The version in which that stands, once all that was typed is with the server. */
  readonly settle: () => Promise<{ version: number; from: number; to: number } | undefined>
  readonly onDone: () => void
  readonly onGo: (from: number, to: number) => void
}

/** What people say to each other about the text; none of it is published. */
export function RemarksPane({ draft, remarks, about, settle, onDone, onGo }: Props) {
  const add = useMutation({
    mutationFn: async (remark: NewRemark) => {
      if (remark.kind !== 'remark') return addDraftRemark(draft, remark)
      const place = await settle()
      if (!place) throw new ApiProblem('unreachable', 0)
      return addDraftRemark(draft, { ...remark, place })
    },
    onSuccess: onDone,
  })
  const threads = remarks.filter(({ kind }) => kind === 'remark')
  return (
    <div className="tijdig-side__part">
      {about ? (
        <Writing
          label={`Opmerking bij “${about.quote.slice(0, 60)}”`}
          yes="Plaats de opmerking"
          busy={add.isPending}
          onWrite={(words) =>
            add.mutate({ kind: 'remark', quote: about.quote.slice(0, 200), words })
          }
        />
      ) : (
        <p>
          Selecteer een stuk tekst en kies <strong>Opmerking</strong> om er iets over te zeggen.
        </p>
      )}
      {add.isError ? <Failed error={add.error} /> : null}
      <ul className="tijdig-remarks">
        {threads.map((remark) => {
          const below = remarks.filter(({ thread }) => thread === remark.id)
          const last = below.filter(({ kind }) => kind !== 'answer').at(-1)
          return (
            <Thread
              key={remark.id}
              remark={remark}
              answers={below.filter(({ kind }) => kind === 'answer')}
              resolved={last?.kind === 'resolved'}
              busy={add.isPending}
              onAdd={(part) => add.mutate({ ...part, thread: remark.id })}
              onGo={onGo}
            />
          )
        })}
      </ul>
    </div>
  )
}

function Thread(props: {
  readonly remark: DraftRemarkView
  readonly answers: readonly DraftRemarkView[]
  readonly resolved: boolean
  readonly busy: boolean
  readonly onAdd: (part: Pick<NewRemark, 'kind' | 'words'>) => void
  readonly onGo: (from: number, to: number) => void
}) {
  const { remark, answers, resolved, busy, onAdd, onGo } = props
  const { place, quote } = remark
  return (
    <li className={resolved ? 'tijdig-remark tijdig-remark--done' : 'tijdig-remark'}>
      {place && !place.gone ? (
        <button type="button" className="tijdig-go" onClick={() => onGo(place.from, place.to)}>
          Bij “{quote}”
        </button>
      ) : (
        <p className="tijdig-muted">Bij “{quote}”; dat staat niet meer in de tekst.</p>
      )}
      {[remark, ...answers].map(({ id, name, at, words }) => (
        <p key={id}>
          <strong>{name}</strong> <span className="tijdig-muted">{momentInWords(at)}</span>
          <br />
          {words}
        </p>
      ))}
      {resolved ? <p className="tijdig-muted">Afgehandeld.</p> : null}
      <div className="tijdig-actions">
        <Button
          purpose="subtle"
          disabled={busy}
          onClick={() => onAdd({ kind: resolved ? 'reopened' : 'resolved' })}
        >
          {resolved ? 'Open weer' : 'Afgehandeld'}
        </Button>
      </div>
      {resolved ? null : (
        <details>
          <summary>Antwoord</summary>
          <Writing
            label={`Antwoord aan ${remark.name}`}
            yes="Plaats het antwoord"
            busy={busy}
            onWrite={(words) => onAdd({ kind: 'answer', words })}
          />
        </details>
      )}
    </li>
  )
}

function Writing(props: {
  readonly label: string
  readonly yes: string
  readonly busy: boolean
  readonly onWrite: (words: string) => void
}) {
  const [words, setWords] = useState('')
  return (
    <form
      className="tijdig-side__part"
      onSubmit={(event) => {
        event.preventDefault()
        if (props.busy || words.trim() === '') return
        props.onWrite(words.trim())
        setWords('')
      }}
    >
      <TextField
        id={`tekst-${props.label.replace(/\W+/g, '-').slice(0, 40)}`}
        label={props.label}
        long
        value={words}
        onChange={setWords}
      />
      <Button purpose="secondary" type="submit" busy={props.busy}>
        {props.yes}
      </Button>
    </form>
  )
}

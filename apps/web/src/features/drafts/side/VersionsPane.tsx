import { useMutation, useQuery } from '@tanstack/react-query'
import type { DraftVersion } from '@tijdig/server/contract'
import { Button, Dialog, Skeleton, TextField } from '@tijdig/ui'
import { useState } from 'react'
import { draftMomentsQuery, getDraftVersion, nameDraftMoment } from '../../../api/drafts.ts'
import { Failed } from '../../../shell/Failed.tsx'
import { momentInWords } from '../moment-in-words.ts'

interface Props {
  readonly draft: string
  readonly version: number
  readonly editable: boolean
  /** Gives the text of a version, as JSON, to be put back. */
  readonly onPutBack: (text: string) => void
}

/** Moments to look back at: those with a name, and those that are kept by themselves. */
export function VersionsPane({ draft, version, editable, onPutBack }: Props) {
  const [name, setName] = useState('')
  const moments = useQuery(draftMomentsQuery(draft))
  const keep = useMutation({
    mutationFn: () => nameDraftMoment(draft, version, name.trim()),
    onSuccess: async () => {
      setName('')
      await moments.refetch()
    },
  })
  const look = useMutation({ mutationFn: (of: number) => getDraftVersion(draft, of) })
  return (
    <div className="tijdig-side__part">
      <form
        className="tijdig-side__part"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '' && !keep.isPending) keep.mutate()
        }}
      >
        <TextField
          id="versie-naam"
          label="Bewaar deze versie onder een naam"
          value={name}
          onChange={setName}
        />
        <Button purpose="secondary" type="submit" busy={keep.isPending}>
          Bewaar deze versie
        </Button>
      </form>
      {keep.isError ? <Failed error={keep.error} /> : null}
      {look.isError ? <Failed error={look.error} /> : null}
      {moments.isError ? (
        <Failed error={moments.error} onRetry={() => moments.refetch()} />
      ) : moments.isPending ? (
        <Skeleton shape="row" count={3} />
      ) : (
        <ul className="tijdig-moments">
          {[...moments.data, BEGINNING].map(({ id, version: of, called, name: who, at }) => (
            <li key={id}>
              <p>
                <strong>{called ?? (at === '' ? 'Het begin' : 'Vanzelf bewaard')}</strong>
                {at === '' ? null : (
                  <span className="tijdig-muted">
                    {' '}
                    {momentInWords(at)}, {who}
                  </span>
                )}
              </p>
              <button type="button" className="tijdig-go" onClick={() => look.mutate(of)}>
                Bekijk wat er sindsdien anders is
              </button>
            </li>
          ))}
        </ul>
      )}
      {look.data ? (
        <Differences
          found={look.data}
          editable={editable}
          onPutBack={() => {
            onPutBack(look.data.text)
            look.reset()
          }}
          onClose={() => look.reset()}
        />
      ) : null}
    </div>
  )
}

const BEGINNING = { id: 'begin', version: 0, called: null, name: '', at: '' }

function Differences(props: {
  readonly found: DraftVersion
  readonly editable: boolean
  readonly onPutBack: () => void
  readonly onClose: () => void
}) {
  const parts = props.found.differences.filter(({ kind }) => kind !== 'same')
  return (
    <Dialog
      id="verschil"
      title="Wat er sindsdien anders is"
      open
      onClose={props.onClose}
      actions={
        <>
          {props.editable && parts.length > 0 ? (
            <Button purpose="secondary" onClick={props.onPutBack}>
              Zet deze tekst terug
            </Button>
          ) : null}
          <Button data-first purpose="primary" onClick={props.onClose}>
            Sluit
          </Button>
        </>
      }
    >
      {parts.length === 0 ? (
        <p>Niets: de tekst is nog hetzelfde.</p>
      ) : (
        <ul className="tijdig-differences">
          {parts.map(({ kind, words }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be there twice
            <li key={index}>
              <span className="tijdig-hints__kind">{kind === 'added' ? 'Erbij' : 'Weg'}</span>{' '}
              {kind === 'added' ? <ins>{words}</ins> : <del>{words}</del>}
            </li>
          ))}
        </ul>
      )}
      <p className="tijdig-muted">
        Terugzetten is een nieuwe wijziging: ook wat er nu staat blijft bewaard.
      </p>
    </Dialog>
  )
}

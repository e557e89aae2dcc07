import type { DraftView } from '@tijdig/server/contract'
import type { Node } from 'prosemirror-model'
import { useEffect, useState } from 'react'
import type { ConnectionView, DraftConnection } from './editor/draft-connection.ts'
import type { Selected } from './selected.ts'
import { LanguagePane } from './side/LanguagePane.tsx'
import { PreviewPane } from './side/PreviewPane.tsx'
import { RemarksPane } from './side/RemarksPane.tsx'
import { VersionsPane } from './side/VersionsPane.tsx'

const PANES = {
  preview: 'Voorbeeld',
  remarks: 'Opmerkingen',
  language: 'Taal',
  versions: 'Versies',
} as const
type Pane = keyof typeof PANES

interface Props {
  readonly draft: DraftView
  readonly told: ConnectionView
  readonly text: Node
  readonly connection: DraftConnection
  readonly about: Selected | undefined
  readonly onAbout: (about: Selected | undefined) => void
  readonly editable: boolean
  readonly onGo: (from: number, to: number) => void
  readonly onPutBack: (text: string) => void
}

/** Beside the text: the report that it becomes, what is said of it, its language, its versions. */
export function SidePanes(props: Props) {
  const { draft, told, text, connection, about, onAbout, editable, onGo, onPutBack } = props
  const [pane, setPane] = useState<Pane>('preview')
  useEffect(() => {
    if (about) setPane('remarks')
  }, [about])
  const open = told.remarks.filter(({ kind }) => kind === 'remark').length
  return (
    <section className="tijdig-side" aria-label="Bij de tekst">
      <fieldset className="tijdig-side__choice" aria-label="Wat u bij de tekst ziet">
        {(Object.keys(PANES) as Pane[]).map((name) => (
          <button
            key={name}
            type="button"
            className="tijdig-tool"
            aria-pressed={pane === name}
            onClick={() => setPane(name)}
          >
            {PANES[name]}
            {name === 'remarks' && open > 0 ? ` (${open})` : ''}
          </button>
        ))}
      </fieldset>
      {pane === 'preview' ? (
        <PreviewPane draft={draft.id} version={told.version} onGo={onGo} />
      ) : pane === 'language' ? (
        <LanguagePane text={text} onGo={onGo} />
      ) : pane === 'versions' ? (
        <VersionsPane
          draft={draft.id}
          version={told.version}
          editable={editable}
          onPutBack={onPutBack}
        />
      ) : (
        <RemarksPane
          draft={draft.id}
          remarks={told.remarks}
          about={about}
          settle={async () => {
            if (!about || !(await connection.flush())) return undefined
            const { from, to } = connection.state.selection
            return { version: connection.view.version, from, to }
          }}
          onDone={() => {
            onAbout(undefined)
            void connection.refresh()
          }}
          onGo={onGo}
        />
      )}
    </section>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { draftSchema, type IndicatorWords } from '@tijdig/drafts'
import type { DraftView } from '@tijdig/server/contract'
import { Button, Dialog } from '@tijdig/ui'
import type { EditorView } from 'prosemirror-view'
import { useCallback, useEffect, useState } from 'react'
import { draftQuery } from '../../api/drafts.ts'
import { DraftActions } from './DraftActions.tsx'
import { DraftHistory } from './DraftHistory.tsx'
import { DraftStatus } from './DraftStatus.tsx'
import { insertFootnote, putBack, selectPlace } from './editor/commands.ts'
import type { DraftConnection } from './editor/draft-connection.ts'
import { Editor } from './editor/Editor.tsx'
import { MARKED, type MarkedPlace } from './editor/marked-places.ts'
import type { BlockContext } from './editor/node-views.ts'
import { Toolbar } from './editor/Toolbar.tsx'
import { OpenedPiece } from './OpenedPiece.tsx'
import { SidePanes } from './SidePanes.tsx'
import { type Selected, selectedIn } from './selected.ts'
import { useConnectionView } from './use-connection.ts'

interface Props {
  readonly draft: DraftView
  readonly indicators: readonly IndicatorWords[]
  readonly connection: DraftConnection
  readonly context: BlockContext
  /** The block or footnote that somebody looks at, by its place. */
  readonly opened: number | undefined
  readonly onOpen: (position: number | undefined) => void
  readonly linking: boolean
  readonly onLinking: (linking: boolean) => void
}

/** The text, the buttons above it, and beside it what it becomes and what is said of it. */
export function Desk(props: Props) {
  const { draft, indicators, connection, context, opened, onOpen, linking, onLinking } = props
  const { view: told, state } = useConnectionView(connection)
  const client = useQueryClient()
  const [editor, setEditor] = useState<EditorView>()
  const [inserting, setInserting] = useState(false)
  const [about, setAbout] = useState<Selected>()
  const editable = draft.may.write && told.state === 'writing' && told.save !== 'closed'
  const go = useCallback(
    (from: number, to: number) => {
      connection.dispatch(selectPlace(connection.state, from, to))
      editor?.focus()
    },
    [connection, editor],
  )
  useEffect(() => {
    if (told.state !== draft.state) void client.invalidateQueries(draftQuery(draft.id))
  }, [client, told.state, draft.state, draft.id])
  useMarks(connection, told.remarks)
  useTouch(connection)
  const blocker = useBlocker({
    shouldBlockFn: () => connection.isUnsaved(),
    enableBeforeUnload: () => connection.isUnsaved(),
    withResolver: true,
  })
  return (
    <div className="tijdig-desk">
      <section className="tijdig-desk__text" aria-label="Schrijven">
        <DraftStatus
          connection={told}
          words={() => state.doc.textBetween(0, state.doc.content.size, '\n\n', ' ')}
        />
        <p id="schrijfhulp" className="tijdig-muted">
          {editable
            ? 'Schrijf tussen de cijfers door. Kies een cijfer of druk op Enter om te zien wat het is.'
            : 'In dit concept kunt u nu niet schrijven.'}
        </p>
        {editable ? (
          <Toolbar
            state={state}
            view={editor}
            onInsert={() => setInserting(true)}
            onLink={() => onLinking(true)}
            onFootnote={() => {
              const { tr, position } = insertFootnote(connection.state)
              connection.dispatch(tr)
              onOpen(position)
            }}
            onRemark={() => setAbout(selectedIn(connection))}
          />
        ) : (
          <button
            type="button"
            className="tijdig-tool"
            disabled={state.selection.empty}
            onClick={() => setAbout(selectedIn(connection))}
          >
            Opmerking bij de geselecteerde tekst
          </button>
        )}
        <Editor
          connection={connection}
          context={context}
          title={draft.title}
          editable={editable}
          onReady={setEditor}
        />
        <DraftActions draft={draft} connection={connection} />
        <DraftHistory draft={draft} />
      </section>
      <SidePanes
        draft={draft}
        told={told}
        text={state.doc}
        connection={connection}
        about={about}
        onAbout={setAbout}
        editable={editable}
        onGo={go}
        onPutBack={(text) =>
          connection.dispatch(putBack(connection.state, draftSchema.nodeFromJSON(JSON.parse(text))))
        }
      />
      <OpenedPiece
        draft={draft}
        indicators={indicators}
        connection={connection}
        context={context}
        opened={opened}
        inserting={inserting}
        linking={linking}
        editable={editable}
        onClose={() => {
          onOpen(undefined)
          setInserting(false)
          onLinking(false)
          // Once the dialogue is gone: while it is there, nothing behind it can have the focus.
          window.setTimeout(() => editor?.focus(), 0)
        }}
        onOpen={onOpen}
      />
      <Dialog
        id="weggaan"
        title="Nog niet alles is bewaard"
        open={blocker.status === 'blocked'}
        onClose={() => blocker.reset?.()}
        actions={
          <>
            <Button purpose="secondary" onClick={() => blocker.proceed?.()}>
              Ga toch weg
            </Button>
            <Button data-first purpose="primary" onClick={() => blocker.reset?.()}>
              Blijf hier
            </Button>
          </>
        }
      >
        <p>
          Wat u typte, is nog niet bij de server. Gaat u weg, dan blijft het in deze browser staan
          tot u dit concept weer opent.
        </p>
      </Dialog>
    </div>
  )
}

/** Draws where remarks stand. */
function useMarks(connection: DraftConnection, remarks: DraftConnection['view']['remarks']): void {
  useEffect(() => {
    const done = new Set(
      remarks.flatMap(({ kind, thread }) =>
        kind === 'resolved' && thread !== null ? [thread] : [],
      ),
    )
    const places = remarks.flatMap(({ id, place }): MarkedPlace[] =>
      place && !place.gone && !done.has(id) ? [{ ...place, kind: 'remark' }] : [],
    )
    connection.dispatch(connection.state.tr.setMeta(MARKED, places))
  }, [connection, remarks])
}

/** Whoever does something is told again what others write. */
function useTouch({ touch }: DraftConnection): void {
  useEffect(() => {
    document.addEventListener('pointerdown', touch)
    document.addEventListener('keydown', touch)
    return () => {
      document.removeEventListener('pointerdown', touch)
      document.removeEventListener('keydown', touch)
    }
  }, [touch])
}

import { EditorView } from 'prosemirror-view'
import { useEffect, useRef } from 'react'
import type { DraftConnection } from './draft-connection.ts'
import { type BlockContext, nodeViews } from './node-views.ts'

interface Props {
  readonly connection: DraftConnection
  readonly context: BlockContext
  readonly title: string
  readonly editable: boolean
  /** Gives the editor to who must lead people to a place in it. */
  readonly onReady: (view: EditorView | undefined) => void
}

/** The text itself, as ProseMirror draws it. */
export function Editor({ connection, context, title, editable, onReady }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const may = useRef(editable)
  const drawn = useRef(context)
  const shown = useRef<EditorView>(undefined)
  may.current = editable
  useEffect(() => {
    if (!place.current) return
    const view = new EditorView(place.current, {
      state: connection.state,
      editable: () => may.current,
      nodeViews: nodeViews(drawn.current),
      dispatchTransaction: connection.dispatch,
      attributes: () => ({
        // Also where nothing may be written: to read it, and to say something of it.
        tabindex: '0',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': `Tekst van ${title}`,
        'aria-describedby': 'schrijfhulp',
        spellcheck: 'true',
        lang: 'nl',
      }),
    })
    shown.current = view
    connection.attach((state) => view.updateState(state))
    onReady(view)
    return () => {
      connection.attach(() => undefined)
      onReady(undefined)
      shown.current = undefined
      view.destroy()
    }
  }, [connection, title, onReady])
  useEffect(() => {
    if (drawn.current === context) return
    drawn.current = context
    // In the editor that is there: a new one would take the focus from under somebody who writes.
    shown.current?.setProps({ nodeViews: nodeViews(context) })
  }, [context])
  // biome-ignore lint/correctness/useExhaustiveDependencies: told to the editor when it changes
  useEffect(() => {
    shown.current?.setProps({ editable: () => may.current })
  }, [editable])
  return <div ref={place} className="tijdig-text" />
}

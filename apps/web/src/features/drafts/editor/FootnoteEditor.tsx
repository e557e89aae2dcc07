import { draftSchema } from '@tijdig/drafts'
import { baseKeymap, toggleMark } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { StepMap } from 'prosemirror-transform'
import { EditorView } from 'prosemirror-view'
import { useEffect, useRef } from 'react'
import type { DraftConnection } from './draft-connection.ts'
import { type BlockContext, nodeViews } from './node-views.ts'

interface Props {
  readonly connection: DraftConnection
  readonly context: BlockContext
  /** Where the footnote stands. */
  readonly position: number
  readonly editable: boolean
  /** It was taken out, by somebody else. */
  readonly onGone: () => void
}

/** Steps of the whole text that this editor must not take as news: they are its own. */
const OWN = 'from-footnote'

/**
 * The words of one footnote. Each change is at once a change of the whole text, so that two may write
 * in one footnote as they may in one paragraph.
 */
export function FootnoteEditor({ connection, context, position, editable, onGone }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const dom = place.current
    const found = connection.state.doc.nodeAt(position)
    if (!dom || found?.type.name !== 'footnote') return
    let at = position
    let busy = false
    const { marks } = draftSchema
    const view = new EditorView(dom, {
      state: EditorState.create({
        doc: found,
        plugins: [
          keymap({ 'Mod-b': toggleMark(marks.strong), 'Mod-i': toggleMark(marks.em) }),
          keymap({ Enter: stay }),
          keymap(baseKeymap),
        ],
      }),
      editable: () => editable,
      nodeViews: nodeViews({ ...context, onOpen: () => undefined }),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'false',
        'aria-label': 'Tekst van de voetnoot',
      },
      dispatchTransaction(tr) {
        view.updateState(view.state.apply(tr))
        if (!tr.docChanged || tr.getMeta(OWN)) return
        const outer = connection.state.tr
        const shift = StepMap.offset(at + 1)
        for (const step of tr.steps) {
          const moved = step.map(shift)
          if (moved) outer.step(moved)
        }
        busy = true
        connection.dispatch(outer)
        busy = false
      },
    })
    let before = connection.state
    const unfollow = connection.follow(() => {
      const { state } = connection
      if (state === before) return
      const footnote = nearest(before.doc, state.doc, at)
      before = state
      if (footnote === undefined) return onGone()
      at = footnote
      const node = state.doc.nodeAt(at)
      if (node && !busy) takeOver(view, node)
    })
    view.focus()
    return () => {
      unfollow()
      view.destroy()
    }
  }, [connection, context, position, editable, onGone])
  return <div ref={place} className="tijdig-note-text" />
}

/** Where a footnote that stood at a place stands in the next text: the same one, by its order. */
function nearest(before: Node, after: Node, at: number): number | undefined {
  const start = before.content.findDiffStart(after.content)
  if (start === null || start > at) return isNote(after, at) ? at : undefined
  const moved = at + after.content.size - before.content.size
  if (isNote(after, moved)) return moved
  return isNote(after, at) ? at : undefined
}

function isNote(doc: Node, at: number): boolean {
  return at >= 0 && at < doc.content.size && doc.nodeAt(at)?.type.name === 'footnote'
}

/** Shows what somebody else wrote in it, and leaves the rest and the cursor alone. */
function takeOver(view: EditorView, node: Node): void {
  const { doc } = view.state
  const start = node.content.findDiffStart(doc.content)
  const end = node.content.findDiffEnd(doc.content)
  if (start === null || end === null) return
  const over = Math.max(0, start - Math.min(end.a, end.b))
  const tr = view.state.tr.replace(start, end.b + over, node.slice(start, end.a + over))
  view.dispatch(tr.setMeta(OWN, true))
}

/** A footnote is one paragraph. */
const stay = () => true

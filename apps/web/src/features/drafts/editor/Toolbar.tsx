import { draftSchema } from '@tijdig/drafts'
import { setBlockType, toggleMark } from 'prosemirror-commands'
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { Command, EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { isIn, takesFootnote, toggleList } from './commands.ts'

interface Props {
  readonly state: EditorState
  readonly view: EditorView | undefined
  readonly onInsert: () => void
  readonly onLink: () => void
  readonly onFootnote: () => void
  readonly onRemark: () => void
}

const { nodes, marks } = draftSchema

/** The buttons above the text; each does what a key does too. */
export function Toolbar({ state, view, onInsert, onLink, onFootnote, onRemark }: Props) {
  const run = (command: Command) => {
    if (!view) return
    command(view.state, view.dispatch, view)
    view.focus()
  }
  const { $from, empty } = state.selection
  const level = $from.parent.type === nodes.heading ? $from.parent.attrs.level : 0
  const hasMark = (name: 'strong' | 'em') => {
    const type = marks[name]
    const { from, to } = state.selection
    return empty
      ? Boolean(type.isInSet(state.storedMarks ?? $from.marks()))
      : state.doc.rangeHasMark(from, to, type)
  }
  return (
    <div className="tijdig-toolbar" role="toolbar" aria-label="Opmaak en onderdelen">
      <select
        aria-label="Soort alinea"
        value={level}
        onChange={(event) => {
          const chosen = Number(event.target.value)
          run(
            chosen === 0
              ? setBlockType(nodes.paragraph)
              : setBlockType(nodes.heading, { level: chosen }),
          )
        }}
      >
        <option value={0}>Gewone tekst</option>
        <option value={2}>Kop</option>
        <option value={3}>Tussenkop</option>
        <option value={4}>Kleine kop</option>
      </select>
      <Tool label="Vet" pressed={hasMark('strong')} onClick={() => run(toggleMark(marks.strong))}>
        <strong>V</strong>
      </Tool>
      <Tool label="Cursief" pressed={hasMark('em')} onClick={() => run(toggleMark(marks.em))}>
        <em>C</em>
      </Tool>
      <Tool
        label="Lijst"
        pressed={isIn(state, nodes.bulletList)}
        onClick={() => run(toggleList(nodes.bulletList))}
      >
        Lijst
      </Tool>
      <Tool
        label="Genummerde lijst"
        pressed={isIn(state, nodes.orderedList)}
        onClick={() => run(toggleList(nodes.orderedList))}
      >
        1. 2.
      </Tool>
      <Tool label="Verwijzing" onClick={onLink}>
        Verwijzing
      </Tool>
      <Tool label="Voetnoot" onClick={onFootnote} disabled={!takesFootnote(state)}>
        Voetnoot
      </Tool>
      <Tool label="Invoegen: cijfer, tabel of grafiek" onClick={onInsert} strong>
        Invoegen
      </Tool>
      <Tool label="Opmerking bij de geselecteerde tekst" onClick={onRemark} disabled={empty}>
        Opmerking
      </Tool>
      <Tool label="Ongedaan maken" onClick={() => run(undo)} disabled={undoDepth(state) === 0}>
        Ongedaan
      </Tool>
      <Tool label="Opnieuw doen" onClick={() => run(redo)} disabled={redoDepth(state) === 0}>
        Opnieuw
      </Tool>
    </div>
  )
}

function Tool(props: {
  readonly label: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly strong?: boolean
  readonly onClick: () => void
  readonly children: React.ReactNode
}) {
  return (
    <button
      type="button"
      className={`tijdig-tool${props.strong ? ' tijdig-tool--strong' : ''}`}
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      disabled={props.disabled}
      // The selection in the text stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  )
}

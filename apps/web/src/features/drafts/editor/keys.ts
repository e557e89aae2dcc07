import { draftSchema } from '@tijdig/drafts'
import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import { type Command, NodeSelection, type Plugin } from 'prosemirror-state'
import { toggleList } from './commands.ts'
import { markedPlaces } from './marked-places.ts'

const { nodes, marks } = draftSchema
const { listItem } = nodes

/** What the keyboard does; the buttons above the text do the same. */
export function editorPlugins(open: (position: number) => void, link: () => void): Plugin[] {
  const openSelected: Command = ({ selection }) => {
    if (!(selection instanceof NodeSelection) || selection.node.type.name === 'variable')
      return false
    open(selection.from)
    return true
  }
  const lineBreak = chainCommands(exitCode, (state, dispatch) => {
    const { hardBreak } = nodes
    if (state.selection.$from.parent.type !== nodes.paragraph) return false
    dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView())
    return true
  })
  return [
    history(),
    keymap({
      Enter: chainCommands(openSelected, splitListItem(listItem)),
      ' ': openSelected,
      'Shift-Enter': lineBreak,
      'Mod-b': toggleMark(marks.strong),
      'Mod-i': toggleMark(marks.em),
      'Mod-k': () => {
        link()
        return true
      },
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Mod-]': sinkListItem(listItem),
      'Mod-[': liftListItem(listItem),
      'Mod-Alt-0': setBlockType(nodes.paragraph),
      'Mod-Alt-2': setBlockType(nodes.heading, { level: 2 }),
      'Mod-Alt-3': setBlockType(nodes.heading, { level: 3 }),
      'Mod-Shift-8': toggleList(nodes.bulletList),
      'Mod-Shift-7': toggleList(nodes.orderedList),
    }),
    keymap(baseKeymap),
    markedPlaces,
  ]
}

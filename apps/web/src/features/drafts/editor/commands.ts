import { draftSchema, type TagUse } from '@tijdig/drafts'
import { Fragment, type Node, type NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import {
  type Command,
  type EditorState,
  NodeSelection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'

const { nodes, marks } = draftSchema

/** Makes a list of what is selected, or takes it out of the list again. */
export function toggleList(type: NodeType): Command {
  return (state, dispatch) =>
    isIn(state, type)
      ? liftListItem(nodes.listItem)(state, dispatch)
      : wrapInList(type)(state, dispatch)
}

export function isIn({ selection }: EditorState, type: NodeType): boolean {
  const { $from } = selection
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true
  return false
}

/** Puts a block in: in the sentence at hand, or under the paragraph at hand. */
export function insertTag(
  state: EditorState,
  use: TagUse,
  place: 'sentence' | 'line',
): Transaction {
  const attrs = { tag: use.tag, attributes: use.attributes }
  if (place === 'sentence')
    return state.tr.replaceSelectionWith(nodes.inlineTag.create(attrs), true)
  return insertBlock(state, nodes.blockTag.create(attrs))
}

function insertBlock(state: EditorState, block: Node): Transaction {
  const { $to } = state.selection
  const { tr } = state
  for (let depth = $to.depth; depth > 0; depth--) {
    const parent = $to.node(depth - 1).type
    if (parent !== nodes.doc && parent !== nodes.branch) continue
    const after = $to.after(depth)
    tr.insert(after, block)
    return tr.setSelection(NodeSelection.create(tr.doc, after)).scrollIntoView()
  }
  // A block at the top is itself selected.
  tr.insert(state.selection.to, block)
  return tr.scrollIntoView()
}

/** Changes the block at a place; it stays where it is. */
export function changeTag(state: EditorState, position: number, use: TagUse): Transaction {
  return state.tr.setNodeMarkup(position, null, { tag: use.tag, attributes: use.attributes })
}

/** Puts what somebody wrote in the place of the question that asked for it. */
export function answerPrompt(
  state: EditorState,
  position: number,
  words: readonly string[],
): Transaction {
  const node = state.doc.nodeAt(position)
  const paragraphs = words.map((text) => nodes.paragraph.create(null, draftSchema.text(text)))
  if (!node || paragraphs.length === 0) return state.tr
  const tr = state.tr.replaceWith(position, position + node.nodeSize, paragraphs)
  const size = paragraphs.reduce((sum, paragraph) => sum + paragraph.nodeSize, 0)
  // Behind what was written, to read on or to change it.
  return tr.setSelection(TextSelection.create(tr.doc, position + size - 1)).scrollIntoView()
}

export function removeNode(state: EditorState, position: number): Transaction {
  const node = state.doc.nodeAt(position)
  return node ? state.tr.delete(position, position + node.nodeSize) : state.tr
}

/** Puts a footnote behind the selection, or behind the node at a place. */
export function insertFootnote(
  state: EditorState,
  content: readonly Node[] = [],
  behind: number | undefined = undefined,
): { readonly tr: Transaction; readonly position: number } {
  const node = behind === undefined ? null : state.doc.nodeAt(behind)
  const position = node && behind !== undefined ? behind + node.nodeSize : state.selection.to
  const footnote = nodes.footnote.create(null, Fragment.from([...content]))
  return { tr: state.tr.insert(position, footnote), position }
}

/** Whether a footnote may stand at the selection: not in a footnote, not on a block. */
export function takesFootnote({ selection }: EditorState): boolean {
  return selection.$to.parent.inlineContent && selection.$to.parent.type !== nodes.footnote
}

export function setLink(state: EditorState, href: string): Transaction {
  const { from, to, empty } = state.selection
  const { tr } = state
  if (href === '') return tr.removeMark(from, to, marks.link)
  const mark = marks.link.create({ href })
  if (!empty) return tr.removeMark(from, to, marks.link).addMark(from, to, mark)
  return tr.insert(from, draftSchema.text(href, [mark]))
}

/** The address of the link at the selection. */
export function linkAt({ selection, doc }: EditorState): string {
  let href = ''
  const { from, to } = selection
  doc.nodesBetween(from, Math.max(to, from + 1) > doc.content.size ? to : to, (node) => {
    const mark = node.marks.find(({ type }) => type === marks.link)
    if (mark) href = mark.attrs.href
  })
  return href
}

/** Goes to a place in the text and selects it. */
export function selectPlace(state: EditorState, from: number, to: number): Transaction {
  const { size } = state.doc.content
  const start = Math.min(from, size)
  const end = Math.min(Math.max(to, start), size)
  return state.tr
    .setSelection(TextSelection.between(state.doc.resolve(start), state.doc.resolve(end)))
    .scrollIntoView()
}

/** Puts an older text back, as a change of only what differs from it. */
export function putBack(state: EditorState, older: Node): Transaction {
  const { doc, tr } = state
  const start = doc.content.findDiffStart(older.content)
  const end = doc.content.findDiffEnd(older.content)
  if (start === null || end === null) return tr
  // Where the same stands twice in a row, the two ends may have passed each other.
  const over = Math.max(0, start - Math.min(end.a, end.b))
  return tr.replace(start, end.a + over, older.slice(start, end.b + over))
}

import { draftSchema, type IndicatorWords, promptOf, type TagUse } from '@tijdig/drafts'
import type { DraftView } from '@tijdig/server/contract'
import { Button, Dialog } from '@tijdig/ui'
import { useState } from 'react'
import { InsertDialog } from './blocks/InsertDialog.tsx'
import { LinkDialog } from './blocks/LinkDialog.tsx'
import { PromptDialog } from './blocks/PromptDialog.tsx'
import { TagDialog } from './blocks/TagDialog.tsx'
import { tagDraftOf } from './blocks/tag-draft.ts'
import {
  answerPrompt,
  changeTag,
  insertFootnote,
  insertTag,
  linkAt,
  removeNode,
  setLink,
} from './editor/commands.ts'
import type { DraftConnection } from './editor/draft-connection.ts'
import { FootnoteEditor } from './editor/FootnoteEditor.tsx'
import type { BlockContext } from './editor/node-views.ts'

interface Props {
  readonly draft: DraftView
  readonly indicators: readonly IndicatorWords[]
  readonly connection: DraftConnection
  readonly context: BlockContext
  readonly opened: number | undefined
  readonly inserting: boolean
  readonly linking: boolean
  readonly editable: boolean
  readonly onOpen: (position: number) => void
  readonly onClose: () => void
}

/** Over the text: a block, a footnote or an address to look at, to choose or to change. */
export function OpenedPiece(props: Props) {
  const { draft, indicators, connection, context, opened, inserting, linking, editable } = props
  const { onOpen, onClose } = props
  const [changing, setChanging] = useState(false)
  const close = () => {
    setChanging(false)
    onClose()
  }
  const { state } = connection
  if (linking)
    return (
      <LinkDialog
        current={linkAt(state)}
        onChoose={(href) => {
          connection.dispatch(setLink(connection.state, href))
          close()
        }}
        onClose={close}
      />
    )
  if (inserting)
    return (
      <InsertDialog
        draft={draft.id}
        asked={draft}
        indicators={indicators}
        compares={draft.comparedWith !== null}
        exact={draft.exact}
        onChoose={(use, place) => {
          connection.dispatch(insertTag(connection.state, use, place))
          close()
        }}
        onClose={close}
      />
    )
  const node = opened === undefined ? null : state.doc.nodeAt(opened)
  if (opened === undefined || !node) return null
  const remove = () => {
    connection.dispatch(removeNode(connection.state, opened))
    close()
  }
  if (node.type.name === 'footnote')
    return (
      <Dialog
        id="voetnoot"
        title="Voetnoot"
        open
        onClose={close}
        actions={
          <>
            {editable ? (
              <Button purpose="secondary" hint="negative" onClick={remove}>
                Haal de voetnoot weg
              </Button>
            ) : null}
            <Button purpose="primary" onClick={close}>
              Klaar
            </Button>
          </>
        }
      >
        <FootnoteEditor
          connection={connection}
          context={context}
          position={opened}
          editable={editable}
          onGone={close}
        />
      </Dialog>
    )
  if (node.type.name !== 'inlineTag' && node.type.name !== 'blockTag') return null
  const use: TagUse = { tag: node.attrs.tag, attributes: node.attrs.attributes }
  const question = promptOf(use)
  if (question !== undefined)
    return (
      <PromptDialog
        question={question}
        editable={editable}
        onWrite={(paragraphs) => {
          connection.dispatch(answerPrompt(connection.state, opened, paragraphs))
          close()
        }}
        onRemove={remove}
        onClose={close}
      />
    )
  const place = node.type.name === 'blockTag' ? 'line' : 'sentence'
  const current = tagDraftOf(use, indicators)
  if (changing && current)
    return (
      <InsertDialog
        draft={draft.id}
        asked={draft}
        indicators={indicators}
        compares
        exact
        current={current}
        onChoose={(next) => {
          connection.dispatch(changeTag(connection.state, opened, next))
          close()
        }}
        onClose={close}
      />
    )
  return (
    <TagDialog
      draft={draft}
      indicators={indicators}
      use={use}
      place={place}
      editable={editable}
      onChange={current ? () => setChanging(true) : undefined}
      onRemove={remove}
      onExplain={(nodes) => {
        const content = nodes.map((json) => draftSchema.nodeFromJSON(json))
        const { tr, position } = insertFootnote(connection.state, content, opened)
        connection.dispatch(tr)
        onOpen(position)
      }}
      onClose={close}
    />
  )
}

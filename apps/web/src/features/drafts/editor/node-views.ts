import { describeTag, type IndicatorWords, promptOf } from '@tijdig/drafts'
import type { TagValueView } from '@tijdig/server/contract'
import type { Node } from 'prosemirror-model'
import type { EditorView, NodeViewConstructor } from 'prosemirror-view'
import type { ValueStore } from './value-store.ts'
import { branchWords, VARIABLE_WORDS } from './variable-words.ts'

export interface BlockContext {
  readonly values: ValueStore
  readonly indicators: readonly IndicatorWords[]
  /** What a name of the template is in this draft: a day in words, where that is known here. */
  readonly variables: Readonly<Record<string, string>>
  /** Somebody wants to see what a block is. */
  readonly onOpen: (position: number) => void
}

/** How all that is no plain word is drawn in the editor. */
export function nodeViews(context: BlockContext): Record<string, NodeViewConstructor> {
  return {
    inlineTag: (node, view, getPos) => tagView(context, node, view, getPos, 'sentence'),
    blockTag: (node, view, getPos) => tagView(context, node, view, getPos, 'line'),
    variable: (node) => {
      const { name } = node.attrs
      const dom = element('span', 'tijdig-piece tijdig-piece--name')
      dom.textContent = context.variables[name] ?? VARIABLE_WORDS[name] ?? name
      dom.title = `Vult Tijdig in: ${VARIABLE_WORDS[name] ?? name}`
      return { dom }
    },
    footnote: (node, _view, getPos) => {
      const dom = element('button', 'tijdig-note-mark')
      dom.setAttribute('type', 'button')
      dom.tabIndex = -1
      let open = node
      const name = () => dom.setAttribute('aria-label', `Voetnoot: ${wordsOf(open) || 'nog leeg'}`)
      name()
      dom.addEventListener('click', () => openAt(context, getPos))
      return {
        dom,
        update(next) {
          if (next.type !== open.type) return false
          open = next
          name()
          return true
        },
        stopEvent: (event) => event.type === 'click',
        ignoreMutation: () => true,
      }
    },
    branch: (node) => {
      const dom = element('div', 'tijdig-branch')
      const words = element('p', 'tijdig-branch__words')
      words.textContent = branchWords(node.attrs.test)
      words.contentEditable = 'false'
      const contentDOM = element('div', 'tijdig-branch__text')
      dom.append(words, contentDOM)
      return { dom, contentDOM }
    },
  }
}

function tagView(
  { values, indicators, onOpen }: BlockContext,
  node: Node,
  view: EditorView,
  getPos: () => number | undefined,
  place: 'sentence' | 'line',
) {
  const use = { tag: node.attrs.tag, attributes: node.attrs.attributes }
  const told = describeTag(use, indicators)
  const dom = element(
    place === 'line' ? 'div' : 'span',
    `tijdig-piece tijdig-piece--${place === 'line' ? 'block' : 'figure'}`,
  )
  dom.classList.toggle('tijdig-piece--asked', promptOf(use) !== undefined)
  dom.contentEditable = 'false'
  const button = element('button', 'tijdig-piece__open')
  button.setAttribute('type', 'button')
  button.tabIndex = -1
  dom.append(button)
  const name = [told.kind, told.what, ...told.details].join(', ')
  const show = (value: TagValueView | undefined) => {
    const words = value?.problem ? 'klopt niet' : (value?.text ?? '…')
    dom.classList.toggle('tijdig-piece--wrong', Boolean(value?.problem))
    button.setAttribute('aria-label', place === 'sentence' ? `${name}: ${words}` : name)
    button.title = value?.problem ?? name
    if (place === 'sentence') button.textContent = words
    else drawBlock(button, told.kind, [told.what, ...told.details])
  }
  show(values.find(use))
  // A table is looked at beside the text, or when it is opened.
  const unfollow = place === 'sentence' ? values.follow({ ...use, place }, show) : () => undefined
  button.addEventListener('click', () => {
    const position = getPos()
    if (position === undefined) return
    view.focus()
    onOpen(position)
  })
  return {
    dom,
    stopEvent: (event: Event) => event.type === 'click',
    ignoreMutation: () => true,
    destroy: unfollow,
  }
}

function drawBlock(place: HTMLElement, kind: string, lines: readonly string[]): void {
  const head = element('span', 'tijdig-piece__kind')
  head.textContent = kind
  const words = element('span', 'tijdig-piece__what')
  words.textContent = lines.join('. ')
  place.replaceChildren(head, words)
}

function openAt({ onOpen }: BlockContext, getPos: () => number | undefined): void {
  const position = getPos()
  if (position !== undefined) onOpen(position)
}

function wordsOf(node: Node): string {
  return node.textBetween(0, node.content.size, ' ', '…')
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  return made
}

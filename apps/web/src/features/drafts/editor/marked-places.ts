import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

/** A place in the text that is drawn otherwise: something is said of it. */
export interface MarkedPlace {
  readonly from: number
  readonly to: number
  readonly kind: 'remark' | 'long' | 'very-long' | 'hard' | 'problem'
}

const key = new PluginKey<DecorationSet>('marked-places')

/** Draws the places that it is given, and moves them along while people write. */
export const markedPlaces = new Plugin<DecorationSet>({
  key,
  state: {
    init: () => DecorationSet.empty,
    apply(tr, set) {
      const given: readonly MarkedPlace[] | undefined = tr.getMeta(key)
      if (!given) return set.map(tr.mapping, tr.doc)
      const { size } = tr.doc.content
      const drawn = given
        .filter(({ from, to }) => from < to && to <= size)
        .map(({ from, to, kind }) =>
          Decoration.inline(from, to, { class: `tijdig-place tijdig-place--${kind}` }),
        )
      return DecorationSet.create(tr.doc, drawn)
    },
  },
  props: { decorations: (state) => key.getState(state) },
})

export const MARKED = key

import type { Draft, DraftLine } from '@tijdig/store'
import type { DraftLineView, DraftView } from '../../api/drafts-contract.ts'
import type { Visitor } from '../../sign-in/visitor.ts'
import type { House } from '../house.ts'
import { may } from '../permission.ts'
import { headOfDraft } from './draft-head.ts'
import { questionOfDraft } from './draft-question.ts'

export function draftLineView(draft: DraftLine): DraftLineView {
  const { id, route, template, title, state, version, begun, written } = draft
  return { id, route, template, title, ...questionOfDraft(draft), state, version, begun, written }
}

/** A draft as somebody may see it, with what they may do about it now. */
export async function draftView(
  house: House,
  { actor }: Visitor,
  draft: Draft,
  text: unknown,
): Promise<DraftView> {
  const { state, events, written } = draft
  const publishes = may(house, actor, draft.route, 'publish')
  const isSecond = written.person !== actor.person
  return {
    ...draftLineView(draft),
    ...(await headOfDraft(draft)),
    text: JSON.stringify(text),
    events: events.map(({ kind, version, reason, publication, name, at }) => ({
      kind,
      version,
      reason,
      publication,
      name,
      at,
    })),
    may: {
      write: state === 'writing',
      submit: state === 'writing',
      discard: state === 'writing',
      takeBack: state === 'submitted' || state === 'approved',
      approve: state === 'submitted' && publishes && isSecond,
      publish: state === 'approved' && publishes,
    },
    // Told where only that keeps somebody from approving.
    needsSecond: state === 'submitted' && publishes && !isSecond,
    own: actor.person ?? '',
  }
}

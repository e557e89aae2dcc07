import { err, ok, type Result } from '@tijdig/core'
import { writeMarkdoc } from '@tijdig/drafts/markdoc'
import type { Draft, NewDraftEvent, Publication } from '@tijdig/store'
import type { Visitor } from '../../sign-in/visitor.ts'
import type { House } from '../house.ts'
import { type HouseError, houseError } from '../house-error.ts'
import { publish } from '../publish.ts'
import { doerOf } from './draft-access.ts'
import { questionOfDraft } from './draft-question.ts'
import { behind, refused } from './draft-refusals.ts'
import { textAt } from './draft-text.ts'
import { previewDraft } from './preview-draft.ts'

type Refusable<T> = Promise<Result<T, HouseError>>

/** Has a text approved, approves it, sends it back, takes it back or throws it away. */
export async function decideDraft(
  house: House,
  visitor: Visitor,
  draft: Draft,
  event: NewDraftEvent,
): Refusable<undefined> {
  if (event.kind === 'rejected' && !event.reason?.trim()) {
    const reason = 'Zeg erbij waarom, zodat de schrijver verder kan.'
    return err(houseError('reason-missing', reason, 'reason'))
  }
  if (event.kind === 'submitted') {
    const right = await checkText(house, draft, event.version)
    if (!right.ok) return right
  }
  const added = await house.store.drafts.addEvent(draft.id, draft.route, event, doerOf(visitor))
  return added.ok ? ok(undefined) : refused(added.error)
}

async function checkText(house: House, draft: Draft, version: number): Refusable<undefined> {
  if (version !== draft.version) return behind()
  const made = await previewDraft(house, draft, version)
  if (!made.ok) return made
  const { problems } = made.value
  if (problems.length === 0) return ok(undefined)
  const count = problems.length === 1 ? 'staat nog een fout' : `staan nog ${problems.length} fouten`
  return err(houseError('draft-faulty', `Er ${count} in de tekst. Verbeter die eerst.`))
}

/** Publishes what was approved, as it was approved. */
export async function publishDraft(
  house: House,
  visitor: Visitor,
  draft: Draft,
  version: number,
): Refusable<Publication> {
  if (draft.state !== 'approved') return refused('not-now')
  const right = await checkText(house, draft, version)
  if (!right.ok) return right
  const { source } = writeMarkdoc(draft.head, await textAt(house, draft.id, version))
  const { comparedWith, ...question } = questionOfDraft(draft)
  const order = {
    ...question,
    template: draft.template,
    source,
    ...(comparedWith !== null && { comparedWith }),
  }
  return publish(house, order, doerOf(visitor), { id: draft.id, version })
}

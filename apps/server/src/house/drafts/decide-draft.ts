import { err, ok, type Result } from '@tijdig/core'
import { writeMarkdoc } from '@tijdig/drafts/markdoc'
import type { Audience, Draft, NewDraftEvent, Publication } from '@tijdig/store'
import type { Visitor } from '../../sign-in/visitor.ts'
import type { House } from '../house.ts'
import { type HouseError, houseError } from '../house-error.ts'
import { may, notAllowed } from '../permission.ts'
import { publish } from '../publish.ts'
import type { BuiltDraft } from './build-draft.ts'
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
    const right = await checkText(house, visitor, draft, event.version)
    if (!right.ok) return right
  }
  const added = await house.store.drafts.addEvent(draft.id, draft.route, event, doerOf(visitor))
  return added.ok ? ok(undefined) : refused(added.error)
}

async function checkText(
  house: House,
  visitor: Visitor,
  draft: Draft,
  version: number,
): Refusable<BuiltDraft> {
  if (version !== draft.version) return behind()
  const made = await previewDraft(house, visitor, draft, version)
  if (!made.ok) return made
  const { problems } = made.value
  if (problems.length === 0) return made
  const count =
    problems.length === 1
      ? 'Eén plaats in de tekst is'
      : `${problems.length} plaatsen in de tekst zijn`
  return err(houseError('draft-faulty', `${count} nog niet af. Maak dat eerst goed.`))
}

/** What is published of a draft, and for whom; left out: as its template says. */
export interface DraftPublication {
  readonly version: number
  readonly audience?: Audience | undefined
}

/** Publishes what was approved, as it was approved: for who may publish all that is in it. */
export async function publishDraft(
  house: House,
  visitor: Visitor,
  draft: Draft,
  { version, audience }: DraftPublication,
): Refusable<Publication> {
  if (draft.state !== 'approved') return refused('not-now')
  const right = await checkText(house, visitor, draft, version)
  if (!right.ok) return right
  const publishes = [...right.value.routes].every((route) =>
    may(house, visitor.actor, route, 'publish'),
  )
  if (!publishes) return notAllowed()
  const { source } = writeMarkdoc(draft.head, await textAt(house, draft.id, version))
  const { comparedWith, ...question } = questionOfDraft(draft)
  const order = {
    ...question,
    template: draft.template,
    source,
    audience,
    ...(comparedWith !== null && { comparedWith }),
  }
  return publish(house, order, doerOf(visitor), { id: draft.id, version })
}

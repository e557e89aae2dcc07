import { err, ok, type Result } from '@tijdig/core'
import { mapPlace } from '@tijdig/drafts'
import type { Draft, DraftRemark, Json } from '@tijdig/store'
import type { DraftRemarkView, NewRemark } from '../../api/drafts-contract.ts'
import type { Visitor } from '../../sign-in/visitor.ts'
import type { House } from '../house.ts'
import { type HouseError, houseError } from '../house-error.ts'
import { doerOf } from './draft-access.ts'
import { behind } from './draft-refusals.ts'

/** The remarks, each where it stands by now. */
export function remarksAt(
  remarks: readonly DraftRemark[],
  steps: readonly Json[],
): DraftRemarkView[] {
  return remarks.map(({ id, thread, kind, place, quote, words, name, at }) => ({
    id,
    thread,
    kind,
    quote,
    words,
    name,
    at,
    place: place && mapPlace(place, steps.slice(place.version)),
  }))
}

/** Puts a remark in the text, or answers, deals with or opens again one that stands there. */
export async function addRemark(
  house: House,
  visitor: Visitor,
  draft: Draft,
  { thread, kind, place, quote, words = '' }: NewRemark,
): Promise<Result<undefined, HouseError>> {
  const { drafts } = house.store
  const isNew = kind === 'remark'
  const known = isNew ? [] : await drafts.remarks(draft.id)
  if (!isNew && !known.some((one) => one.id === thread && one.thread === null)) {
    return err(houseError('draft-unknown', 'Deze opmerking is er niet.'))
  }
  if (isNew && (place === undefined || place.version > draft.version)) return behind()
  const hasWords = isNew || kind === 'answer'
  if (hasWords && words.trim() === '') {
    return err(houseError('reason-missing', 'Zeg erbij wat u vindt.', 'words'))
  }
  await drafts.addRemark(
    draft.id,
    draft.route,
    {
      kind,
      thread: isNew ? null : (thread ?? null),
      place: isNew && place ? place : null,
      quote: isNew ? (quote ?? '') : null,
      words: hasWords ? words.trim() : null,
    },
    doerOf(visitor),
  )
  return ok(undefined)
}

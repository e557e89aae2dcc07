import type { Result } from '@tijdig/core'
import type { Draft } from '@tijdig/store'
import type { Visitor } from '../../sign-in/visitor.ts'
import type { House } from '../house.ts'
import type { HouseError } from '../house-error.ts'
import { notAllowed } from '../permission.ts'
import { type BuiltDraft, buildDraft } from './build-draft.ts'
import { mayWriteAll } from './draft-access.ts'
import { textAt } from './draft-text.ts'

/** How many made previews are kept: the one that somebody looks at, for some people at once. */
const MOST_KEPT = 20
const previews = new WeakMap<House, Map<string, Promise<Result<BuiltDraft, HouseError>>>>()

/** The report that a draft is at a version, with what is wrong in it, for who may have its figures. */
export async function previewDraft(
  house: House,
  visitor: Visitor,
  draft: Draft,
  version: number,
): Promise<Result<BuiltDraft, HouseError>> {
  const made = await previewOnce(house, draft, version)
  return !made.ok || mayWriteAll(house, visitor, made.value.routes) ? made : notAllowed()
}

async function previewOnce(house: House, draft: Draft, version: number) {
  const known = previews.get(house) ?? new Map<string, Promise<Result<BuiltDraft, HouseError>>>()
  previews.set(house, known)
  // What comes in meanwhile counts too: as of the head of the log that the figures were read at.
  const { position } = await house.store.head()
  const key = `${draft.id} ${version} ${position}`
  const found = known.get(key)
  if (found) return found
  const made = textAt(house, draft.id, version).then((text) => buildDraft(house, draft, text))
  known.set(key, made)
  made.catch(() => known.delete(key))
  for (const old of [...known.keys()].slice(0, -MOST_KEPT)) known.delete(old)
  return made
}

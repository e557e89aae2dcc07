import { err, ok, type Result } from '@tijdig/core'
import { applySteps } from '@tijdig/drafts'
import type { Draft, Json } from '@tijdig/store'
import type { Visitor } from '../../sign-in/visitor.ts'
import type { House } from '../house.ts'
import { type HouseError, houseError } from '../house-error.ts'
import { doerOf } from './draft-access.ts'
import { behind, refused } from './draft-refusals.ts'
import { textAt } from './draft-text.ts'

export interface AddedSteps {
  readonly after: number
  readonly client: string
  readonly steps: readonly string[]
}

/** Steps between moments that are kept by themselves, and how long one may lie back. */
const STEPS_APART = 60
const MINUTES_APART = 10

/**
 * Adds what somebody wrote after a version, where each step leaves a text of the right form; and
 * keeps the text now and then, to look back at and to read on from.
 */
export async function addSteps(
  house: House,
  visitor: Visitor,
  draft: Draft,
  { after, client, steps }: AddedSteps,
): Promise<Result<number, HouseError>> {
  const { drafts } = house.store
  const parsed: Json[] = []
  for (const step of steps) {
    try {
      parsed.push(JSON.parse(step) as Json)
    } catch {
      return err(houseError('steps-invalid', 'Deze wijziging is niet te lezen.'))
    }
  }
  if (after !== draft.version) return behind()
  const text = await textAt(house, draft.id, after)
  const next = applySteps(text, parsed)
  if (!next.ok) {
    return err(houseError('steps-invalid', 'Deze wijziging past niet in de tekst.'))
  }
  const { id, route } = draft
  const by = doerOf(visitor)
  const added = await drafts.addSteps({ id, route, after, client, steps: parsed }, by)
  if (!added.ok) return refused(added.error)
  const version = after + parsed.length
  const [last] = await drafts.moments(id)
  const minutes = last ? (house.now() / 1000 - Date.parse(last.at)) / 60_000 : MINUTES_APART
  if (version - (last?.version ?? 0) >= STEPS_APART || minutes >= MINUTES_APART) {
    const moment = { id, route, version, name: null, text: next.value.toJSON() as Json }
    await drafts.keepMoment(moment, by)
  }
  return ok(version)
}

import { applySteps, findText } from '@tijdig/drafts'
import type { House } from '../house.ts'

type Text = NonNullable<ReturnType<typeof findText>>

/** The text of a draft at a version, made of its steps; throws where what was kept is none. */
export async function textAt(house: House, id: string, version: number): Promise<Text> {
  const kept = await house.store.drafts.text(id, version)
  const text = findText(kept.text)
  const made =
    text &&
    applySteps(
      text,
      kept.steps.map(({ step }) => step),
    )
  if (!made?.ok) throw new Error(`draft ${id} cannot be read at version ${version}`)
  return made.value
}

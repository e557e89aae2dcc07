import { err, ok, type Result } from '@tijdig/core'
import type { Node } from 'prosemirror-model'
import { Mapping, Step } from 'prosemirror-transform'
import { draftSchema } from '../schema.ts'

/** Reads a text from JSON; undefined where it is none. */
export function findText(json: unknown): Node | undefined {
  try {
    const text = draftSchema.nodeFromJSON(json)
    text.check()
    return text.type.name === 'doc' ? text : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** What of a list of steps cannot be done to a text: the first, by its place in the list. */
export interface StepRefused {
  readonly index: number
}

/**
 * Does steps to a text, one after another; each must leave a text of the right form. So a server
 * never holds a text that the editor could not have made, whoever sends it.
 */
export function applySteps(text: Node, steps: readonly unknown[]): Result<Node, StepRefused> {
  let result = text
  for (const [index, json] of steps.entries()) {
    const next = applyStep(result, json)
    if (!next) return err({ index })
    result = next
  }
  return ok(result)
}

function applyStep(text: Node, json: unknown): Node | undefined {
  try {
    const { doc } = Step.fromJSON(draftSchema, json as object).apply(text)
    doc?.check()
    return doc ?? undefined
  } catch (error) {
    // A form that there is not, or a place beyond the end.
    if (error instanceof RangeError || error instanceof TypeError) return undefined
    throw error
  }
}

/** Where something that stood at a place stands after steps; undefined where it was taken out. */
export function mapPlace(
  { from, to }: { readonly from: number; readonly to: number },
  steps: readonly unknown[],
): { readonly from: number; readonly to: number; readonly gone: boolean } {
  const mapping = new Mapping(
    steps.map((json) => Step.fromJSON(draftSchema, json as object).getMap()),
  )
  const start = mapping.map(from, 1)
  const end = Math.max(start, mapping.map(to, -1))
  return { from: start, to: end, gone: start === end }
}

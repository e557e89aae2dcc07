import type { Draft, DraftLine } from '@tijdig/store'
import { z } from 'zod'

const schema = z.object({
  cutOff: z.string(),
  knownAt: z.string(),
  comparedWith: z.string().nullable(),
})

/** What a draft is about, as it was asked when it was begun. */
export type DraftQuestion = z.infer<typeof schema>

export function questionOfDraft({ question }: Pick<Draft | DraftLine, 'question'>): DraftQuestion {
  return schema.parse(question)
}

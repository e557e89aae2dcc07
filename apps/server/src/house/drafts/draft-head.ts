import { draftSchema } from '@tijdig/drafts'
import { writeMarkdoc } from '@tijdig/drafts/markdoc'
import type { Audience, Draft } from '@tijdig/store'
import { reporting } from '../reporting.ts'

/** What the template of a draft says of the report as a whole. */
export interface DraftHead {
  /** For whom it is, unless somebody says otherwise. */
  readonly audience: Audience
  /** Whether counts stand in it as they were counted. */
  readonly exact: boolean
}

export async function headOfDraft({ head }: Pick<Draft, 'head'>): Promise<DraftHead> {
  const { parseTemplate } = await reporting()
  const empty = draftSchema.node('doc', null, [draftSchema.node('paragraph')])
  const parsed = parseTemplate(writeMarkdoc(head, empty).source)
  // It was that of a template when the draft was begun. What templates need now, it may lack.
  if (!parsed.ok) return { audience: 'chain', exact: true }
  const { audience, protection } = parsed.value
  return { audience, exact: protection === 'exact' }
}

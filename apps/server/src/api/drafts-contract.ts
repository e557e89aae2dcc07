import { z } from 'zod'
import { audienceSchema, day, word } from './contract-parts.ts'

/** What the API takes and gives of drafts. Texts and steps go as JSON within a text: their form is `drafts`'. */

const act = z.object({ person: z.string(), name: z.string(), at: z.string() })
const state = z.enum(['writing', 'submitted', 'approved', 'published', 'discarded'])
const version = z.number().int().min(0)

/** GET /api/v1/drafts : those of one's own organisation, the newest first. */
export const draftLineSchema = z.object({
  id: z.string(),
  route: z.string(),
  template: z.string(),
  title: z.string(),
  cutOff: day,
  knownAt: z.string(),
  /** A publication's number or a written question. */
  comparedWith: z.string().nullable(),
  state,
  version,
  begun: act,
  /** Who wrote in it last. */
  written: act,
})
export type DraftLineView = z.infer<typeof draftLineSchema>

/** POST /api/v1/drafts ; with `from` it begins with the text of that publication. */
export const newDraftSchema = z.strictObject({
  template: word,
  cutOff: word,
  knownAt: word,
  comparedWith: word.optional(),
  from: z.number().int().min(1).optional(),
})

/** GET /api/v1/drafts/:id */
export const draftSchema = draftLineSchema.extend({
  /** For whom it is once it is published, unless somebody says otherwise. */
  audience: audienceSchema,
  /** Whether counts stand in it as they were counted; only then a change is told in parts. */
  exact: z.boolean(),
  /** The text at its last version, as JSON. */
  text: z.string(),
  events: z.array(
    z.object({
      kind: z.enum(['submitted', 'taken-back', 'rejected', 'approved', 'published', 'discarded']),
      version,
      reason: z.string().nullable(),
      publication: z.number().int().nullable(),
      name: z.string(),
      at: z.string(),
    }),
  ),
  may: z.object({
    write: z.boolean(),
    submit: z.boolean(),
    discard: z.boolean(),
    takeBack: z.boolean(),
    approve: z.boolean(),
    publish: z.boolean(),
  }),
  /** Another person must approve: who looks wrote in it last. */
  needsSecond: z.boolean(),
  /** Who looks. */
  own: z.string(),
})
export type DraftView = z.infer<typeof draftSchema>

const place = z.object({
  from: z.number().int().min(0),
  to: z.number().int().min(0),
})

export const remarkSchema = z.object({
  id: z.string(),
  thread: z.string().nullable(),
  kind: z.enum(['remark', 'answer', 'resolved', 'reopened']),
  /** Where it stands in the text as it is now; `gone`: what it was about was taken out. */
  place: place.extend({ gone: z.boolean() }).nullable(),
  quote: z.string().nullable(),
  words: z.string().nullable(),
  name: z.string(),
  at: z.string(),
})
export type DraftRemarkView = z.infer<typeof remarkSchema>

/** GET /api/v1/drafts/:id/changes?after=N : what was written since, and the remarks. */
export const draftChangesSchema = z.object({
  version,
  state,
  steps: z.array(z.object({ step: z.string(), client: z.string(), name: z.string() })),
  remarks: z.array(remarkSchema),
})
export type DraftChanges = z.infer<typeof draftChangesSchema>

/** POST /api/v1/drafts/:id/steps : all of them, or `draft-behind` where others were first. */
export const newStepsSchema = z.strictObject({
  after: version,
  client: word,
  steps: z.array(z.string().max(500_000)).min(1).max(2_000),
})
export const addedStepsSchema = z.object({ version })
export type AddedStepsView = z.infer<typeof addedStepsSchema>

/** GET /api/v1/drafts/:id/problems?version=N ; preview.html beside it. */
export const draftProblemSchema = place.extend({ message: z.string() })
export type DraftProblemView = z.infer<typeof draftProblemSchema>

const usedTag = z.strictObject({
  tag: word,
  /** As JSON. */
  attributes: z.string().max(5_000),
  place: z.enum(['sentence', 'line']),
})

/** POST /api/v1/drafts/:id/values : what blocks show under the question of the draft. */
export const askedValuesSchema = z.strictObject({ uses: z.array(usedTag).min(1).max(400) })
export const tagValueSchema = z.object({
  text: z.string().nullable(),
  rows: z.array(z.array(z.string())),
  problem: z.string().nullable(),
})
export type TagValueView = z.infer<typeof tagValueSchema>

/** POST /api/v1/drafts/:id/explanation : the nodes of a footnote, as JSON. */
export const askedExplanationSchema = z.strictObject({ use: usedTag })
export const explanationNodesSchema = z.object({ nodes: z.string() })
export type ExplanationNodes = z.infer<typeof explanationNodesSchema>

export const draftMomentSchema = z.object({
  id: z.string(),
  version,
  /** What somebody called it; null: kept by itself. */
  called: z.string().nullable(),
  name: z.string(),
  at: z.string(),
})
export type DraftMomentView = z.infer<typeof draftMomentSchema>
export const newMomentSchema = z.strictObject({ version, name: word })

/** GET /api/v1/drafts/:id/versions/:version : the text then, and what differs from it now. */
export const draftVersionSchema = z.object({
  version,
  text: z.string(),
  differences: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), words: z.string() })),
})
export type DraftVersion = z.infer<typeof draftVersionSchema>

const words = z
  .string()
  .min(1)
  .max(2_000)
  .regex(/^[^\p{Cs}]*$/u)

/** POST /api/v1/drafts/:id/events */
export const newDraftEventSchema = z.strictObject({
  kind: z.enum(['submitted', 'taken-back', 'rejected', 'approved', 'discarded']),
  version,
  reason: words.optional(),
})
export type NewDraftEventView = z.infer<typeof newDraftEventSchema>

/** POST /api/v1/drafts/:id/publication ; without `audience` for whom its template says. */
export const draftPublicationSchema = z.strictObject({
  version,
  audience: audienceSchema.optional(),
})

/** POST /api/v1/drafts/:id/remarks */
export const newRemarkSchema = z.strictObject({
  kind: z.enum(['remark', 'answer', 'resolved', 'reopened']),
  thread: word.optional(),
  place: place.extend({ version }).strict().optional(),
  quote: z.string().max(500).optional(),
  words: words.optional(),
})
export type NewRemark = z.infer<typeof newRemarkSchema>

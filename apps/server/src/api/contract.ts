import { z } from 'zod'
import { audienceSchema, choiceSchema, day } from './contract-parts.ts'
import { figureSchema } from './figures-contract.ts'
import { normSchema } from './norms-contract.ts'
import { handoverSchema, partySchema, shareSchema, stepSchema } from './recording-contract.ts'

/** What the HTTP API takes and gives; the web application reads its types from here. */

const cell = z.record(z.string(), z.string())

export const indicatorSchema = z.object({
  code: z.string(),
  label: z.string(),
  unit: z.string(),
  kind: z.enum(['count', 'share']),
  versions: z.array(
    z.object({
      version: z.number().int(),
      inForceFrom: day,
      words: z.string(),
      hash: z.string(),
    }),
  ),
  /** Dimension code to its name and the labels of its codes; a code without a label shows itself. */
  dimensions: z.record(
    z.string(),
    z.object({ label: z.string(), values: z.record(z.string(), z.string()) }),
  ),
  tables: z.array(z.array(z.string())),
})
export type Indicator = z.infer<typeof indicatorSchema>

/**
 * GET /api/v1/routes gives all of them; /api/v1/routes/:route one.
 * A route as the screen needs it: its words, its indicators, and the clocks to start from.
 */
export const routeSchema = z.object({
  code: z.string(),
  label: z.string(),
  description: z.string(),
  states: z.array(choiceSchema),
  /** Attributes that trajectories can be filtered by, with the codes that occur. */
  filters: z.array(
    z.object({ attribute: z.string(), label: z.string(), values: z.array(choiceSchema) }),
  ),
  indicators: z.array(indicatorSchema),
  norms: z.array(normSchema),
  /** Where the clocks stand when nobody has set them; null while the route has no events. */
  defaultQuestion: z.object({ cutOff: day, knownAt: day }).nullable(),
  /** As many as one may see, or have figures of. */
  trajectories: z.number().int(),
  /** Only for who may have figures over all of them. */
  events: z.number().int().nullable(),
  /** The steps by which one may open a trajectory; empty: one may not. */
  openings: z.array(stepSchema),
})
export type Route = z.infer<typeof routeSchema>

export const trajectoryLineSchema = z.object({
  id: z.string(),
  route: z.string(),
  state: z.string().nullable(),
  stateSince: day.nullable(),
  openedOn: day.nullable(),
  attributes: cell,
  /** The first open term: what is due, and when. */
  nextTerm: z.object({ label: z.string(), dueOn: day }).nullable(),
})
export type TrajectoryLine = z.infer<typeof trajectoryLineSchema>

/**
 * GET /api/v1/trajectories?route[&q][&state][&attribute=…&value=…][&sort=openedOn|stateSince|id][&descending][&page][&pageSize]
 * `q` finds part of a trajectory's number. Pages from 1.
 */
export const trajectoriesSchema = z.object({
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  lines: z.array(trajectoryLineSchema),
})
export type Trajectories = z.infer<typeof trajectoriesSchema>

export const timelineEntrySchema = z.object({
  id: z.string(),
  type: z.string(),
  label: z.string(),
  validOn: day,
  recordedAt: z.string(),
  /** Days between happening and becoming known. */
  knownAfterDays: z.number().int(),
  details: z.array(z.object({ label: z.string(), value: z.string() })),
  /** Stands: counts now. Superseded and withdrawn ones stay visible. */
  status: z.enum(['stands', 'corrected', 'withdrawn', 'withdrawal']),
  /** The event that this one replaces or withdraws, or that did so to this one. */
  supersedes: z.string().nullable(),
  supersededBy: z.string().nullable(),
  /** Why it replaces or withdraws that event, in words. */
  why: z.string().nullable(),
  /** What is remarkable about it, in words: an unexpected order, an unknown code. */
  remarks: z.array(z.string()),
  /** What one may do about it oneself. */
  may: z.enum(['nothing', 'withdraw', 'correct']),
  /** What was filled in, to correct it; null where one may not. */
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullable(),
})
export type TimelineEntry = z.infer<typeof timelineEntrySchema>

export const clockSchema = z.object({
  code: z.string(),
  label: z.string(),
  norm: z.string(),
  source: z.string(),
  startedOn: day,
  /** Null while it stands still. */
  dueOn: day.nullable(),
  standsStillSince: day.nullable(),
  metOn: day.nullable(),
  outcome: z.enum(['in-time', 'late', 'lapsed', 'overdue', 'running']),
})
export type Clock = z.infer<typeof clockSchema>

/** GET /api/v1/trajectories/:route/:id[?cutOff&knownAt] : as much of it as one may see. */
export const trajectorySchema = z.object({
  id: z.string(),
  route: z.string(),
  routeLabel: z.string(),
  state: choiceSchema.nullable(),
  stateSince: day.nullable(),
  /** What holds on the cut-off day, as known then: label, value, since when. */
  facts: z.array(
    z.object({ label: z.string(), value: z.string(), since: day, key: z.string().nullable() }),
  ),
  /** Spells of the state over time, for the drawing. */
  states: z.array(
    z.object({ code: z.string(), label: z.string(), from: day, until: day.nullable() }),
  ),
  clocks: z.array(clockSchema),
  timeline: z.array(timelineEntrySchema),
  /** What one's organisation is to the trajectory, today. */
  relation: z.enum(['party', 'other-team', 'shared', 'glass']),
  relationLabel: z.string(),
  /** Who has to do with it today. */
  parties: z.array(partySchema),
  /** The handover that runs on the cut-off day, as known then; null: none does. */
  handover: handoverSchema.nullable(),
  /** Of a part of a programme, where it stands on the cut-off day, as known then; else null. */
  place: z
    .object({
      programme: choiceSchema,
      /** Null: it stands at no line, or is one. */
      line: choiceSchema.nullable(),
      code: z.string(),
      title: z.string(),
    })
    .nullable(),
  shares: z.array(shareSchema),
  /** What was shared with one's own organisation, where that is all that it may see. */
  sharedFields: z.array(choiceSchema),
  steps: z.array(stepSchema),
  /** What is to be filled in to correct what stands in the timeline, once for each type. */
  corrections: z.array(stepSchema),
  /** How many events one sees of it; to send along with what is recorded. */
  seen: z.number().int(),
  mayShare: z.boolean(),
  /** Whether a family stands behind it; a part of a programme has none. */
  hasFamily: z.boolean(),
  /** Whether one may give the family all that is kept about it. */
  mayGiveFile: z.boolean(),
  /** What may be shared; empty where nothing may. */
  shareable: z.array(choiceSchema),
})
export type Trajectory = z.infer<typeof trajectorySchema>

/** GET /api/v1/reports */
export const reportTemplateSchema = z.object({
  /** `ot/progress` */
  template: z.string(),
  title: z.string(),
  description: z.string(),
  route: z.string(),
  /** All of which it takes figures, that of `route` first. */
  routes: z.array(z.string()),
  /** For whom it is once it is published, unless somebody says otherwise. */
  audience: audienceSchema,
  /** Whether counts stand in it as they were counted. */
  exact: z.boolean(),
  /** What it still asks whoever writes it: published without a draft, the answers are not there. */
  prompts: z.array(
    z.object({
      question: z.string(),
      /** The heading under which the answer comes; null above the first. */
      section: z.string().nullable(),
    }),
  ),
  defaultQuestion: z.object({ cutOff: day, knownAt: day }).nullable(),
})
export type ReportTemplate = z.infer<typeof reportTemplateSchema>

/** GET /api/v1/reports/preview?template&cutOff&knownAt[&comparedWith] : text/html, the report alone, to show in a frame. */

/** GET /api/v1/publications ; POST with {template, cutOff, knownAt[, comparedWith][, audience]} makes one (201); `comparedWith` is a publication's number or a written question. POST :number/withdrawal with {reason} takes one out of the public archive. */
export const publicationLineSchema = z.object({
  number: z.number().int(),
  template: z.string(),
  title: z.string(),
  route: z.string(),
  /** All of which it has figures, that of `route` first. */
  routes: z.array(z.string()),
  cutOff: day,
  knownAt: z.string(),
  publishedAt: z.string(),
  position: z.number().int(),
  logHash: z.string(),
  figures: z.number().int(),
  audience: audienceSchema,
  /** Of one for everybody: where it stands below `/archief/`. */
  address: z.string().nullable(),
  /** When and why it was taken out of the archive. */
  withdrawn: z.object({ at: z.string(), reason: z.string() }).nullable(),
})
export type PublicationLine = z.infer<typeof publicationLineSchema>

/** GET /api/v1/publications/:number ; beside it :number/report.html, .pdf, .docx and .odt, figures.csv and .json, definitions.csv and .json */
export const publicationSchema = publicationLineSchema.extend({
  definitions: z.array(
    z.object({ indicator: z.string(), version: z.number().int(), hash: z.string() }),
  ),
  /** Whether report.odt can be made here. */
  odt: z.boolean(),
  figureRows: z.array(figureSchema),
})
export type Publication = z.infer<typeof publicationSchema>

/** POST /api/v1/publications/:number/verification : calculated again from the log. */
export const verificationSchema = z.object({
  number: z.number().int(),
  identical: z.boolean(),
  position: z.number().int(),
  eventsRead: z.number().int(),
  differences: z.array(
    z.object({
      what: z.enum(['figure', 'definition', 'log', 'document']),
      name: z.string(),
      published: z.string(),
      recalculated: z.string(),
    }),
  ),
})
export type Verification = z.infer<typeof verificationSchema>

/** GET /api/v1/publications/:from/changes/:to gives `Explanations`. */

/** RFC 9457, with a code that stays the same for ever; the screen owns the sentence. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  /** What is wrong in what was sent: `validOn`, `data.institution`. */
  field: z.string().optional(),
  /** Of `trajectory-changed`: what others recorded in the meantime. */
  changes: z.array(z.object({ label: z.string(), validOn: day })).optional(),
})
export type Problem = z.infer<typeof problemSchema>

export * from './audit-contract.ts'
export type { Audience } from './contract-parts.ts'
export * from './deliveries-contract.ts'
export * from './drafts-contract.ts'
export * from './family-contract.ts'
export * from './figures-contract.ts'
export * from './norms-contract.ts'
export * from './people-contract.ts'
export * from './programmes-contract.ts'
export * from './recording-contract.ts'
export * from './reminders-contract.ts'
export * from './work-contract.ts'
export { choiceSchema }

import { FIELD_KINDS, LONGEST_TEXT } from '@tijdig/core'
import { z } from 'zod'
import { choiceSchema, day, word } from './contract-parts.ts'

/** Recording, sharing and breaking the glass: what these addresses take and give. */

/** What may be recorded of a trajectory now, with what is to be filled in. */
export const stepSchema = z.object({
  type: z.string(),
  label: z.string(),
  fields: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      kind: z.enum(FIELD_KINDS),
      required: z.boolean(),
      /** Empty: any code. */
      choices: z.array(choiceSchema),
      /** What to think of when filling it in. */
      help: z.string().nullable(),
      /** It names somebody of one's own organisation, by a code of GET /colleagues. */
      colleague: z.boolean(),
      /** The field that names the colleague of whose teams this is one; null: it is no team. */
      teamOf: z.string().nullable(),
    }),
  ),
})
export type Step = z.infer<typeof stepSchema>

export const partySchema = z.object({
  organisation: z.string(),
  name: z.string(),
  /** The code of the team that has it; null: any team. */
  team: z.string().nullable(),
  /** The code of the team to which it is being handed over; null: it is not. */
  receiving: z.string().nullable(),
})
export type Party = z.infer<typeof partySchema>

/** Somebody by the code that the log has; the name is null of who is not known here. */
export const workerSchema = z.object({
  code: z.string(),
  name: z.string().nullable(),
  isMe: z.boolean(),
})
export type Worker = z.infer<typeof workerSchema>

/** A handover that runs: from whom to whom, and by which day it is to be completed. */
export const handoverSchema = z.object({
  /** Who has it until then; null: nobody. */
  from: workerSchema.nullable(),
  /** Null: no team in particular. */
  fromTeam: choiceSchema.nullable(),
  to: workerSchema,
  toTeam: choiceSchema.nullable(),
  since: day,
  until: day,
  overdue: z.boolean(),
})
export type Handover = z.infer<typeof handoverSchema>

export const shareSchema = z.object({
  organisation: z.string(),
  name: z.string(),
  fields: z.array(choiceSchema),
  /** The last day on which they may be seen. */
  until: day,
})
export type Share = z.infer<typeof shareSchema>

/** An event to record: what happened, on which day. */
export const newEventSchema = z.strictObject({
  type: word,
  validOn: word,
  data: z
    .record(word, z.union([z.string().max(LONGEST_TEXT), z.number(), z.boolean()]))
    .optional()
    .describe('De gegevens die bij deze gebeurtenis horen.'),
})
export type NewEvent = z.infer<typeof newEventSchema>

/** Signs of which a caller makes up 26, so that what is sent twice is done once. */
const KEY = /^e-[0-9A-HJKMNP-TV-Z]{26}$/

/** An event to record in a trajectory that is there: also what takes the place of an earlier one. */
export const newRecordingSchema = newEventSchema.extend({
  id: word
    .regex(KEY)
    .optional()
    .describe('Zelf gemaakt, zodat wat twee keer wordt gestuurd één keer wordt vastgelegd.'),
  supersedes: word
    .optional()
    .describe('De gebeurtenis die dit verbetert, of met type "retracted" intrekt.'),
  why: word.optional().describe('Waarom die wordt verbeterd of ingetrokken.'),
  seen: z
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe('Hoeveel gebeurtenissen u van het traject zag. Zijn het er nu meer: 409.'),
})
export type NewRecording = z.infer<typeof newRecordingSchema>

/** POST /api/v1/trajectories/:route/:id/events with `NewRecording` : 201. */
export const recordedEventSchema = z.object({ event: z.string() })
export type RecordedEvent = z.infer<typeof recordedEventSchema>

/** POST /api/v1/trajectories : 201. The number is the server's to give. */
export const newTrajectorySchema = z.strictObject({
  route: word,
  events: z.array(newEventSchema).min(1).max(20),
  key: word
    .regex(KEY)
    .optional()
    .describe('Zelf gemaakt, zodat wat twee keer wordt gestuurd één traject wordt.'),
})
export type NewTrajectory = z.infer<typeof newTrajectorySchema>
export const openedTrajectorySchema = z.object({ id: z.string() })
export type OpenedTrajectory = z.infer<typeof openedTrajectorySchema>

/** POST /api/v1/trajectories/:route/:id/shares : 201. DELETE …/shares/:organisation : 204. */
export const newShareSchema = z.strictObject({
  organisation: word,
  fields: z.array(word).min(1).max(100),
  until: word.describe('De laatste dag waarop de ander het ziet; hoogstens een jaar vooruit.'),
  consent: z.strictObject({
    answer: z.enum(['given', 'refused', 'not-needed']),
    reason: word.optional().describe('Waarom toestemming niet nodig is.'),
  }),
})
export type NewShare = z.infer<typeof newShareSchema>
/** Not shared where the family refused; that it was asked is recorded all the same. */
export const newShareAnswerSchema = z.object({ shared: z.boolean() })
export type NewShareAnswer = z.infer<typeof newShareAnswerSchema>

/** GET /api/v1/shared?route : what other organisations share with one's own. */
export const sharedLineSchema = z.object({
  id: z.string(),
  route: z.string(),
  until: day,
  fields: z.array(choiceSchema),
})
export type SharedLine = z.infer<typeof sharedLineSchema>

/** POST /api/v1/glass : 201, also where there is no such trajectory. */
export const newGlassSchema = z.strictObject({
  route: word,
  trajectory: word,
  reason: z
    .string()
    .max(1_000)
    .regex(/^(?:[\n\r\t]|[^\p{Cc}\p{Cs}])*$/u)
    .describe('Waarom het niet anders kan; wie het aangaat leest dit.'),
})
export type NewGlass = z.infer<typeof newGlassSchema>
export const glassSchema = z.object({ endsAt: z.string() })
export type Glass = z.infer<typeof glassSchema>

/** GET /api/v1/notices ; POST /api/v1/notices/:id/seen : 204. */
export const noticeSchema = z.object({
  id: z.string(),
  route: z.string(),
  routeLabel: z.string(),
  trajectory: z.string(),
  by: z.object({
    name: z.string(),
    role: z.string(),
    roleLabel: z.string(),
    organisation: z.string(),
    organisationName: z.string(),
  }),
  reason: z.string(),
  brokenAt: z.string(),
  endsAt: z.string(),
  seenAt: z.string().nullable(),
})
export type Notice = z.infer<typeof noticeSchema>

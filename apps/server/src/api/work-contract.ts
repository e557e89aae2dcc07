import { z } from 'zod'
import { choiceSchema, day } from './contract-parts.ts'
import { workerSchema } from './recording-contract.ts'

/** What is to be done: what these addresses give. */

export const workPartSchema = z.enum(['overdue', 'today', 'week', 'later', 'waiting'])
export type WorkPart = z.infer<typeof workPartSchema>
export const workOfSchema = z.enum(['me', 'team', 'organisation'])
export type WorkOf = z.infer<typeof workOfSchema>

/** A term that is still to be met, and why it stands where it stands. */
export const workLineSchema = z.object({
  route: z.string(),
  routeLabel: z.string(),
  id: z.string(),
  state: z.string().nullable(),
  /** The code of the term, one from law to screen. */
  term: z.string(),
  label: z.string(),
  norm: z.string(),
  startedOn: day,
  /** Null while it stands still. */
  dueOn: day.nullable(),
  /** Days from today; below zero: too late. Null while it stands still. */
  daysLeft: z.number().int().nullable(),
  /** By which step it is met; `may`: whether one may take it oneself. */
  step: choiceSchema.extend({ may: z.boolean() }),
  /** Whose roles may take that step, where one may not. */
  waitsFor: z.array(choiceSchema),
  /** To whom the trajectory is assigned. */
  worker: workerSchema.nullable(),
  /** To whom it is being handed over, where this is the term for that. */
  beside: workerSchema.nullable(),
})
export type WorkLine = z.infer<typeof workLineSchema>

/** GET /api/v1/work[?of=me|team|organisation][&part=…][&page][&pageSize] */
export const workSchema = z.object({
  today: day,
  /** The last day of this week, a Sunday. */
  weekEndsOn: day,
  of: workOfSchema,
  part: workPartSchema,
  /** How many there are in each part; always as many as there are lines. */
  counts: z.record(workPartSchema, z.number().int()),
  page: z.number().int(),
  pageSize: z.number().int(),
  lines: z.array(workLineSchema),
})
export type Work = z.infer<typeof workSchema>

/** GET /api/v1/colleagues : who work in one's own organisation, by the code that the log has for them. */
export const colleagueSchema = z.object({
  code: z.string(),
  name: z.string(),
  role: z.string(),
  roleLabel: z.string(),
  teams: z.array(choiceSchema),
})
export type Colleague = z.infer<typeof colleagueSchema>

import { z } from 'zod'
import { day } from './contract-parts.ts'

/** Figures, and why they differ: what these addresses give. */

const cell = z.record(z.string(), z.string())

export const shownSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), value: z.number() }),
  z.object({ kind: z.literal('rounded'), value: z.number(), to: z.number() }),
  z.object({ kind: z.literal('suppressed'), reason: z.enum(['below-threshold', 'would-reveal']) }),
  z.object({ kind: z.literal('undefined'), reason: z.literal('nothing-to-divide-by') }),
])

export const figureSchema = z.object({
  indicator: z.string(),
  definition: z.number().int(),
  by: cell,
  value: z.number().nullable(),
  numerator: z.number().int().optional(),
  denominator: z.number().int().optional(),
  shown: shownSchema,
})
export type Figure = z.infer<typeof figureSchema>

/** Days are taken as their end in the Netherlands; `knownAt` may also be a moment. */
export const questionSchema = z.object({
  route: z.string(),
  cutOff: day,
  knownAt: z.string(),
  definitions: z.string(),
  /** How far the log was read; null where the figures are those of one organisation. */
  position: z.number().int().nullable(),
})

/**
 * GET /api/v1/figures?route&cutOff&knownAt[&definitions][&indicator][&by=a,b] ; figures.csv beside it.
 * Without `indicator` all tables that the route lists; with `by` (it may be empty: the total) one table.
 */
export const figuresSchema = z.object({ question: questionSchema, figures: z.array(figureSchema) })
export type Figures = z.infer<typeof figuresSchema>

export const explanationSchema = z.object({
  indicator: z.string(),
  by: cell,
  from: z.number(),
  to: z.number(),
  late: z.number(),
  corrected: z.number(),
  redefined: z.number(),
  happened: z.number(),
})
export type Explanation = z.infer<typeof explanationSchema>

/** GET /api/v1/explanations?route&from=D@T[#DAY]&to=D@T[#DAY][&indicator][&by=a,b][&changed=true] ; `from` and `to` may be a publication's number. */
export const explanationsSchema = z.object({
  from: questionSchema,
  to: questionSchema,
  explanations: z.array(explanationSchema),
})
export type Explanations = z.infer<typeof explanationsSchema>

import { z } from 'zod'
import { day } from './contract-parts.ts'

/** Norms: how they go, the cases behind them, and what will probably be missed. */

export const outcomeSchema = z.enum(['in-time', 'late', 'lapsed', 'overdue', 'running'])
export type Outcome = z.infer<typeof outcomeSchema>

const normFigureSchema = z.object({
  indicator: z.string(),
  /** The cell of the indicator that is about this norm. */
  cell: z.record(z.string(), z.string()),
})

/** A norm of a route, with the figures that tell how it goes. */
export const normSchema = z.object({
  /** Its name in addresses. */
  code: z.string(),
  /** The code of the term, one from law to screen. */
  term: z.string(),
  label: z.string(),
  norm: z.string(),
  source: z.string(),
  share: normFigureSchema,
  counts: normFigureSchema,
  /** What is aimed at, from 0 to 1; empty where no source names a target. */
  targets: z.array(
    z.object({
      version: z.number().int(),
      inForceFrom: day,
      share: z.number(),
      source: z.string(),
    }),
  ),
})
export type Norm = z.infer<typeof normSchema>

export const normCaseSchema = z.object({
  id: z.string(),
  startedOn: day,
  /** Null while it stands still. */
  dueOn: day.nullable(),
  metOn: day.nullable(),
  outcome: outcomeSchema,
  /** Of what was or is too late: days past the due day, by the cut-off day. Else null. */
  daysLate: z.number().int().nullable(),
})
export type NormCase = z.infer<typeof normCaseSchema>

/**
 * GET /api/v1/norms/:route/:norm/cases?cutOff&knownAt&outcome[&dimension=…&value=…][&page][&pageSize]
 * Only those of one's own organisation that one may see.
 */
export const normCasesSchema = z.object({
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  cases: z.array(normCaseSchema),
})
export type NormCases = z.infer<typeof normCasesSchema>

/** GET /api/v1/norms/:route/:norm/estimate?cutOff&knownAt : an estimate, and how it did before. */
export const normEstimateSchema = z.object({
  cutOff: day,
  groups: z.array(
    z.object({
      /** An institution; empty where the norm has none. */
      code: z.string(),
      label: z.string(),
      open: z.number().int(),
      /** Open terms that stand still: of these nothing is said. */
      still: z.number().int(),
      /** Null: too little history. */
      missed: z.number().nullable(),
    }),
  ),
  /** For the first day of each of the last six months: what it said, as known then, and what came of it. */
  record: z.array(
    z.object({
      day,
      open: z.number().int(),
      /** Null: too little history. */
      expected: z.number().nullable(),
      missed: z.number().int(),
      inTime: z.number().int(),
      lapsed: z.number().int(),
      /** Open still, or no longer counted. */
      undecided: z.number().int(),
    }),
  ),
})
export type NormEstimate = z.infer<typeof normEstimateSchema>

import { z } from 'zod'
import { choiceSchema, day } from './contract-parts.ts'
import { workerSchema } from './recording-contract.ts'

/** Programmes and their parts: what these addresses give. Amounts are whole cents. */

export const lightSchema = z.enum(['no-action', 'under-way', 'stalled', 'done', 'dropped'])
export type Light = z.infer<typeof lightSchema>

const lightCounts = z.record(lightSchema, z.number().int())

const amounts = {
  granted: z.number().int(),
  spent: z.number().int(),
  forecast: z.number().int(),
  left: z.number().int(),
}

/** GET /api/v1/programmes : the programmes of which one may see a part. */
export const programmeLineSchema = z.object({
  programme: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  /** How many actions and milestones there are of each light, today. */
  lights: lightCounts,
  money: z.object(amounts),
})
export type ProgrammeLine = z.infer<typeof programmeLineSchema>

const keyedNumberSchema = z.object({
  key: z.string(),
  value: z.number(),
  unit: z.string(),
  what: z.string(),
  source: z.string().nullable(),
  on: day,
  over: z.string().nullable(),
})

export const partSchema = z.object({
  route: z.string(),
  routeLabel: z.string(),
  id: z.string(),
  code: z.string(),
  title: z.string(),
  kind: choiceSchema.nullable(),
  parent: z.string().nullable(),
  line: z.string().nullable(),
  /** How deep it stands in the tree; the programme itself at 0. */
  depth: z.number().int(),
  owner: z.string().nullable(),
  partners: z.array(z.string()),
  /** Who looks after it; the name only to those of the same organisation. */
  worker: workerSchema.nullable(),
  planned: z.object({ from: z.string(), until: z.string() }).nullable(),
  begunOn: day.nullable(),
  doneOn: day.nullable(),
  light: lightSchema,
  since: day,
  standstill: z
    .object({ reason: z.string(), mover: z.string(), moveBy: day, since: day })
    .nullable(),
  droppedBecause: z.string().nullable(),
  outcome: z.string().nullable(),
  review: z.object({ due: day, isPassed: z.boolean() }).nullable(),
  /** Of a milestone or a meeting: the day that was agreed. */
  due: z.object({ due: day, isPassed: z.boolean() }).nullable(),
  /** What was decided. */
  decided: z.string().nullable(),
  risk: z.object({ chance: choiceSchema, impact: choiceSchema, measure: z.string() }).nullable(),
  findings: z.array(z.object({ on: day, text: z.string() })),
  notes: z.array(z.object({ on: day, text: z.string() })),
  /** The newest of each key; of a measurement also the one before it. */
  measured: z.array(
    keyedNumberSchema.extend({ before: z.object({ value: z.number(), on: day }).nullable() }),
  ),
  aims: z.array(keyedNumberSchema),
  days: z.array(
    z.object({ key: z.string(), day: z.string(), what: z.string(), source: z.string().nullable() }),
  ),
  /** The figures that it should move. */
  ties: z.array(
    z.object({
      indicator: z.string(),
      cell: z.record(z.string(), z.string()),
      target: z.number().nullable(),
    }),
  ),
})
export type Part = z.infer<typeof partSchema>

export const moneySchema = z.object({
  ...amounts,
  byLine: z.array(z.object({ ...amounts, line: z.string().nullable() })),
  byYear: z.array(z.object({ ...amounts, year: z.string().nullable() })),
  budgets: z.array(
    z.object({
      ...amounts,
      code: z.string(),
      title: z.string(),
      line: z.string().nullable(),
      year: z.string().nullable(),
      grantedFirst: z.number().int(),
      shiftedAway: z.number().int(),
      shiftedTo: z.number().int(),
      extendedUntil: day.nullable(),
      /** A subsidy round, with the last day to ask. */
      round: z.object({ round: z.string(), closes: day, closedOn: day.nullable() }).nullable(),
      months: z.array(
        z.object({
          month: z.string(),
          spent: z.number().int().nullable(),
          forecast: z.number().int().nullable(),
          total: z.number().int(),
        }),
      ),
      willExceed: z
        .object({ month: z.string(), by: z.number().int(), isSpent: z.boolean() })
        .nullable(),
    }),
  ),
})
export type Money = z.infer<typeof moneySchema>

/** GET /api/v1/programmes/:programme?cutOff&knownAt */
export const programmeSchema = z.object({
  programme: z.string(),
  title: z.string(),
  cutOff: day,
  knownAt: z.string(),
  /** In the order of the tree. */
  parts: z.array(partSchema),
  lights: z.array(choiceSchema),
  /** Actions down, months across; a part by its code. */
  grid: z.object({
    months: z.array(z.string()),
    rows: z.array(
      z.object({
        code: z.string(),
        cells: z.array(z.object({ isPlanned: z.boolean(), light: lightSchema.nullable() })),
      }),
    ),
  }),
  milestones: z.array(
    z.object({
      code: z.string(),
      lines: z.array(z.string()),
      reports: z.array(z.string()),
      day: day.nullable(),
      standing: z.enum(['reached', 'late', 'due', 'no-day', 'dropped']),
    }),
  ),
  tasks: z.array(
    z.object({
      code: z.string(),
      answers: z.array(
        z.object({
          region: z.string(),
          period: z.string(),
          saw: z.string().nullable(),
          meaning: z.string().nullable(),
          did: z.string().nullable(),
          result: z.string().nullable(),
          next: z.string().nullable(),
        }),
      ),
    }),
  ),
  activities: z.array(
    z.object({
      kind: z.string(),
      region: z.string().nullable(),
      quarter: z.string(),
      activities: z.number().int(),
      times: z.number().int(),
      participants: z.number().int(),
    }),
  ),
  money: moneySchema,
})
export type Programme = z.infer<typeof programmeSchema>

/** GET /api/v1/programmes/:programme/moved?from=D@T&to=D@T */
export const moveSchema = z.object({
  kind: z.string(),
  cause: z.enum(['late', 'corrected', 'happened']),
  code: z.string(),
  route: z.string(),
  id: z.string(),
  title: z.string(),
  /** Of a measurement or an aim its key, of money which amount. */
  detail: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export const movesSchema = z.object({
  from: z.object({ cutOff: day, knownAt: z.string() }),
  to: z.object({ cutOff: day, knownAt: z.string() }),
  moves: z.array(moveSchema),
})
export type Move = z.infer<typeof moveSchema>
export type Moves = z.infer<typeof movesSchema>

/** POST /api/v1/programmes/:programme/spending */
export const newSpendingSchema = z.strictObject({
  file: z
    .base64()
    .min(1)
    .describe(
      'Een XLSX of CSV in base64, met de kolommen budget, maand, bedrag en (hoeft niet) soort.',
    ),
})
export const spendingRowSchema = z.object({
  /** As the spreadsheet numbers them. */
  row: z.number().int(),
  outcome: z.enum(['recorded', 'already', 'refused']),
  /** Null: the row does not say. */
  budget: z.string().nullable(),
  kind: z.enum(['spent', 'expected']).nullable(),
  month: z.string().nullable(),
  amount: z.number().int().nullable(),
  /** Why it was refused, and what to do. */
  reason: z.string().nullable(),
})
export const spendingAnswerSchema = z.object({
  recorded: z.number().int(),
  already: z.number().int(),
  refused: z.number().int(),
  rows: z.array(spendingRowSchema),
  /** Budgets of these rows of which more is spent or expected than was granted. */
  exceeding: z.array(
    z.object({
      budget: z.string(),
      title: z.string(),
      month: z.string(),
      by: z.number().int(),
      isSpent: z.boolean(),
    }),
  ),
})
export type SpendingRowAnswer = z.infer<typeof spendingRowSchema>
export type SpendingAnswer = z.infer<typeof spendingAnswerSchema>

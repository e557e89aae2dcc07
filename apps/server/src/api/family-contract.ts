import { PERSON_KINDS } from '@tijdig/store'
import { z } from 'zod'

/** What the HTTP API takes and gives about who a family is and how long that is kept. */

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/)
const kept = z.string().max(4_000).nullable()
const day = z.string()

const personFields = {
  kind: z.enum(PERSON_KINDS),
  name: kept,
  /** `YYYY-MM-DD` */
  bornOn: kept,
  bsn: kept,
  address: kept,
  phone: kept,
  note: kept,
}

/** One person of a family. Its code is the pseudonym by which the log knows the person. */
export const familyPersonSchema = z.object({ code, ...personFields })
export type FamilyPerson = z.infer<typeof familyPersonSchema>

/** GET /api/v1/trajectories/:route/:id/persons */
export const familySchema = z.object({
  persons: z.array(familyPersonSchema),
  /** Whether the one who looks may change them. */
  mayKeep: z.boolean(),
  /** Children that the log names and of whom nothing is kept yet. */
  unnamed: z.array(z.string()),
  /** The day on which all this was destroyed; null while it is kept. */
  destroyedOn: day.nullable(),
})
export type Family = z.infer<typeof familySchema>

/**
 * GET /api/v1/trajectories/:route/:id/file.html ; file.pdf beside it: all that is kept about the family
 * and who looked, as a document to give to it.
 */

/** PUT /api/v1/trajectories/:route/:id/persons/:code */
export const keptPersonSchema = z.strictObject(personFields)
export type KeptPerson = z.infer<typeof keptPersonSchema>

/** Which person an endpoint is about. */
export const personCode = code

/** POST /api/v1/families/search: by number, or by name and day of birth. Never in an address. */
export const familySearchSchema = z.union([
  z.strictObject({ bsn: z.string().max(40) }),
  z.strictObject({ name: z.string().max(200), bornOn: z.string().max(10) }),
])
export type FamilySearch = z.infer<typeof familySearchSchema>

export const foundFamiliesSchema = z.array(z.object({ route: z.string(), id: z.string() }))
export type FoundFamilies = z.infer<typeof foundFamiliesSchema>

/** GET /api/v1/retention: what ends when, of the trajectories that one sees. */
export const retentionSchema = z.object({
  /** How many end in each month (`2041-03`), the first first; what was destroyed is left out. */
  months: z.array(z.object({ month: z.string(), trajectories: z.number() })),
  lines: z.array(
    z.object({
      route: z.string(),
      id: z.string(),
      /** The last day on which it is kept. */
      endsOn: day,
      rule: z.string(),
      why: z.string(),
      source: z.string(),
      state: z.enum(['kept', 'due', 'proposed', 'destroyed']),
      proposedBy: z.string().nullable(),
      proposedAt: z.string().nullable(),
      destroyedOn: day.nullable(),
      mayPropose: z.boolean(),
      mayWithdraw: z.boolean(),
      /** Somebody else proposed it. */
      mayDestroy: z.boolean(),
    }),
  ),
  /** Whether there are more than are listed. */
  isMore: z.boolean(),
})
export type RetentionList = z.infer<typeof retentionSchema>

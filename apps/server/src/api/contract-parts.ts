import { z } from 'zod'

/** What the parts of the contract have in common. */

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const choiceSchema = z.object({ code: z.string(), label: z.string() })

/** `public`: for everybody, in the archive. `chain`: for who signs in. */
export const audienceSchema = z.enum(['public', 'chain'])
export type Audience = z.infer<typeof audienceSchema>

/** A code, a number, a day: no control characters. */
export const word = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)

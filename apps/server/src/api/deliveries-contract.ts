import { z } from 'zod'
import { day } from './contract-parts.ts'
import { explanationsSchema, figureSchema } from './figures-contract.ts'

/** What an organisation delivers each month to another: what these addresses give. */

const organisation = z.object({ code: z.string(), name: z.string() })
const month = z.string().regex(/^\d{4}-\d{2}$/)

const whichDelivery = {
  /** `jbjr.monthly` */
  delivery: z.string(),
  label: z.string(),
  route: z.string(),
  institution: organisation,
  receiver: organisation,
  month,
  cutOff: day,
}

const deliveryLineSchema = z.object({
  ...whichDelivery,
  /** Of all that was published: the numbers in between are reports. */
  number: z.number().int(),
  knownAt: z.string(),
  madeAt: z.string(),
  figures: z.number().int(),
  /** The delivery before it, and how many figures of that one are others by now; null: the first. */
  comparedWith: z.number().int().nullable(),
  changed: z.number().int().nullable(),
})
export type DeliveryLine = z.infer<typeof deliveryLineSchema>

const awaitedDeliverySchema = z.object({
  ...whichDelivery,
  dueOn: day,
  /** Its day has come: it is being made, or could not be. */
  isDue: z.boolean(),
  /** Whether it is one's own organisation that delivers, and may see it as it would be now. */
  isOwn: z.boolean(),
  failed: z.object({ tries: z.number().int(), at: z.string() }).nullable(),
})
export type AwaitedDelivery = z.infer<typeof awaitedDeliverySchema>

/** GET /api/v1/deliveries : the newest month first, and what comes next. */
export const deliveriesSchema = z.object({
  lines: z.array(deliveryLineSchema),
  awaited: z.array(awaitedDeliverySchema),
})
export type Deliveries = z.infer<typeof deliveriesSchema>

/** GET /api/v1/deliveries/:number ; beside it :number/report.html, report.pdf, figures.csv, figures.json; POST :number/verification */
export const deliverySchema = deliveryLineSchema.extend({
  position: z.number().int(),
  logHash: z.string(),
  definitions: z.array(
    z.object({ indicator: z.string(), version: z.number().int(), hash: z.string() }),
  ),
  figureRows: z.array(figureSchema),
  /** From the delivery before it to this one, of what changed; null: the first. */
  changes: explanationsSchema.nullable(),
})
export type Delivery = z.infer<typeof deliverySchema>

/** GET /api/v1/deliveries/now?delivery : the next one, as it would be now; for who delivers it. */
export const deliveryNowSchema = z.object({
  ...whichDelivery,
  dueOn: day,
  knownAt: z.string(),
  figureRows: z.array(figureSchema),
  comparedWith: z.number().int().nullable(),
  changes: explanationsSchema.nullable(),
})
export type DeliveryNow = z.infer<typeof deliveryNowSchema>

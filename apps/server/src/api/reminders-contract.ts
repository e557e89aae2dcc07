import { z } from 'zod'

/** What somebody is told of by mail: what these addresses give. */

/** GET /api/v1/reminders */
export const remindersSchema = z.object({
  /** Whether this server sends mail at all; where it does not, there is nothing to choose. */
  available: z.boolean(),
  /** Whether one gets a digest of what is due, once a day. */
  byMail: z.boolean(),
  /** At what time of the day, as `07:00`; null where no mail is sent. */
  time: z.string().nullable(),
})
export type ReminderChoice = z.infer<typeof remindersSchema>

/** PUT /api/v1/reminders */
export const chooseRemindersSchema = z.strictObject({ byMail: z.boolean() })

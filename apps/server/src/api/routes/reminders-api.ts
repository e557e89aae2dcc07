import type { Reminders } from '@tijdig/store'
import { type Visitor, visitorOf } from '../../sign-in/visitor.ts'
import { type Api, type DeskContext, NO_QUERY, REFUSED } from '../context.ts'
import {
  chooseRemindersSchema,
  type ReminderChoice,
  remindersSchema,
} from '../reminders-contract.ts'

const tags = ['Werk']

/** Beside the desk these reach one's own choice. */
export interface RemindersContext extends DeskContext {
  readonly reminders: () => Promise<Reminders>
  /** When mail goes out, as `07:00`; null where none does. */
  readonly mailTime: string | null
}

/** Whether one gets a digest by mail. */
export function remindersApi(api: Api, { reminders, mailTime }: RemindersContext): void {
  const choiceOf = async ({ actor }: Visitor): Promise<ReminderChoice> => ({
    available: mailTime !== null,
    byMail: await (await reminders()).isWanted(actor.person ?? ''),
    time: mailTime,
  })

  api.get(
    '/reminders',
    {
      config: { scope: 'person' },
      schema: {
        operationId: 'getReminders',
        summary: 'Of u een overzicht per e-mail krijgt',
        tags,
        querystring: NO_QUERY,
        response: { 200: remindersSchema, ...REFUSED },
      },
    },
    async (request) => choiceOf(visitorOf(request)),
  )

  api.put(
    '/reminders',
    {
      config: { scope: 'person' },
      schema: {
        operationId: 'chooseReminders',
        summary: 'Het overzicht per e-mail aan- of uitzetten',
        tags,
        querystring: NO_QUERY,
        body: chooseRemindersSchema,
        response: { 200: remindersSchema, ...REFUSED },
      },
    },
    async (request) => {
      const visitor = visitorOf(request)
      const { actor, hash, address } = visitor
      const by = { session: hash, address }
      await (await reminders()).choose(actor.person ?? '', request.body.byMail, by)
      return choiceOf(visitor)
    },
  )
}

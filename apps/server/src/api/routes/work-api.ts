import { z } from 'zod'
import { colleaguesOf, workFor } from '../../house/work.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import { type Api, type DeskContext, NO_QUERY, REFUSED } from '../context.ts'
import { colleagueSchema, workOfSchema, workPartSchema, workSchema } from '../contract.ts'
import { sendHouseError } from '../problem.ts'

const tags = ['Werk']

/** What is to be done, for oneself, one's team or one's organisation. */
export function workApi(api: Api, { desk }: DeskContext): void {
  api.get(
    '/work',
    {
      config: { scope: 'trajectories' },
      schema: {
        operationId: 'listWork',
        summary: 'Wat er te doen is, met de reden',
        tags,
        querystring: z.strictObject({
          of: workOfSchema.default('me').describe('Van wie: van uzelf, uw team of uw organisatie.'),
          part: workPartSchema
            .optional()
            .describe('Welk deel; weggelaten: het eerste waarin iets staat.'),
          page: z.coerce.number().int().min(1).max(100_000).default(1),
          pageSize: z.coerce
            .number()
            .int()
            .min(0)
            .max(100)
            .default(25)
            .describe('Hoeveel op een bladzijde; 0: alleen hoeveel er in elk deel staan.'),
        }),
        response: { 200: workSchema, ...REFUSED },
      },
    },
    async (request, reply) => {
      const work = await workFor(await desk(), visitorOf(request), request.query)
      return work.ok ? work.value : sendHouseError(reply, work.error)
    },
  )

  api.get(
    '/colleagues',
    {
      config: { scope: 'person' },
      schema: {
        operationId: 'listColleagues',
        summary: 'Wie er in uw organisatie werken',
        tags,
        querystring: NO_QUERY,
        response: { 200: z.array(colleagueSchema), ...REFUSED },
      },
    },
    async (request) => colleaguesOf(visitorOf(request), (await desk()).directory),
  )
}

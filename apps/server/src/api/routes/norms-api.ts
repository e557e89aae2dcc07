import { z } from 'zod'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import { REFUSED_OR_MISSING, word } from '../context.ts'
import { normCasesSchema, normEstimateSchema, outcomeSchema } from '../contract.ts'
import { sendHouseError, sendProblem } from '../problem.ts'

const tags = ['Normen']
const NORM = z.object({ route: word.min(1), norm: word.min(1) })
const asked = {
  cutOff: word.describe('De peildag (JJJJ-MM-DD).').meta({ format: 'date' }),
  knownAt: word.describe('Wat toen bekend was: een dag (het einde ervan) of een moment.'),
}

/** The cases behind a norm's percentage, and an estimate of what will be missed. */
export function normsApi(api: Api, { desk }: DeskContext): void {
  api.get(
    '/norms/:route/:norm/cases',
    {
      config: { scope: 'trajectories' },
      schema: {
        operationId: 'listNormCases',
        summary: 'De eigen trajecten achter een norm, zoals toen bekend',
        tags,
        params: NORM,
        querystring: z.strictObject({
          ...asked,
          outcome: outcomeSchema,
          dimension: word
            .optional()
            .describe('Een verdeling van de norm; samen met value. Te herhalen met een komma.'),
          value: word.optional(),
          page: z.coerce.number().int().min(1).max(100_000).default(1),
          pageSize: z.coerce.number().int().min(1).max(100).default(25),
        }),
        response: { 200: normCasesSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const { dimension, value, ...query } = request.query
      const dimensions = dimension?.split(',') ?? []
      const values = value?.split(',') ?? []
      if (dimensions.length !== values.length) {
        const detail =
          'De parameters dimension en value horen bij elkaar. Geef van beide evenveel, of geen van beide.'
        return sendProblem(reply, 400, 'parameter-missing', detail)
      }
      const cell = dimensions.map((name, place) => [name, values[place] ?? ''] as const)
      const found = await (await desk()).normCases(visitorOf(request), {
        ...request.params,
        ...query,
        cell,
      })
      return found.ok ? found.value : sendHouseError(reply, found.error)
    },
  )

  api.get(
    '/norms/:route/:norm/estimate',
    {
      config: { scope: 'figures' },
      schema: {
        operationId: 'estimateNorm',
        summary: 'Hoeveel lopende termijnen waarschijnlijk te laat worden: een schatting',
        tags,
        params: NORM,
        querystring: z.strictObject(asked),
        response: { 200: normEstimateSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const found = await (await desk()).normEstimate(visitorOf(request), {
        ...request.params,
        ...request.query,
      })
      return found.ok ? found.value : sendHouseError(reply, found.error)
    },
  )
}

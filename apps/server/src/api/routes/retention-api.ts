import type { Retention } from '@tijdig/store'
import { z } from 'zod'
import { decideDestruction, readRetention } from '../../house/retention.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import { DONE, NO_QUERY, REFUSED, REFUSED_OR_NOT_NOW, TRAJECTORY, word } from '../context.ts'
import { retentionSchema } from '../family-contract.ts'
import { sendHouseError } from '../problem.ts'

const tags = ['Bewaren']

export interface RetentionContext extends DeskContext {
  readonly retention: () => Promise<Retention>
}

/** Until when files are kept, and destroying them by two people. */
export function retentionApi(api: Api, { desk, retention }: RetentionContext): void {
  api.get(
    '/retention',
    {
      config: { scope: 'person' },
      schema: {
        operationId: 'listRetention',
        summary: 'Wat wanneer niet meer bewaard hoeft te worden',
        tags,
        querystring: z.strictObject({
          route: word,
          month: word.optional().describe('JJJJ-MM; weggelaten: wat al voorbij is.'),
        }),
        response: { 200: retentionSchema, ...REFUSED },
      },
    },
    async (request, reply) => {
      const { query } = request
      const list = await readRetention(await desk(), await retention(), visitorOf(request), query)
      return list.ok ? list.value : sendHouseError(reply, list.error)
    },
  )

  const steps = [
    ['POST', 'proposal', 'propose', 'proposeDestruction', 'Voorstellen een dossier te vernietigen'],
    ['DELETE', 'proposal', 'withdraw', 'withdrawProposal', 'Het voorstel intrekken'],
    ['POST', 'destruction', 'destroy', 'destroyFamily', 'Vernietigen wat een ander voorstelde'],
  ] as const
  for (const [method, path, step, operationId, summary] of steps) {
    api.route({
      method,
      url: `/retention/:route/:id/${path}`,
      config: { scope: 'person' },
      schema: {
        operationId,
        summary,
        tags,
        params: TRAJECTORY,
        querystring: NO_QUERY,
        response: { ...DONE, ...REFUSED_OR_NOT_NOW },
      },
      handler: async (request, reply) => {
        const visitor = visitorOf(request)
        const { params } = request
        const done = await decideDestruction(await desk(), await retention(), visitor, params, step)
        return done.ok ? reply.code(204).send() : sendHouseError(reply, done.error)
      },
    })
  }
}

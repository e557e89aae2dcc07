import { z } from 'zod'
import { isChanged } from '../../house/explain-tables.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import { REFUSED_OR_MISSING, word } from '../context.ts'
import { explanationsSchema } from '../contract.ts'
import { byQuery, indicatorQuery, readBy } from '../narrowed-query.ts'
import { sendHouseError } from '../problem.ts'
import { explanationsView } from '../views.ts'

const end = word
const onlyChanged = z
  .enum(['true', 'false'])
  .optional()
  .describe('Alleen cijfers waaraan iets veranderde.')
const number = z.coerce.number().int().min(1)

/** Why figures differ between two questions or publications. */
export function explanationsApi(api: Api, { desk }: DeskContext): void {
  api.get(
    '/explanations',
    {
      config: { scope: 'figures' },
      schema: {
        operationId: 'listExplanations',
        summary: 'Waarom cijfers verschillen tussen twee vragen',
        tags: ['Cijfers'],
        querystring: z.strictObject({
          route: word.optional().describe('Nodig tussen twee vragen.'),
          from: end.describe('PEILDAG@BEKEND-OP[#DAG-VAN-DE-DEFINITIES], of een publicatienummer.'),
          to: end.describe('Hetzelfde, voor de tweede vraag.'),
          indicator: indicatorQuery,
          by: byQuery,
          changed: onlyChanged,
        }),
        response: { 200: explanationsSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const { route, from, to, indicator, by, changed } = request.query
      const narrowed = { indicator, by: readBy(by) }
      const change = await (await desk()).explain(visitorOf(request), { route, from, to, narrowed })
      if (!change.ok) return sendHouseError(reply, change.error)
      return explanationsView(change.value, changed === 'true' ? isChanged : undefined)
    },
  )

  api.get(
    '/publications/:from/changes/:to',
    {
      config: { scope: 'figures' },
      schema: {
        operationId: 'listChanges',
        summary: 'Wat er veranderde tussen twee publicaties',
        tags: ['Publicaties'],
        params: z.object({ from: number, to: number }),
        querystring: z.strictObject({ changed: onlyChanged }),
        response: { 200: explanationsSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const { from, to } = request.params
      const asked = { from: `${from}`, to: `${to}` }
      const change = await (await desk()).explain(visitorOf(request), asked)
      if (!change.ok) return sendHouseError(reply, change.error)
      return explanationsView(
        change.value,
        request.query.changed === 'true' ? isChanged : undefined,
      )
    },
  )
}

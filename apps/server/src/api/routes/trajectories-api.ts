import { z } from 'zod'
import { listTrajectories } from '../../house/list-trajectories.ts'
import { lookUpTrajectory } from '../../house/look-up-trajectory.ts'
import type { Api, ApiContext } from '../context.ts'
import { REFUSED, REFUSED_OR_MISSING } from '../context.ts'
import { trajectoriesSchema, trajectorySchema } from '../contract.ts'
import { sendHouseError, sendProblem } from '../problem.ts'

const LARGEST_PAGE = 200
const word = z.string().max(200)

const trajectoriesQuery = z.strictObject({
  route: word,
  q: word.optional().describe('Een deel van het nummer.'),
  state: word.optional(),
  attribute: word.optional().describe('Een van de filters van de route; samen met value.'),
  value: word.optional(),
  sort: z.enum(['openedOn', 'stateSince', 'id']).default('openedOn'),
  descending: z.enum(['true', 'false']).default('false'),
  page: z.coerce.number().int().min(1).max(10_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(25),
})

/** Trajectories, as a list and one by one. */
export function trajectoriesApi(api: Api, { house }: ApiContext): void {
  api.get(
    '/trajectories',
    {
      schema: {
        operationId: 'listTrajectories',
        summary: 'Een bladzijde trajecten, zoals zij nu staan',
        tags: ['Trajecten'],
        querystring: trajectoriesQuery,
        response: { 200: trajectoriesSchema, ...REFUSED },
      },
    },
    async (request, reply) => {
      const { route, q, state, attribute, value, sort, descending, page, pageSize } = request.query
      if ((attribute === undefined) !== (value === undefined)) {
        const detail =
          'De parameters attribute en value horen bij elkaar. Geef beide of geen van beide.'
        return sendProblem(reply, 400, 'parameter-missing', detail)
      }
      const list = await listTrajectories(await house(), {
        route,
        sort,
        descending: descending === 'true',
        page,
        pageSize,
        ...(q && { search: q }),
        ...(state !== undefined && { state }),
        ...(attribute !== undefined && value !== undefined && { filter: { attribute, value } }),
      })
      if (!list.ok) return sendHouseError(reply, list.error)
      return { total: list.value.total, page, pageSize, lines: list.value.lines }
    },
  )

  api.get(
    '/trajectories/:route/:id',
    {
      schema: {
        operationId: 'getTrajectory',
        summary: 'Eén traject met alles wat erover bekend werd',
        tags: ['Trajecten'],
        params: z.object({ route: word.min(1), id: word.min(1) }),
        querystring: z.strictObject({
          cutOff: word.optional().describe('De peildag; weggelaten: vandaag.'),
          knownAt: word.optional().describe('Wat toen bekend was; weggelaten: alles.'),
        }),
        response: { 200: trajectorySchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const found = await lookUpTrajectory(await house(), { ...request.params, ...request.query })
      return found.ok ? found.value : sendHouseError(reply, found.error)
    },
  )
}

import { z } from 'zod'
import { describeRoutes } from '../../house/describe-route.ts'
import type { Api, ApiContext } from '../context.ts'
import { NO_QUERY, REFUSED, REFUSED_OR_MISSING } from '../context.ts'
import { routeSchema } from '../contract.ts'
import { sendProblem } from '../problem.ts'

/** What is watched: the routes with their words, indicators and clocks. */
export function routesApi(api: Api, { house }: ApiContext): void {
  api.get(
    '/routes',
    {
      schema: {
        operationId: 'listRoutes',
        summary: 'Alle routes',
        tags: ['Routes'],
        querystring: NO_QUERY,
        response: { 200: z.array(routeSchema), ...REFUSED },
      },
    },
    async () => describeRoutes(await house()),
  )

  api.get(
    '/routes/:route',
    {
      schema: {
        operationId: 'getRoute',
        summary: 'Eén route',
        tags: ['Routes'],
        params: z.object({ route: z.string().min(1) }),
        querystring: NO_QUERY,
        response: { 200: routeSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const { route } = request.params
      const routes = await describeRoutes(await house())
      const found = routes.find(({ code }) => code === route)
      if (found) return found
      return sendProblem(reply, 404, 'route-unknown', `De route "${route}" bestaat niet.`)
    },
  )
}

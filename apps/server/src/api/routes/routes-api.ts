import { z } from 'zod'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import { NO_QUERY, REFUSED, REFUSED_OR_MISSING, word } from '../context.ts'
import { routeSchema } from '../contract.ts'
import { sendProblem } from '../problem.ts'

/** What is watched: the routes with their words, indicators and clocks. */
export function routesApi(api: Api, { desk }: DeskContext): void {
  api.get(
    '/routes',
    {
      config: { scope: 'figures' },
      schema: {
        operationId: 'listRoutes',
        summary: 'Alle routes',
        tags: ['Routes'],
        querystring: NO_QUERY,
        response: { 200: z.array(routeSchema), ...REFUSED },
      },
    },
    async (request) => (await desk()).describeRoutes(visitorOf(request)),
  )

  api.get(
    '/routes/:route',
    {
      config: { scope: 'figures' },
      schema: {
        operationId: 'getRoute',
        summary: 'Eén route',
        tags: ['Routes'],
        params: z.object({ route: word.min(1) }),
        querystring: NO_QUERY,
        response: { 200: routeSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const { route } = request.params
      const routes = await (await desk()).describeRoutes(visitorOf(request))
      const found = routes.find(({ code }) => code === route)
      if (found) return found
      return sendProblem(reply, 404, 'route-unknown', `De route "${route}" bestaat niet.`)
    },
  )
}

import { z } from 'zod'
import { listTrajectories } from '../../house/list-trajectories.ts'
import { openTrajectory } from '../../house/open-trajectory.ts'
import { recordEvent } from '../../house/record-event.ts'
import { visitTrajectory } from '../../house/visit-trajectory.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import {
  NO_QUERY,
  REFUSED,
  REFUSED_OR_MISSING,
  REFUSED_OR_NOT_NOW,
  TRAJECTORY,
  word,
} from '../context.ts'
import {
  newRecordingSchema,
  newTrajectorySchema,
  openedTrajectorySchema,
  recordedEventSchema,
  trajectoriesSchema,
  trajectorySchema,
} from '../contract.ts'
import { sendHouseError, sendProblem } from '../problem.ts'

const LARGEST_PAGE = 200

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

/** Trajectories, as a list and one by one: as much of them as who asks may see. */
export function trajectoriesApi(api: Api, { desk }: DeskContext): void {
  api.get(
    '/trajectories',
    {
      config: { scope: 'trajectories' },
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
      const list = await listTrajectories(await desk(), visitorOf(request), {
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
      config: { scope: 'trajectories' },
      schema: {
        operationId: 'getTrajectory',
        summary: 'Eén traject met alles wat erover bekend werd',
        tags: ['Trajecten'],
        params: TRAJECTORY,
        querystring: z.strictObject({
          cutOff: word.optional().describe('De peildag; weggelaten: vandaag.'),
          knownAt: word.optional().describe('Wat toen bekend was; weggelaten: alles.'),
        }),
        response: { 200: trajectorySchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const opened = await desk()
      const asked = { ...request.params, ...request.query }
      const found = await visitTrajectory(opened, visitorOf(request), opened.directory, asked)
      return found.ok ? found.value : sendHouseError(reply, found.error)
    },
  )

  api.post(
    '/trajectories',
    {
      config: { scope: 'record' },
      schema: {
        operationId: 'openTrajectory',
        summary: 'Een traject beginnen',
        tags: ['Trajecten'],
        querystring: NO_QUERY,
        body: newTrajectorySchema,
        response: { 201: openedTrajectorySchema, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const opened = await desk()
      const made = await openTrajectory(opened, visitorOf(request), opened.directory, request.body)
      if (!made.ok) return sendHouseError(reply, made.error)
      const { id } = made.value
      return reply
        .code(201)
        .header('location', `/api/v1/trajectories/${request.body.route}/${id}`)
        .send({ id })
    },
  )

  api.post(
    '/trajectories/:route/:id/events',
    {
      config: { scope: 'record' },
      schema: {
        operationId: 'recordEvent',
        summary: 'Vastleggen wat er in een traject gebeurde, of iets verbeteren of intrekken',
        tags: ['Trajecten'],
        params: TRAJECTORY,
        querystring: NO_QUERY,
        body: newRecordingSchema,
        response: { 201: recordedEventSchema, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const opened = await desk()
      const recorded = await recordEvent(
        opened,
        visitorOf(request),
        opened.directory,
        request.params,
        request.body,
      )
      if (!recorded.ok) return sendHouseError(reply, recorded.error)
      return reply.code(201).send(recorded.value)
    },
  )
}

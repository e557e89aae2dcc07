import { z } from 'zod'
import { sharedWithUs } from '../../house/shared-with-us.ts'
import { endSharing, shareFields } from '../../house/sharing.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import { DONE, NO_QUERY, REFUSED, REFUSED_OR_MISSING, TRAJECTORY, word } from '../context.ts'
import { newShareAnswerSchema, newShareSchema, sharedLineSchema } from '../contract.ts'
import { sendHouseError } from '../problem.ts'

const tags = ['Delen']

/** Showing fields to an organisation that is not party: with consent, for a while. */
export function sharingApi(api: Api, { desk }: DeskContext): void {
  api.get(
    '/shared',
    {
      config: { scope: 'trajectories' },
      schema: {
        operationId: 'listShared',
        summary: 'Wat andere organisaties met de uwe delen',
        tags,
        querystring: z.strictObject({ route: word }),
        response: { 200: z.array(sharedLineSchema), ...REFUSED },
      },
    },
    async (request, reply) => {
      const shared = await sharedWithUs(await desk(), visitorOf(request), request.query.route)
      return shared.ok ? shared.value : sendHouseError(reply, shared.error)
    },
  )

  api.post(
    '/trajectories/:route/:id/shares',
    {
      config: { scope: 'record' },
      schema: {
        operationId: 'shareFields',
        summary: 'Gegevens delen, of vastleggen dat het gezin dat niet wil',
        tags,
        params: TRAJECTORY,
        querystring: NO_QUERY,
        body: newShareSchema,
        response: { 201: newShareAnswerSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const opened = await desk()
      const made = await shareFields(
        opened,
        visitorOf(request),
        opened.directory,
        request.params,
        request.body,
      )
      return made.ok ? reply.code(201).send(made.value) : sendHouseError(reply, made.error)
    },
  )

  api.delete(
    '/trajectories/:route/:id/shares/:organisation',
    {
      config: { scope: 'record' },
      schema: {
        operationId: 'endSharing',
        summary: 'Stoppen met delen',
        tags,
        params: TRAJECTORY.extend({ organisation: word.min(1) }),
        querystring: NO_QUERY,
        response: { ...DONE, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const { organisation } = request.params
      const ended = await endSharing(await desk(), visitorOf(request), request.params, organisation)
      return ended.ok ? reply.code(204).send() : sendHouseError(reply, ended.error)
    },
  )
}

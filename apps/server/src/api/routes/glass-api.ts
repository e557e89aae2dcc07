import { z } from 'zod'
import { breakGlass } from '../../house/break-glass.ts'
import { readNotices, seeNotice } from '../../house/notices.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import { DONE, NO_QUERY, REFUSED, REFUSED_OR_MISSING, word } from '../context.ts'
import { glassSchema, newGlassSchema, noticeSchema } from '../contract.ts'
import { sendHouseError } from '../problem.ts'

const tags = ['Glas']

/** Seeing a trajectory in an emergency, and telling who should know of it. */
export function glassApi(api: Api, { desk }: DeskContext): void {
  api.post(
    '/glass',
    {
      config: { scope: 'person' },
      schema: {
        operationId: 'breakGlass',
        summary: 'Het glas breken: één traject drie uur zien, met een reden',
        tags,
        querystring: NO_QUERY,
        body: newGlassSchema,
        response: { 201: glassSchema, ...REFUSED },
      },
    },
    async (request, reply) => {
      const broken = await breakGlass(await desk(), visitorOf(request), request.body)
      return broken.ok ? reply.code(201).send(broken.value) : sendHouseError(reply, broken.error)
    },
  )

  api.get(
    '/notices',
    {
      config: { scope: 'person' },
      schema: {
        operationId: 'listNotices',
        summary: 'Wie het glas brak van wat u aangaat',
        tags,
        querystring: NO_QUERY,
        response: { 200: z.array(noticeSchema), ...REFUSED },
      },
    },
    async (request, reply) => {
      const opened = await desk()
      const notices = await readNotices(opened, visitorOf(request), opened.directory)
      return notices.ok ? notices.value : sendHouseError(reply, notices.error)
    },
  )

  api.post(
    '/notices/:id/seen',
    {
      config: { scope: 'person' },
      schema: {
        operationId: 'seeNotice',
        summary: 'Een bericht als gezien aanmerken',
        tags,
        params: z.object({ id: word.min(1) }),
        querystring: NO_QUERY,
        response: { ...DONE, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const seen = await seeNotice(visitorOf(request), request.params.id)
      return seen.ok ? reply.code(204).send() : sendHouseError(reply, seen.error)
    },
  )
}

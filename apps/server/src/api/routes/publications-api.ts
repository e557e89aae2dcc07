import { z } from 'zod'
import { findLibreOffice } from '../../house/open-document.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import { NO_QUERY, REFUSED, REFUSED_OR_MISSING, REFUSED_OR_NOT_NOW, word } from '../context.ts'
import { publicationLineSchema, publicationSchema, verificationSchema } from '../contract.ts'
import { audienceSchema } from '../contract-parts.ts'
import { sendHouseError } from '../problem.ts'
import { publicationLineView, publicationView, verificationView } from '../views.ts'

const number = z.coerce.number().int().min(1)
const params = z.object({ number })
const tags = ['Publicaties']

/** What was published: made once, never changed, to be verified at any time. */
export function publicationsApi(api: Api, { desk }: DeskContext): void {
  api.get(
    '/publications',
    {
      config: { scope: 'publications' },
      schema: {
        operationId: 'listPublications',
        summary: 'Het archief',
        tags,
        querystring: NO_QUERY,
        response: { 200: z.array(publicationLineSchema), ...REFUSED },
      },
    },
    async () => {
      const lines = await (await desk()).publications()
      return lines.map(publicationLineView)
    },
  )

  api.post(
    '/publications',
    {
      config: { scope: 'publications' },
      schema: {
        operationId: 'publishReport',
        summary: 'Een rapport publiceren',
        tags,
        querystring: NO_QUERY,
        body: z.strictObject({
          template: word,
          cutOff: word,
          knownAt: word,
          comparedWith: word.optional(),
          audience: audienceSchema
            .optional()
            .describe('Voor iedereen of voor wie inlogt; weggelaten: zoals het sjabloon zegt.'),
        }),
        response: { 201: publicationLineSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const made = await (await desk()).publish(visitorOf(request), request.body)
      if (!made.ok) return sendHouseError(reply, made.error)
      const line = publicationLineView({ ...made.value, figureCount: made.value.figures.length })
      return reply.code(201).header('location', `/api/v1/publications/${line.number}`).send(line)
    },
  )

  api.get(
    '/publications/:number',
    {
      config: { scope: 'publications' },
      schema: {
        operationId: 'getPublication',
        summary: 'Eén publicatie met haar cijfers',
        tags,
        params,
        querystring: NO_QUERY,
        response: { 200: publicationSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const found = await (await desk()).findPublication(request.params.number)
      if (!found.ok) return sendHouseError(reply, found.error)
      return publicationView(found.value, (await findLibreOffice()) !== undefined)
    },
  )

  api.post(
    '/publications/:number/withdrawal',
    {
      config: { scope: 'publications' },
      schema: {
        operationId: 'withdrawPublication',
        summary: 'Een openbare publicatie intrekken: wie niet inlogt krijgt haar niet meer',
        tags,
        params,
        querystring: NO_QUERY,
        body: z.strictObject({ reason: z.string().max(2_000) }),
        response: { 201: publicationLineSchema, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const { number } = request.params
      const done = await (await desk()).withdraw(visitorOf(request), number, request.body.reason)
      if (!done.ok) return sendHouseError(reply, done.error)
      const line = publicationLineView({ ...done.value, figureCount: done.value.figures.length })
      return reply.code(201).send(line)
    },
  )

  api.post(
    '/publications/:number/verification',
    {
      config: { scope: 'publications' },
      schema: {
        operationId: 'verifyPublication',
        summary: 'Een publicatie helemaal opnieuw berekenen uit het logboek',
        tags,
        params,
        querystring: NO_QUERY,
        response: { 200: verificationSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const { number } = request.params
      const verified = await (await desk()).verify(visitorOf(request), number)
      if (!verified.ok) return sendHouseError(reply, verified.error)
      return verificationView(verified.value)
    },
  )
}

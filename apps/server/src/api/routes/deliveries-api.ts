import { z } from 'zod'
import type { Desk } from '../../house/desk.ts'
import { organisationsOf } from '../../house/organisations.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import { NO_QUERY, REFUSED, REFUSED_OR_MISSING, word } from '../context.ts'
import {
  deliveriesSchema,
  deliveryNowSchema,
  deliverySchema,
  verificationSchema,
} from '../contract.ts'
import { deliveriesView, deliveryNowView, deliveryView } from '../delivery-views.ts'
import { sendHouseError } from '../problem.ts'
import { verificationView } from '../views.ts'

const params = z.object({ number: z.coerce.number().int().min(1) })
const tags = ['Leveringen']

/** What an organisation delivers each month to another: for who delivers it and who gets it. */
export function deliveriesApi(api: Api, { desk }: DeskContext): void {
  api.get(
    '/deliveries',
    {
      config: { scope: 'publications' },
      schema: {
        operationId: 'listDeliveries',
        summary: 'De leveringen van of aan uw organisatie, en welke eraan komt',
        tags,
        querystring: NO_QUERY,
        response: { 200: deliveriesSchema, ...REFUSED },
      },
    },
    async (request, reply) => {
      const opened = await desk()
      const found = await opened.deliveries(visitorOf(request))
      if (!found.ok) return sendHouseError(reply, found.error)
      return deliveriesView(await wordsOf(opened), found.value)
    },
  )

  api.get(
    '/deliveries/now',
    {
      config: { scope: 'publications' },
      schema: {
        operationId: 'getDeliveryNow',
        summary: 'De volgende levering van uw organisatie, zoals het er nu voor staat',
        tags,
        querystring: z.strictObject({
          delivery: word.min(1).describe('Welke levering, bijvoorbeeld jbjr.monthly.'),
        }),
        response: { 200: deliveryNowSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const opened = await desk()
      const found = await opened.deliveryNow(visitorOf(request), request.query.delivery)
      if (!found.ok) return sendHouseError(reply, found.error)
      return deliveryNowView(await wordsOf(opened), found.value)
    },
  )

  api.get(
    '/deliveries/:number',
    {
      config: { scope: 'publications' },
      schema: {
        operationId: 'getDelivery',
        summary: 'Een levering, met wat er veranderde sinds de vorige',
        tags,
        params,
        querystring: NO_QUERY,
        response: { 200: deliverySchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const opened = await desk()
      const found = await opened.findDelivery(visitorOf(request), request.params.number)
      if (!found.ok) return sendHouseError(reply, found.error)
      return deliveryView(await wordsOf(opened), found.value)
    },
  )

  api.post(
    '/deliveries/:number/verification',
    {
      config: { scope: 'publications' },
      schema: {
        operationId: 'verifyDelivery',
        summary: 'Een levering helemaal opnieuw berekenen uit het logboek',
        tags,
        params,
        querystring: NO_QUERY,
        response: { 200: verificationSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const { number } = request.params
      const verified = await (await desk()).verifyDelivery(visitorOf(request), number)
      if (!verified.ok) return sendHouseError(reply, verified.error)
      return verificationView(verified.value)
    },
  )
}

async function wordsOf({ catalogue, directory }: Desk) {
  return { catalogue, organisations: await organisationsOf(directory) }
}

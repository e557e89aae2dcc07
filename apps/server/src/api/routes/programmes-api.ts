import { z } from 'zod'
import { findMoves, findProgramme, listProgrammes } from '../../house/programmes/find-programme.ts'
import { recordSpending } from '../../house/programmes/spending/record-spending.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import {
  type Api,
  type DeskContext,
  NO_QUERY,
  REFUSED,
  REFUSED_OR_MISSING,
  word,
} from '../context.ts'
import {
  movesSchema,
  newSpendingSchema,
  programmeLineSchema,
  programmeSchema,
  spendingAnswerSchema,
} from '../contract.ts'
import { sendHouseError } from '../problem.ts'

const tags = ['Programma’s']
const PROGRAMME = z.object({ programme: word.min(1) })

/** Programmes: what was promised and what was done, as of any day, as known at any moment. */
export function programmesApi(api: Api, { desk }: DeskContext): void {
  api.get(
    '/programmes',
    {
      config: { scope: 'trajectories' },
      schema: {
        operationId: 'listProgrammes',
        summary: 'De programma’s waarmee u te maken hebt, zoals zij er vandaag voor staan',
        tags,
        querystring: NO_QUERY,
        response: { 200: z.array(programmeLineSchema), ...REFUSED },
      },
    },
    async (request, reply) => {
      const found = await listProgrammes(await desk(), visitorOf(request))
      return found.ok ? found.value : sendHouseError(reply, found.error)
    },
  )

  api.get(
    '/programmes/:programme',
    {
      config: { scope: 'trajectories' },
      schema: {
        operationId: 'findProgramme',
        summary: 'Een programma met zijn onderdelen, op een dag, zoals toen bekend',
        tags,
        params: PROGRAMME,
        querystring: z.strictObject({
          cutOff: word.describe('De peildag (JJJJ-MM-DD).').meta({ format: 'date' }),
          knownAt: word.describe('Wat toen bekend was: een dag (het einde ervan) of een moment.'),
        }),
        response: { 200: programmeSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const asked = { ...request.params, ...request.query }
      const found = await findProgramme(await desk(), visitorOf(request), asked)
      return found.ok ? found.value : sendHouseError(reply, found.error)
    },
  )

  api.get(
    '/programmes/:programme/moved',
    {
      config: { scope: 'trajectories' },
      schema: {
        operationId: 'listProgrammeMoves',
        summary: 'Wat er in een programma bewoog tussen twee standen, met de oorzaak',
        tags,
        params: PROGRAMME,
        querystring: z.strictObject({
          from: word.describe('De eerste stand: PEILDAG@BEKEND-OP.'),
          to: word.describe('De tweede stand: PEILDAG@BEKEND-OP.'),
        }),
        response: { 200: movesSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const asked = { ...request.params, ...request.query }
      const found = await findMoves(await desk(), visitorOf(request), asked)
      return found.ok ? found.value : sendHouseError(reply, found.error)
    },
  )

  api.post(
    '/programmes/:programme/spending',
    {
      config: { scope: 'record' },
      schema: {
        operationId: 'recordSpending',
        summary: 'Uitgaven per maand inlezen uit een XLSX of CSV; elke rij krijgt antwoord',
        tags,
        params: PROGRAMME,
        querystring: NO_QUERY,
        body: newSpendingSchema,
        response: { 200: spendingAnswerSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const opened = await desk()
      const file = Buffer.from(request.body.file, 'base64')
      const asked = { ...request.params, file }
      const done = await recordSpending(opened, visitorOf(request), opened.directory, asked)
      return done.ok ? done.value : sendHouseError(reply, done.error)
    },
  )
}

import { z } from 'zod'
import type { Desk } from '../../house/desk.ts'
import { figuresAsCsv } from '../../house/figures-csv.ts'
import { type Visitor, visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import { REFUSED, textOf, word } from '../context.ts'
import { figuresSchema } from '../contract.ts'
import { byQuery, indicatorQuery, readBy } from '../narrowed-query.ts'
import { sendHouseError } from '../problem.ts'
import { figureView, questionView } from '../views.ts'

const figuresQuery = z.strictObject({
  route: word.describe('De code van een route.'),
  cutOff: word
    .describe('De peildag (JJJJ-MM-DD): de laatste dag die telt.')
    .meta({ format: 'date' }),
  knownAt: word.describe('Wat toen bekend was: een dag (het einde ervan) of een moment.'),
  definitions: word
    .optional()
    .describe('De dag waarvan de definities tellen, of all voor elke versie apart.'),
  indicator: indicatorQuery,
  by: byQuery,
})

/** Figures of a route, as of a day, as known at a moment. */
export function figuresApi(api: Api, { desk }: DeskContext): void {
  api.get(
    '/figures',
    {
      config: { scope: 'figures' },
      schema: {
        operationId: 'listFigures',
        summary: 'Cijfers op een peildag, zoals toen bekend',
        description: 'Met dezelfde parameters geeft /figures.csv de cijfers als CSV.',
        tags: ['Cijfers'],
        querystring: figuresQuery,
        response: { 200: figuresSchema, ...REFUSED },
      },
    },
    async (request, reply) => {
      const answer = await askFor(await desk(), visitorOf(request), request.query)
      if (!answer.ok) return sendHouseError(reply, answer.error)
      const { question, figures } = answer.value
      return { question: questionView(question), figures: figures.map(figureView) }
    },
  )

  api.get(
    '/figures.csv',
    {
      config: { scope: 'figures' },
      schema: {
        // The rules for paths know no file names at the top, so it stands in the description above.
        hide: true,
        querystring: figuresQuery,
        response: { ...textOf('text/csv', 'Een regel per cijfer.'), ...REFUSED },
      },
    },
    async (request, reply) => {
      const opened = await desk()
      const answer = await askFor(opened, visitorOf(request), request.query)
      if (!answer.ok) return sendHouseError(reply, answer.error)
      const { question, figures } = answer.value
      const name = `${question.route}-${question.cutOff}.csv`
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(figuresAsCsv(opened.catalogue.indicators, figures))
    },
  )
}

function askFor(desk: Desk, visitor: Visitor, query: z.infer<typeof figuresQuery>) {
  const { route, cutOff, knownAt, definitions, indicator, by } = query
  const asked = { route, cutOff, knownAt, definitions }
  return desk.ask(visitor, asked, { indicator, by: readBy(by) })
}

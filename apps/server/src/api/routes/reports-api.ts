import { z } from 'zod'
import { defaultQuestion } from '../../house/default-question.ts'
import { makeReport } from '../../house/make-report.ts'
import { reporting } from '../../house/reporting.ts'
import type { Api, ApiContext } from '../context.ts'
import { NO_QUERY, REFUSED, textOf } from '../context.ts'
import { reportTemplateSchema } from '../contract.ts'
import { sendHouseError } from '../problem.ts'
import { showInFrame } from '../security-headers.ts'

const word = z.string().max(200)

/** The templates, and a look at what a report would be. */
export function reportsApi(api: Api, { house }: ApiContext): void {
  api.get(
    '/reports',
    {
      schema: {
        operationId: 'listReports',
        summary: 'De sjablonen waarmee rapporten worden gemaakt',
        tags: ['Rapporten'],
        querystring: NO_QUERY,
        response: { 200: z.array(reportTemplateSchema), ...REFUSED },
      },
    },
    async () => {
      const opened = await house()
      const counts = await opened.store.countByRoute()
      const templates = await opened.templates.list()
      return templates.map(({ id, title, description, route }) => ({
        template: id,
        title,
        description,
        route,
        defaultQuestion: defaultQuestion(opened, counts.get(route)),
      }))
    },
  )

  api.get(
    '/reports/preview',
    {
      schema: {
        operationId: 'previewReport',
        summary: 'Een rapport zoals het nu zou worden',
        tags: ['Rapporten'],
        querystring: z.strictObject({
          template: word,
          cutOff: word,
          knownAt: word,
          comparedWith: word
            .optional()
            .describe('Een publicatienummer of een vraag om de veranderingen sinds te vertellen.'),
        }),
        response: { ...textOf('text/html', 'Het rapport als bladzijde.'), ...REFUSED },
      },
    },
    async (request, reply) => {
      const report = await makeReport(await house(), request.query)
      if (!report.ok) return sendHouseError(reply, report.error)
      const { REPORT_CONTENT_SECURITY_POLICY, renderHtml } = await reporting()
      return showInFrame(reply, REPORT_CONTENT_SECURITY_POLICY)
        .type('text/html; charset=utf-8')
        .send(renderHtml(report.value.document))
    },
  )
}

import { z } from 'zod'
import { reporting } from '../../house/reporting.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import { NO_QUERY, REFUSED, textOf, word } from '../context.ts'
import { reportTemplateSchema } from '../contract.ts'
import { sendHouseError } from '../problem.ts'
import { showInFrame } from '../security-headers.ts'

/** The templates, and a look at what a report would be. */
export function reportsApi(api: Api, { desk }: DeskContext): void {
  api.get(
    '/reports',
    {
      config: { scope: 'publications' },
      schema: {
        operationId: 'listReports',
        summary: 'De sjablonen waarmee rapporten worden gemaakt',
        tags: ['Rapporten'],
        querystring: NO_QUERY,
        response: { 200: z.array(reportTemplateSchema), ...REFUSED },
      },
    },
    async (request) => [...(await (await desk()).templates(visitorOf(request)))],
  )

  api.get(
    '/reports/preview',
    {
      config: { scope: 'publications' },
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
      const report = await (await desk()).makeReport(visitorOf(request), request.query)
      if (!report.ok) return sendHouseError(reply, report.error)
      const { REPORT_CONTENT_SECURITY_POLICY, renderHtml } = await reporting()
      return showInFrame(reply, REPORT_CONTENT_SECURITY_POLICY)
        .type('text/html; charset=utf-8')
        .send(renderHtml(report.value.document))
    },
  )
}

import type { FileDocument } from '@tijdig/reports'
import type { FamilyFiles } from '@tijdig/store'
import { giveFile } from '../../house/family-file/give-file.ts'
import { reporting } from '../../house/reporting.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import { NO_QUERY, REFUSED_OR_NOT_NOW, TRAJECTORY, textOf } from '../context.ts'
import { sendHouseError } from '../problem.ts'
import { showAlone } from '../security-headers.ts'

export interface FamilyFileContext extends DeskContext {
  /** All that is kept about a family: each question is answered as far as the session allows. */
  readonly familyFiles: () => Promise<FamilyFiles>
}

/** All that is kept about a family and who looked, to give to it. For people only: no key reads it. */
export function familyFileApi(api: Api, { desk, familyFiles }: FamilyFileContext): void {
  for (const form of FORMS) {
    api.get(
      `/trajectories/:route/:id/${form.file}`,
      {
        config: { scope: 'person' },
        schema: {
          operationId: form.operation,
          summary: form.summary,
          tags: ['Gezin'],
          params: TRAJECTORY,
          querystring: NO_QUERY,
          response: { ...textOf(form.type, form.summary), ...REFUSED_OR_NOT_NOW },
        },
      },
      async (request, reply) => {
        const { params } = request
        const given = await giveFile(await desk(), await familyFiles(), visitorOf(request), params)
        if (!given.ok) return sendHouseError(reply, given.error)
        const { FILE_CONTENT_SECURITY_POLICY } = await reporting()
        const content = await form.render(given.value)
        return showAlone(reply, FILE_CONTENT_SECURITY_POLICY)
          .type(form.type === 'application/pdf' ? form.type : `${form.type}; charset=utf-8`)
          .header('content-disposition', `attachment; filename="inzage.${form.extension}"`)
          .send(typeof content === 'string' ? content : Buffer.from(content))
      },
    )
  }
}

interface Form {
  readonly file: string
  readonly extension: string
  readonly operation: string
  readonly summary: string
  readonly type: string
  readonly render: (document: FileDocument) => Promise<string | Uint8Array>
}

const FORMS: readonly Form[] = [
  {
    file: 'file.html',
    extension: 'html',
    operation: 'getFamilyFileAsHtml',
    summary: 'Alles wat over een gezin wordt bewaard en wie keek, als bladzijde',
    type: 'text/html',
    render: async (document) => (await reporting()).renderHtml(document),
  },
  {
    file: 'file.pdf',
    extension: 'pdf',
    operation: 'getFamilyFileAsPdf',
    summary: 'Alles wat over een gezin wordt bewaard en wie keek, als toegankelijke PDF',
    type: 'application/pdf',
    render: async (document) => (await reporting()).renderPdf(document),
  },
]

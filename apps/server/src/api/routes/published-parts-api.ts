import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { FrozenPublication } from '../../house/frozen-publication.ts'
import type { Premises } from '../../house/house.ts'
import { fileName, PUBLICATION_FILES, type PublicationFile } from '../../house/publication-files.ts'
import { reporting } from '../../house/reporting.ts'
import type { Api, DeskContext } from '../context.ts'
import { NO_QUERY, REFUSED_OR_MISSING, textOf } from '../context.ts'
import { sendHouseError } from '../problem.ts'
import { showInFrame } from '../security-headers.ts'
import { sendTagged } from '../send-tagged.ts'

/** What is in a publication, each part as a file. */
export function publishedPartsApi(api: Api, { desk }: DeskContext): void {
  for (const part of PUBLICATION_FILES) {
    api.get(
      `/publications/:number/${part.file}`,
      {
        config: { scope: 'publications' },
        schema: {
          operationId: part.operation,
          summary: part.summary,
          tags: ['Publicaties'],
          params: z.object({ number: z.coerce.number().int().min(1) }),
          querystring: NO_QUERY,
          response: { ...textOf(part.type, part.summary), ...REFUSED_OR_MISSING },
        },
      },
      async (request, reply) => {
        const opened = await desk()
        const found = await opened.findPublication(request.params.number)
        if (!found.ok) return sendHouseError(reply, found.error)
        return sendPart(reply, request.headers['if-none-match'], opened, found.value, part)
      },
    )
  }
}

/** Never changes, but asked anew each time: another data folder may have another publication there. */
async function sendPart(
  reply: FastifyReply,
  known: string | undefined,
  house: Premises,
  frozen: FrozenPublication,
  part: PublicationFile,
): Promise<FastifyReply> {
  const content = await part.content(house, frozen)
  const { template, number } = frozen.publication
  reply
    .header('cache-control', 'private, no-cache')
    .header('content-disposition', `inline; filename="${fileName(template, number, part.file)}"`)
  if (part.page) showInFrame(reply, (await reporting()).REPORT_CONTENT_SECURITY_POLICY)
  return sendTagged(reply, known, content, part.type)
}

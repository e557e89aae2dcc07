import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Desk } from '../../house/desk.ts'
import type { FrozenPublication } from '../../house/frozen-publication.ts'
import type { Premises } from '../../house/house.ts'
import {
  contentOfPublication,
  fileName,
  REPORT_FILES,
  type ReportFile,
} from '../../house/report-files.ts'
import { reporting } from '../../house/reporting.ts'
import { type Visitor, visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import { NO_QUERY, REFUSED_OR_MISSING, textOf } from '../context.ts'
import { sendHouseError } from '../problem.ts'
import { showInFrame } from '../security-headers.ts'
import { sendTagged } from '../send-tagged.ts'

/** What is in a publication or a delivery, each part as a file. */
export function publishedPartsApi(api: Api, { desk }: DeskContext): void {
  addParts(api, desk, {
    path: '/publications/:number',
    operation: '',
    tag: 'Publicaties',
    find: (opened, _visitor, number) => opened.findPublication(number),
  })
  addParts(api, desk, {
    path: '/deliveries/:number',
    operation: 'Delivered',
    tag: 'Leveringen',
    find: (opened, visitor, number) => opened.findDelivery(visitor, number),
  })
}

interface Whole {
  readonly path: string
  /** What the names of its operations begin with, after `get`. */
  readonly operation: string
  readonly tag: string
  readonly find: (
    desk: Desk,
    visitor: Visitor,
    number: number,
  ) => ReturnType<Desk['findPublication']>
}

function addParts(
  api: Api,
  desk: DeskContext['desk'],
  { path, operation, tag, find }: Whole,
): void {
  for (const part of REPORT_FILES) {
    api.get(
      `${path}/${part.file}`,
      {
        config: { scope: 'publications' },
        schema: {
          operationId: part.operation.replace(/^get/, `get${operation}`),
          summary: part.summary,
          tags: [tag],
          params: z.object({ number: z.coerce.number().int().min(1) }),
          querystring: NO_QUERY,
          response: { ...textOf(part.type, part.summary), ...REFUSED_OR_MISSING },
        },
      },
      async (request, reply) => {
        const opened = await desk()
        const found = await find(opened, visitorOf(request), request.params.number)
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
  { catalogue }: Premises,
  frozen: FrozenPublication,
  part: ReportFile,
): Promise<FastifyReply> {
  const made = await part.make(contentOfPublication(catalogue.indicators, frozen))
  if (!made.ok) return sendHouseError(reply, made.error)
  const { template, number } = frozen.publication
  reply
    .header('cache-control', 'private, no-cache')
    .header('content-disposition', `inline; filename="${fileName(template, number, part.file)}"`)
  if (part.format === 'html') showInFrame(reply, (await reporting()).REPORT_CONTENT_SECURITY_POLICY)
  return sendTagged(reply, known, made.value, part.type)
}

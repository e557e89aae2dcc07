import { createHash } from 'node:crypto'
import { protect } from '@tijdig/figures'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Desk } from '../../house/desk.ts'
import { figuresAsCsv } from '../../house/figures-csv.ts'
import { figuresAsJson } from '../../house/figures-json.ts'
import type { FrozenPublication } from '../../house/frozen-publication.ts'
import type { Premises } from '../../house/house.ts'
import { reporting } from '../../house/reporting.ts'
import { type Visitor, visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import { NO_QUERY, REFUSED_OR_MISSING, textOf } from '../context.ts'
import { sendHouseError } from '../problem.ts'
import { showInFrame } from '../security-headers.ts'

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
  for (const part of PARTS) {
    api.get(
      `${path}/${part.file}`,
      {
        config: { scope: 'publications' },
        schema: {
          operationId: `get${operation}${part.operation}`,
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

interface Part {
  readonly file: string
  readonly operation: string
  readonly summary: string
  readonly type: string
  readonly content: (house: Premises, frozen: FrozenPublication) => string | Uint8Array
  readonly frame: boolean
}

const PARTS: readonly Part[] = [
  {
    file: 'report.html',
    operation: 'ReportAsHtml',
    summary: 'Het rapport als bladzijde',
    type: 'text/html',
    content: (_, { publication }) => publication.html,
    frame: true,
  },
  {
    file: 'report.pdf',
    operation: 'ReportAsPdf',
    summary: 'Het rapport als toegankelijke PDF',
    type: 'application/pdf',
    content: (_, { publication }) => publication.pdf,
    frame: false,
  },
  {
    file: 'figures.csv',
    operation: 'PublishedFiguresAsCsv',
    summary: 'De cijfers als CSV',
    type: 'text/csv',
    content: ({ catalogue }, { figures, asked }) =>
      figuresAsCsv(catalogue.indicators, protect(figures, asked.protection)),
    frame: false,
  },
  {
    file: 'figures.json',
    operation: 'PublishedFiguresAsJson',
    summary: 'De cijfers als JSON',
    type: 'application/json',
    content: ({ catalogue }, { figures, asked }) =>
      figuresAsJson(catalogue.indicators, protect(figures, asked.protection)),
    frame: false,
  },
]

/** Never changes, but asked anew each time: another data folder may have another publication there. */
async function sendPart(
  reply: FastifyReply,
  known: string | undefined,
  house: Premises,
  frozen: FrozenPublication,
  part: Part,
): Promise<FastifyReply> {
  const content = part.content(house, frozen)
  const tag = `"${createHash('sha256').update(content).digest('base64url')}"`
  reply.header('etag', tag).header('cache-control', 'private, no-cache')
  if (part.frame) showInFrame(reply, (await reporting()).REPORT_CONTENT_SECURITY_POLICY)
  if (known?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag)) {
    return reply.code(304).send()
  }
  const { template, number } = frozen.publication
  const name = `${template.replaceAll('/', '-')}-${number}-${part.file}`
  return reply
    .type(part.type === 'application/pdf' ? part.type : `${part.type}; charset=utf-8`)
    .header('content-disposition', `inline; filename="${name}"`)
    .send(typeof content === 'string' ? content : Buffer.from(content))
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Proxies } from '../api/rate-limits-address.ts'
import { showAlone } from '../api/security-headers.ts'
import { sendTagged } from '../api/send-tagged.ts'
import { recordRequests } from '../audit/record-requests.ts'
import { type ArchiveDesk, openArchiveDesk, type StandingEdition } from '../house/archive-desk.ts'
import type { House } from '../house/house.ts'
import {
  contentOfPublication,
  fileName,
  OPEN_FILES,
  type ReportFile,
} from '../house/report-files.ts'
import { reporting } from '../house/reporting.ts'
import { ownOrigin } from '../sign-in/own-origin.ts'
import { ARCHIVE } from './addresses.ts'
import { addFeeds } from './feed-routes.ts'

export interface ArchiveServices {
  readonly house: () => Promise<House>
  readonly report: (error: unknown) => void
  readonly proxies: Proxies
  /** Where people open this server, as its keeper says. */
  readonly address: string | undefined
}

/** Drawing reports takes a second to load, so it waits until somebody asks. */
const pages = () => import('./pages/index.ts')

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'"
/** Asked anew each time, as it may be withdrawn, and others come beside it. */
const ASK_AGAIN = 'public, no-cache'
/** What was published never changes; an hour is as long as something withdrawn lingers elsewhere. */
const PUBLISHED = 'public, max-age=3600, immutable'
const FOR_EVER = 'public, max-age=31536000, immutable'
const LONGEST = 200

/** What the handlers of the archive work with: only what is public. */
type Desk = () => Promise<ArchiveDesk>

/** The public archive: pages, files, feeds and what search engines ask for. */
export async function addArchive(app: FastifyInstance, services: ArchiveServices): Promise<void> {
  await app.register(async (scope) => {
    scope.decorateRequest('visitor', null)
    scope.decorateRequest('refusedAs', null)
    recordRequests(scope, services.house, services.report, services.proxies)
    const desk = deskOf(services.house)
    const origin = (request: FastifyRequest) => ownOrigin(request, services.address)
    scope.get(ARCHIVE, async (request, reply) => {
      const { zoek, rapport, jaar } = request.query as Record<string, unknown>
      return sendList(request, reply, await desk(), text(zoek), text(rapport), text(jaar))
    })
    scope.get(`${ARCHIVE}/:report`, async (request, reply) => {
      const { report } = request.params as { report: string }
      const { ARCHIVE_STYLE, STYLE_AT } = await pages()
      if (request.url.split('?')[0] === STYLE_AT) {
        reply.header('cache-control', FOR_EVER)
        return sendTagged(reply, undefined, ARCHIVE_STYLE, 'text/css')
      }
      return sendList(request, reply, await desk(), '', report, '')
    })
    scope.get(`${ARCHIVE}/:report/wijzigingen`, (request, reply) =>
      desk().then((opened) => sendChanges(request, reply, opened)),
    )
    scope.get(`${ARCHIVE}/:report/:day`, (request, reply) =>
      withEdition(request, reply, desk, async (edition, opened) => {
        const { editionPage } = await pages()
        const others = await editionsOf(opened, edition.template)
        return sendHtml(request, reply, 200, editionPage(edition, others))
      }),
    )
    scope.get(`${ARCHIVE}/:report/:day/cijfers/:figure`, (request, reply) =>
      withEdition(request, reply, desk, async (edition, opened) => {
        const { figure } = request.params as { figure: string }
        const { documentOf, figurePage, findFigure } = await pages()
        const found = findFigure(documentOf(edition), `cijfer-${figure}`)
        if (!found) return sendMissing(request, reply)
        const before = await findBefore(opened, edition)
        const explanations = before && (await opened.changes(before, edition))
        const labels = opened.labels(edition)
        const about = { edition, found, labels, before, explanations, origin: origin(request) }
        return sendHtml(request, reply, 200, figurePage(about))
      }),
    )
    for (const part of OPEN_FILES) {
      scope.get(`${ARCHIVE}/:report/:day/${part.file}`, (request, reply) =>
        withEdition(request, reply, desk, (edition, opened) =>
          sendPart(request, reply, opened, edition, part),
        ),
      )
    }
    addFeeds(scope, desk, origin)
  })
}

function deskOf(house: () => Promise<House>): Desk {
  let opened: ArchiveDesk | undefined
  return async () => {
    opened ??= openArchiveDesk(await house())
    return opened
  }
}

async function sendList(
  request: FastifyRequest,
  reply: FastifyReply,
  desk: ArchiveDesk,
  words: string,
  report: string,
  year: string,
): Promise<FastifyReply> {
  const { listPage, yearOf } = await pages()
  const all = await desk.editions()
  const asked = words.split(/\s+/).filter((word) => word !== '')
  const fitting = asked.length === 0 ? all : await desk.editions(asked)
  const isKnown = report === '' || all.some(({ address }) => address.startsWith(`${report}/`))
  if (!isKnown) return sendMissing(request, reply)
  const found = fitting.filter(
    (line) =>
      (report === '' || line.address.startsWith(`${report}/`)) &&
      (year === '' || yearOf(line) === year),
  )
  return sendHtml(request, reply, 200, listPage(all, found, { words, report, year }))
}

async function sendChanges(
  request: FastifyRequest,
  reply: FastifyReply,
  desk: ArchiveDesk,
): Promise<FastifyReply> {
  const { report } = request.params as { report: string }
  const { van, naar } = request.query as Record<string, unknown>
  const { changesPage, withdrawnPage } = await pages()
  const lines = (await desk.editions()).filter(({ address }) => address.startsWith(`${report}/`))
  const [first, ...others] = lines
  if (!first) return sendMissing(request, reply)
  if (van === undefined && naar === undefined) {
    return sendHtml(request, reply, 200, changesPage([first, ...others], undefined))
  }
  const [from, to] = await Promise.all(
    [van, naar].map((day) => desk.findEdition(`${report}/${text(day)}`)),
  )
  if (!from || !to) return sendMissing(request, reply)
  const gone = [from, to].find(({ frozen }) => frozen === null)
  if (gone) return sendHtml(request, reply, 410, withdrawnPage(gone))
  const ends = [from, to] as [StandingEdition, StandingEdition]
  const explanations = await desk.changes(...ends)
  const comparison = {
    from: ends[0],
    to: ends[1],
    labels: labelsOfBoth(desk, ends),
    figures: explanations
      ? { explanations }
      : { published: [desk.figures(ends[0]), desk.figures(ends[1])] as const },
  }
  return sendHtml(request, reply, 200, changesPage([first, ...others], comparison))
}

/** A figure may stand in the older one only. */
function labelsOfBoth(desk: ArchiveDesk, [from, to]: readonly [StandingEdition, StandingEdition]) {
  const known = [...desk.labels(to), ...desk.labels(from)]
  return [...new Map(known.map((labels) => [labels.code, labels])).values()]
}

/** What is not there and what is not for everybody are answered alike. */
async function withEdition(
  request: FastifyRequest,
  reply: FastifyReply,
  desk: Desk,
  answer: (edition: StandingEdition, desk: ArchiveDesk) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { report, day } = request.params as { report: string; day: string }
  const opened = await desk()
  const isAddress = /^[a-z0-9-]{1,200}$/.test(report) && /^[0-9-]{1,30}$/.test(day)
  const edition = isAddress ? await opened.findEdition(`${report}/${day}`) : undefined
  if (!edition) return sendMissing(request, reply)
  if (edition.frozen) return answer(edition as StandingEdition, opened)
  const { withdrawnPage } = await pages()
  // The page itself keeps working; what stood below it is gone.
  const isPage = request.routeOptions.url?.endsWith('/:day') ?? false
  return sendHtml(request, reply, isPage ? 200 : 410, withdrawnPage(edition))
}

async function findBefore(
  desk: ArchiveDesk,
  edition: StandingEdition,
): Promise<StandingEdition | undefined> {
  const lines = await editionsOf(desk, edition.template)
  const place = lines.findIndex(({ address }) => address === edition.address)
  const line = lines.slice(place + 1).find(({ withdrawn }) => withdrawn === null)
  const found = line && (await desk.findEdition(line.address))
  return found?.frozen ? (found as StandingEdition) : undefined
}

async function editionsOf(desk: ArchiveDesk, template: string) {
  return (await desk.editions()).filter((line) => line.template === template)
}

async function sendPart(
  request: FastifyRequest,
  reply: FastifyReply,
  desk: ArchiveDesk,
  { frozen, address, template }: StandingEdition,
  part: ReportFile,
): Promise<FastifyReply> {
  const made = await part.make(contentOfPublication(desk.catalogue.indicators, frozen))
  if (!made.ok) throw new Error(made.error.reason)
  const name = fileName(template, address.split('/')[1] ?? '', part.file)
  reply
    .header('cache-control', PUBLISHED)
    .header('content-disposition', `inline; filename="${name}"`)
  if (part.format === 'html') showAlone(reply, (await reporting()).REPORT_CONTENT_SECURITY_POLICY)
  else showAlone(reply, "default-src 'none'")
  return sendTagged(reply, request.headers['if-none-match'], made.value, part.type)
}

async function sendMissing(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { missingPage } = await pages()
  return sendHtml(request, reply, 404, missingPage())
}

function sendHtml(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  page: string,
): FastifyReply {
  showAlone(reply.code(status), PAGE_POLICY).header('cache-control', ASK_AGAIN)
  const known = status === 200 ? request.headers['if-none-match'] : undefined
  return sendTagged(reply, known, page, 'text/html')
}

/** One text of a query; what is repeated or too long counts as nothing. */
function text(value: unknown): string {
  return typeof value === 'string' && value.length <= LONGEST ? value.replace(/\p{Cc}/gu, ' ') : ''
}

import type { AuditEntry, AuditKind } from '@tijdig/store'
import type { FastifyRequest } from 'fastify'

type Asked = Pick<FastifyRequest, 'method' | 'params' | 'query'> & {
  readonly routeOptions: Pick<FastifyRequest['routeOptions'], 'url'>
}

/**
 * What each endpoint that changes nothing is in the audit, by the beginning of its address after the
 * API's own. What changes something is written with the change, in one transaction.
 */
const KINDS: readonly (readonly [begins: RegExp, kind: AuditKind])[] = [
  [
    /^(GET|HEAD) (figures|explanations|deliveries\/now|norms\/:route\/:norm\/estimate)\b|^(GET|HEAD) publications\/:from\/changes/,
    'figures',
  ],
  [/^(GET|HEAD) reports\/preview/, 'report'],
  [/^POST drafts\/:id\/(values|explanation)$/, 'figures'],
  [/^(GET|HEAD) drafts\/:id(\/versions\/:version)?$/, 'draft'],
  [/^POST (publications|deliveries)\/:number\/verification/, 'verify'],
  [/^(GET|HEAD) publications\/:number/, 'publication'],
  [/^(GET|HEAD) (people|keys)$/, 'administration'],
]

/** Written by the visit that does it, in the same transaction; also that there was nothing. */
const BY_VISIT =
  /^[A-Z]+ (trajectories|work|programmes|norms\/:route\/:norm\/cases|families|shared|glass|notices|retention|audit)\b|^(GET|HEAD) deliveries\/:number/

/** What is written of a request that was answered; undefined where nobody's record or figure was asked. */
export function entryOfRequest(request: Asked, status: number): AuditEntry | undefined {
  const shape = shapeOf(request)
  const isByVisit = BY_VISIT.test(shape)
  // That there was none, or none that may be seen, the visit wrote that looked.
  if (status >= 400 && status < 500 && !(status === 404 && isByVisit)) {
    return refusalOf(request, status)
  }
  if (status >= 400 || isByVisit) return undefined
  const kind = KINDS.find(([begins]) => begins.test(shape))?.[1]
  return kind && { ...aboutOf(request), kind, outcome: 'done', detail: detailOf(request) }
}

/** What is written of a request that was refused. */
function refusalOf(request: Asked, status: number): AuditEntry {
  const detail = { ...detailOf(request), status }
  const outcome = status === 404 ? 'nothing' : 'refused'
  return { ...aboutOf(request), kind: 'refusal', outcome, detail }
}

/** What is written of a request of somebody who is not known, of which nothing was looked at. */
export function unknownRefusal(request: Asked, status: number): AuditEntry {
  return { kind: 'refusal', outcome: 'refused', detail: { request: shapeOf(request), status } }
}

/** `GET figures`, `DELETE keys/:id`: as the endpoint is written, with nothing of what was asked. */
function shapeOf({ method, routeOptions }: Asked): string {
  return `${method} ${(routeOptions.url ?? '').replace(/^\/api\/v1\//, '')}`
}

function aboutOf({ params, query }: Asked): Pick<AuditEntry, 'route' | 'trajectory'> {
  const { route, id } = (params ?? {}) as Readonly<Record<string, string | undefined>>
  const asked = (query as Readonly<Record<string, unknown>> | undefined)?.route
  if (route !== undefined) return { route: short(route), trajectory: id && short(id) }
  return typeof asked === 'string' ? { route: short(asked) } : {}
}

/** Of a query only what figures are asked by: elsewhere somebody may type a name. */
function detailOf(request: Asked): Record<string, unknown> {
  const shape = shapeOf(request)
  const { route: _route, ...params } = (request.params ?? {}) as Record<string, unknown>
  const asksFigures = /^[A-Z]+ (figures|explanations|norms|reports|publications|deliveries)\b/.test(
    shape,
  )
  return {
    request: shape,
    ...(Object.keys(params).length > 0 && { params: shortened(params) }),
    ...(asksFigures && { query: shortened((request.query ?? {}) as Record<string, unknown>) }),
  }
}

function shortened(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .slice(0, 20)
      // What is repeated comes as a list.
      .map(([name, value]) => [short(name), short(String(value))]),
  )
}

// A refusal comes before it was looked at what is in the address; PostgreSQL takes no NUL.
function short(text: string): string {
  return text.slice(0, 200).replace(/[\p{Cc}\p{Cs}]/gu, '�')
}

import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyHttpOptions, FastifyInstance, RawServerDefault } from 'fastify'
import { jsonDepth } from './limits-json-depth.ts'
import { type ProblemCode, problemOf, sendProblem } from './problem.ts'
import { SAFE_HEADERS } from './security-headers.ts'

/** How much, how deep and how long a request may be. Sizes in bytes, times in milliseconds. */
export interface RequestLimits {
  readonly body: number
  /** Of the first line and the headers together. */
  readonly headers: number
  /** Of the path and the query together, in characters. */
  readonly address: number
  /** How many lists and objects in each other. */
  readonly jsonDepth: number
  /** From the first byte of a request until the last of its headers, and of its body. */
  readonly headersTime: number
  readonly requestTime: number
  /** How often it is looked whether those times are over. */
  readonly checkEvery: number
  /** How long a connection may stay open without a request. */
  readonly idleTime: number
  /** At once, over all who ask. */
  readonly connections: number
}

export const REQUEST_LIMITS: RequestLimits = {
  body: 64 * 1024,
  headers: 16 * 1024,
  address: 8_000,
  jsonDepth: 20,
  headersTime: 10_000,
  requestTime: 30_000,
  checkEvery: 2_000,
  idleTime: 65_000,
  connections: 5_000,
}

/** What the HTTP server itself must know of the limits. */
export function serverOptions(limits: RequestLimits) {
  return {
    bodyLimit: limits.body,
    requestTimeout: limits.requestTime,
    keepAliveTimeout: limits.idleTime,
    http: {
      maxHeaderSize: limits.headers,
      headersTimeout: limits.headersTime,
      connectionsCheckingInterval: limits.checkEvery,
      requireHostHeader: true,
    },
    clientErrorHandler: refuseUnreadable,
  } satisfies FastifyHttpOptions<RawServerDefault>
}

/** Refuses what is too long, too deep or packed, before it is looked at. */
export function limitRequests(app: FastifyInstance, limits: RequestLimits): void {
  app.server.maxConnections = limits.connections
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.length > limits.address) {
      const detail = 'Dit adres is te lang. Vraag minder tegelijk.'
      return sendProblem(reply, 414, 'address-too-long', detail)
    }
    const packed = request.headers['content-encoding']
    if (packed !== undefined && packed !== 'identity') {
      const detail = 'Stuur de inhoud zonder haar in te pakken (zonder Content-Encoding).'
      return sendProblem(reply, 415, 'media-type-unsupported', detail)
    }
  })
  // Any page may send this kind of body without asking first, and no endpoint takes it.
  app.removeContentTypeParser('text/plain')
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body)
    if (jsonDepth(text) > limits.jsonDepth) {
      done(Object.assign(new Error('too deep'), { statusCode: 400 }))
    } else parse(request, text, done)
  })
}

/** By what Node says of a request that it could not read, or did not get in time. */
const UNREADABLE: Readonly<Record<string, readonly [number, ProblemCode, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'too-slow', 'De vraag kwam niet op tijd helemaal binnen.'],
  HPE_HEADER_OVERFLOW: [431, 'headers-too-large', 'De kop van de vraag is te groot.'],
}

/** There is no request and no reply here: only a connection to say it to, and to close. */
function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const [status, code, detail] = UNREADABLE[error.code ?? ''] ?? [
    400,
    'request-unreadable',
    'Deze vraag is geen leesbaar HTTP.',
  ]
  const body = JSON.stringify(problemOf(status, code, detail))
  const head = Object.entries({
    ...SAFE_HEADERS,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  if (socket.writable) {
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('')}\r\n${body}`)
  }
  socket.destroy(error)
}

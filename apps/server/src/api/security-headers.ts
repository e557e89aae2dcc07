import type { FastifyInstance, FastifyReply } from 'fastify'
import { ownOrigin } from '../sign-in/own-origin.ts'

/** The web application runs only what this server gives, and shows in no other site's frame. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** What is no page loads nothing, whatever a browser takes it for. */
const DATA_POLICY =
  "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** What no page of ours needs, and so none may be made to use. */
const PERMISSIONS = [
  'accelerometer',
  'bluetooth',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
]
  .map((name) => `${name}=()`)
  .join(', ')

/** Two years, as the lists of browsers ask. */
const ONLY_ENCRYPTED = 'max-age=63072000; includeSubDomains'

/** For every answer, also those that are made where no request could be read. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': DATA_POLICY,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': PERMISSIONS,
}

const IN_PAGES = { 'content-security-policy': PAGE_POLICY }

/**
 * @param prefix Below it is no page of ours.
 * @param address Where people open this server, as its keeper says.
 */
export function addSecurityHeaders(
  app: FastifyInstance,
  prefix: string,
  address: string | undefined,
): void {
  // Also on what is answered past all hooks: while the server stops.
  app.server.prependListener('request', (_request, response) => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value)
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(SAFE_HEADERS)
    if (!request.url.startsWith(`${prefix}/`)) reply.headers(IN_PAGES)
    if (ownOrigin(request, address).startsWith('https:')) {
      reply.header('strict-transport-security', ONLY_ENCRYPTED)
    }
  })
}

/** Lets the web application show an answer in a frame, under a policy of its own. */
export function showInFrame(reply: FastifyReply, policy: string): FastifyReply {
  const framed = /\bframe-ancestors\b/.test(policy) ? policy : `${policy}; frame-ancestors 'self'`
  return reply.header('content-security-policy', framed).header('x-frame-options', 'SAMEORIGIN')
}

/** Lets an answer be shown as a page of its own, in nobody's frame, under a policy of its own. */
export function showAlone(reply: FastifyReply, policy: string): FastifyReply {
  return reply.header('content-security-policy', `${policy}; frame-ancestors 'none'`)
}

import type { FastifyInstance, FastifyReply } from 'fastify'

/** The web application runs only what this server gives, and shows in no other site's frame. */
const APPLICATION_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': APPLICATION_POLICY,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const

export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(HEADERS)
  })
}

/** Lets the web application show an answer in a frame, under a policy of its own. */
export function showInFrame(reply: FastifyReply, policy: string): FastifyReply {
  const framed = /\bframe-ancestors\b/.test(policy) ? policy : `${policy}; frame-ancestors 'self'`
  return reply.header('content-security-policy', framed).header('x-frame-options', 'SAMEORIGIN')
}

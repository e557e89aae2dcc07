import type { FastifyRequest } from 'fastify'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i

/**
 * Where people open this server, without a slash at the end. Of this machine itself that is plain
 * HTTP; under any other name there is a proxy before it that does TLS.
 * @param address What its keeper says that it is; left out: the name that it was called by.
 */
export function ownOrigin({ host }: { readonly host: string }, address?: string): string {
  if (address !== undefined) return address
  return `${LOOPBACK.test(host) ? 'http' : 'https'}://${host.toLowerCase()}`
}

/**
 * Whether a request comes from a page of this server itself, or from no page at all. Browsers say
 * so with each request that may change something.
 */
export function isFromHere(request: FastifyRequest, address?: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = request.headers
  if (origin === undefined) return true
  // Behind a proxy the way may be another than the browser's; the name is not.
  return origin === address || hostOf(origin) === request.headers.host?.toLowerCase()
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

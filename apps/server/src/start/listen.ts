import { err, ok, type Result } from '@tijdig/core'
import type { FastifyInstance } from 'fastify'

/** Listens, and says where; what stands in the way is a sentence that says what to do. */
export async function listen(
  app: FastifyInstance,
  host: string,
  port: number,
): Promise<Result<string, string>> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    return err(sentenceFor(error, host, port))
  }
  const address = app.server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  return ok(`http://${nameOf(host)}:${taken}`)
}

function sentenceFor(error: unknown, host: string, port: number): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE': {
      const other = port < 65_535 ? port + 1 : port - 1
      return `Poort ${port} is al in gebruik, misschien door een Tijdig die al draait. Stop dat programma, of kies een andere poort: npm start -- --port ${other}`
    }
    case 'EACCES':
      return `Poort ${port} mag u niet gebruiken. Kies een poort boven 1023: npm start -- --port 8081`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `Het adres ${host} hoort niet bij deze computer. Laat --host weg, of kies een eigen adres.`
    default:
      return `De server kan niet luisteren op ${host}, poort ${port}: ${String(error)}`
  }
}

/** A name that a browser on this machine can open. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

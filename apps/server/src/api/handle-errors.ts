import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { sendProblem } from './problem.ts'
import { ServerStopping } from './server-stopping.ts'

/** Every failure leaves as problem details; what went wrong inside is told to the keeper, not the caller. */
export function handleErrors(app: FastifyInstance, report: (error: unknown) => void): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) return refuseInput(error, request, reply)
    const status = error.statusCode ?? 500
    if (status === 413) {
      return sendProblem(reply, 413, 'body-too-large', 'De inhoud is te groot. Stuur minder.')
    }
    if (status === 415) {
      const detail = 'Stuur de inhoud als JSON (application/json).'
      return sendProblem(reply, 415, 'media-type-unsupported', detail)
    }
    if (status >= 400 && status < 500) {
      return sendProblem(reply, 400, 'body-invalid', 'De inhoud is geen leesbare JSON.')
    }
    if (error instanceof ServerStopping) {
      const detail = 'De server stopt of is niet goed gestart. Probeer het zo nog eens.'
      return sendProblem(reply, 503, 'stopping', detail)
    }
    if (isWithdrawn(error)) {
      const detail = 'Dit mag niet, of niet meer. Laad de pagina opnieuw en kijk wat u nu mag.'
      return sendProblem(reply, 403, 'not-allowed', detail)
    }
    if (isDatabaseAway(error)) {
      const detail =
        'De database is even niet te bereiken. Wacht een ogenblik en probeer het opnieuw.'
      return sendProblem(reply, 503, 'database-away', detail)
    }
    report(error)
    return sendProblem(
      reply,
      500,
      'internal',
      'Probeer het opnieuw. Blijft het misgaan, kijk dan wat de server meldt.',
    )
  })
}

interface Issue {
  readonly keyword: string
  readonly instancePath: string
  readonly params: { readonly keys?: readonly string[]; readonly input?: unknown }
}

/** Says which parameter is wrong and what may stand there. */
function refuseInput(
  error: FastifyError & { readonly validation: readonly unknown[] },
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const place = error.validationContext
  const issues = error.validation as readonly Issue[]
  // A name that is written wrongly says more than that the right one is missing.
  const issue = issues.find(({ keyword }) => keyword === 'unrecognized_keys') ?? issues[0]
  const path = (issue?.instancePath ?? '').split('/').slice(1)
  const name = path.join('.')
  if (place === 'params') {
    const detail = `"${name}" in het adres klopt niet.`
    return sendProblem(reply, 404, 'not-found', detail)
  }
  const what = place === 'body' ? 'Het gegeven' : 'De parameter'
  if (issue?.keyword === 'unrecognized_keys') {
    const unknown = issue.params.keys?.join(', ') ?? ''
    const detail = `${what} "${unknown}" bestaat hier niet. Haal dit weg, of kijk in /api/v1/openapi.json wat er kan.`
    return sendProblem(reply, 400, 'parameter-unknown', detail)
  }
  if (name === '') {
    const detail = 'Stuur een JSON-object met de gevraagde gegevens.'
    return sendProblem(reply, 400, 'body-invalid', detail)
  }
  if (valueAt(place === 'body' ? request.body : request.query, path) === undefined) {
    return sendProblem(reply, 400, 'parameter-missing', `${what} "${name}" ontbreekt.`, name)
  }
  const detail = `${what} "${name}" heeft een waarde die niet kan. Kijk in /api/v1/openapi.json wat er kan.`
  return sendProblem(reply, 400, 'parameter-invalid', detail, name)
}

function valueAt(given: unknown, path: readonly string[]): unknown {
  let value = given
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}

// Of the network, and of a PostgreSQL that stops or starts (class 57).
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P01', '57P02', '57P03'])

/** In the words of `pg`: a connection that breaks under a query, or between two of one transaction. */
const LOST = /connection terminated|connection ended|is not queryable/i

/** Whether the database was lost while it was asked something; the server looks for it by itself. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code = '', message } = error as Partial<FastifyError> & Error
  return AWAY.has(code) || LOST.test(message)
}

const REFUSED_BY_DATABASE = '42501'

/**
 * Whether the database itself refused what was allowed a moment ago: a right was withdrawn, or a
 * session ended, while the request was being answered. What it refuses without saying which right
 * is missing is a fault of ours.
 */
function isWithdrawn({ code, constraint }: FastifyError & { readonly constraint?: string }) {
  return code === REFUSED_BY_DATABASE && constraint?.startsWith('may_') === true
}

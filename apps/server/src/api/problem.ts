import type { FastifyReply } from 'fastify'
import type { HouseError, HouseErrorCode } from '../house/house-error.ts'
import type { PeopleProblemCode } from '../sign-in/people-problem.ts'
import type { Problem } from './contract.ts'

/** What a caller did wrong, or what went wrong here; beside the house's own codes. */
export type ProblemCode =
  | HouseErrorCode
  | PeopleProblemCode
  | 'sign-in-needed'
  | 'not-found'
  | 'address-invalid'
  | 'address-too-long'
  | 'request-unreadable'
  | 'headers-too-large'
  | 'too-slow'
  | 'too-many-requests'
  | 'parameter-unknown'
  | 'parameter-missing'
  | 'parameter-invalid'
  | 'body-invalid'
  | 'body-too-large'
  | 'media-type-unsupported'
  | 'host-not-allowed'
  | 'origin-not-allowed'
  | 'stopping'
  | 'database-away'
  | 'internal'

const TITLES: Readonly<Record<number, string>> = {
  400: 'De vraag kan zo niet worden beantwoord.',
  401: 'U bent niet aangemeld.',
  403: 'Dit mag niet.',
  404: 'Dit is niet gevonden.',
  409: 'Dit kan nu niet.',
  408: 'Dit duurde te lang.',
  413: 'Dit is te groot.',
  414: 'Dit adres is te lang.',
  415: 'Deze vorm wordt niet begrepen.',
  421: 'Deze naam hoort niet bij deze server.',
  429: 'Dit is te vaak gevraagd.',
  431: 'Dit is te groot.',
  500: 'Er ging iets mis op de server.',
  502: 'Een ander programma werkte niet mee.',
  503: 'De server is er even niet.',
}

const STATUSES: Partial<Record<HouseErrorCode, number>> = {
  'publication-unknown': 404,
  'delivery-unknown': 404,
  'delivery-not-yet': 409,
  'publication-not-public': 409,
  'publication-withdrawn': 409,
  'trajectory-unknown': 404,
  'norm-unknown': 404,
  'programme-unknown': 404,
  'share-unknown': 404,
  'notice-unknown': 404,
  'person-unknown': 404,
  'family-destroyed': 409,
  'destruction-not-now': 409,
  'family-key-missing': 409,
  'not-allowed': 403,
  'step-not-now': 409,
  'not-standing': 409,
  'nobody-left': 409,
  'trajectory-changed': 409,
  'handover-runs': 409,
  'handover-none': 409,
  'handover-nobody': 409,
  'libreoffice-absent': 409,
  'libreoffice-failed': 502,
  'draft-unknown': 404,
  'draft-behind': 409,
  'draft-closed': 409,
  'draft-not-now': 409,
  'draft-faulty': 409,
  'second-person-needed': 409,
  'explanation-missing': 409,
}

/** Problem details (RFC 9457), the code of which stays the same for ever. */
export function problemOf(
  status: number,
  code: ProblemCode,
  detail: string,
  field?: string,
): Problem {
  const title = TITLES[status] ?? 'Dit is niet gelukt.'
  return {
    type: 'about:blank',
    title,
    status,
    code,
    detail,
    ...(field !== undefined && { field }),
  }
}

export function sendProblem(
  reply: FastifyReply,
  status: number,
  code: ProblemCode,
  detail: string,
  field?: string,
  more: Pick<Problem, 'changes'> = {},
): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer((value: unknown) => JSON.stringify(value))
    .send({ ...problemOf(status, code, detail, field), ...more })
}

/** What the house refuses: not there, not allowed, or asked wrongly. */
export function sendHouseError(reply: FastifyReply, error: HouseError): FastifyReply {
  const { code, reason, field, changes } = error
  const more = changes && { changes: [...changes] }
  return sendProblem(reply, STATUSES[code] ?? 400, code, reason, field, more)
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Desk } from '../house/desk.ts'
import type { House } from '../house/house.ts'
import { problemSchema } from './contract.ts'

/** A Fastify that reads zod schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What the server works with. The house may still be opening: calls wait for it. */
export interface ApiContext {
  readonly house: () => Promise<House>
}

/**
 * What an endpoint about trajectories, figures or publications works with: a desk, from which the
 * house itself cannot be reached.
 */
export interface DeskContext {
  readonly desk: () => Promise<Desk>
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
})

/** The refusals that every endpoint may answer with. */
export const REFUSED = {
  400: problem('De vraag klopt niet.'),
  401: problem('U bent niet aangemeld.'),
  403: problem('Dit mag niet.'),
} as const
export const REFUSED_OR_MISSING = { ...REFUSED, 404: problem('Dit is er niet.') } as const

export const REFUSED_OR_NOT_NOW = {
  ...REFUSED_OR_MISSING,
  409: problem('Dit kan nu niet.'),
} as const

/** An answer without content. */
export const DONE = { 204: z.undefined().describe('Gedaan.') } as const

/** An answer that is no JSON. */
export const textOf = (type: string, description: string) => ({
  200: { description, content: { [type]: { schema: z.string() } } },
})

/** For endpoints without parameters: what is asked all the same is refused. */
export const NO_QUERY = z.strictObject({})

// Control characters and halves of surrogate pairs stand in no number, code or name.
const NO_TEXT = /^[^\p{Cc}\p{Cs}]*$/u

/** A word that somebody sends: a code, a number, a day. */
export const word = z.string().max(200).regex(NO_TEXT)

/** Which trajectory an endpoint is about. */
export const TRAJECTORY = z.object({ route: word.min(1), id: word.min(1) })

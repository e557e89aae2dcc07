import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
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

/** What each endpoint works with. The house may still be opening: calls wait for it. */
export interface ApiContext {
  readonly house: () => Promise<House>
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
})

/** The refusals that every endpoint with input may answer with. */
export const REFUSED = { 400: problem('De vraag klopt niet.') } as const
export const REFUSED_OR_MISSING = { ...REFUSED, 404: problem('Dit is er niet.') } as const

/** An answer that is no JSON. */
export const textOf = (type: string, description: string) => ({
  200: { description, content: { [type]: { schema: z.string() } } },
})

/** For endpoints without parameters: what is asked all the same is refused. */
export const NO_QUERY = z.strictObject({})

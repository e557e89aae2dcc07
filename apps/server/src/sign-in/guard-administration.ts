import { mayInHouse } from '@tijdig/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from '../api/problem.ts'
import { visitorOf } from './visitor.ts'

/** A pre-handler: lets through who administers an organisation, before anything of it is looked at. */
export async function guardAdministration(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { actor } = visitorOf(request)
  if (actor.person !== null && mayInHouse(actor.role, 'administer')) return undefined
  const detail = 'Mensen, teams en sleutels zijn voor de beheerder van uw organisatie. Vraag die.'
  return sendProblem(reply, 403, 'not-allowed', detail)
}

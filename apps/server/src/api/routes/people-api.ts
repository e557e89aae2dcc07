import { formatMoment, type Moment, ROLE_LABELS } from '@tijdig/core'
import type { Appointed, Ended, Member } from '@tijdig/store'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { guardAdministration } from '../../sign-in/guard-administration.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, ApiContext } from '../context.ts'
import { DONE, NO_QUERY, REFUSED, REFUSED_OR_NOT_NOW } from '../context.ts'
import {
  appointedSchema,
  newAppointmentSchema,
  newPersonSchema,
  newWorkerCodeSchema,
  type Person,
  personSchema,
} from '../people-contract.ts'
import { sendProblem } from '../problem.ts'

const tags = ['Beheer']
const params = z.object({ id: z.uuid() })
const guarded = { config: { scope: 'person' }, preValidation: guardAdministration } as const

/** The people of the organisation that one administers, and what they may do there. */
export function peopleApi(api: Api, { house }: ApiContext): void {
  api.get(
    '/people',
    {
      ...guarded,
      schema: {
        operationId: 'listPeople',
        summary: 'De mensen van de eigen organisatie',
        tags,
        querystring: NO_QUERY,
        response: { 200: z.array(personSchema), ...REFUSED },
      },
    },
    async (request) => {
      const { organisation } = visitorOf(request).actor
      const { people } = await house()
      const workers = await people.workers(organisation)
      const codesOf = (id: string) =>
        workers.flatMap(({ person, code }) => (person === id ? [code] : []))
      return (await people.members(organisation)).map((member) => ({
        ...personView(member),
        workerCodes: codesOf(member.id),
      }))
    },
  )

  api.post(
    '/people',
    {
      ...guarded,
      schema: {
        operationId: 'addPerson',
        summary: 'Iemand een rol geven in de eigen organisatie',
        tags,
        querystring: NO_QUERY,
        body: newPersonSchema,
        response: { 201: appointedSchema, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const { actor, hash, address } = visitorOf(request)
      const { organisation } = actor
      const { name, email, role, teams } = request.body
      const people = (await house()).people.as(hash, address)
      const made = await people.appoint({ name, email }, { organisation, role, teams })
      return sendAppointed(reply, made)
    },
  )

  api.post(
    '/people/:id/appointments',
    {
      ...guarded,
      schema: {
        operationId: 'addAppointment',
        summary: 'Iemand van de eigen organisatie nog een rol geven',
        tags,
        params,
        querystring: NO_QUERY,
        body: newAppointmentSchema,
        response: { 201: appointedSchema, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const { actor, hash, address } = visitorOf(request)
      const { organisation } = actor
      const { role, teams } = request.body
      const people = (await house()).people.as(hash, address)
      const made = await people.appoint(request.params, { organisation, role, teams })
      return sendAppointed(reply, made)
    },
  )

  api.post(
    '/people/:id/worker-codes',
    {
      ...guarded,
      schema: {
        operationId: 'addWorkerCode',
        summary: 'Een code geven waaronder trajecten aan iemand zijn toegewezen',
        tags,
        params,
        querystring: NO_QUERY,
        body: newWorkerCodeSchema,
        response: { ...DONE, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const { actor, hash, address } = visitorOf(request)
      const people = (await house()).people.as(hash, address)
      const { id } = request.params
      const { code } = request.body
      const given = await people.giveWorkerCode(actor.organisation, id, code)
      switch (given) {
        case 'given':
          return reply.code(204).send()
        case 'taken': {
          const detail = `De code "${code}" is al van iemand anders. Kies een andere.`
          return sendProblem(reply, 409, 'worker-code-taken', detail, 'code')
        }
        case 'person-unknown':
          return sendProblem(
            reply,
            404,
            'person-unknown',
            'Deze persoon hoort niet bij uw organisatie.',
          )
        default:
          return given satisfies never
      }
    },
  )

  api.delete(
    '/appointments/:id',
    {
      ...guarded,
      schema: {
        operationId: 'endAppointment',
        summary: 'Een rol intrekken; dat werkt meteen',
        tags,
        params,
        querystring: NO_QUERY,
        response: { ...DONE, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const { actor, hash, address } = visitorOf(request)
      const { organisation } = actor
      const people = (await house()).people.as(hash, address)
      const ended = await people.endAppointment(organisation, request.params.id)
      return sendEnded(reply, ended, 'appointment-unknown', 'Deze rol')
    },
  )

  api.delete(
    '/people/:id',
    {
      ...guarded,
      schema: {
        operationId: 'endPerson',
        summary: 'Alle rollen van iemand in de eigen organisatie intrekken',
        tags,
        params,
        querystring: NO_QUERY,
        response: { ...DONE, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const { actor, hash, address } = visitorOf(request)
      const { organisation } = actor
      const people = (await house()).people.as(hash, address)
      const ended = await people.endMember(organisation, request.params.id)
      return sendEnded(reply, ended, 'person-unknown', 'Deze persoon')
    },
  )
}

function sendAppointed(reply: FastifyReply, made: Appointed): FastifyReply {
  switch (made) {
    case 'team-unknown': {
      const detail = 'Een van deze teams bestaat niet. Maak het team eerst, of kies een ander.'
      return sendProblem(reply, 400, made, detail)
    }
    case 'already-appointed': {
      const detail = 'Deze persoon heeft die rol al. Trek haar eerst in als de teams anders moeten.'
      return sendProblem(reply, 409, made, detail)
    }
    case 'person-unknown': {
      const detail =
        'Deze persoon is niet van uw organisatie. Voeg hem of haar toe met naam en adres.'
      return sendProblem(reply, 404, made, detail)
    }
    default:
      return reply.code(201).send(made)
  }
}

function sendEnded(
  reply: FastifyReply,
  ended: Ended,
  unknown: 'appointment-unknown' | 'person-unknown',
  what: string,
): FastifyReply {
  if (ended === 'ended') return reply.code(204).send()
  if (ended === 'unknown') {
    const detail = `${what} is er niet in uw organisatie, of is al beëindigd.`
    return sendProblem(reply, 404, unknown, detail)
  }
  const detail =
    'Dit is de laatste beheerder van uw organisatie. Maak eerst iemand anders beheerder.'
  return sendProblem(reply, 409, ended, detail)
}

function personView({
  id,
  name,
  email,
  endedAt,
  appointments,
}: Member): Omit<Person, 'workerCodes'> {
  return {
    id,
    name,
    email,
    endedAt: momentText(endedAt),
    appointments: appointments.map((each) => ({
      id: each.id,
      role: each.role,
      roleLabel: ROLE_LABELS[each.role],
      teams: [...each.teams],
      beganAt: formatMoment(each.beganAt),
      endedAt: momentText(each.endedAt),
    })),
  }
}

function momentText(moment: Moment | null): string | null {
  return moment === null ? null : formatMoment(moment)
}

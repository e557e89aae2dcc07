import { mayInHouse, ORGANISATION_KIND_LABELS } from '@tijdig/core'
import { z } from 'zod'
import { mayAtAll } from '../../house/permission.ts'
import { guardAdministration } from '../../sign-in/guard-administration.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, ApiContext } from '../context.ts'
import { NO_QUERY, REFUSED, REFUSED_OR_NOT_NOW } from '../context.ts'
import { newTeamSchema, organisationSchema, teamSchema } from '../people-contract.ts'
import { sendProblem } from '../problem.ts'

/** Which organisations there are, and the teams of one's own. */
export function organisationsApi(api: Api, { house }: ApiContext): void {
  api.get(
    '/organisations',
    {
      config: { scope: 'trajectories' },
      schema: {
        operationId: 'listOrganisations',
        summary: 'De organisaties die meedoen',
        tags: ['Organisaties'],
        querystring: NO_QUERY,
        response: { 200: z.array(organisationSchema), ...REFUSED },
      },
    },
    async (request, reply) => {
      const { actor } = visitorOf(request)
      const opened = await house()
      const { access, people } = opened
      const seesCases = [...access.keys()].some((route) => mayAtAll(opened, actor, route, 'see').ok)
      if (!seesCases && !mayInHouse(actor.role, 'administer')) {
        const detail =
          'De lijst van organisaties is voor wie met trajecten werkt, en voor beheerders.'
        return sendProblem(reply, 403, 'not-allowed', detail)
      }
      return (await people.organisations()).map((each) => ({
        ...each,
        kindLabel: ORGANISATION_KIND_LABELS[each.kind],
      }))
    },
  )

  api.get(
    '/teams',
    {
      config: { scope: 'person' },
      preValidation: guardAdministration,
      schema: {
        operationId: 'listTeams',
        summary: 'De teams van de eigen organisatie',
        tags: ['Beheer'],
        querystring: NO_QUERY,
        response: { 200: z.array(teamSchema), ...REFUSED },
      },
    },
    async (request) => {
      const { organisation } = visitorOf(request).actor
      return [...(await (await house()).people.teams(organisation))]
    },
  )

  api.post(
    '/teams',
    {
      config: { scope: 'person' },
      preValidation: guardAdministration,
      schema: {
        operationId: 'addTeam',
        summary: 'Een team maken in de eigen organisatie',
        tags: ['Beheer'],
        querystring: NO_QUERY,
        body: newTeamSchema,
        response: { 201: teamSchema, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const { actor, hash, address } = visitorOf(request)
      const { organisation } = actor
      const people = (await house()).people.as(hash, address)
      if (await people.addTeam(organisation, request.body)) {
        return reply.code(201).send(request.body)
      }
      const detail = `Er is al een team "${request.body.code}". Kies een andere code.`
      return sendProblem(reply, 409, 'team-exists', detail)
    },
  )
}

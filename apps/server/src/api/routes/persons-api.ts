import type { Vault } from '@tijdig/store'
import { findFamily } from '../../house/find-family.ts'
import { keepPerson, readFamily, removePerson } from '../../house/persons.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import {
  DONE,
  NO_QUERY,
  REFUSED,
  REFUSED_OR_MISSING,
  REFUSED_OR_NOT_NOW,
  TRAJECTORY,
} from '../context.ts'
import {
  familyPersonSchema,
  familySchema,
  familySearchSchema,
  foundFamiliesSchema,
  keptPersonSchema,
  personCode,
} from '../family-contract.ts'
import { sendHouseError } from '../problem.ts'

const tags = ['Gezin']
const PERSON = TRAJECTORY.extend({ code: personCode })

export interface VaultContext extends DeskContext {
  /** Who families are: each question is answered as far as the session allows. */
  readonly vault: () => Promise<Vault>
}

/** Who a family is. For people only: no key reads it. */
export function personsApi(api: Api, { desk, vault }: VaultContext): void {
  api.get(
    '/trajectories/:route/:id/persons',
    {
      config: { scope: 'person' },
      schema: {
        operationId: 'getFamily',
        summary: 'Wie het gezin is',
        tags,
        params: TRAJECTORY,
        querystring: NO_QUERY,
        response: { 200: familySchema, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const found = await readFamily(
        await desk(),
        await vault(),
        visitorOf(request),
        request.params,
      )
      return found.ok ? found.value : sendHouseError(reply, found.error)
    },
  )

  api.put(
    '/trajectories/:route/:id/persons/:code',
    {
      config: { scope: 'person' },
      schema: {
        operationId: 'keepPerson',
        summary: 'Een persoon van het gezin bewaren, in plaats van wat er stond',
        tags,
        params: PERSON,
        querystring: NO_QUERY,
        body: keptPersonSchema,
        response: { 200: familyPersonSchema, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const { params, body } = request
      const kept = await keepPerson(await desk(), await vault(), visitorOf(request), params, body)
      return kept.ok ? kept.value : sendHouseError(reply, kept.error)
    },
  )

  api.delete(
    '/trajectories/:route/:id/persons/:code',
    {
      config: { scope: 'person' },
      schema: {
        operationId: 'removePerson',
        summary: 'Een persoon van het gezin weghalen',
        tags,
        params: PERSON,
        querystring: NO_QUERY,
        response: { ...DONE, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const { params } = request
      const removed = await removePerson(await desk(), await vault(), visitorOf(request), params)
      return removed.ok ? reply.code(204).send() : sendHouseError(reply, removed.error)
    },
  )

  api.post(
    '/families/search',
    {
      config: { scope: 'person' },
      schema: {
        operationId: 'findFamily',
        summary: 'Een gezin zoeken op BSN, of op achternaam en geboortedatum',
        tags,
        querystring: NO_QUERY,
        body: familySearchSchema,
        response: { 200: foundFamiliesSchema, ...REFUSED },
      },
    },
    async (request, reply) => {
      const found = await findFamily(await desk(), await vault(), visitorOf(request), request.body)
      return found.ok ? [...found.value] : sendHouseError(reply, found.error)
    },
  )
}

import {
  addDays,
  dayOfMoment,
  endOfDay,
  findDay,
  formatMoment,
  type Moment,
  PURPOSES_OF,
  ROLE_LABELS,
} from '@tijdig/core'
import type { ApiKey } from '@tijdig/store'
import { z } from 'zod'
import { guardAdministration } from '../../sign-in/guard-administration.ts'
import { hashOfToken, makeKey } from '../../sign-in/token.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, ApiContext } from '../context.ts'
import { DONE, NO_QUERY, REFUSED, REFUSED_OR_MISSING } from '../context.ts'
import { type Key, keySchema, madeKeySchema, newKeySchema } from '../people-contract.ts'
import { sendProblem } from '../problem.ts'

const tags = ['Beheer']
const guarded = { config: { scope: 'person' }, preValidation: guardAdministration } as const
/** A key that is forgotten does not stay good for ever. */
const LONGEST_DAYS = 366

/** Ways in for other programs of the organisation that one administers. */
export function keysApi(api: Api, { house }: ApiContext): void {
  api.get(
    '/keys',
    {
      ...guarded,
      schema: {
        operationId: 'listKeys',
        summary: 'De sleutels van de eigen organisatie',
        tags,
        querystring: NO_QUERY,
        response: { 200: z.array(keySchema), ...REFUSED },
      },
    },
    async (request) => {
      const { organisation } = visitorOf(request).actor
      return (await (await house()).people.keys(organisation)).map(keyView)
    },
  )

  api.post(
    '/keys',
    {
      ...guarded,
      schema: {
        operationId: 'makeKey',
        summary: 'Een sleutel maken; hij wordt één keer getoond',
        tags,
        querystring: NO_QUERY,
        body: newKeySchema,
        response: { 201: madeKeySchema, ...REFUSED },
      },
    },
    async (request, reply) => {
      const { actor, hash, address } = visitorOf(request)
      const { people: everyone, random, now } = await house()
      const people = everyone.as(hash, address)
      const { name, role, scopes, endsOn } = request.body
      const endsAt = findEnd(endsOn, now())
      if (endsAt === undefined) {
        const detail = `Kies bij "endsOn" een dag vanaf vandaag, hoogstens een jaar vooruit, als JJJJ-MM-DD.`
        return sendProblem(reply, 400, 'key-end-invalid', detail, 'endsOn')
      }
      const { key, hint } = makeKey(random)
      const id = await people.addKey({
        hash: hashOfToken(key),
        hint,
        name,
        organisation: actor.organisation,
        role,
        purpose: PURPOSES_OF[role][0],
        scopes: [...new Set(scopes)],
        madeBy: actor.person,
        endsAt,
      })
      const made = (await people.keys(actor.organisation)).find((each) => each.id === id)
      if (!made) throw new Error('a key that was made is not there')
      return reply.code(201).send({ ...keyView(made), key })
    },
  )

  api.delete(
    '/keys/:id',
    {
      ...guarded,
      schema: {
        operationId: 'endKey',
        summary: 'Een sleutel intrekken; dat werkt meteen',
        tags,
        params: z.object({ id: z.uuid() }),
        querystring: NO_QUERY,
        response: { ...DONE, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const { actor, hash, address } = visitorOf(request)
      const people = (await house()).people.as(hash, address)
      if (await people.endKey(actor.organisation, request.params.id)) return reply.code(204).send()
      const detail = 'Deze sleutel is er niet in uw organisatie, of is al ingetrokken.'
      return sendProblem(reply, 404, 'key-unknown', detail)
    },
  )
}

function findEnd(text: string, now: Moment): Moment | undefined {
  const day = findDay(text)
  const today = dayOfMoment(now)
  const fits = day !== undefined && day >= today && day <= addDays(today, LONGEST_DAYS)
  return fits ? endOfDay(day) : undefined
}

function keyView(key: ApiKey): Key {
  const { id, hint, name, role, scopes, madeBy, madeAt, endsAt, endedAt } = key
  return {
    id,
    hint,
    name,
    role,
    roleLabel: ROLE_LABELS[role],
    scopes: [...scopes],
    madeBy,
    madeAt: formatMoment(madeAt),
    endsAt: formatMoment(endsAt),
    endedAt: endedAt === null ? null : formatMoment(endedAt),
  }
}

import { isAttributes, isTagName, type TagUse } from '@tijdig/drafts'
import { z } from 'zod'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import { DONE, NO_QUERY, REFUSED_OR_MISSING, REFUSED_OR_NOT_NOW, word } from '../context.ts'
import {
  askedExplanationSchema,
  askedValuesSchema,
  draftMomentSchema,
  draftVersionSchema,
  explanationNodesSchema,
  newMomentSchema,
  newRemarkSchema,
  tagValueSchema,
} from '../drafts-contract.ts'
import { sendHouseError, sendProblem } from '../problem.ts'

const tags = ['Concepten']
const params = z.object({ id: word.min(1) })

/** What stands in a draft beside its words: blocks, moments to look back at, and remarks. */
export function draftPartsApi(api: Api, { desk }: DeskContext): void {
  const config = { scope: 'person' } as const
  const schema = { tags, params, querystring: NO_QUERY }

  api.post(
    '/drafts/:id/values',
    {
      config,
      schema: {
        ...schema,
        operationId: 'getDraftValues',
        summary: 'Wat cijfers, tabellen en grafieken in een concept laten zien',
        body: askedValuesSchema,
        response: { 200: z.array(tagValueSchema), ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const uses = request.body.uses.map((use) => ({ ...readUse(use), place: use.place }))
      if (!uses.every(isUse)) return refuseUse(reply)
      const { id } = request.params
      const values = await (await desk()).drafts.values(visitorOf(request), id, uses)
      if (!values.ok) return sendHouseError(reply, values.error)
      return values.value.map((value) => ({ ...value, rows: value.rows.map((row) => [...row]) }))
    },
  )

  api.post(
    '/drafts/:id/explanation',
    {
      config,
      schema: {
        ...schema,
        operationId: 'explainDraftFigure',
        summary: 'Een voetnoot die zegt waarom een cijfer veranderde',
        body: askedExplanationSchema,
        response: { 200: explanationNodesSchema, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const use = readUse(request.body.use)
      if (!isUse(use)) return refuseUse(reply)
      const { id } = request.params
      const made = await (await desk()).drafts.explanation(visitorOf(request), id, use)
      return made.ok ? { nodes: JSON.stringify(made.value) } : sendHouseError(reply, made.error)
    },
  )

  api.get(
    '/drafts/:id/moments',
    {
      config,
      schema: {
        ...schema,
        operationId: 'listDraftMoments',
        summary: 'De bewaarde versies van een concept',
        response: { 200: z.array(draftMomentSchema), ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const found = await (await desk()).drafts.moments(visitorOf(request), request.params.id)
      return found.ok ? [...found.value] : sendHouseError(reply, found.error)
    },
  )

  api.post(
    '/drafts/:id/moments',
    {
      config,
      schema: {
        ...schema,
        operationId: 'nameDraftMoment',
        summary: 'Een versie een naam geven',
        body: newMomentSchema,
        response: { ...DONE, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { version, name } = request.body
      const kept = await (await desk()).drafts.nameMoment(visitorOf(request), id, version, name)
      return kept.ok ? reply.code(204).send() : sendHouseError(reply, kept.error)
    },
  )

  api.get(
    '/drafts/:id/versions/:version',
    {
      config,
      schema: {
        ...schema,
        operationId: 'getDraftVersion',
        summary: 'De tekst op een eerder moment, en wat er sindsdien anders is',
        params: params.extend({ version: z.coerce.number().int().min(0) }),
        response: { 200: draftVersionSchema, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const { id, version } = request.params
      const found = await (await desk()).drafts.version(visitorOf(request), id, version)
      return found.ok ? found.value : sendHouseError(reply, found.error)
    },
  )

  api.post(
    '/drafts/:id/remarks',
    {
      config,
      schema: {
        ...schema,
        operationId: 'addDraftRemark',
        summary: 'Een opmerking plaatsen, beantwoorden of afhandelen',
        body: newRemarkSchema,
        response: { ...DONE, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const added = await (await desk()).drafts.remark(visitorOf(request), id, request.body)
      return added.ok ? reply.code(204).send() : sendHouseError(reply, added.error)
    },
  )
}

interface SentUse {
  readonly tag: string
  readonly attributes: string
}

function readUse({ tag, attributes }: SentUse): {
  readonly tag: string
  readonly attributes: unknown
} {
  try {
    return { tag, attributes: JSON.parse(attributes) as unknown }
  } catch {
    return { tag, attributes: undefined }
  }
}

function isUse<T extends { readonly tag: string; readonly attributes: unknown }>(
  use: T,
): use is T & TagUse {
  return isTagName(use.tag) && isAttributes(use.attributes)
}

function refuseUse(reply: Parameters<typeof sendProblem>[0]) {
  return sendProblem(reply, 400, 'parameter-invalid', 'Dit onderdeel is niet te lezen.', 'uses')
}

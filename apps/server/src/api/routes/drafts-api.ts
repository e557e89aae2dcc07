import { z } from 'zod'
import { reporting } from '../../house/reporting.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, DeskContext } from '../context.ts'
import {
  DONE,
  NO_QUERY,
  REFUSED,
  REFUSED_OR_MISSING,
  REFUSED_OR_NOT_NOW,
  textOf,
  word,
} from '../context.ts'
import { publicationLineSchema } from '../contract.ts'
import {
  addedStepsSchema,
  draftChangesSchema,
  draftLineSchema,
  draftProblemSchema,
  draftPublicationSchema,
  draftSchema,
  newDraftEventSchema,
  newDraftSchema,
  newStepsSchema,
} from '../drafts-contract.ts'
import { sendHouseError } from '../problem.ts'
import { showInFrame } from '../security-headers.ts'
import { publicationLineView } from '../views.ts'

const tags = ['Concepten']
const params = z.object({ id: word.min(1) })
const atVersion = z.strictObject({ version: z.coerce.number().int().min(0) })
/** A whole text that is put back is one step. */
const LARGEST = 1024 * 1024

/** Texts of reports that people work on together, until one is published. */
export function draftsApi(api: Api, { desk }: DeskContext): void {
  const config = { scope: 'person' } as const
  const schema = { tags, params, querystring: NO_QUERY }

  api.get(
    '/drafts',
    {
      config,
      schema: {
        operationId: 'listDrafts',
        summary: 'De concepten van uw organisatie',
        tags,
        querystring: NO_QUERY,
        response: { 200: z.array(draftLineSchema), ...REFUSED },
      },
    },
    async (request, reply) => {
      const lines = await (await desk()).drafts.list(visitorOf(request))
      return lines.ok ? [...lines.value] : sendHouseError(reply, lines.error)
    },
  )

  api.post(
    '/drafts',
    {
      config,
      schema: {
        operationId: 'beginDraft',
        summary: 'Een concept beginnen, met de tekst van een sjabloon of van een publicatie',
        tags,
        querystring: NO_QUERY,
        body: newDraftSchema,
        response: { 201: z.object({ id: z.string() }), ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const begun = await (await desk()).drafts.begin(visitorOf(request), request.body)
      if (!begun.ok) return sendHouseError(reply, begun.error)
      const location = `/api/v1/drafts/${begun.value}`
      return reply.code(201).header('location', location).send({ id: begun.value })
    },
  )

  api.get(
    '/drafts/:id',
    {
      config,
      schema: {
        ...schema,
        operationId: 'getDraft',
        summary: 'Eén concept met zijn tekst, en wat u ermee mag',
        response: { 200: draftSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const draft = await (await desk()).drafts.open(visitorOf(request), request.params.id)
      return draft.ok ? draft.value : sendHouseError(reply, draft.error)
    },
  )

  api.get(
    '/drafts/:id/changes',
    {
      config,
      schema: {
        ...schema,
        operationId: 'getDraftChanges',
        summary: 'Wat er na een versie is geschreven, en de opmerkingen',
        querystring: z.strictObject({ after: z.coerce.number().int().min(0) }),
        response: { 200: draftChangesSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const found = await (await desk()).drafts.changes(visitorOf(request), id, request.query.after)
      return found.ok ? found.value : sendHouseError(reply, found.error)
    },
  )

  api.post(
    '/drafts/:id/steps',
    {
      config,
      bodyLimit: LARGEST,
      schema: {
        ...schema,
        operationId: 'addDraftSteps',
        summary: 'Verder schrijven in een concept',
        body: newStepsSchema,
        response: { 201: addedStepsSchema, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const added = await (await desk()).drafts.addSteps(visitorOf(request), id, request.body)
      if (!added.ok) return sendHouseError(reply, added.error)
      return reply.code(201).send({ version: added.value })
    },
  )

  api.get(
    '/drafts/:id/preview.html',
    {
      config,
      schema: {
        ...schema,
        operationId: 'previewDraft',
        summary: 'Een concept als bladzijde, zonder wat er niet aan klopt',
        querystring: atVersion,
        response: { ...textOf('text/html', 'Het rapport als bladzijde.'), ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { version } = request.query
      const made = await (await desk()).drafts.preview(visitorOf(request), id, version)
      if (!made.ok) return sendHouseError(reply, made.error)
      const { REPORT_CONTENT_SECURITY_POLICY, renderHtml } = await reporting()
      return showInFrame(reply, REPORT_CONTENT_SECURITY_POLICY)
        .type('text/html; charset=utf-8')
        .send(made.value ? renderHtml(made.value) : '<!doctype html><title>Leeg</title>')
    },
  )

  api.get(
    '/drafts/:id/problems',
    {
      config,
      schema: {
        ...schema,
        operationId: 'findDraftProblems',
        summary: 'Wat er aan een tekst niet klopt, en waar',
        querystring: atVersion,
        response: { 200: z.array(draftProblemSchema), ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { version } = request.query
      const found = await (await desk()).drafts.problems(visitorOf(request), id, version)
      return found.ok ? [...found.value] : sendHouseError(reply, found.error)
    },
  )

  api.post(
    '/drafts/:id/events',
    {
      config,
      schema: {
        ...schema,
        operationId: 'decideDraft',
        summary: 'Laten goedkeuren, goedkeuren, afwijzen, terughalen of weggooien',
        body: newDraftEventSchema,
        response: { ...DONE, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const decided = await (await desk()).drafts.decide(visitorOf(request), id, request.body)
      return decided.ok ? reply.code(204).send() : sendHouseError(reply, decided.error)
    },
  )

  api.post(
    '/drafts/:id/publication',
    {
      config,
      schema: {
        ...schema,
        operationId: 'publishDraft',
        summary: 'Een goedgekeurd concept publiceren',
        body: draftPublicationSchema,
        response: { 201: publicationLineSchema, ...REFUSED_OR_NOT_NOW },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const made = await (await desk()).drafts.publish(visitorOf(request), id, request.body)
      if (!made.ok) return sendHouseError(reply, made.error)
      const line = publicationLineView({ ...made.value, figureCount: made.value.figures.length })
      return reply.code(201).header('location', `/api/v1/publications/${line.number}`).send(line)
    },
  )
}

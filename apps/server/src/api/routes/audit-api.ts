import { mayInHouse } from '@tijdig/core'
import type { Audit, AuditLine } from '@tijdig/store'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AUDIT_KIND_LABELS, UNUSUAL_LABELS, unusualSentence } from '../../house/audit-words.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import {
  auditPageSchema,
  auditQuerySchema,
  checkpointSchema,
  unusualSchema,
} from '../audit-contract.ts'
import type { Api, DeskContext } from '../context.ts'
import { NO_QUERY, REFUSED } from '../context.ts'
import { sendProblem } from '../problem.ts'

const tags = ['Controle']

export interface AuditContext extends DeskContext {
  /** Who looked at what; PostgreSQL decides how much of it an auditor may read. */
  readonly audit: () => Promise<Audit>
}

/** Who looked at what and who did what, for auditors. That one reads it stands in it too. */
export function auditApi(api: Api, { audit }: AuditContext): void {
  const forAuditors = { config: { scope: 'person' }, preHandler: guardAudit } as const

  api.get(
    '/audit',
    {
      ...forAuditors,
      schema: {
        operationId: 'readAudit',
        summary: 'Wie wat bekeek en wie wat deed',
        tags,
        querystring: auditQuerySchema,
        response: { 200: auditPageSchema, ...REFUSED },
      },
    },
    async (request) => {
      const { hash, address } = visitorOf(request)
      const { lines, ...page } = await (await audit()).read(hash, address, request.query)
      return { ...page, lines: lines.map(lineView) }
    },
  )

  api.get(
    '/audit/unusual',
    {
      ...forAuditors,
      schema: {
        operationId: 'findUnusual',
        summary: 'Wat opvalt in de laatste dertig dagen',
        tags,
        querystring: NO_QUERY,
        response: { 200: unusualSchema, ...REFUSED },
      },
    },
    async (request) => {
      const { hash, address } = visitorOf(request)
      const found = await (await audit()).unusual(hash, address)
      return found.map((one) => ({
        kind: one.kind,
        label: UNUSUAL_LABELS[one.kind],
        at: one.at,
        person: one.person,
        route: one.route,
        trajectory: one.trajectory,
        detail: unusualSentence(one),
        records: [...one.records],
      }))
    },
  )

  api.get(
    '/audit/checkpoint',
    {
      ...forAuditors,
      schema: {
        operationId: 'auditCheckpoint',
        summary: 'Waar de ketens van het controleboek nu eindigen, om elders te bewaren',
        tags,
        querystring: NO_QUERY,
        response: { 200: checkpointSchema, ...REFUSED },
      },
    },
    async (request) => {
      const { hash, address } = visitorOf(request)
      const { chains, ...whole } = await (await audit()).auditorCheckpoint(hash, address)
      return { ...whole, chains: [...chains] }
    },
  )
}

async function guardAudit(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { actor } = visitorOf(request)
  if (actor.person !== null && mayInHouse(actor.role, 'read-audit')) return undefined
  const detail = 'Het controleboek is voor controleurs. Vraag die van uw organisatie.'
  return sendProblem(reply, 403, 'not-allowed', detail)
}

function lineView({ relation, trajectories, ...line }: AuditLine) {
  return {
    ...line,
    kindLabel: AUDIT_KIND_LABELS[line.kind],
    trajectory: trajectories.length === 1 ? (trajectories[0] ?? null) : null,
    trajectories: [...trajectories],
    with: relation,
    detail: { ...line.detail },
  }
}

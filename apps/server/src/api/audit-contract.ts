import { AUDIT_KINDS } from '@tijdig/store'
import { z } from 'zod'
import { word } from './contract-parts.ts'

const day = z.iso.date()
const person = z.object({ id: z.string(), name: z.string() })

export const auditQuerySchema = z.strictObject({
  trajectory: word.min(1).optional(),
  route: word.min(1).optional(),
  person: word.min(1).optional().describe('Zoals een regel de persoon noemt.'),
  from: day.optional(),
  to: day.optional().describe('De laatste dag die meetelt.'),
  kind: z.enum(AUDIT_KINDS).optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
})

export const auditPageSchema = z.object({
  total: z.number().int(),
  lines: z.array(
    z.object({
      position: z.number().int(),
      at: z.string(),
      kind: z.enum(AUDIT_KINDS),
      kindLabel: z.string(),
      person: person.nullable().describe('Leeg: het programma zelf.'),
      role: z.string(),
      organisation: z.string().nullable(),
      purpose: z.string().nullable(),
      route: z.string().nullable(),
      trajectory: z
        .string()
        .nullable()
        .describe('Leeg als de regel over geen of meer gezinnen gaat.'),
      trajectories: z.array(z.string()).describe('Alle trajecten die werden getoond.'),
      outcome: z.enum(['done', 'nothing', 'refused']),
      with: z
        .string()
        .nullable()
        .describe('Met welk recht: wat de organisatie van het traject is.'),
      address: z.string().nullable(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
})

export type AuditPage = z.infer<typeof auditPageSchema>

export const unusualSchema = z.array(
  z.object({
    kind: z.enum(['glass', 'many', 'hours', 'after-refusal']),
    label: z.string(),
    at: z.string(),
    person,
    route: z.string().nullable(),
    trajectory: z.string().nullable(),
    detail: z.string(),
    positions: z.array(z.number().int()),
  }),
)

export type UnusualLine = z.infer<typeof unusualSchema>[number]

export const checkpointSchema = z.object({
  identity: z.string(),
  position: z.number().int(),
  hash: z.string(),
  at: z.string(),
})

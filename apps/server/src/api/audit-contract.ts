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
  before: z
    .string()
    .regex(/^(\d{1,2}-)?\d{1,15}$/)
    .optional()
    .describe('Het nummer van een regel: alleen wat ouder is dan die regel.'),
})

export const auditPageSchema = z.object({
  total: z.number().int().describe('Hoeveel regels er zijn, hoogstens 10.000.'),
  isMore: z.boolean().describe('Of het er meer zijn dan dat.'),
  older: z.string().nullable().describe('Geef dit nummer als before om oudere regels te krijgen.'),
  lines: z.array(
    z.object({
      number: z.string().describe('Van welke keten en de hoeveelste daarin, bijvoorbeeld 3-18.'),
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
    records: z.array(z.string()).describe('De nummers van de regels.'),
  }),
)

export type UnusualLine = z.infer<typeof unusualSchema>[number]

export const checkpointSchema = z.object({
  identity: z.string(),
  at: z.string(),
  hash: z.string().describe('Over alle ketens samen.'),
  chains: z.array(
    z.object({ chain: z.number().int(), position: z.number().int(), hash: z.string() }),
  ),
})

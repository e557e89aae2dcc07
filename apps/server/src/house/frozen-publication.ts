import { type Figure, PROTECTIONS, type Protection } from '@tijdig/figures'
import type { Publication, PublicationLine } from '@tijdig/store'
import { z } from 'zod'
import type { PlacedQuestion } from './ask.ts'

/** The shapes that a publication freezes as JSON, and reading them back. */

const cell = z.record(z.string(), z.string())

const frozenQuestionSchema = z.object({
  route: z.string(),
  cutOff: z.string(),
  knownAt: z.string(),
  definitions: z.string(),
  pinned: z.record(z.string(), z.number()).default({}),
  position: z.number(),
  /** Of a delivery: whose trajectories it is about. */
  scope: z.string().optional(),
})

const askedSchema = frozenQuestionSchema.extend({
  /** Of which the figures are; left out: only `route`, as all reports once were. */
  routes: z.array(z.string()).optional(),
  protection: z.enum(Object.keys(PROTECTIONS) as [Protection, ...Protection[]]),
  /** The tables that were calculated. */
  tables: z.array(z.object({ indicator: z.string(), by: z.array(z.string()) })),
  /** The question that the report tells the changes since. */
  comparedWith: frozenQuestionSchema.nullable(),
})
/** What was asked: the question with its pinned versions and position, and the tables. */
export type FrozenAsked = z.infer<typeof askedSchema>

const definitionsSchema = z.array(
  z.object({ indicator: z.string(), version: z.number(), hash: z.string() }),
)
/** The versions that the figures were counted by, each with the hash of what it then meant. */
export type FrozenDefinitions = z.infer<typeof definitionsSchema>

const figuresSchema = z.array(
  z.object({
    indicator: z.string(),
    definition: z.number(),
    by: cell,
    value: z.number().nullable(),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
  }),
)

const changeSchema = z.object({
  indicator: z.string(),
  by: cell,
  protection: z.enum(['rounded-5', 'rounded-5-hidden-10']).optional(),
  from: z.number(),
  to: z.number(),
  late: z.number(),
  corrected: z.number(),
  redefined: z.number(),
  happened: z.number(),
})

const documentSchema = z.object({
  /** The text of the template, so that the report can be made again when the template is another. */
  template: z.string(),
  report: z.looseObject({ format: z.literal('tijdig-document/1') }),
  /** SHA-256 of the page and the PDF as they were published. */
  hashes: z.object({ html: z.string(), pdf: z.string() }),
  /** Of a delivery: the figures that changed since the one before it, as far as may be shown. */
  changes: z.array(changeSchema).optional(),
})
type FrozenDocument = z.infer<typeof documentSchema>

/** What of a publication is JSON, whoever it is read for. */
type Frozen = Pick<Publication, 'question' | 'definitions' | 'figures' | 'document'>

export interface FrozenPublication<P extends Frozen = Publication> {
  readonly publication: P
  readonly asked: FrozenAsked
  readonly definitions: FrozenDefinitions
  readonly figures: readonly Figure[]
  readonly document: FrozenDocument
}

/** A publication with its JSON read; throws where it is not what `publish` wrote. */
export function thaw<P extends Frozen>(publication: P): FrozenPublication<P> {
  return {
    publication,
    asked: askedSchema.parse(publication.question),
    definitions: definitionsSchema.parse(publication.definitions),
    figures: figuresSchema.parse(publication.figures) as Figure[],
    document: documentSchema.parse(publication.document),
  }
}

/** The question of a publication in a list. */
export function askedOf(line: Pick<PublicationLine, 'question'>): FrozenAsked {
  return askedSchema.parse(line.question)
}

/** All routes of which the figures are, the main one first. */
export function routesOf({ route, routes }: Pick<FrozenAsked, 'route' | 'routes'>): string[] {
  return routes ?? [route]
}

/** Only what makes up the question. */
export function questionOf(
  asked: Omit<PlacedQuestion, 'scope'> & { readonly scope?: string | undefined },
): PlacedQuestion {
  const { route, cutOff, knownAt, definitions, pinned, position, scope } = asked
  return {
    ...{ route, cutOff, knownAt, definitions, position },
    ...(pinned && { pinned }),
    ...(scope !== undefined && { scope }),
  }
}

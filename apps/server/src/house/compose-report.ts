import { err, ok, type Result } from '@tijdig/core'
import {
  type Explanation,
  type FactsFile,
  type Figure,
  labelsOf,
  protect,
  type Question,
} from '@tijdig/figures'
import type { PublicationStamp, ReportDocument, Template, TemplateError } from '@tijdig/reports'
import { figuresOf, type PlacedQuestion } from './ask.ts'
import { explainTables } from './explain-tables.ts'
import type { FrozenDefinitions } from './frozen-publication.ts'
import { findPlan, type House, indicatorsOf } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { reporting } from './reporting.ts'
import { describe } from './template-shelf.ts'
import { type Table, tablesFor } from './wanted-tables.ts'

/** The figures of a report, before they are protected and written down. */
export interface ReportFigures {
  readonly question: PlacedQuestion
  readonly tables: readonly Table[]
  readonly figures: readonly Figure[]
  readonly definitions: FrozenDefinitions
  readonly change: ReportChange | undefined
}

interface ReportChange {
  readonly comparedWith: PlacedQuestion
  readonly explanations: readonly Explanation[]
}

/** Calculates all that a template takes its numbers from. */
export async function calculateReport(
  house: House,
  file: FactsFile,
  template: Template,
  question: PlacedQuestion,
  comparedWith: Question | undefined,
): Promise<ReportFigures> {
  const tables = await tablesOf(house, template)
  const wanted = tablesFor(house, question, tables)
  const figures = await figuresOf(house, file, question, wanted)
  const labels = labelsOfRoute(house, template.route)
  const versions = new Map(
    wanted.map(({ indicator, version }) => [indicator.code, version.version]),
  )
  const definitions = [...versions].map(([indicator, version]) => ({
    indicator,
    version,
    hash: hashOf(labels, indicator, version) ?? '',
  }))
  if (!comparedWith) return { question, tables, figures, definitions, change: undefined }
  const change = await explainTables(house, file, [comparedWith, question], tables)
  return {
    question,
    tables,
    figures,
    definitions,
    change: { comparedWith: change.from, explanations: change.explanations },
  }
}

/** Protects the figures and writes the report; all that is wrong with its text is told. */
export async function buildReport(
  house: House,
  template: Template,
  { question, figures, change }: ReportFigures,
  publication: PublicationStamp | undefined,
): Promise<Result<ReportDocument, TemplateError[]>> {
  const { buildDocument } = await reporting()
  return buildDocument({
    template,
    question,
    labels: labelsOfRoute(house, template.route),
    figures: protect(figures, template.protection),
    ...(change && { comparedWith: change.comparedWith, explanations: change.explanations }),
    ...(publication && { publication }),
  })
}

/** The same, for who can do no more about it than read what is wrong. */
export async function writeReport(
  house: House,
  template: Template,
  calculated: ReportFigures,
  publication: PublicationStamp | undefined,
): Promise<Result<ReportDocument, HouseError>> {
  const document = await buildReport(house, template, calculated, publication)
  if (document.ok) return document
  return err(
    houseError(
      'report-invalid',
      `Het rapport "${template.id}" is niet te maken. ${describe(document.error)}`,
    ),
  )
}

/** The versions that a template pins count for its question too. */
export function pinnedFor(
  house: House,
  template: Template,
  question: Question,
): Result<Question, HouseError> {
  const plan = findPlan(house, template.route)
  if (!plan.ok) return plan
  const indicators = new Map(indicatorsOf(house, template.route).map((each) => [each.code, each]))
  for (const [code, version] of Object.entries(template.pinned)) {
    if (indicators.get(code)?.versions.some((each) => each.version === version)) continue
    const reason = `Het sjabloon ${template.id} zet definitie ${version} van ${code} vast, maar die bestaat niet. Verbeter "pinned" in het sjabloon.`
    return err(houseError('report-invalid', reason))
  }
  return ok({ ...question, pinned: { ...template.pinned } })
}

/** The hash of what a version of an indicator means now; undefined where it is gone. */
export function hashOf(
  labels: ReturnType<typeof labelsOfRoute>,
  indicator: string,
  version: number,
): string | undefined {
  return labels
    .find(({ code }) => code === indicator)
    ?.versions.find((each) => each.version === version)?.hash
}

export function labelsOfRoute(house: House, route: string) {
  const definition = house.plans.get(route)?.route
  return definition ? indicatorsOf(house, route).map((each) => labelsOf(definition, each)) : []
}

/** What is not there to be calculated is left out: the report itself says what is wrong with it. */
async function tablesOf(house: House, template: Template): Promise<Table[]> {
  const { neededFigures } = await reporting()
  const codes = new Set(indicatorsOf(house, template.route).map(({ code }) => code))
  return neededFigures(template)
    .filter(({ indicator }) => codes.has(indicator))
    .map(({ indicator, by }) => ({ indicator, by: [...by] }))
}

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
import { figuresOfRoutes, type PlacedQuestion } from './ask.ts'
import { explainTables } from './explain-tables.ts'
import type { FrozenDefinitions } from './frozen-publication.ts'
import { findPlan, type House, indicatorsOf, indicatorsOfRoutes } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { programmesOfReport } from './programmes/programmes-of-report.ts'
import { reporting } from './reporting.ts'
import { routesOfTemplate } from './routes-of-report.ts'
import { describe } from './template-shelf.ts'
import { type Table, wantedByRoute } from './wanted-tables.ts'

/** The figures of a report, before they are protected and written down. */
export interface ReportFigures {
  readonly question: PlacedQuestion
  /** Of which the figures are; the main one first. */
  readonly routes: readonly string[]
  readonly tables: readonly Table[]
  readonly figures: readonly Figure[]
  readonly definitions: FrozenDefinitions
  readonly change: ReportChange | undefined
}

interface ReportChange {
  readonly comparedWith: PlacedQuestion
  readonly explanations: readonly Explanation[]
}

/**
 * Calculates all that a template takes its numbers from.
 * @param chosen The tables; left out: those that the template names.
 */
export async function calculateReport(
  house: House,
  file: FactsFile,
  template: Template,
  question: PlacedQuestion,
  comparedWith: Question | undefined,
  chosen?: readonly Table[],
): Promise<ReportFigures> {
  const tables = chosen ?? (await tablesOf(house, template))
  const routes = await routesOfTemplate(house, template)
  const wanted = wantedByRoute(house, question, routes, tables).flatMap((each) => each.wanted)
  const figures = await figuresOfRoutes(house, file, question, routes, tables)
  const labels = labelsOfRoutes(house, routes)
  const versions = new Map(
    wanted.map(({ indicator, version }) => [indicator.code, version.version]),
  )
  const definitions = [...versions].map(([indicator, version]) => ({
    indicator,
    version,
    hash: hashOf(labels, indicator, version) ?? '',
  }))
  const calculated = { question, routes, tables, figures, definitions }
  if (!comparedWith) return { ...calculated, change: undefined }
  const change = await explainTables(
    house,
    file,
    [comparedWith, question],
    tables,
    template.protection,
  )
  return {
    ...calculated,
    change: { comparedWith: change.from, explanations: change.explanations },
  }
}

/** Protects the figures and writes the report; all that is wrong with its text is told. */
export async function buildReport(
  house: House,
  template: Template,
  { question, routes, figures, change }: ReportFigures,
  publication: PublicationStamp | undefined,
): Promise<Result<ReportDocument, TemplateError[]>> {
  const { buildDocument } = await reporting()
  return buildDocument({
    template,
    question,
    labels: labelsOfRoutes(house, routes),
    figures: protect(figures, template.protection),
    programmes: await programmesOfReport(house, template, question, change?.comparedWith),
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
export async function pinnedFor(
  house: House,
  template: Template,
  question: Question,
): Promise<Result<Question, HouseError>> {
  const plan = findPlan(house, template.route)
  if (!plan.ok) return plan
  const routes = await routesOfTemplate(house, template)
  const indicators = new Map(indicatorsOfRoutes(house, routes).map((each) => [each.code, each]))
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

export function labelsOfRoutes(house: House, routes: readonly string[]) {
  return routes.flatMap((route) => labelsOfRoute(house, route))
}

/** What is not there to be calculated is left out: the report itself says what is wrong with it. */
async function tablesOf(house: House, template: Template): Promise<Table[]> {
  const { neededFigures } = await reporting()
  const codes = new Set(house.catalogue.indicators.map(({ code }) => code))
  return neededFigures(template)
    .filter(({ indicator }) => codes.has(indicator))
    .map(({ indicator, by }) => ({ indicator, by: [...by] }))
}

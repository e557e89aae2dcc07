import { err, ok, type Result } from '@tijdig/core'
import { type ProtectedFigure, protect } from '@tijdig/figures'
import type { ReportDocument, Template } from '@tijdig/reports'
import type { Audience } from '@tijdig/store'
import type { PlacedQuestion } from './ask.ts'
import { place } from './ask.ts'
import { calculateReport, pinnedFor, writeReport } from './compose-report.ts'
import { findArchived } from './find-publication.ts'
import { questionOf } from './frozen-publication.ts'
import type { House } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { readQuestion, readWrittenQuestion } from './read-question.ts'
import { reporting } from './reporting.ts'
import { describe } from './template-shelf.ts'

/** A report to make: which, as of which day, as known when. */
export interface ReportOrder {
  /** The id of a template, or how only one of them begins. */
  readonly template: string
  readonly cutOff: string
  readonly knownAt: string
  /** A publication's number or a written question, to tell the changes since. */
  readonly comparedWith?: string | undefined
  /** For whom it is, once it is published; left out: as its template says. */
  readonly audience?: Audience | undefined
  /** The text of the template, where that is not the one of the catalogue. */
  readonly source?: string
}

export interface Report {
  readonly template: Template
  /** All that it was made of, protected as the report itself is. */
  readonly figures: readonly ProtectedFigure[]
  readonly document: ReportDocument
}

/** Makes a report that is not published: for looking at, and for keeping in a folder. */
export async function makeReport(
  house: House,
  order: ReportOrder,
): Promise<Result<Report, HouseError>> {
  const prepared = await prepareReport(house, order)
  if (!prepared.ok) return prepared
  const { template, question, comparedWith } = prepared.value
  const calculated = await house.facts.use((file) =>
    calculateReport(house, file, template, place(question, file), comparedWith),
  )
  const document = await writeReport(house, template, calculated, undefined)
  if (!document.ok) return document
  const figures = protect(calculated.figures, template.protection)
  return ok({ template, figures, document: document.value })
}

export interface PreparedReport {
  readonly template: Template
  /** With the template's pinned versions, without a position. */
  readonly question: Omit<PlacedQuestion, 'position'>
  readonly comparedWith: PlacedQuestion | Omit<PlacedQuestion, 'position'> | undefined
}

/** Reads what is ordered, before anything is calculated. */
export async function prepareReport(
  house: House,
  order: ReportOrder,
): Promise<Result<PreparedReport, HouseError>> {
  const template = await templateOf(house, order)
  if (!template.ok) return template
  const { route } = template.value
  const asked = readQuestion(house, { route, cutOff: order.cutOff, knownAt: order.knownAt })
  if (!asked.ok) return asked
  const question = await pinnedFor(house, template.value, asked.value)
  if (!question.ok) return question
  const prepared = { template: template.value, question: question.value }
  if (order.comparedWith === undefined) return ok({ ...prepared, comparedWith: undefined })
  const earlier = await readEarlier(house, route, order.comparedWith)
  return earlier.ok ? ok({ ...prepared, comparedWith: earlier.value }) : earlier
}

async function templateOf(
  house: House,
  { template, source }: ReportOrder,
): Promise<Result<Template, HouseError>> {
  if (source === undefined) return house.templates.find(template)
  const { parseTemplate } = await reporting()
  const parsed = parseTemplate(source)
  return parsed.ok ? parsed : err(houseError('report-invalid', describe(parsed.error)))
}

async function readEarlier(house: House, route: string, text: string) {
  if (!/^\d+$/.test(text)) return readWrittenQuestion(house, route, text)
  const publication = await findArchived(house, Number(text))
  return publication.ok ? ok(questionOf(publication.value.asked)) : publication
}

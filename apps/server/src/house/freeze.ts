import { formatMoment, type Moment, ok, type Result } from '@tijdig/core'
import type { Template } from '@tijdig/reports'
import type { DeliveredMonth, Doer, Json, Publication } from '@tijdig/store'
import { type ReportFigures, writeReport } from './compose-report.ts'
import { isChanged } from './explain-tables.ts'
import { hashOfText } from './hash-of-text.ts'
import type { House } from './house.ts'
import type { HouseError } from './house-error.ts'
import { reporting } from './reporting.ts'
import { withNextNumber } from './with-next-number.ts'

interface Freezing {
  readonly template: Template
  readonly calculated: ReportFigures
  /** The hash of the log at the position of the question. */
  readonly logHash: string
  readonly publishedAt: Moment
  /** Left out: it is a report for everybody who works here. */
  readonly delivered?: DeliveredMonth
  /** Asked when nobody else can publish: what is there already, and is not to be made again. */
  readonly already?: () => Promise<Publication | undefined>
}

/** Writes a report under the next number, and keeps it as it is for ever. */
export async function freeze(
  house: House,
  { template, calculated, logHash, publishedAt, delivered, already }: Freezing,
  by: Doer | undefined,
): Promise<Result<Publication, HouseError>> {
  // What cannot be written must not use up a number.
  const draft = await writeReport(house, template, calculated, undefined)
  if (!draft.ok) return draft
  const { position } = calculated.question
  const { renderHtml, renderPdf } = await reporting()
  const publication = await withNextNumber(house, async (number) => {
    const there = await already?.()
    if (there) return there
    const stamp = { number, publishedAt: formatMoment(publishedAt), position, logHash }
    const report = await writeReport(house, template, calculated, stamp)
    if (!report.ok) throw new Error(report.error.reason)
    const page = renderHtml(report.value)
    const pdf = await renderPdf(report.value)
    const made = await house.store.publish(
      {
        template: template.id,
        title: template.title,
        route: template.route,
        question: asJson({
          ...calculated.question,
          routes: calculated.routes,
          protection: template.protection,
          tables: calculated.tables,
          comparedWith: calculated.change?.comparedWith ?? null,
        }),
        publishedAt,
        position,
        logHash,
        definitions: asJson(calculated.definitions),
        figures: calculated.figures.map(asJson),
        document: asJson({
          template: template.source,
          report: report.value,
          hashes: { html: hashOfText(page), pdf: hashOfText(pdf) },
          ...(delivered && { changes: calculated.change?.explanations.filter(isChanged) ?? [] }),
        }),
        html: page,
        pdf,
        ...(delivered && { delivered }),
      },
      by,
    )
    if (made.number !== number) throw new Error(`number ${made.number} was given, not ${number}`)
    return made
  })
  return ok(publication)
}

/** Exactly what will be read back: without what JSON does not keep. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}

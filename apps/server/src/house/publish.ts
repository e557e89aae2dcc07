import { dayOfMoment, endOfDay, err, formatMoment, getMoment, ok, type Result } from '@tijdig/core'
import type { Doer, Json, Publication, PublishedDraft } from '@tijdig/store'
import { place } from './ask.ts'
import { calculateReport, writeReport } from './compose-report.ts'
import { hashOfText } from './hash-of-text.ts'
import type { House } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { prepareReport, type ReportOrder } from './make-report.ts'
import { reporting } from './reporting.ts'
import { withNextNumber } from './with-next-number.ts'

/**
 * Makes a report and freezes it: its text, its figures with numerator and denominator, the
 * definitions with their hashes, and its place in the log with the hash that stands there.
 * @param by Who publishes, for the audit; left out: the program itself.
 * @param from The approved draft that it is made of, which is published with it or not at all.
 */
export async function publish(
  house: House,
  order: ReportOrder,
  by?: Doer,
  from?: PublishedDraft,
): Promise<Result<Publication, HouseError>> {
  const prepared = await prepareReport(house, order)
  if (!prepared.ok) return prepared
  const { template, question, comparedWith } = prepared.value
  const publishedAt = house.now()
  if (getMoment(question.knownAt) > endOfDay(dayOfMoment(publishedAt))) {
    const reason =
      'Wat later bekend wordt, is nog niet te publiceren. Kies een dag tot en met vandaag.'
    return err(houseError('known-at-in-future', reason))
  }
  const { calculated, logHash } = await house.facts.use(async (file) => ({
    calculated: await calculateReport(house, file, template, place(question, file), comparedWith),
    logHash: file.head?.hash ?? '',
  }))
  // What cannot be written must not use up a number.
  const draft = await writeReport(house, template, calculated, undefined)
  if (!draft.ok) return draft
  const { position } = calculated.question
  const { renderHtml, renderPdf } = await reporting()
  const publication = await withNextNumber(house, async (number) => {
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
        }),
        html: page,
        pdf,
      },
      by,
      from,
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

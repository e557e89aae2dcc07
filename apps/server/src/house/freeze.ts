import { formatMoment, type Moment, ok, type Result } from '@tijdig/core'
import type { Template } from '@tijdig/reports'
import type {
  Audience,
  DeliveredMonth,
  Doer,
  Json,
  Publication,
  PublishedDraft,
} from '@tijdig/store'
import { nextAddress } from './audience.ts'
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
  /** For whom it is; left out: for who signs in. */
  readonly audience?: Audience
  /** Left out: it is a report, which more than one organisation may read. */
  readonly delivered?: DeliveredMonth
  /** The approved draft that it is made of, which is published with it or not at all. */
  readonly from?: PublishedDraft | undefined
  /** Asked when nobody else can publish: what is there already, and is not to be made again. */
  readonly already?: () => Promise<Publication | undefined>
}

/** Writes a report under the next number, and keeps it as it is for ever. */
export async function freeze(
  house: House,
  { template, calculated, logHash, publishedAt, audience, delivered, from, already }: Freezing,
  by: Doer | undefined,
): Promise<Result<Publication, HouseError>> {
  // What cannot be written must not use up a number.
  const draft = await writeReport(house, template, calculated, undefined)
  if (!draft.ok) return draft
  const { position } = calculated.question
  const { renderHtml, renderPdf, wordsOf } = await reporting()
  const publication = await withNextNumber(house, async (number, before) => {
    const there = await already?.()
    if (there) return there
    const addresses = before.map(({ address }) => address)
    const { cutOff } = calculated.question
    const address = audience === 'public' ? nextAddress(template.id, cutOff, addresses) : undefined
    const moment = formatMoment(publishedAt)
    const stamp = { number, ...(address && { address }), publishedAt: moment, position, logHash }
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
        open: address === undefined ? undefined : { address, words: wordsOf(report.value) },
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

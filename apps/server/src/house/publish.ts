import { dayOfMoment, endOfDay, err, getMoment, type Result } from '@tijdig/core'
import type { Doer, Publication, PublishedDraft } from '@tijdig/store'
import { place } from './ask.ts'
import { audienceOf } from './audience.ts'
import { calculateReport } from './compose-report.ts'
import { freeze } from './freeze.ts'
import type { House } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { prepareReport, type ReportOrder } from './make-report.ts'

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
  const frozen = await house.facts.use(async (file) => ({
    template,
    calculated: await calculateReport(house, file, template, place(question, file), comparedWith),
    logHash: file.head?.hash ?? '',
  }))
  const audience = audienceOf(order.audience, template, frozen.calculated.figures)
  if (!audience.ok) return audience
  return freeze(house, { ...frozen, publishedAt, audience: audience.value, from }, by)
}

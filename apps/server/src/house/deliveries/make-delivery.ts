import { dayOfMoment, err, formatDay, formatMoment, type Moment, type Result } from '@tijdig/core'
import { lastDayOfMonth } from '@tijdig/figures'
import type { DeliveredMonth, DeliveryLine, Doer, Publication } from '@tijdig/store'
import { place, within } from '../ask.ts'
import { calculateReport, pinnedFor, type ReportFigures } from '../compose-report.ts'
import { freeze } from '../freeze.ts'
import { askedOf, questionOf } from '../frozen-publication.ts'
import type { House } from '../house.ts'
import { type HouseError, houseError } from '../house-error.ts'
import { readQuestion } from '../read-question.ts'
import { deliveryTemplate } from './delivery-template.ts'
import { type Agreed, isOf } from './due-delivery.ts'

interface Making {
  readonly month: string
  /** What is known then counts; left out: now. */
  readonly knownAt?: Moment
  /** Who makes it, for the audit; left out: the program itself. */
  readonly by?: Doer
}

/**
 * Makes the delivery about a month and freezes it, as of the last day of that month; gives the one
 * that is there already where it was made before, by whichever server.
 */
export async function makeDelivery(
  house: House,
  agreed: Agreed,
  { month, knownAt = house.now(), by }: Making,
): Promise<Result<Publication, HouseError>> {
  const already = () => findDelivered(house, agreed, month)
  const there = await already()
  if (there) return { ok: true, value: there }
  const cutOff = lastDayOfMonth(month)
  const publishedAt = house.now()
  if (cutOff >= dayOfMoment(publishedAt)) {
    const reason = `De maand ${month} is nog niet voorbij. Een levering gaat over een hele maand.`
    return err(houseError('delivery-not-yet', reason))
  }
  const template = await deliveryTemplate(house, agreed, month)
  if (!template.ok) return template
  const { definition, parties } = agreed
  const asked = readQuestion(house, {
    route: definition.route,
    cutOff: formatDay(cutOff),
    knownAt: formatMoment(knownAt),
  })
  if (!asked.ok) return asked
  const question = await pinnedFor(house, template.value, within(asked.value, parties.institution))
  if (!question.ok) return question
  const previous = await previousDelivery(house, agreed, month)
  const before = previous && questionOf(askedOf(previous))
  const frozen = await house.facts.use(async (file) => {
    const placed = place(question.value, file)
    const { figures } = definition
    return {
      template: template.value,
      calculated: await calculateReport(house, file, template.value, placed, before, figures),
      logHash: file.head?.hash ?? '',
    }
  })
  const delivered: DeliveredMonth = {
    code: definition.code,
    route: definition.route,
    ...parties,
    month,
    comparedWith: previous?.number ?? null,
    changed: previous ? changedSince(frozen.calculated) : null,
  }
  return freeze(house, { ...frozen, publishedAt, delivered, already }, by)
}

/** The delivery of the newest month before this one. */
export async function previousDelivery(
  { store }: Pick<House, 'store'>,
  agreed: Agreed,
  month: string,
): Promise<DeliveryLine | undefined> {
  const lines = await store.deliveries.list()
  return lines.find(({ delivered }) => isOf(agreed, delivered) && delivered.month < month)
}

/** How many figures of the delivery before would now be others than they were. */
function changedSince({ change }: ReportFigures): number {
  const isOther = ({ late, corrected, redefined }: Parts) =>
    late !== 0 || corrected !== 0 || redefined !== 0
  return (change?.explanations ?? []).filter(isOther).length
}

type Parts = Readonly<Record<'late' | 'corrected' | 'redefined', number>>

async function findDelivered(
  { store }: Pick<House, 'store'>,
  agreed: Agreed,
  month: string,
): Promise<Publication | undefined> {
  const lines = await store.deliveries.list()
  const line = lines.find(({ delivered }) => isOf(agreed, delivered) && delivered.month === month)
  return line && store.findPublication(line.number)
}

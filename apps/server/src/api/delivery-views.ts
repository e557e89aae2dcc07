import { formatDay, formatMoment } from '@tijdig/core'
import { lastDayOfMonth, protect } from '@tijdig/figures'
import type { DeliveryKey, DeliveryLine as StoredLine } from '@tijdig/store'
import type { DeliveryNow as CountedNow } from '../house/deliveries/delivery-now.ts'
import type { SeenAwaited, SeenDeliveries } from '../house/deliveries/read-deliveries.ts'
import { askedOf, type FrozenPublication, questionOf } from '../house/frozen-publication.ts'
import type { HouseCatalogue } from '../house/house.ts'
import { nameOf, type Organisations } from '../house/organisations.ts'
import type {
  AwaitedDelivery,
  Deliveries,
  Delivery,
  DeliveryLine,
  DeliveryNow,
} from './contract.ts'
import { explanationsView, figureView } from './views.ts'

/** What the house gives of deliveries, in the shapes of the contract. */

/** What codes are called. */
export interface DeliveryWords {
  readonly catalogue: HouseCatalogue
  readonly organisations: Organisations
}

export function deliveriesView(
  words: DeliveryWords,
  { lines, awaited }: SeenDeliveries,
): Deliveries {
  return {
    lines: lines.map((line) => deliveryLineView(words, line)),
    awaited: awaited.map((each) => awaitedView(words, each)),
  }
}

export function deliveryView(words: DeliveryWords, frozen: FrozenPublication): Delivery {
  const { publication, asked, definitions, figures, document } = frozen
  const { delivered } = publication
  if (!delivered) throw new Error(`publication ${publication.number} is no delivery`)
  const { position, logHash } = publication
  const { comparedWith } = asked
  return {
    ...deliveryLineView(words, { ...publication, figureCount: figures.length, delivered }),
    position,
    logHash,
    definitions,
    figureRows: protect(figures, asked.protection).map(figureView),
    changes:
      comparedWith &&
      explanationsView({
        from: questionOf(comparedWith),
        to: questionOf(asked),
        explanations: (document.changes ?? []).map(({ protection: _, ...each }) => each),
      }),
  }
}

export function deliveryNowView(words: DeliveryWords, now: CountedNow): DeliveryNow {
  const { definition, parties, month, dueOn, question, figures, change, comparedWith } = now
  const { code, route } = definition
  return {
    ...keyView(words, { code, route, ...parties, month }),
    cutOff: question.cutOff,
    knownAt: question.knownAt,
    dueOn: formatDay(dueOn),
    figureRows: figures.map(figureView),
    comparedWith,
    changes: change ? explanationsView(change) : null,
  }
}

export function deliveryLineView(words: DeliveryWords, line: StoredLine): DeliveryLine {
  const { number, delivered, publishedAt, figureCount } = line
  const { comparedWith, changed } = delivered
  return {
    ...keyView(words, delivered),
    number,
    knownAt: askedOf(line).knownAt,
    madeAt: formatMoment(publishedAt),
    figures: figureCount,
    comparedWith,
    changed,
  }
}

function awaitedView(words: DeliveryWords, awaited: SeenAwaited): AwaitedDelivery {
  const { definition, parties, month, dueOn, isDue, isOwn, failure } = awaited
  const { code, route } = definition
  return {
    ...keyView(words, { code, route, ...parties, month }),
    dueOn: formatDay(dueOn),
    isDue,
    isOwn,
    failed: failure ? { tries: failure.tries, at: formatMoment(failure.failedAt) } : null,
  }
}

function keyView({ catalogue, organisations }: DeliveryWords, key: DeliveryKey) {
  const { code, route, institution, receiver, month } = key
  const known = catalogue.deliveries?.find((each) => each.code === code)
  const called = (organisation: string) => ({
    code: organisation,
    name: nameOf(organisations, organisation),
  })
  return {
    delivery: code,
    label: known?.label ?? code,
    route,
    institution: called(institution),
    receiver: called(receiver),
    month,
    cutOff: formatDay(lastDayOfMonth(month)),
  }
}

import { addMonths, type Calendar, type Day, getDay, monthOf } from '@tijdig/core'
import {
  type DeliveryDefinition,
  type DeliveryParties,
  deliveryDay,
  monthBefore,
  nextMonth,
} from '@tijdig/figures'
import type { DeliveryKey } from '@tijdig/store'

/** What one organisation delivers to another. */
export interface Agreed {
  readonly definition: DeliveryDefinition
  readonly parties: DeliveryParties
}

/** A delivery that is not made yet. */
export interface AwaitedDelivery extends Agreed {
  readonly month: string
  /** The day on which it is made. */
  readonly dueOn: Day
}

export function agreedDeliveries(
  deliveries: readonly DeliveryDefinition[] | undefined,
): readonly Agreed[] {
  return (deliveries ?? []).flatMap((definition) =>
    definition.parties.map((parties) => ({ definition, parties })),
  )
}

/**
 * The first that is not made yet: the month after the last that was delivered, so that none is
 * passed over, however long the server was away. Where none was, the newest month of which the day
 * has come: who begins does not deliver all the years before.
 */
export function awaitedDelivery(
  { definition, parties }: Agreed,
  delivered: readonly Pick<DeliveryKey, 'code' | 'institution' | 'month'>[],
  today: Day,
  calendar: Calendar,
): AwaitedDelivery {
  const last = delivered
    .filter((each) => isOf({ definition, parties }, each))
    .map(({ month }) => month)
    .sort()
    .at(-1)
  const asked = last === undefined ? newestDue(definition, today, calendar) : nextMonth(last)
  const [, month = asked] = [asked, definition.from].sort()
  return { definition, parties, month, dueOn: deliveryDay(definition, month, calendar) }
}

export function isOf(
  { definition, parties }: Agreed,
  delivered: Pick<DeliveryKey, 'code' | 'institution'>,
): boolean {
  return delivered.code === definition.code && delivered.institution === parties.institution
}

function newestDue(definition: DeliveryDefinition, today: Day, calendar: Calendar): string {
  let month = monthOf(addMonths(getDay(`${monthOf(today)}-01`), -1))
  while (deliveryDay(definition, month, calendar) > today) month = monthBefore(month)
  return month
}

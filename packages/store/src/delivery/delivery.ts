import type { Moment } from '@tijdig/core'
import type { PublicationLine } from '../publication/publication.ts'
import type { DeliveredMonth, DeliveryKey } from './delivered-month.ts'

/** A delivery in a list. */
export interface DeliveryLine extends PublicationLine {
  readonly delivered: DeliveredMonth
}

/** That a month could not be delivered yet. */
export interface DeliveryFailure extends DeliveryKey {
  readonly tries: number
  readonly failedAt: Moment
}

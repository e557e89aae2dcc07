/** Which delivery: what one organisation delivers to another about a month. */
export interface DeliveryKey {
  /** `jbjr.monthly` */
  readonly code: string
  readonly route: string
  readonly institution: string
  readonly receiver: string
  /** `2023-03` */
  readonly month: string
}

/** What is kept of a publication that was delivered. */
export interface DeliveredMonth extends DeliveryKey {
  /** The number of the delivery before it; null for the first. */
  readonly comparedWith: number | null
  /** How many figures of that one have become others since. */
  readonly changed: number | null
}

import { readTexts } from '../../clocks/clock-search.ts'

/** What the address of a delivery holds: the figure of which the change is drawn. */
export interface DeliverySearch {
  readonly cijfer?: string | undefined
}

export function readDeliverySearch(search: Record<string, unknown>): DeliverySearch {
  return readTexts(search, ['cijfer'])
}

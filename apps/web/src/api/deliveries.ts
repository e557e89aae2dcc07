import { queryOptions } from '@tanstack/react-query'
import type { Deliveries, Delivery, DeliveryNow, Verification } from '@tijdig/server/contract'
import { getJson, postJson } from './client.ts'

export const deliveriesQuery = queryOptions({
  queryKey: ['deliveries'],
  queryFn: ({ signal }) => getJson<Deliveries>('deliveries', {}, signal),
})

export function deliveryQuery(number: string) {
  return queryOptions({
    queryKey: ['delivery', number],
    queryFn: ({ signal }) =>
      getJson<Delivery>(`deliveries/${encodeURIComponent(number)}`, {}, signal),
  })
}

/** The next delivery as it would be now; asked anew each time that the page is opened. */
export function deliveryNowQuery(delivery: string) {
  return queryOptions({
    queryKey: ['delivery-now', delivery],
    queryFn: ({ signal }) => getJson<DeliveryNow>('deliveries/now', { delivery }, signal),
    staleTime: 0,
  })
}

export function verifyDelivery(number: number): Promise<Verification> {
  return postJson<Verification>(`deliveries/${number}/verification`)
}

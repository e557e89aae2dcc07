import { type Moment, PARTY_EVENTS } from '@tijdig/core'
import type { BroughtFamily } from '@tijdig/store'
import { isAboutFamily } from '../house/about-family.ts'
import type { House } from '../house/house.ts'
import { demoFamily } from './demo-families.ts'

/** Gives each trajectory of a family or a child a made-up family; one that has one keeps it. Gives how many were new. */
export async function loadDemoFamilies({
  store,
  vault,
  plans,
}: Pick<House, 'store' | 'vault' | 'plans'>): Promise<number> {
  const { position } = await store.head()
  const families: BroughtFamily[] = []
  for await (const batch of store.readTrajectories(position)) {
    for (const { route, id, events } of batch) {
      const plan = plans.get(route)
      if (!plan || !isAboutFamily(plan.route)) continue
      const data = events.filter(({ type }) => !(type in PARTY_EVENTS)).map((event) => event.data)
      const children = data.flatMap(({ child }) => (typeof child === 'string' ? [child] : []))
      const years = data.flatMap(({ birthYear }) =>
        typeof birthYear === 'number' ? [birthYear] : [],
      )
      families.push(
        demoFamily({
          route,
          id,
          children: [...new Set(children)].sort(),
          birthYear: years[0],
          changedAt: Math.max(...events.map(({ recordedAt }) => recordedAt)) as Moment,
        }),
      )
    }
  }
  return vault.bringIn(families)
}

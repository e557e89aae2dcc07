import { dayOfMoment } from '@tijdig/core'
import type { House } from '../house/house.ts'
import { demoWork } from './demo-work.ts'

/**
 * Puts orders of the last months in the log, assigned to the demo people; gives how many. Once they
 * are there they stay: on a later day they are that much older.
 */
export async function loadDemoWork({
  store,
  people,
  now,
}: Pick<House, 'store' | 'people' | 'now'>): Promise<number> {
  const codes = new Map<string, string>()
  for (const { code: organisation } of await people.organisations()) {
    for (const { code, name } of await people.workers(organisation)) {
      const known = `${organisation}/${name}`
      if (!codes.has(known)) codes.set(known, code)
    }
  }
  const events = demoWork(
    dayOfMoment(now()),
    (institution, name) => codes.get(`${institution}/${name}`) ?? `${institution}-99`,
  )
  const ids = new Set(events.map(({ trajectory }) => trajectory))
  for (const result of await store.append(events)) {
    // Of a start that was broken off yesterday these are there, a day earlier.
    if (!result.ok && result.error.code !== 'id-with-other-content') {
      throw new Error(result.error.reason)
    }
  }
  return ids.size
}

import type { House } from '../../house/house.ts'
import { record } from '../../testing/test-house.ts'

/** A trajectory of each of two institutions; in what only the other has stands this word. */
export const CANARY = 'kanarie'
export const OWN = 'JB-WSS-1'
export const FOREIGN = `JB-${CANARY}-1`
export const MISSING = 'JB-nergens-1'

/** A child under WSS, and one under DJGB of which WSS must not know that it exists. */
export async function recordTwoInstitutions(house: House): Promise<void> {
  await record(
    house,
    ...orderOf(OWN, 'WSS', { region: 'IJmond', municipality: 'Velsen' }),
    ...orderOf(FOREIGN, 'DJGB', {
      region: `${CANARY}-regio`,
      municipality: `${CANARY}-gemeente`,
    }),
  )
}

function orderOf(trajectory: string, institution: string, place: object): object[] {
  const event = (type: string, day: string, data: object) => ({
    id: `${trajectory}-${type}`,
    trajectory,
    route: 'jbjr',
    type,
    validOn: day,
    recordedAt: `${day}T10:00:00Z`,
    data,
  })
  return [
    event('orderImposed', '2023-01-02', {
      order: 'ots',
      birthYear: 2012,
      divorce: 'complex',
      ...place,
    }),
    event('institutionNotified', '2023-01-03', { institution }),
    event('workerAssigned', '2023-01-09', { worker: `${institution}-w1` }),
  ]
}

import { type Event, findMoment, getDay, type Moment } from '@tijdig/core'
import type { House } from '../house/house.ts'

/** Who looks after which lines of the programmes; other lines are nobody's in particular. */
export const DEMO_KEEPERS = [
  { organisation: 'NW4', name: 'Bram Kooistra', lines: ['NW4-CB', 'NW4-SEP', 'NW4-RET'] },
  { organisation: 'NW4', name: 'Yara Veenstra', lines: ['NW4-TP', 'NW4-GOV'] },
  { organisation: 'PB', name: 'Esra Demir', lines: ['OZJ-BB', 'OZJ-CON'] },
  { organisation: 'PB', name: 'Tom Verhoeven', lines: ['OZJ-WT', 'OZJ-LJ'] },
  { organisation: 'ZOU', name: 'Lies van Ommen', lines: ['ZOU-1', 'ZOU-2'] },
] as const

const ON = '2023-02-01'

/**
 * Assigns lines of the example programmes to demo people, so that the day of looking back is on their
 * own lists; gives how many. Where somebody has no code for that yet, they get one.
 */
export async function loadDemoKeepers({
  store,
  people,
}: Pick<House, 'store' | 'people'>): Promise<number> {
  const events: Event[] = []
  for (const { organisation, name, lines } of DEMO_KEEPERS) {
    const worker = await codeOf(people, organisation, name)
    if (worker === undefined) continue
    for (const trajectory of lines) {
      events.push({
        id: `demo-keeper-${trajectory}`,
        trajectory,
        route: 'programme-line',
        type: 'workerAssigned',
        validOn: getDay(ON),
        recordedAt: findMoment(`${ON}T09:00:00Z`) as Moment,
        data: { worker },
      })
    }
  }
  for (const result of await store.append(events)) {
    // After a start that was broken off, somebody may have been given another code.
    if (!result.ok && result.error.code !== 'id-with-other-content') {
      throw new Error(result.error.reason)
    }
  }
  return events.length
}

/** The code under which the work of somebody is named; undefined for who is not there. */
async function codeOf(
  people: House['people'],
  organisation: string,
  name: string,
): Promise<string | undefined> {
  const known = (await people.workers(organisation)).find((worker) => worker.name === name)
  if (known) return known.code
  const member = (await people.members(organisation)).find((each) => each.name === name)
  if (!member) return undefined
  const code = `m-${member.id.slice(0, 8)}`
  return (await people.giveWorkerCode(organisation, member.id, code)) === 'given' ? code : undefined
}

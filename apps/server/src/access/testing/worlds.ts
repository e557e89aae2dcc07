import { addDays, type Event, formatDay, getDay, getMoment } from '@tijdig/core'
import { createRandom } from '../../../../../packages/core/src/testing/random.ts'

/** Words that stand in nothing but what others may see: whoever reads one has read too much. */
export const CANARIES = ['kanarie', 'wielewaal', 'roodborst', 'putter', 'sijsje'] as const

const MUNICIPALITIES = ['Velsen', 'Heiloo', 'Castricum']
const STEPS = ['workerAssigned', 'firstContact', 'planEstablished', 'helpStarted', 'orderEnded']

/** Families of one certified institution; the same from the same seed, whoever else there are. */
export function familiesOf(institution: string, count: number, seed: number): Event[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, number) => {
    const trajectory = `${institution}-${String(number).padStart(4, '0')}`
    let day = addDays(getDay('2022-01-03'), random.whole(400))
    const event = (type: string, data: Event['data']): Event => {
      day = addDays(day, random.whole(20))
      return {
        id: `${trajectory}-${type}`,
        trajectory,
        route: 'jbjr',
        type,
        validOn: day,
        recordedAt: getMoment(`${formatDay(day)}T${10 + random.whole(8)}:00:00Z`),
        data,
      }
    }
    return [
      event('orderImposed', {
        order: random.pick(['ots', 'guardianship', 'probation']),
        region: 'IJmond',
        municipality: random.pick(MUNICIPALITIES),
        birthYear: 2005 + random.whole(17),
        divorce: random.pick(['none', 'present', 'complex']),
      }),
      event('institutionNotified', { institution }),
      ...STEPS.slice(0, random.whole(STEPS.length + 1)).map((type) =>
        event(type, type === 'workerAssigned' ? { worker: `${institution}-w1` } : {}),
      ),
    ]
  }).flat()
}

/** Families of another institution, with a canary wherever text can stand. */
export function canaryFamilies(institution: string, count: number, seed: number): Event[] {
  const random = createRandom(seed)
  return familiesOf(institution, count, seed).map((event) => {
    const [trajectory = '', canary] = [event.trajectory, random.pick(CANARIES)]
    const data = Object.fromEntries(
      Object.entries(event.data).map(([name, value]) => [
        name,
        typeof value === 'string' && name !== 'institution' ? `${canary}-${value}` : value,
      ]),
    )
    return {
      ...event,
      id: `${CANARIES[0]}-${event.id}`,
      trajectory: `${CANARIES[0]}-${trajectory}`,
      data,
    }
  })
}

import { createHash } from 'node:crypto'

/** Letters and digits that are not mistaken for each other when somebody reads them out. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

type Random = (bytes: number) => Uint8Array

/** `OT-7K3Q9M2ABX`: a number that nobody can guess, so that trying numbers finds nobody's. */
export function newTrajectoryId(route: string, random: Random): string {
  return `${route.toUpperCase()}-${signs(random, 10)}`
}

/** The number that goes with a key of 26 such signs: always the same, and no easier to guess. */
export function trajectoryIdOf(route: string, key: string): string {
  const digest = createHash('sha256').update(`${route}/${key}`).digest()
  return newTrajectoryId(route, (bytes) => digest.subarray(0, bytes))
}

export function newEventId(random: Random): string {
  return `e-${signs(random, 26)}`
}

/** Five bits a sign, of one byte each. */
function signs(random: Random, length: number): string {
  return Array.from(random(length), (byte) => SIGNS[byte % SIGNS.length]).join('')
}

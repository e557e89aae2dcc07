import type { DecreedDay } from '@tijdig/core'

/**
 * Days that a royal decree equates with a holiday (art. 3 lid 3 Algemene termijnenwet). None yet.
 * A new one goes below with the moment of adding it as `knownFrom`, never earlier: open terms move
 * from that moment on, and what was published before it stays as it was.
 *
 *     { day: getDay('2027-05-07'), knownFrom: getMoment('2026-12-01T09:00:00Z'), source: 'Stb. …' },
 */
export const decrees: readonly DecreedDay[] = []

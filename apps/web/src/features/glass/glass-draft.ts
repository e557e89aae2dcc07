import type { Wrong } from '../../shell/focus-wrong.ts'

/** What somebody filled in. */
export interface GlassDraft {
  readonly route: string
  readonly trajectory: string
  readonly reason: string
}

const LEAST = 10

/** What is still missing, by the id of its field. */
export function wrongIn({ trajectory, reason }: GlassDraft): Wrong {
  return {
    ...(trajectory.trim() === '' ? { traject: 'Vul het nummer van het traject in.' } : {}),
    ...(reason.trim().length < LEAST
      ? { waarom: `Schrijf op waarom het niet kan wachten, in minstens ${LEAST} tekens.` }
      : {}),
  }
}

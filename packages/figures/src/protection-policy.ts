/** How counts are kept from telling of one child. */
interface ProtectionPolicy {
  /** Each count, and the counts under a share, to the nearest multiple of this. */
  readonly roundTo?: number
  /** In tables by more than one dimension a count below this is hidden. */
  readonly hideBelow?: number
}

/**
 * How figures are protected against recognising a child before anything is shown, by the name that
 * a template gives. `exact` is for readers who may see the trajectories.
 */
export const PROTECTIONS = {
  exact: {},
  'rounded-5': { roundTo: 5 },
  'rounded-5-hidden-10': { roundTo: 5, hideBelow: 10 },
} as const satisfies Record<string, ProtectionPolicy>

export type Protection = keyof typeof PROTECTIONS

export function policyOf(protection: Protection): ProtectionPolicy {
  return PROTECTIONS[protection]
}

/** The nearest multiple; counts are whole, and no multiple of 5 is as far as another. */
export function toNearest(count: number, multiple: number): number {
  return Math.round(count / multiple) * multiple
}

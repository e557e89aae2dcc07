import fc from 'fast-check'
import { addDays, getDay } from '../day.ts'
import type { Event } from '../event.ts'
import { getMoment, type Moment } from '../moment.ts'

/** An event to make up: its type and the data it may carry. */
export interface Shape {
  readonly type: string
  readonly data: fc.Arbitrary<Event['data']>
}

const FIRST = getDay('2022-01-01')
const START = getMoment('2022-01-01T00:00:00Z')
const HOUR = 3_600_000_000

/**
 * Logs of a route as untidy as real ones: events that come late or early, on the same day and at
 * the same moment, that supersede (also what is superseded already, or comes later, or never) and
 * withdraw.
 */
export function arbitraryLog(
  route: string,
  shapes: readonly Shape[],
  options: { trajectories?: number; length?: number } = {},
): fc.Arbitrary<Event[]> {
  const draft = fc.record({
    shape: fc.nat(shapes.length - 1),
    seed: fc.tuple(...shapes.map(({ data }) => data)),
    trajectory: fc.nat((options.trajectories ?? 3) - 1),
    // Mostly close together, so that days coincide; some far apart, so that terms run out.
    day: fc.oneof({ weight: 3, arbitrary: fc.nat(8) }, { weight: 1, arbitrary: fc.nat(130) }),
    // Coarse, so that moments coincide now and then.
    recorded: fc.nat(60 * 4),
    supersedes: fc.option(fc.nat(), { freq: 1, nil: undefined }),
    retracts: fc.boolean(),
  })
  return fc.array(draft, { maxLength: options.length ?? 120, size: 'max' }).map((drafts) =>
    drafts.map((each, place): Event => {
      const target = each.supersedes
      const shape = shapes[each.shape] as Shape
      const targeted = target === undefined ? undefined : drafts[target % (drafts.length + 3)]
      const isTargeted = target !== undefined && target % (drafts.length + 3) !== place
      const retracted = isTargeted && each.retracts
      return {
        id: `e${place}`,
        trajectory: `T${(isTargeted && targeted ? targeted : each).trajectory}`,
        route,
        type: retracted ? 'retracted' : shape.type,
        validOn: addDays(FIRST, each.day),
        recordedAt: (START + each.recorded * 6 * HOUR) as Moment,
        data: retracted ? {} : (each.seed[each.shape] as Event['data']),
        ...(isTargeted ? { supersedes: `e${target % (drafts.length + 3)}` } : {}),
      }
    }),
  )
}

/** A day and a moment to ask at, within the span of `arbitraryLog`. */
export const arbitraryClocks = fc.record({
  cutOff: fc
    .oneof(fc.integer({ min: -2, max: 10 }), fc.integer({ min: -2, max: 140 }))
    .map((days) => addDays(FIRST, days)),
  knownAt: fc
    .oneof(fc.integer({ min: -2, max: 61 * 4 }), fc.constant(61 * 4))
    .map((steps) => (START + steps * 6 * HOUR) as Moment),
})

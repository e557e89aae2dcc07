import { defineNorms, type NormDefinition, type NormTarget } from '@tijdig/figures'
import { jbjrIndicators } from './indicators.ts'
import { jbjr } from './route.ts'

const PLAN = 'Verbeterplan jeugdbescherming NW4 en GI3, juli 2022'

/** The plan runs from September 2022. */
const all = (words: string): readonly NormTarget[] => [
  { version: 1, inForceFrom: '2022-09-01', share: 1, source: `${PLAN}: ${words}` },
]

const normOf = (clock: string, targets: readonly NormTarget[] = []): NormDefinition => ({
  route: jbjr.code,
  clock,
  share: { indicator: 'jbjr.in-time', cell: { norm: clock } },
  counts: { indicator: 'jbjr.norm', cell: { norm: clock } },
  targets,
})

/** The plan names a target for two of the four: for the others it says what, not for how many. */
export const jbjrNorms = defineNorms(jbjr, jbjrIndicators, [
  normOf('worker-assigned'),
  normOf('first-contact'),
  normOf('plan', all('“voor elk kind” een gedragen plan binnen zes weken')),
  normOf(
    'help',
    all('“alle kinderen” met een maatregel krijgen binnen drie maanden passende hulp'),
  ),
])

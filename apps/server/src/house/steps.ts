import { type FieldKind, isHandoverEvent, type RouteDefinition } from '@tijdig/core'
import type { Actor, SeenTrajectory } from '@tijdig/store'
import { colleagueField } from './check-colleague.ts'
import { FILLED_IN } from './handover.ts'
import type { Premises } from './house.ts'
import { may } from './permission.ts'

/** A step that may be recorded, with what is to be filled in. */
export interface StepView {
  readonly type: string
  readonly label: string
  readonly fields: {
    code: string
    label: string
    kind: FieldKind
    required: boolean
    choices: { code: string; label: string }[]
    /** What to think of when filling it in. */
    help: string | null
    /** Whether it names somebody of the own organisation, by code. */
    colleague: boolean
    /** The field that names the colleague of whose teams this is one; null: it is no team. */
    teamOf: string | null
  }[]
}

/** What somebody may record of a trajectory in the state in which it now stands. */
export function stepsFor(
  house: Premises,
  actor: Actor,
  route: RouteDefinition,
  { relation, state }: Pick<SeenTrajectory, 'relation' | 'state'>,
): StepView[] {
  return Object.entries(route.events)
    .filter(([detail]) => may(house, actor, route.code, 'record', { relation, state, detail }))
    .map(([type]) => stepView(route, type))
}

/** What is to be filled in to record an event of a type. */
export function stepView(route: RouteDefinition, type: string): StepView {
  const { label, fields } = route.events[type] ?? { label: type, fields: {} }
  return {
    type,
    label,
    fields: Object.entries(fields)
      .filter(([code]) => !isFilledIn(type, code))
      .map(([code, field]) => ({
        code,
        label: field.label,
        kind: field.kind,
        required: field.required,
        choices: Object.entries(field.choices ?? {}).map(([choice, words]) => ({
          code: choice,
          label: words,
        })),
        help: field.help ?? null,
        colleague: code === colleagueField(route, type),
        teamOf: type === 'handoverBegan' && code === 'team' ? 'worker' : null,
      })),
  }
}

function isFilledIn(type: string, field: string): boolean {
  return isHandoverEvent(type) && FILLED_IN[type].includes(field)
}

import type { NewTrajectory, Route, Step } from '@tijdig/server/contract'
import { eventOf, type StepDraft } from './step-draft.ts'

/** The events of a registration that is taken while somebody is on the telephone. */
export const REGISTERED = 'registered'
const CALL_TAKEN = 'callTaken'
export const REGISTRATION_COMPLETED = 'registrationCompleted'

export const UNKNOWN = 'unknown'

/** The route that takes calls, with the step that it fills in, where one may open it. */
export function callStepOf(
  routes: readonly Pick<Route, 'code' | 'openings'>[],
): { readonly route: string; readonly step: Step } | undefined {
  for (const { code, openings } of routes) {
    const step = openings.find(({ type }) => type === REGISTERED)
    if (step && openings.some(({ type }) => type === CALL_TAKEN)) return { route: code, step }
  }
  return undefined
}

/** The steps by which a trajectory is opened otherwise: a call has a page of its own. */
export function openingsOf({ openings }: Pick<Route, 'openings'>): readonly Step[] {
  return openings.filter(({ type }) => type !== CALL_TAKEN)
}

/** All that can be unknown is so, until it is heard. */
export function freshCall(step: Step, validOn: string): StepDraft {
  const open = step.fields.filter(({ choices }) => choices.some(({ code }) => code === UNKNOWN))
  return { validOn, values: Object.fromEntries(open.map(({ code }) => [code, UNKNOWN])) }
}

/** What has to be asked later. */
export function openIn(step: Step, { values }: StepDraft): readonly string[] {
  return step.fields.filter(({ code }) => values[code] === UNKNOWN).map(({ label }) => label)
}

/** The trajectory to open: with a term to ask what stayed open, where something did. */
export function callOf(
  route: string,
  step: Step,
  draft: StepDraft & { readonly key: string },
): NewTrajectory {
  const taken = { type: CALL_TAKEN, validOn: draft.validOn, data: {} }
  const isOpen = openIn(step, draft).length > 0
  return {
    route,
    events: [eventOf(step, draft), ...(isOpen ? [taken] : [])],
    key: draft.key,
  }
}

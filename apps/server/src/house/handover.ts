import {
  addMonths,
  currentFacts,
  type Event,
  type Fact,
  type FieldValue,
  type FoldPlan,
  findDay,
  formatDay,
  type HANDOVER_EVENTS,
  type Handover,
  handoverIn,
  isHandoverEvent,
  LONGEST_HANDOVER,
  type RecordedEvent,
} from '@tijdig/core'
import type { Colleague, SeenTrajectory } from '@tijdig/store'
import type { Visitor } from '../sign-in/visitor.ts'
import { type HouseError, houseError } from './house-error.ts'
import type { Directory } from './organisations.ts'

type Data = Readonly<Record<string, FieldValue>>

/** Fields of a handover that nobody fills in: they follow from who records it, or from what runs. */
export const FILLED_IN: Readonly<Record<keyof typeof HANDOVER_EVENTS, readonly string[]>> = {
  handoverBegan: ['organisation'],
  handoverCompleted: ['organisation', 'worker', 'team'],
  handoverCalledOff: [],
}

/** Why a step of a handover does not fit how the trajectory now stands. Other steps always fit. */
export function handoverRefusal(
  plan: FoldPlan,
  events: readonly RecordedEvent[],
  type: string,
): HouseError | undefined {
  if (!isHandoverEvent(type)) return undefined
  const facts = currentFacts(plan, events)
  const running = handoverIn(plan, facts)
  if (type !== 'handoverBegan') {
    if (running) return undefined
    const reason = 'Er loopt nu geen overdracht. Bekijk het traject opnieuw.'
    return houseError('handover-none', reason, 'type')
  }
  if (running) {
    const reason =
      'Er loopt al een overdracht. Rond die eerst af, of leg vast dat zij niet doorgaat.'
    return houseError('handover-runs', reason, 'type')
  }
  if (assignedIn(plan, facts) !== null) return undefined
  const reason = 'Dit traject is nog van niemand. Wijs het toe; overdragen hoeft dan niet.'
  return houseError('handover-nobody', reason, 'type')
}

/** The code of whom a trajectory is assigned to. */
export function assignedIn({ route, facts: plans }: FoldPlan, facts: readonly Fact[]) {
  const { assigned } = route
  const fact = facts.find((each) => each.fact === assigned?.fact)
  const place = plans.find(({ name }) => name === assigned?.fact)?.attributes
  return (assigned && fact?.values[place?.indexOf(assigned.attribute) ?? -1]) ?? null
}

/** What was filled in of a handover, with what nobody fills in. */
export function filledIn(
  plan: FoldPlan,
  { organisation }: Visitor['actor'],
  colleagues: readonly Colleague[],
  { events }: SeenTrajectory,
  given: {
    readonly type: string
    readonly data?: Data | undefined
    readonly supersedes?: string | undefined
  },
): Data {
  const { type, data = {}, supersedes } = given
  if (!isHandoverEvent(type)) return data
  const old = events.find(({ id }) => id === supersedes)?.data
  if (type === 'handoverCompleted') {
    return { ...(old ?? dataOf(handoverIn(plan, currentFacts(plan, events)))), ...data }
  }
  if (type === 'handoverCalledOff') return data
  const { teams = [] } = colleagues.find(({ code }) => code === data.worker) ?? {}
  const [only] = teams.length === 1 ? teams : []
  return {
    organisation: old?.organisation ?? organisation,
    ...(only !== undefined && { team: only }),
    ...data,
  }
}

function dataOf(running: Handover | undefined): Data {
  if (!running) return {}
  const { organisation, worker, team } = running
  return { organisation, worker, ...(team !== null && { team }) }
}

/** What is wrong with an event of a handover, once it is made. */
export async function checkHandover(
  plan: FoldPlan,
  { actor }: Visitor,
  directory: Directory,
  colleagues: readonly Colleague[],
  seen: SeenTrajectory,
  event: Event,
): Promise<HouseError | undefined> {
  if (event.type !== 'handoverBegan' && event.type !== 'handoverCompleted') return undefined
  if (event.data.organisation !== actor.organisation) {
    const reason = 'Overdragen kan alleen binnen uw eigen organisatie.'
    return houseError('organisation-unknown', reason, 'data.organisation')
  }
  if (event.type === 'handoverCompleted') return checkSame(plan, seen, event)
  const old = seen.events.find(({ id }) => id === event.supersedes)
  return (
    checkUntil(event) ??
    (old?.data.worker === event.data.worker ? undefined : checkOther(plan, seen, event)) ??
    (await checkTeam(actor, directory, colleagues, seen, event))
  )
}

/** It is completed with whom it was begun. */
function checkSame(plan: FoldPlan, seen: SeenTrajectory, { data, supersedes }: Event) {
  if (supersedes !== undefined) return undefined
  const running = dataOf(handoverIn(plan, currentFacts(plan, seen.events)))
  const other = FILLED_IN.handoverCompleted.find((name) => data[name] !== running[name])
  if (other === undefined) return undefined
  const reason = 'De overdracht die loopt, is met een ander. Laat dit gegeven weg.'
  return houseError('handover-other', reason, `data.${other}`)
}

function checkUntil({ validOn, data }: Event): HouseError | undefined {
  const until = findDay(String(data.until ?? ''))
  const last = addMonths(validOn, LONGEST_HANDOVER.length)
  if (until === undefined || (until > validOn && until <= last)) return undefined
  const reason = `Samen optrekken kan tot en met ${formatDay(last)}, en ten minste een dag. Kies een andere dag.`
  return houseError('until-invalid', reason, 'data.until')
}

function checkOther(plan: FoldPlan, { events }: SeenTrajectory, { data }: Event) {
  if (data.worker !== assignedIn(plan, currentFacts(plan, events))) return undefined
  const reason = 'Dit traject is al van deze collega. Kies wie het overneemt.'
  return houseError('handover-other', reason, 'data.worker')
}

async function checkTeam(
  { organisation, person }: Visitor['actor'],
  directory: Directory,
  colleagues: readonly Colleague[],
  { parties: { parties } }: SeenTrajectory,
  { data: { team, worker } }: Event,
): Promise<HouseError | undefined> {
  const wrong = (reason: string) => houseError('team-unknown', reason, 'data.team')
  const teams = colleagues.find(({ code }) => code === worker)?.teams
  if (team === undefined) {
    const hasTeam = parties.some((each) => each.organisation === organisation && each.team !== null)
    if (!hasTeam && (teams === undefined || teams.length === 0)) return undefined
    return wrong('Kies in welk team de collega dit traject overneemt.')
  }
  if (!(await directory.teams(organisation)).some(({ code }) => code === team)) {
    return wrong(`Uw organisatie heeft geen team "${team}". Kies een ander.`)
  }
  // Programs bring in who works elsewhere.
  if (person === null || teams?.includes(String(team))) return undefined
  return wrong('De collega werkt niet in dit team. Kies een ander team.')
}

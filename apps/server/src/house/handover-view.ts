import {
  type Day,
  FOREVER,
  type FoldPlan,
  fold,
  formatDay,
  HANDOVER_CLOCK,
  handoverIn,
  type Knowledge,
  partiesOf,
  readEvents,
} from '@tijdig/core'
import type { NamedWorker, SeenTrajectory } from '@tijdig/store'
import { assignedIn } from './handover.ts'
import type { Named } from './names-in.ts'

/** A handover that runs, with names where they are known. */
export interface HandoverView {
  readonly from: NamedWorker | null
  readonly fromTeam: { code: string; label: string } | null
  readonly to: NamedWorker
  readonly toTeam: { code: string; label: string } | null
  readonly since: string
  readonly until: string
  readonly overdue: boolean
}

/** The handover that runs on a day, as known at a moment; by the same fold as all else. */
export function handoverView(
  plan: FoldPlan,
  { events, relation }: Pick<SeenTrajectory, 'events' | 'relation'>,
  { workers, teams }: Named,
  knowledge: Knowledge,
  cutOff: Day,
): HandoverView | null {
  // Who is at work on it is not told to those with whom only some fields were shared.
  if (relation === 'shared') return null
  const reading = readEvents(events, knowledge).filter(({ validOn }) => validOn <= cutOff)
  const holding = fold(plan, reading, knowledge.knownAt).filter(
    ({ validTo }) => validTo === FOREVER,
  )
  const running = handoverIn(plan, holding)
  const dueOn = holding.find(({ fact }) => fact === HANDOVER_CLOCK)?.dueOn
  if (!running || dueOn === null || dueOn === undefined) return null
  const somebody = (code: string) => workers.get(code) ?? { code, name: null, isMe: false }
  const team = (code: string | null) =>
    code === null ? null : { code, label: teams.get(code) ?? code }
  const from = assignedIn(plan, holding)
  const giving = partiesOf(plan, holding).parties.find(
    ({ organisation }) => organisation === running.organisation,
  )
  return {
    from: from === null ? null : somebody(from),
    fromTeam: team(giving?.team ?? null),
    to: somebody(running.worker),
    toTeam: team(running.team),
    since: formatDay(running.since),
    until: formatDay(dueOn),
    overdue: dueOn < cutOff,
  }
}

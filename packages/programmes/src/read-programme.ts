import {
  compareText,
  formatDay,
  type Knowledge,
  type RecordedEvent,
  readEvents,
} from '@tijdig/core'
import type { PartReading } from './part-reading.ts'
import type {
  PartPlans,
  PartTrajectory,
  ProgrammeNode,
  ProgrammeQuestion,
  ProgrammeReading,
} from './programme-reading.ts'
import { readPart } from './read-part.ts'

/** Which events of a trajectory count, in the order of reading. */
export type EventReading = (events: readonly RecordedEvent[]) => readonly RecordedEvent[]

/** What a programme was, from the events of trajectories of which some are its parts. */
export function readProgramme(
  plans: PartPlans,
  trajectories: readonly PartTrajectory[],
  question: ProgrammeQuestion,
): ProgrammeReading {
  const knowledge = knowledgeOf(question)
  return readProgrammeBy(plans, trajectories, question, (events) => readEvents(events, knowledge))
}

/** What counts for a question. */
export function knowledgeOf({ knownAt, position }: ProgrammeQuestion): Knowledge {
  return { knownAt, position: position ?? Number.MAX_SAFE_INTEGER }
}

/** The same, by another choice of what counts: half-way between two states of knowledge. */
export function readProgrammeBy(
  plans: PartPlans,
  trajectories: readonly PartTrajectory[],
  { programme, asOf, knownAt }: ProgrammeQuestion,
  read: EventReading,
): ProgrammeReading {
  const parts: PartReading[] = []
  for (const { trajectory, route, events } of trajectories) {
    if (!events.some(({ data }) => data.programme === programme)) continue
    const plan = plans.get(route)
    const found = plan && readPart(plan, trajectory, read(events), asOf, knownAt)
    if (found?.programme !== programme) continue
    const { programme: _, ...part } = found
    parts.push(part)
  }
  const tree = treeOf(parts)
  const inOrder = flatten(tree)
  const root = inOrder.find(({ route }) => route === PROGRAMME_ROUTE)
  return {
    programme,
    asOf: formatDay(asOf),
    title: root?.title ?? null,
    tree,
    parts: inOrder,
  }
}

const PROGRAMME_ROUTE = 'programme'

/** Parts under their parents. What names none stands under the programme itself, if that is there. */
function treeOf(parts: readonly PartReading[]): ProgrammeNode[] {
  const sorted = [...parts].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      a.order - b.order ||
      compareText(a.code, b.code) ||
      compareText(a.trajectory, b.trajectory),
  )
  const byCode = new Map<string, PartReading>()
  for (const part of sorted) if (!byCode.has(part.code)) byCode.set(part.code, part)
  const root = sorted.find(({ route }) => route === PROGRAMME_ROUTE)
  const children = new Map<PartReading | undefined, PartReading[]>()
  for (const part of sorted) {
    const above = parentOf(part, byCode, root)
    const known = children.get(above)
    if (known) known.push(part)
    else children.set(above, [part])
  }
  const nodeOf = (part: PartReading): ProgrammeNode => ({
    part,
    children: (children.get(part) ?? []).map(nodeOf),
  })
  return (children.get(undefined) ?? []).map(nodeOf)
}

/** The part above, unless it is not there or lies, however far, under the part itself. */
function parentOf(
  part: PartReading,
  byCode: ReadonlyMap<string, PartReading>,
  root: PartReading | undefined,
): PartReading | undefined {
  if (part === root) return undefined
  const named = part.parent === null ? root : byCode.get(part.parent)
  const passed = new Set([part])
  for (let above = named; above && above !== root; ) {
    if (passed.has(above)) return root
    passed.add(above)
    above = above.parent === null ? root : byCode.get(above.parent)
  }
  return named ?? root
}

/** Among neighbours: lines and goals first, then what is done for them, then what goes beside it. */
function rank({ route }: PartReading): number {
  const place = ORDER.indexOf(route)
  return place < 0 ? ORDER.length : place
}

const ORDER = [
  'programme',
  'programme-line',
  'programme-goal',
  'programme-action',
  'programme-milestone',
  'programme-decision',
  'programme-risk',
  'programme-meeting',
  'programme-activity',
  'programme-budget',
]

function flatten(nodes: readonly ProgrammeNode[]): PartReading[] {
  return nodes.flatMap(({ part, children }) => [part, ...flatten(children)])
}

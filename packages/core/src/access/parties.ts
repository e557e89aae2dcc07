import { type Day, findDay } from '../day.ts'
import type { Fact } from '../fact.ts'
import type { FoldPlan } from '../fold-plan.ts'
import type { Relation } from './route-access.ts'

/** An organisation that is party to a trajectory. */
export interface Party {
  readonly organisation: string
  /** The team that has it; null: any of its teams. */
  readonly team: string | null
  /** Another team to which that one is handing it over, and which sees it too meanwhile. */
  readonly receiving?: string
}

/** Fields that an organisation may see until the end of a day, without being party. */
export interface Share {
  readonly organisation: string
  readonly fields: readonly string[]
  readonly until: Day
}

/** Who has to do with a trajectory. */
export interface Parties {
  readonly parties: readonly Party[]
  readonly shares: readonly Share[]
}

/** Who has to do with a trajectory of which these facts hold. */
export function partiesOf(plan: FoldPlan, facts: readonly Fact[]): Parties {
  const parties = new Map<string, Party>()
  for (const rule of plan.route.access.parties) {
    if ('organisation' in rule) {
      parties.set(rule.organisation, { organisation: rule.organisation, team: null })
      continue
    }
    for (const fact of facts) {
      const organisation = fact.fact === rule.fact ? valueIn(plan, fact, rule.attribute) : null
      if (organisation !== null) parties.set(organisation, { organisation, team: null })
    }
  }
  const shares: Share[] = []
  let handover: Handover | undefined
  for (const fact of facts) {
    if (fact.fact === 'party') {
      parties.set(fact.key, { organisation: fact.key, team: valueIn(plan, fact, 'team') })
    } else if (fact.fact === 'share') {
      const until = findDay(valueIn(plan, fact, 'until'))
      const fields = (valueIn(plan, fact, 'fields') ?? '').split(',').filter((name) => name !== '')
      if (until !== undefined) shares.push({ organisation: fact.key, fields, until })
    } else if (fact.fact === 'handover') handover = readHandover(plan, fact)
  }
  const giving = handover && parties.get(handover.organisation)
  // Where any team sees it, the receiving one does.
  if (handover?.team && giving && giving.team !== null && giving.team !== handover.team) {
    parties.set(giving.organisation, { ...giving, receiving: handover.team })
  }
  return { parties: [...parties.values()], shares }
}

/** To whom a trajectory is being handed over. */
export interface Handover {
  readonly organisation: string
  /** Null: no team in particular. */
  readonly team: string | null
  /** The code of who receives it. */
  readonly worker: string
  /** The day on which it began. */
  readonly since: Day
}

/** The handover that runs among these facts, if one does. */
export function handoverIn(plan: FoldPlan, facts: readonly Fact[]): Handover | undefined {
  const fact = facts.find((each) => each.fact === 'handover')
  return fact && readHandover(plan, fact)
}

function readHandover(plan: FoldPlan, fact: Fact): Handover {
  return {
    organisation: valueIn(plan, fact, 'organisation') ?? '',
    team: valueIn(plan, fact, 'team'),
    worker: valueIn(plan, fact, 'worker') ?? '',
    since: fact.startedOn,
  }
}

/** Who asks: in which organisation, in which of its teams. */
export interface Member {
  readonly organisation: string
  readonly teams: readonly string[]
}

/**
 * What a member's organisation is to a trajectory today. The nearest relation counts:
 * party, then a broken glass, then shared, then another team's.
 */
export function relationOf(
  member: Member,
  { parties, shares }: Parties,
  today: Day,
  brokeGlass = false,
): Relation {
  const party = parties.find(({ organisation }) => organisation === member.organisation)
  if (party && hasTeamOf(party, member.teams)) return 'party'
  if (brokeGlass) return 'glass'
  const isShared = shares.some(
    ({ organisation, until }) => organisation === member.organisation && until >= today,
  )
  if (isShared) return 'shared'
  return party ? 'other-team' : 'none'
}

/** Whether a party's trajectory is with one of these teams, or with no team in particular. */
function hasTeamOf({ team, receiving }: Party, teams: readonly string[]): boolean {
  return (
    team === null || teams.includes(team) || (receiving !== undefined && teams.includes(receiving))
  )
}

function valueIn(plan: FoldPlan, fact: Fact, attribute: string): string | null {
  const place = plan.facts.find(({ name }) => name === fact.fact)?.attributes.indexOf(attribute)
  return place === undefined ? null : (fact.values[place] ?? null)
}

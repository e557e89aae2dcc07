import { type Day, findDay } from '../day.ts'
import type { Fact } from '../fact.ts'
import type { FoldPlan } from '../fold-plan.ts'
import type { Relation } from './route-access.ts'

/** An organisation that is party to a trajectory; the team that has it, or null: any of its teams. */
export interface Party {
  readonly organisation: string
  readonly team: string | null
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
  for (const fact of facts) {
    if (fact.fact === 'party') {
      parties.set(fact.key, { organisation: fact.key, team: valueIn(plan, fact, 'team') })
    } else if (fact.fact === 'share') {
      const until = findDay(valueIn(plan, fact, 'until'))
      const fields = (valueIn(plan, fact, 'fields') ?? '').split(',').filter((name) => name !== '')
      if (until !== undefined) shares.push({ organisation: fact.key, fields, until })
    }
  }
  return { parties: [...parties.values()], shares }
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
  if (party && (party.team === null || member.teams.includes(party.team))) return 'party'
  if (brokeGlass) return 'glass'
  const isShared = shares.some(
    ({ organisation, until }) => organisation === member.organisation && until >= today,
  )
  if (isShared) return 'shared'
  return party ? 'other-team' : 'none'
}

function valueIn(plan: FoldPlan, fact: Fact, attribute: string): string | null {
  const place = plan.facts.find(({ name }) => name === fact.fact)?.attributes.indexOf(attribute)
  return place === undefined ? null : (fact.values[place] ?? null)
}

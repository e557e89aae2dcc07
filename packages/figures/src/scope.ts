import type { FoldPlan } from '@tijdig/core'
import type { Dictionary } from './dictionary.ts'
import { quote } from './fact-table.ts'

/** Where it is recorded which organisation is party to a trajectory. */
interface PartyColumn {
  readonly fact: string
  readonly attribute: string
}

/**
 * Limits what is counted to the trajectories to which an organisation was party on the cut-off day,
 * as known: so that its figures tell nothing of others'. Undefined: it is party to all.
 */
function partyColumns(plan: FoldPlan, organisation: string): PartyColumn[] | undefined {
  const columns: PartyColumn[] = [{ fact: 'party', attribute: 'organisation' }]
  for (const rule of plan.route.access.parties) {
    if (!('organisation' in rule)) columns.push(rule)
    else if (rule.organisation === organisation) return undefined
  }
  return columns
}

/** The facts that must be at hand to count within an organisation's trajectories. */
export function scopeFacts(plan: FoldPlan, organisation: string | undefined): string[] {
  if (organisation === undefined) return []
  return (partyColumns(plan, organisation) ?? []).map(({ fact }) => fact)
}

/** As SQL over `trajectory`; `holds` says what held and was known. Undefined: no limit. */
export function scopeCondition(
  plan: FoldPlan,
  organisation: string | undefined,
  dictionary: Dictionary,
  holds: string,
  source: (fact: string) => string,
): string | undefined {
  if (organisation === undefined) return undefined
  const columns = partyColumns(plan, organisation)
  if (columns === undefined) return undefined
  const parties = columns.map(({ fact, attribute }) => {
    const code = dictionary.find(plan.route.code, attribute, organisation) ?? -1
    return `SELECT trajectory FROM ${source(fact)} WHERE ${quote(attribute)} = ${code} AND ${holds}`
  })
  return `trajectory IN (${parties.join(' UNION ALL ')})`
}

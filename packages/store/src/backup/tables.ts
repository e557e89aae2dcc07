/** `log`: all but who a family is. `vault`: that, encrypted under keys that are kept elsewhere. */
export type Part = 'log' | 'vault'

export interface KeptTable {
  readonly part: Part
  readonly name: string
  /** In this order, so that two backups of the same look the same. */
  readonly order: string
}

const kept = (part: Part, name: string, order: string): KeptTable => ({ part, name, order })

/** What a backup holds, in the order in which it can be put back: what is referred to comes first. */
export const KEPT: readonly KeptTable[] = [
  kept('log', 'log', 'only_one'),
  kept('log', 'trajectory', 'number'),
  kept('log', 'event', 'position'),
  kept('log', 'supersession', 'trajectory, position, by_position'),
  kept('log', 'awaited_event', 'id, by_position'),
  kept('log', 'publication', 'number'),
  kept('log', 'delivery', 'number'),
  kept('log', 'withdrawal', 'number'),
  kept('log', 'organisation', 'code'),
  kept('log', 'team', 'organisation, code'),
  kept('log', 'person', 'id'),
  kept('log', 'appointment', 'id'),
  kept('log', 'worker_code', 'organisation, code'),
  kept('log', 'reminder_choice', 'person'),
  kept('log', 'digest_day', 'day'),
  kept('log', 'digest', 'day, person'),
  kept('log', 'draft', 'id'),
  kept('log', 'draft_step', 'draft, version'),
  kept('log', 'draft_moment', 'id'),
  kept('log', 'draft_event', 'draft, number'),
  kept('log', 'draft_remark', 'at, id'),
  kept('log', 'api_key', 'id'),
  kept('log', 'glass', 'id'),
  kept('log', 'notice', 'id'),
  kept('log', 'audit_head', 'chain'),
  kept('log', 'audit', 'chain, position'),
  kept('log', 'vault_change', 'number'),
  kept('log', 'destruction_proposal', 'number'),
  kept('log', 'destruction', 'number'),
  kept('vault', 'vault_person', 'number, code'),
  kept('vault', 'vault_field', 'number, code, field'),
  kept('vault', 'vault_index', 'token, number, code'),
]

const DERIVED = 'made again from the log'
const WRITTEN_OUT = 'written out again from the definitions'

/** What a backup leaves out, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  migration: 'the manifest says which it was; putting back lays it down again',
  session: 'who works here signs in again',
  delivery_failure: 'what is not delivered is tried again',
  current_fact: DERIVED,
  current_definition: DERIVED,
  route_total: DERIVED,
  audience: DERIVED,
  audience_total: DERIVED,
  trajectory_party: DERIVED,
  trajectory_share: DERIVED,
  trajectory_line: DERIVED,
  trajectory_filter: DERIVED,
  trajectory_count: DERIVED,
  trajectory_search: DERIVED,
  search_count: DERIVED,
  work_line: DERIVED,
  work_count: DERIVED,
  work_month: DERIVED,
  retention_end: DERIVED,
  retention_reach: DERIVED,
  access_rule: WRITTEN_OUT,
  access_definition: WRITTEN_OUT,
  attribute_field: WRITTEN_OUT,
  filter_fact: WRITTEN_OUT,
  sharing_event: WRITTEN_OUT,
  work_step: WRITTEN_OUT,
}

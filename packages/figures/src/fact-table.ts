import type { FactPlan } from '@tijdig/core'

/** The name of the table that holds a route's facts of one name. */
export function factTable(route: string, fact: string): string {
  return `fact:${route}:${fact}`
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/**
 * The columns of a fact's table. Days are days since 1970, moments microseconds since then
 * (as DOUBLE, which holds them exactly and is filled without BigInt), attributes codes of the
 * dictionary. Nothing is null: a day that never came is FOREVER.
 */
export function factColumns(
  fact: FactPlan,
): readonly { readonly name: string; readonly type: string }[] {
  return [
    { name: 'trajectory', type: 'INTEGER' },
    ...fact.attributes.map((name) => ({ name, type: 'INTEGER' })),
    { name: 'valid_from', type: 'INTEGER' },
    { name: 'valid_to', type: 'INTEGER' },
    { name: 'known_from', type: 'DOUBLE' },
    { name: 'known_to', type: 'DOUBLE' },
    ...(fact.kind === 'clock'
      ? ['started_on', 'due_on', 'met_on', 'ended_on'].map((name) => ({ name, type: 'INTEGER' }))
      : []),
  ]
}

export function createTableSql(fact: FactPlan, table: string, temporary: boolean): string {
  const columns = factColumns(fact).map(({ name, type }) => `${quote(name)} ${type} NOT NULL`)
  return `CREATE ${temporary ? 'TEMPORARY ' : ''}TABLE ${quote(table)} (${columns.join(', ')})`
}

import { type Day, type FoldPlan, findDay, getDay, getMoment, type LogSource } from '@tijdig/core'
import { HOLDS, NOT_RECORDED, OUTCOME } from './compile.ts'
import type { Dictionary } from './dictionary.ts'
import { factTable, quote } from './fact-table.ts'
import type { FactsFile } from './facts-file.ts'
import { type DimensionSource, OUTCOMES, type Outcome } from './indicator.ts'
import { pinnedReading, withReading } from './overlay.ts'
import { scopeCondition, scopeFacts } from './scope.ts'

/** One clock as it stood: days as days since 1970, FOREVER where there is none. */
export interface ClockRow {
  /** The trajectory's number: a pseudonym, not to be shown. */
  readonly trajectory: number
  readonly startedOn: Day
  /** FOREVER while it stands still. */
  readonly dueOn: Day
  readonly metOn: Day
  readonly endedOn: Day
  readonly outcome: Outcome
  /** The value of the attribute asked for; empty where none was. */
  readonly group: string
}

export interface AskedClocks {
  readonly fact: string
  /** `YYYY-MM-DD` */
  readonly cutOff: string
  /** RFC 3339 */
  readonly knownAt: string
  readonly position: number
  /** Only trajectories to which this organisation was party; left out: all. */
  readonly scope?: string | undefined
  readonly outcome?: Outcome | undefined
  /** Only those in this cell: where each dimension is read from, and the code that it must have. */
  readonly cell?: readonly (readonly [DimensionSource, string])[]
  /** An attribute to tell of each. */
  readonly group?: string | undefined
}

/**
 * The clocks behind a figure, first due first: the same rows, under the same conditions, that are
 * counted for it. What is in the file is outside row-level security: who may see which of these
 * trajectories is decided after this, by PostgreSQL.
 */
export async function readClocks(
  file: FactsFile,
  log: LogSource,
  plan: FoldPlan,
  asked: AskedClocks,
): Promise<ClockRow[]> {
  const { fact, scope, position, group } = asked
  const knownAt = getMoment(asked.knownAt)
  const facts = new Set([fact, ...scopeFacts(plan, scope)])
  const { code } = plan.route
  return withReading(file, log, plan, pinnedReading({ knownAt, position }), facts, async (laid) => {
    const source = laid ?? ((name: string) => quote(factTable(code, name)))
    const within = scopeCondition(plan, scope, file.dictionary, HOLDS, source)
    const conditions = [
      HOLDS,
      ...(within ? [within] : []),
      ...(asked.outcome ? [`(${OUTCOME}) = ${OUTCOMES.indexOf(asked.outcome)}`] : []),
      ...(asked.cell ?? []).flatMap(([from, value]) =>
        conditionOf(from, value, code, file.dictionary),
      ),
    ]
    const result = await file.connection.runAndReadAll(
      `SELECT trajectory, started_on, due_on, met_on, ended_on, ${OUTCOME},
        ${group === undefined ? '0' : quote(group)}
      FROM ${source(fact)} WHERE ${conditions.join(' AND ')}
      ORDER BY due_on, started_on, trajectory`,
      { cutOff: getDay(asked.cutOff), knownAt },
    )
    const [trajectories, starts, dues, mets, ends, outcomes, groups] = result.getColumnsJS()
    const nameOf = groupNames(file.dictionary, code, group)
    // Column by column: of a row, each value would be looked up by its type.
    return (trajectories ?? []).map((trajectory, row) => ({
      trajectory: Number(trajectory),
      startedOn: Number(starts?.[row]) as Day,
      dueOn: Number(dues?.[row]) as Day,
      metOn: Number(mets?.[row]) as Day,
      endedOn: Number(ends?.[row]) as Day,
      outcome: OUTCOMES[Number(outcomes?.[row])] as Outcome,
      group: nameOf(Number(groups?.[row])),
    }))
  })
}

/** The text of each code of an attribute, looked up once. */
function groupNames(
  dictionary: Dictionary,
  route: string,
  group: string | undefined,
): (code: number) => string {
  if (group === undefined) return () => ''
  const names = new Map<number, string>()
  return (code) => {
    const known = names.get(code)
    if (known !== undefined) return known
    const name = dictionary.text(route, group, code) ?? NOT_RECORDED
    names.set(code, name)
    return name
  }
}

function conditionOf(
  source: DimensionSource,
  value: string,
  route: string,
  dictionary: Dictionary,
): string[] {
  switch (source.from) {
    case 'attribute': {
      if (source.groups) throw new Error('what is grouped cannot be looked into by its group')
      const code =
        value === NOT_RECORDED ? 0 : (dictionary.find(route, source.attribute, value) ?? -1)
      return [`${quote(source.attribute)} = ${code}`]
    }
    case 'started': {
      const span = spanOfPeriod(value)
      return [span ? `started_on BETWEEN ${span.from} AND ${span.to}` : 'false']
    }
    // The outcome is asked by itself, and the fact is the one that is read.
    case 'outcome':
    case 'fact':
      return []
    default:
      return source satisfies never
  }
}

/** The days of `2023-03` or `2023-Q1`. */
export function spanOfPeriod(period: string): { from: Day; to: Day } | undefined {
  const parts = /^(\d{4})-(?:Q([1-4])|(\d{2}))$/.exec(period)
  if (!parts) return undefined
  const year = Number(parts[1])
  const quarter = parts[2] === undefined ? undefined : Number(parts[2])
  const first = quarter === undefined ? Number(parts[3]) : quarter * 3 - 2
  const after = first + (quarter === undefined ? 1 : 3)
  const from = firstOf(year, first)
  const next = firstOf(after > 12 ? year + 1 : year, after > 12 ? after - 12 : after)
  if (from === undefined || next === undefined) return undefined
  return { from, to: (next - 1) as Day }
}

function firstOf(year: number, month: number): Day | undefined {
  return findDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`)
}

import type { Move, MoveKind } from './move.ts'
import type { KeyedNumber, PartReading } from './part-reading.ts'

type Change = Pick<Move, 'kind' | 'detail' | 'from' | 'to'>
type Value = string | number | null | undefined

/** What differs between two readings of one part. */
export function compareParts(before: PartReading | null, after: PartReading | null): Change[] {
  if (!before || !after) {
    return before || after ? [change(before ? 'gone' : 'new', before?.light, after?.light)] : []
  }
  return [
    ...lightChange(before, after),
    ...standstillChange(before, after),
    ...differing('replanned', planOf(before), planOf(after)),
    ...differing('due-moved', before.due?.due, after.due?.due),
    ...differing('reviewed', before.findings.at(-1)?.text, after.findings.at(-1)?.text),
    ...numberChanges('measured', before.measured, after.measured),
    ...numberChanges('aimed', before.aims, after.aims),
    ...moneyChanges(before, after),
    ...differing('owner-changed', before.owner, after.owner),
    ...differing('rearranged', placeOf(before), placeOf(after)),
  ]
}

function lightChange(before: PartReading, after: PartReading): Change[] {
  return before.light === after.light
    ? []
    : [change(moveTo(before, after), before.light, after.light)]
}

function moveTo(before: PartReading, { light }: PartReading): MoveKind {
  switch (light) {
    case 'done':
    case 'stalled':
    case 'dropped':
      return light
    case 'under-way':
      return before.light === 'no-action' ? 'begun' : 'resumed'
    case 'no-action':
      return 'not-begun'
    default:
      return light satisfies never
  }
}

function standstillChange(before: PartReading, after: PartReading): Change[] {
  const [was, is] = [before.standstill, after.standstill]
  if (!was || !is) return []
  return [
    ...differing('reason-changed', was.reason, is.reason),
    ...differing('mover-changed', `${was.mover} ${was.moveBy}`, `${is.mover} ${is.moveBy}`),
  ]
}

function numberChanges(
  kind: MoveKind,
  before: readonly KeyedNumber[],
  after: readonly KeyedNumber[],
): Change[] {
  const newest = (all: readonly KeyedNumber[]) =>
    new Map(all.filter(({ isNewest }) => isNewest).map(({ key, value }) => [key, value]))
  const [was, is] = [newest(before), newest(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) =>
    differing(kind, was.get(key), is.get(key), key),
  )
}

function moneyChanges(before: PartReading, after: PartReading): Change[] {
  const [was, is] = [amountsOf(before), amountsOf(after)]
  return Object.keys({ ...was, ...is }).flatMap((name) =>
    differing('money', was[name], is[name], name),
  )
}

function amountsOf({ budget }: PartReading): Record<string, Value> {
  if (!budget) return {}
  const sum = (all: readonly { readonly amount: number }[]) =>
    all.reduce((total, { amount }) => total + amount, 0)
  return {
    granted: budget.granted,
    spent: sum(budget.spent),
    forecast: sum(budget.forecast),
    shifted: sum(budget.shifted),
    extendedUntil: budget.extendedUntil,
    round: budget.round && `${budget.round.round} ${budget.round.closes}`,
  }
}

function planOf({ planned }: PartReading): string | null {
  if (!planned) return null
  return planned.months ? planned.months.join(',') : `${planned.from}/${planned.until}`
}

function placeOf({ code, title, parent, line }: PartReading): string {
  return [code, title, parent ?? '', line ?? ''].join(' · ')
}

function differing(kind: MoveKind, from: Value, to: Value, detail?: string): Change[] {
  return (from ?? null) === (to ?? null) ? [] : [change(kind, from, to, detail)]
}

function change(kind: MoveKind, from: Value, to: Value, detail?: string): Change {
  const said = (value: Value) => (value === null || value === undefined ? null : String(value))
  return { kind, detail: detail ?? null, from: said(from), to: said(to) }
}

import { addDays, formatDay, getDay } from '@tijdig/core'
import { type Draft, filled } from './draft.ts'
import { readTable } from './read-table.ts'

type Column =
  | 'programme'
  | 'line'
  | 'kind'
  | 'region'
  | 'count'
  | 'from'
  | 'until'
  | 'known'
  | 'participants'
  | 'begun'
  | 'title'

/** Activities, one record each, spread over the days between which the sources count them. */
export function activityDrafts(): Draft[] {
  const counts = new Map<string, number>()
  return readTable<Column>('activities.csv').flatMap((row) => {
    const [from, until] = [getDay(row.from), getDay(row.until)]
    const total = Number(row.count)
    return Array.from({ length: total }, (_, place) => {
      const shelf = `${row.programme} A-${row.line}`
      const number = (counts.get(shelf) ?? 0) + 1
      counts.set(shelf, number)
      const on = formatDay(addDays(from, Math.floor(((until - from) * (place + 0.5)) / total)))
      return activity(row, `A-${row.line}-${String(number).padStart(3, '0')}`, number, on)
    }).flat()
  })
}

function activity(
  row: Readonly<Record<Column, string>>,
  code: string,
  order: number,
  on: string,
): Draft[] {
  const { programme, line, kind, region, known } = row
  const shared = { programme, code, route: 'programme-activity', on, known }
  const owner = programme === 'ZVJ' || programme === 'OZJ' ? 'PB' : programme
  const data = { programme, code, title: row.title, parent: line, line, order, owner, kind, region }
  const participants = row.participants === '' ? undefined : Number(row.participants)
  const placed = { ...shared, type: 'placed', data: filled(data) }
  // What is only being prepared has not begun.
  if (row.begun === 'no') return [placed]
  return [
    placed,
    row.begun === 'yes'
      ? { ...shared, type: 'begun', data: {} }
      : { ...shared, type: 'held', data: filled({ participants }) },
  ]
}

import type { FieldValue } from '@tijdig/core'
import type { Draft } from './draft.ts'
import { type PartRow, routeOf } from './part-drafts.ts'
import { readTable } from './read-table.ts'

type Column = 'programme' | 'code' | 'on' | 'known' | 'type' | 'data' | 'name' | 'instead'

const NUMBERS = ['amount', 'target', 'value', 'participants']

/** What `happenings.csv` tells of a part: what went otherwise than planned, looking back, money. */
export function readHappenings(parts: readonly PartRow[]): Draft[] {
  return readTable<Column>('happenings.csv').map((row) => {
    const { programme, code, on, known, type, name, instead } = row
    const part = parts.find((each) => each.programme === programme && each.code === code)
    if (!part) throw new Error(`happenings.csv: ${programme} has no ${code}`)
    return {
      programme,
      code,
      route: routeOf(part),
      type,
      on,
      known,
      data: dataOf(row.data),
      ...(name && { name }),
      ...(instead && { instead }),
    }
  })
}

/** `reason=…|mover=VWS` */
function dataOf(text: string): Record<string, FieldValue> {
  if (text === '') return {}
  return Object.fromEntries(
    text.split('|').map((pair) => {
      const [key = '', ...rest] = pair.split('=')
      const value = rest.join('=')
      return [key, NUMBERS.includes(key) ? Number(value) : value]
    }),
  )
}

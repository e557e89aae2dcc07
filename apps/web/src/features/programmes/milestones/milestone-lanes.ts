import type { Part, Programme } from '@tijdig/server/contract'
import { byCode, lineTitle } from '../parts.ts'

type Mark = Programme['milestones'][number]
export type Standing = Mark['standing']

/** The standings in words, in the order in which they are counted: first what is late. */
export const STANDING_WORDS = {
  late: 'te laat',
  due: 'nog te doen',
  reached: 'bereikt',
  'no-day': 'zonder afgesproken dag',
  dropped: 'vervallen',
} as const satisfies Record<Standing, string>
const STANDINGS = Object.keys(STANDING_WORDS) as Standing[]

export interface Milestone {
  readonly part: Part
  readonly day: string | null
  readonly standing: Standing
  readonly reports: readonly string[]
}

/** The milestones of one line; one that also counts for another line stands there too. */
export interface Lane {
  readonly key: string
  readonly title: string
  readonly milestones: readonly Milestone[]
}

/** Milestones of one standing on one day of a lane, drawn as one mark. */
export interface LaneMark {
  readonly key: string
  readonly day: string
  readonly standing: Standing
  readonly count: number
}

/** The milestones by line, the lines in the order of the tree. */
export function lanesOf({ parts, milestones }: Pick<Programme, 'parts' | 'milestones'>): Lane[] {
  const codes = byCode(parts)
  const lanes = new Map<string | null, Milestone[]>()
  for (const { code, lines, ...rest } of milestones) {
    const part = codes.get(code)
    if (!part) continue
    for (const line of lines.length === 0 ? [null] : lines) {
      const known = lanes.get(line)
      const milestone = { part, ...rest }
      if (known) known.push(milestone)
      else lanes.set(line, [milestone])
    }
  }
  const order = parts.map(({ code }) => code)
  return [...lanes]
    .map(([line, all]) => ({
      key: line ?? '',
      title: lineTitle(codes, line),
      milestones: all,
      place: line === null ? -1 : order.indexOf(line),
    }))
    .sort((a, b) => a.place - b.place)
    .map(({ place: _, ...lane }) => lane)
}

/** What is drawn of a lane: a mark for each day and standing; without a day there is none. */
export function marksOf({ milestones }: Lane): LaneMark[] {
  const marks = new Map<string, LaneMark>()
  for (const { day, standing } of milestones) {
    if (day === null || standing === 'dropped') continue
    const key = `${day}/${standing}`
    marks.set(key, { key, day, standing, count: (marks.get(key)?.count ?? 0) + 1 })
  }
  return [...marks.values()]
}

/** How many there are of each standing, in words: "2 te laat, 28 bereikt". */
export function countsInWords(milestones: readonly Milestone[]): string {
  return STANDINGS.flatMap((standing) => {
    const count = milestones.filter((each) => each.standing === standing).length
    return count === 0 ? [] : [`${count} ${STANDING_WORDS[standing]}`]
  }).join(', ')
}

/** The years that are drawn: from the first day of a milestone to the last; none without a day. */
export function yearsOf(lanes: readonly Lane[]): number[] {
  const days = lanes.flatMap(({ milestones }) => milestones.flatMap(({ day }) => day ?? []))
  if (days.length === 0) return []
  const years = days.map((day) => Number(day.slice(0, 4)))
  const first = Math.min(...years)
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, place) => first + place)
}

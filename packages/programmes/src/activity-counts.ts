import { getDay, quarterOf } from '@tijdig/core'
import type { ProgrammeReading } from './programme-reading.ts'

/** How many activities of a kind were held in a region and a quarter, and by how many people. */
export interface ActivityCount {
  readonly kind: string
  readonly region: string | null
  readonly quarter: string
  /** Activities, each in the quarter in which it was first held. */
  readonly activities: number
  /** Times that one of them was held in that quarter. */
  readonly times: number
  readonly participants: number
}

/** The activities of a programme that were held, counted from their records. */
export function activityCounts({ parts }: ProgrammeReading): ActivityCount[] {
  const counts = new Map<string, ActivityCount>()
  for (const { kind, region, held } of parts) {
    for (const [place, { on, participants }] of held.entries()) {
      const quarter = quarterOf(getDay(on))
      const name = [kind, quarter, region].join(' ')
      const before = counts.get(name)
      counts.set(name, {
        kind: kind ?? '',
        region,
        quarter,
        activities: (before?.activities ?? 0) + (place === 0 ? 1 : 0),
        times: (before?.times ?? 0) + 1,
        participants: (before?.participants ?? 0) + (participants ?? 0),
      })
    }
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
}

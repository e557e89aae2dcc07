import { type Day, getDay } from '@tijdig/core'
import type { TimelineEntry } from '@tijdig/server/contract'
import { TwoLanes } from '@tijdig/ui'
import { useMemo } from 'react'
import { dayOf } from '../../clocks/asked.ts'
import { monthTicks } from '../../clocks/day-clock.ts'
import { summaryOf } from './timeline-summary.ts'

/** The timeline as two lanes: a slope between them is the time that knowing took. */
export function TimelineDrawing({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const drawn = useMemo(() => {
    const days = entries.map((entry) => ({
      id: entry.id,
      happened: getDay(entry.validOn),
      known: getDay(dayOf(entry.recordedAt)),
      stands: entry.status === 'stands',
    }))
    const all = days.flatMap((day) => [day.happened, day.known])
    const from = (Math.min(...all) - 3) as Day
    const to = (Math.max(...all) + 3) as Day
    return { days, from, to, ticks: monthTicks(from, to) }
  }, [entries])
  return (
    <TwoLanes
      entries={drawn.days}
      ticks={drawn.ticks}
      from={drawn.from}
      to={drawn.to}
      summary={summaryOf(entries)}
    />
  )
}

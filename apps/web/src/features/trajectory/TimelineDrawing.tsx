import { type Day, getDay } from '@tijdig/core'
import type { TimelineEntry } from '@tijdig/server/contract'
import { TwoLanes } from '@tijdig/ui'
import { useMemo } from 'react'
import { dayOf } from '../../clocks/asked.ts'
import { monthTicks } from '../../clocks/day-clock.ts'

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

/** What is to be seen in the drawing. */
export function summaryOf(entries: readonly TimelineEntry[]): string {
  const late = entries.filter((entry) => entry.knownAfterDays > 0)
  const longest = Math.max(0, ...late.map((entry) => entry.knownAfterDays))
  const changed = entries.filter(
    (entry) => entry.status === 'corrected' || entry.status === 'withdrawn',
  )
  const parts = [
    `${entries.length} ${entries.length === 1 ? 'gebeurtenis' : 'gebeurtenissen'}`,
    late.length === 0
      ? 'alles was dezelfde dag bekend'
      : `${late.length} later bekend geworden, hoogstens ${longest === 1 ? '1 dag' : `${longest} dagen`} later`,
    ...(changed.length === 0 ? [] : [`${changed.length} later verbeterd of ingetrokken`]),
  ]
  return `${parts.join('; ')}.`
}

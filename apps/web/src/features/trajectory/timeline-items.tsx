import type { TimelineEntry } from '@tijdig/server/contract'
import { dayInWords, type TimelineItem } from '@tijdig/ui'
import type { ReactNode } from 'react'
import { dayOf } from '../../clocks/asked.ts'

/** The entries of a timeline in the words that the screen shows, looked at on a day. */
export function timelineItems(
  entries: readonly TimelineEntry[],
  day: string,
  actionsOf: (entry: TimelineEntry) => ReactNode = () => undefined,
): TimelineItem[] {
  return entries.map((entry) => {
    const relation = relationOf(entry, entries)
    const actions = actionsOf(entry)
    return {
      id: entry.id,
      title: entry.label,
      happenedOn: dayInWords(entry.validOn),
      knownOn: dayInWords(dayOf(entry.recordedAt)),
      ...(entry.knownAfterDays > 0 ? { delay: delayInWords(entry.knownAfterDays) } : {}),
      details: entry.details,
      status: entry.status,
      ...(relation === undefined ? {} : { relation }),
      ...(actions === undefined ? {} : { actions }),
      remarks:
        entry.validOn > day
          ? [...entry.remarks, 'Gebeurde na de dag van deze stand en telt hier nog niet mee.']
          : entry.remarks,
    }
  })
}

/** "12 dagen later" */
function delayInWords(days: number): string {
  return days === 1 ? '1 dag later' : `${days} dagen later`
}

function relationOf(entry: TimelineEntry, entries: readonly TimelineEntry[]) {
  const later = entries.find((other) => other.id === entry.supersededBy)
  if (later)
    return (
      <>
        {entry.status === 'withdrawn' ? 'Ingetrokken' : 'Vervangen'} op{' '}
        {dayInWords(dayOf(later.recordedAt))}:{' '}
        <a className="nl-link" href={`#${later.id}`}>
          {entry.status === 'withdrawn'
            ? 'naar de intrekking'
            : 'naar wat ervoor in de plaats kwam'}
        </a>
        .
      </>
    )
  const earlier = entries.find((other) => other.id === entry.supersedes)
  if (earlier)
    return (
      <>
        {entry.status === 'withdrawal' ? 'Trekt in' : 'Vervangt'}{' '}
        <a className="nl-link" href={`#${earlier.id}`}>
          wat op {dayInWords(dayOf(earlier.recordedAt))} was vastgelegd
        </a>
        .{entry.why === null ? null : <> Waarom: {entry.why}.</>}
      </>
    )
  return undefined
}

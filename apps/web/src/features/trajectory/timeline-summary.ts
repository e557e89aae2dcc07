import type { TimelineEntry } from '@tijdig/server/contract'

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

import {
  CORRECTION_EXPLAINED,
  formatDay,
  RETRACTED,
  type RecordedEvent,
  type RouteDefinition,
} from '@tijdig/core'

/** Something that was recorded since somebody looked; by whom is not told. */
export interface Change {
  readonly label: string
  readonly validOn: string
}

/** What came into a trajectory after its first so many events. */
export function changesSince(
  route: RouteDefinition,
  events: readonly RecordedEvent[],
  seen: number,
): Change[] {
  const label = (type: string) => route.events[type]?.label ?? type
  return [...events]
    .sort((a, b) => a.position - b.position)
    .slice(seen)
    .filter(({ type }) => type !== CORRECTION_EXPLAINED)
    .map(({ type, validOn, supersedes }) => {
      const old = events.find(({ id }) => id === supersedes)
      const words =
        type === RETRACTED
          ? `Ingetrokken: ${old ? label(old.type) : 'een gebeurtenis'}`
          : `${old ? 'Verbeterd: ' : ''}${label(type)}`
      return { label: words, validOn: formatDay(validOn) }
    })
}

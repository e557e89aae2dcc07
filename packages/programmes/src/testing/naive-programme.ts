import type { Day, Event, Moment } from '@tijdig/core'

/** What a programme was, told event by event: a line of text a part. For the tests only. */
export function naiveProgramme(
  log: readonly Event[],
  programme: string,
  asOf: Day,
  knownAt: Moment,
): string[] {
  const known = log.filter(({ recordedAt }) => recordedAt <= knownAt)
  const replaced = new Set(known.map(({ supersedes }) => supersedes))
  const read = known
    .filter((e) => !replaced.has(e.id) && e.type !== 'retracted' && e.validOn <= asOf)
    .sort((a, b) => a.validOn - b.validOn || a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1))
  const lines: string[] = []
  for (const trajectory of new Set(read.map((event) => event.trajectory))) {
    const events = read.filter((event) => event.trajectory === trajectory)
    const last = (...types: string[]) => events.filter(({ type }) => types.includes(type)).at(-1)
    const place = last('placed', 'rearranged')
    const state = last('placed', ...Object.keys(LIGHTS))
    if (place?.data.programme !== programme || !state) continue
    const light = LIGHTS[state.type] ?? 'no-action'
    const said = [trajectory, `${place.data.code} ${place.data.title}`, light]
    if (light === 'stalled') said.push(`${state.data.reason} ${state.data.mover}`)
    const planned = last('planned')
    if (planned) said.push(`${planned.data.from}/${planned.data.until}`)
    const found = last('reviewed')
    if (found) said.push(String(found.data.found))
    for (const key of ['x', 'y']) {
      const measured = events.filter((e) => e.type === 'measured' && e.data.key === key).at(-1)
      if (measured) said.push(`${key}=${measured.data.value}`)
    }
    if (place.route === 'programme-budget') {
      said.push(`granted ${last('granted')?.data.amount ?? 0}`)
      for (const type of ['spent', 'expected']) {
        const months = new Map<string, unknown>()
        for (const e of events) if (e.type === type) months.set(String(e.data.month), e.data.amount)
        said.push(`${type} ${[...months].sort().map((each) => each.join(':'))}`)
      }
    }
    lines.push(said.join(' | '))
  }
  return lines.sort()
}

const LIGHTS: Readonly<Record<string, string>> = {
  begun: 'under-way',
  stalled: 'stalled',
  resumed: 'under-way',
  done: 'done',
  dropped: 'dropped',
}

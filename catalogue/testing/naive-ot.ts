import { addDays, type Day, type Event, formatDay, type Moment, monthOf } from '@tijdig/core'

/**
 * The figures of route `ot`, written down as plainly as their description, with nothing of the
 * fold: a second opinion for the tests, never for the product.
 */
export function naiveOt(
  log: readonly Event[],
  cutOff: Day,
  knownAt: Moment,
  isWithin: (events: readonly Event[]) => boolean = () => true,
): string[] {
  const lines: string[] = []
  const count = new Map<string, number>()
  const add = (indicator: string, cell = '') =>
    count.set(`${indicator} ${cell}`, (count.get(`${indicator} ${cell}`) ?? 0) + 1)
  const totals = [
    'ot.registrations',
    'ot.registrations-abroad',
    'ot.children',
    'ot.children-placed',
    'ot.children-returned',
    'ot.families-with-returned-children',
    'ot.regions-involved',
    'ot.analyses-running',
  ]
  for (const total of totals) count.set(`${total} `, 0)
  let contacted = 0
  let welcomed = 0
  const regions = new Set<unknown>()
  for (const events of byTrajectory(readNaively(log, cutOff, knownAt))) {
    if (!isWithin(events)) continue
    const registered = events.find(({ type }) => type === 'registered')
    if (!registered) continue
    add('ot.registrations')
    add('ot.registrations', `month ${monthOf(registered.validOn)}`)
    add('ot.registrations', `channel ${registered.data.channel}`)
    if (registered.data.residence === 'abroad') add('ot.registrations-abroad')
    const within = (type: string, days: number) =>
      events.some((e) => e.type === type && e.validOn <= addDays(registered.validOn, days))
    if (within('contacted', 2)) contacted++
    if (within('welcomeScheduled', 7)) welcomed++
    const state = events.findLast(({ type }) => type in STATES)?.type as keyof typeof STATES
    add('ot.status#1', `status ${STATES[state][0]}`)
    add('ot.status#2', `status ${STATES[state][1]}`)
    if (!['supportStarted', 'completed', 'reopened'].includes(state)) continue
    const of = (type: string) => events.filter((e) => e.type === type)
    for (const _ of distinct(of('childRecorded'), 'child')) add('ot.children')
    let returned = false
    for (const child of distinct([...of('childPlaced'), ...of('childReturned')], 'child')) {
      const last = events.findLast(
        (e) => (e.type === 'childPlaced' || e.type === 'childReturned') && e.data.child === child,
      )
      if (last?.type === 'childPlaced') {
        add('ot.children-placed')
        add('ot.children-placed', `protectionOrder ${last.data.protectionOrder}`)
        add('ot.children-placed', `placement ${last.data.placement}`)
      } else {
        add('ot.children-returned')
        returned = true
      }
    }
    if (returned) add('ot.families-with-returned-children')
    const family = of('familyRecorded').at(-1)
    for (const field of ['composition', 'authorityHeldBy', 'applicantAuthority']) {
      if (family) add('ot.families', `${field} ${family.data[field]}`)
    }
    for (const region of distinct(of('institutionInvolved'), 'region')) {
      add('ot.families', `region ${region}`)
      regions.add(region)
    }
    for (const theme of distinct(of('supportRequested'), 'theme')) {
      add('ot.families-requesting', `theme ${theme}`)
    }
    for (const theme of distinct(of('supportGiven'), 'theme')) {
      add('ot.families-supported', `theme ${theme}`)
    }
    for (const wish of distinct(of('wishRecorded'), 'wish'))
      add('ot.families-wishing', `wish ${wish}`)
    for (const result of distinct(of('resultReached'), 'result')) {
      add('ot.families-with-result', `result ${result}`)
    }
    if (of('analysisStarted').length > 0 && of('analysisCompleted').length === 0) {
      add('ot.analyses-running')
    }
  }
  const all = count.get('ot.registrations ') ?? 0
  count.set('ot.regions-involved ', regions.size)
  for (const [cell, value] of count) lines.push(`${cell}: ${value}`)
  lines.push(`ot.contacted-within-2-days : ${contacted}/${all}`)
  lines.push(`ot.welcome-within-7-days : ${welcomed}/${all}`)
  return lines.sort()
}

const STATES = {
  registered: ['not-started', 'not-yet-started'],
  investigationStarted: ['under-investigation', 'not-yet-started'],
  neverStarted: ['not-started', 'never-started'],
  supportStarted: ['running', 'running'],
  completed: ['completed', 'completed'],
  reopened: ['reopened', 'reopened'],
} as const

/** The reading of a log, word for word as it is described. */
export function readNaively(log: readonly Event[], cutOff: Day, knownAt: Moment): Event[] {
  const known = log.filter(({ recordedAt }) => recordedAt <= knownAt)
  const superseded = new Set(known.map(({ supersedes }) => supersedes))
  return known
    .filter((e) => !superseded.has(e.id) && e.type !== 'retracted' && e.validOn <= cutOff)
    .sort((a, b) => {
      const x = [formatDay(a.validOn), String(a.recordedAt).padStart(20, '0'), a.id].join(' ')
      const y = [formatDay(b.validOn), String(b.recordedAt).padStart(20, '0'), b.id].join(' ')
      return x < y ? -1 : x > y ? 1 : 0
    })
}

export function byTrajectory(events: readonly Event[]): Event[][] {
  return distinctOf(events.map(({ trajectory }) => trajectory)).map((trajectory) =>
    events.filter((event) => event.trajectory === trajectory),
  )
}

function distinct(events: readonly Event[], field: string): unknown[] {
  return distinctOf(events.map(({ data }) => data[field]))
}

function distinctOf<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}

import { addDays, type Day, type Event, getDay, getMoment, type Moment } from '@tijdig/core'
import { createRandom, type Random } from '../packages/core/src/testing/random.ts'

const FIRST = getDay('2020-01-01')
const MIDNIGHT = getMoment('2020-01-01T00:00:00Z')
const A_DAY = 86_400_000_000
const START_DAYS = 1000
const NONE: Event['data'] = {}
const REGIONS = Array.from({ length: 42 }, (_, place) => `R${String(place + 1).padStart(2, '0')}`)
const THEMES = [
  'personal-recovery',
  'family-recovery',
  'livelihood',
  'housing',
  'recognition',
  'other',
]

/**
 * A made-up trajectory: the same number gives the same events, for ever. Two in three are of
 * route `ot` (about twelve events), one in three of `jbjr` (about six); ten on average. Some come
 * late, some are corrected or withdrawn.
 */
export function syntheticTrajectory(number: number): Event[] {
  const random = createRandom(number + 1)
  const route = number % 3 === 2 ? 'jbjr' : 'ot'
  const trajectory = `${route === 'ot' ? 'OT' : 'JB'}-${String(number).padStart(8, '0')}`
  const events: Event[] = []
  let day = addDays(FIRST, random.whole(START_DAYS))
  const add = (type: string, data: Event['data'] = NONE) => {
    const id = `${trajectory}-${events.length}`
    const recordedAt = recordedAtOf(day, random)
    events.push({ id, trajectory, route, type, validOn: day, recordedAt, data })
    if (random.chance(0.02)) correct(events, random)
  }
  const later = (days: number) => {
    day = addDays(day, random.whole(days))
  }
  if (route === 'ot') supportTrajectory(add, later, random, trajectory)
  else courtOrder(add, later, random)
  return events
}

function supportTrajectory(
  add: (type: string, data?: Event['data']) => void,
  later: (days: number) => void,
  random: Random,
  trajectory: string,
) {
  add('registered', {
    channel: random.pick(['direct', 'direct', 'professional', 'unknown']),
    applicant: random.pick(['mother', 'father', 'both-parents', 'child']),
    residence: random.pick(['Drenthe', 'Utrecht', 'Zeeland', 'Limburg', 'abroad']),
  })
  later(4)
  if (random.chance(0.95)) add('contacted', { by: 'phone' })
  later(9)
  if (random.chance(0.9)) add('welcomeScheduled')
  add('investigationStarted')
  later(60)
  if (random.chance(0.18)) return add('neverStarted', { reason: 'no-contact' })
  add('supportStarted', { guide: `PB-${random.whole(40)}` })
  add('familyRecorded', {
    composition: random.pick(['single-parent', 'blended', 'intact', 'other', 'unknown']),
    authorityHeldBy: random.pick(['both-parents', 'one-parent', 'unknown']),
    applicantAuthority: random.pick(['all', 'some', 'none', 'unknown']),
  })
  add('institutionInvolved', {
    region: random.pick(REGIONS),
    institution: random.pick(['GI-A', 'GI-B']),
  })
  const children = 1 + random.whole(4)
  for (let child = 1; child <= children; child++) {
    add('childRecorded', { child: `${trajectory}-K${child}`, birthYear: 2005 + random.whole(17) })
    if (random.chance(0.4)) {
      add('childPlaced', {
        child: `${trajectory}-K${child}`,
        placement: random.pick(['foster-family', 'network', 'other-parent', 'residential']),
        protectionOrder: random.pick(['with', 'without', 'both', 'unknown']),
        since: 2019,
      })
    }
  }
  add('supportRequested', { theme: random.pick(THEMES) })
  add('wishRecorded', {
    wish: random.pick(['contact-restored', 'placement-reversed', 'other-recovery']),
  })
  later(90)
  add('supportGiven', { theme: random.pick(THEMES) })
  if (random.chance(0.1)) add('analysisStarted')
  later(200)
  if (random.chance(0.5))
    add('resultReached', { theme: 'other', result: random.pick(['housing-found', 'debt-settled']) })
  later(200)
  if (random.chance(0.3)) add('completed')
}

function courtOrder(
  add: (type: string, data?: Event['data']) => void,
  later: (days: number) => void,
  random: Random,
) {
  add('orderImposed', {
    order: random.pick(['ots', 'guardianship', 'probation', 'provisional-ots']),
    region: random.pick(REGIONS),
    municipality: random.pick(REGIONS),
    birthYear: 2004 + random.whole(19),
    divorce: random.pick(['none', 'present', 'complex']),
  })
  later(4)
  add('institutionNotified', { institution: random.pick(['DJGB', 'WSS', 'LJR']) })
  later(10)
  add('workerAssigned', { worker: `W-${random.whole(400)}` })
  later(6)
  if (random.chance(0.97)) add('firstContact')
  later(45)
  if (random.chance(0.9)) add('planEstablished')
  later(80)
  if (random.chance(0.85)) add('helpStarted', { service: random.pick(['ambulant', 'foster-care']) })
  later(300)
  if (random.chance(0.3)) add('orderEnded', { reason: random.pick(['expired', 'lifted']) })
}

/** Replaces or withdraws the last event, some days after it was recorded. */
function correct(events: Event[], random: Random) {
  const last = events.at(-1) as Event
  const on = addDays(FIRST, Math.floor((last.recordedAt - MIDNIGHT) / A_DAY) + 1 + random.whole(30))
  const recordedAt = recordedAtOf(on, random)
  const corrected = { ...last, id: `${last.id}c`, recordedAt, supersedes: last.id }
  events.push(random.chance(0.2) ? { ...corrected, type: 'retracted', data: NONE } : corrected)
}

/** In office hours of the day itself, or for one in ten up to three weeks later. */
function recordedAtOf(day: Day, random: Random): Moment {
  const on = random.chance(0.1) ? addDays(day, random.whole(21)) : day
  const seconds = 8 * 3600 + random.whole(10 * 3600)
  return (MIDNIGHT + (on - FIRST) * A_DAY + seconds * 1_000_000) as Moment
}

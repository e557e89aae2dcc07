import type { InjectOptions } from 'fastify'
import type { createRandom } from '../../../../../packages/core/src/testing/random.ts'
import { CANARIES } from './worlds.ts'

type Random = ReturnType<typeof createRandom>

/** What somebody who is curious knows, or guesses. */
export interface Known {
  readonly own: readonly string[]
  readonly foreign: readonly string[]
  readonly missing: readonly string[]
}

const WORDS = [
  '',
  'a',
  'JB',
  'WSS',
  '0',
  '-',
  'e',
  '%',
  '_',
  '\\',
  '*',
  "'",
  '🐦',
  'null',
  '__proto__',
]
const DAYS = ['2022-01-03', '2023-03-31', '2023-12-31', '2020-02-30', 'gisteren', '9999-12-31', '']
const MOMENTS = ['2023-03-31', '2023-06-01T10:00:00Z', '1970-01-01', 'later']
const FILTERS = ['institution', 'region', 'order', 'municipality', 'worker', 'party', 'share', '*']
const STATES = ['imposed', 'notified', 'assigned', 'ended', '', '*', 'running']
const INDICATORS = ['jbjr.norm', 'jbjr.norm-share', 'ot.registrations', 'jbjr.', '*']
const STEPS = [
  'firstContact',
  'workerAssigned',
  'orderEnded',
  'partyJoined',
  'sharedWith',
  'retracted',
  'x',
]

/**
 * One request that an honest page would send, a curious person, or nobody at all: every endpoint,
 * known and unknown numbers, words of others, odd values and broken bodies.
 */
export function oddRequest(random: Random, known: Known): InjectOptions {
  const { url, method = 'GET', payload } = random.pick(KINDS)(random, known)
  const odd = random.chance(0.03) ? { 'if-none-match': random.pick(['*', '"x"', 'W/"1"']) } : {}
  return {
    url: `/api/v1/${url}`,
    method: method as 'GET',
    headers: { host: 'localhost', origin: 'http://localhost', ...odd },
    ...(payload === undefined ? {} : { payload: payload as object }),
  }
}

interface Asked {
  readonly url: string
  readonly method?: string
  readonly payload?: unknown
}
type Kind = (random: Random, known: Known) => Asked

const id = (random: Random, { own, foreign, missing }: Known) =>
  encodeURIComponent(random.pick(random.pick([own, foreign, foreign, missing, WORDS])) || 'x')

/** Part of a word that only others' records have. */
const part = (random: Random) => {
  const word = random.pick(random.chance(0.5) ? CANARIES : WORDS)
  return Array.from(word)
    .slice(random.whole(3), 1 + random.whole(word.length + 1))
    .join('')
}
const query = (random: Random, values: Readonly<Record<string, string | number>>) =>
  Object.entries(values)
    .filter(() => random.chance(0.6))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

const list: Kind = (random) => {
  const asked = query(random, {
    q: part(random),
    state: random.pick(STATES),
    sort: random.pick(['openedOn', 'stateSince', 'id', 'position']),
    descending: random.pick(['true', 'false', '1']),
    page: random.pick([1, 2, 3, 50, 0, -1, 1e9]),
    pageSize: random.pick([1, 10, 25, 100, 1000]),
  })
  const filter = random.chance(0.4)
    ? `&attribute=${random.pick(FILTERS)}&value=${encodeURIComponent(random.pick([...CANARIES, 'WSS', 'DJGB', 'IJmond', 'ots']))}`
    : ''
  return {
    url: `trajectories?route=${random.pick(['jbjr', 'jbjr', 'jbjr', 'ot', 'x'])}&${asked}${filter}`,
  }
}

const look: Kind = (random, known) => ({
  url: `trajectories/${random.pick(['jbjr', 'jbjr', 'ot', 'x'])}/${id(random, known)}?${query(
    random,
    {
      cutOff: random.pick(DAYS),
      knownAt: random.pick(MOMENTS),
    },
  )}`,
})

/** Of one's own it tells when who looked, which no two worlds have alike. */
const takeFile: Kind = (random, known) => ({
  url: `trajectories/jbjr/${id(random, { ...known, own: known.missing })}/file.${random.pick(['html', 'pdf', 'x'])}`,
})

const recordStep: Kind = (random, known) => ({
  url: `trajectories/jbjr/${id(random, { ...known, own: known.missing })}/events`,
  method: 'POST',
  payload: random.pick<unknown>([
    { type: random.pick(STEPS), validOn: random.pick(DAYS), data: { organisation: part(random) } },
    { type: random.pick(STEPS) },
    [],
    'tekst',
    { type: 1, validOn: null, data: 'x' },
  ]),
})

const share: Kind = (random, known) => ({
  url: `trajectories/jbjr/${id(random, { ...known, own: known.missing })}/shares${random.pick(['', '/DJGB', '/x'])}`,
  method: random.pick(['POST', 'DELETE']),
  payload: {
    organisation: random.pick(['DJGB', 'WSS', 'x']),
    fields: random.pick([['order'], [], ['municipality', 'x']]),
    until: random.pick(DAYS),
    consent: random.pick<unknown>([{ answer: 'given' }, { answer: 'not-needed' }, {}]),
  },
})

const open: Kind = (random) => ({
  url: 'trajectories',
  method: 'POST',
  payload: random.pick<unknown>([
    { route: 'jbjr', events: [{ type: 'x', validOn: '2023-01-01' }] },
    { route: random.pick(['x', 'ot']), events: [] },
    { route: 'jbjr', events: [{ type: 'orderImposed', validOn: 'x', data: {} }] },
  ]),
})

const figures: Kind = (random) => ({
  url: `figures${random.pick(['', '.csv'])}?route=${random.pick(['jbjr', 'ot', 'x'])}&${query(
    random,
    {
      cutOff: '2023-03-31',
      knownAt: random.pick(MOMENTS),
      indicator: random.pick(INDICATORS),
      by: random.pick(['institution', 'municipality', 'x']),
      definitions: random.pick(['all', '2023-01-01', 'x']),
    },
  )}`,
})

const NORMS = ['plan', 'help', 'worker-assigned', 'x']
const OUTCOMES = ['in-time', 'late', 'overdue', 'running', 'lapsed', 'x']

/** What is behind the percentages of others tells no number and no count. */
const norms: Kind = (random) => ({
  url: `norms/${random.pick(['jbjr', 'jbjr', 'ot', 'x'])}/${random.pick(NORMS)}/${random.pick([
    `cases?outcome=${random.pick(OUTCOMES)}&dimension=municipality&value=${encodeURIComponent(part(random))}`,
    `cases?outcome=${random.pick(OUTCOMES)}`,
    'estimate?',
  ])}&${query(random, { page: random.pick([1, 2, 0]), pageSize: random.pick([1, 100]) })}&cutOff=${random.pick(DAYS)}&knownAt=${random.pick(MOMENTS)}`,
})

const explanations: Kind = (random) => ({
  url: `explanations?route=jbjr&from=${random.pick(['2023-01-31@2023-02-06', '1', 'x'])}&to=${random.pick(['2023-03-31@2023-04-14', '2', 'x'])}`,
})

const plain =
  (...urls: readonly string[]): Kind =>
  (random) => ({ url: random.pick(urls) })

const administer: Kind = (random) => ({
  url: random.pick([
    'people',
    'teams',
    'keys',
    'people/x/appointments',
    'appointments/00000000-0000-0000-0000-000000000000',
  ]),
  method: random.pick(['GET', 'POST', 'DELETE', 'PUT']),
  payload: random.pick<unknown>([{}, [], { name: 1 }, undefined]),
})

/** The commonest come more often; those that count over all facts seldom, since each takes long. */
const KINDS: readonly Kind[] = [
  ...Array.from({ length: 40 }, () => list),
  ...Array.from({ length: 70 }, () => look),
  ...Array.from({ length: 20 }, () => takeFile),
  ...Array.from({ length: 20 }, () => recordStep),
  ...Array.from({ length: 15 }, () => share),
  ...Array.from({ length: 5 }, () => open),
  ...Array.from({ length: 10 }, () => administer),
  ...Array.from({ length: 25 }, () =>
    plain(
      'routes',
      'session',
      'organisations',
      'notices',
      'shared?route=jbjr',
      'shared?route=ot',
      'publications',
      'publications/1',
      'publications/999999',
      'publications/x',
      'nergens',
      'trajectories',
      'trajectories/jbjr/',
      'notices/x/seen',
    ),
  ),
  figures,
  explanations,
  norms,
  norms,
]

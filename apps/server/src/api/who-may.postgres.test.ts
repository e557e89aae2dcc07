import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findLibreOffice } from '../house/open-document.ts'
import { type Caller, openTestHouse, serve } from '../testing/test-house.ts'
import type { Problem } from './contract.ts'
import { FOREIGN, MISSING, OWN, recordTwoInstitutions } from './testing/two-institutions.ts'

/** Each role where it is found; `policy` and `publisher` at who oversees the route. */
const WHO = {
  worker: { role: 'worker', organisation: 'WSS' },
  lead: { role: 'team-lead', organisation: 'WSS' },
  coordinator: { role: 'coordinator', organisation: 'WSS' },
  provider: { role: 'provider', organisation: 'WSS' },
  policy: { role: 'policy-officer', organisation: 'PB', kind: 'programme-office' },
  ownPolicy: { role: 'policy-officer', organisation: 'WSS' },
  receiver: { role: 'policy-officer', organisation: 'ALKMAAR', kind: 'municipality' },
  publisher: { role: 'publisher', organisation: 'PB', kind: 'programme-office' },
  auditor: { role: 'auditor', organisation: 'IGJ', kind: 'inspectorate' },
  administrator: { role: 'administrator', organisation: 'WSS' },
} as const
type Name = keyof typeof WHO

const NAMES = Object.keys(WHO) as Name[]
const WORKERS: readonly Name[] = ['worker', 'lead', 'coordinator']
const SEERS: readonly Name[] = [...WORKERS, 'provider']
/** They keep programmes, and so have a work list, without a trajectory of a person on it. */
const KEEPERS: readonly Name[] = ['policy', 'ownPolicy', 'receiver', 'publisher']
const OVERSEERS: readonly Name[] = ['policy', 'publisher']
/** A municipality writes about the programmes of its region as well. */
const WRITERS: readonly Name[] = [...OVERSEERS, 'receiver']
const COUNTERS: readonly Name[] = [...WORKERS, 'ownPolicy', 'receiver', ...OVERSEERS]
const LOG_READERS: readonly Name[] = [...OVERSEERS, 'ownPolicy', 'receiver', 'auditor']

const QUESTION = 'route=jbjr&cutOff=2023-03-31&knownAt=2023-04-14'
const CHANGE = 'from=2023-03-31@2023-04-06&to=2023-03-31@2023-04-14'
const ORDER = { template: 'ozj/quarterly', cutOff: '2023-03-31', knownAt: '2023-04-06' }
const DRAFT = '00000000-0000-4000-8000-000000000000'
const USE = { tag: 'figure', attributes: '{"indicator":"ot.children"}', place: 'sentence' }
const NOTICE = '00000000-0000-4000-8000-000000000000'
const STEP = { type: 'firstContact', validOn: '2023-05-01' }
const OPENING = {
  route: 'jbjr',
  events: [
    {
      type: 'orderImposed',
      validOn: '2023-05-01',
      data: { order: 'ots', region: 'IJmond', municipality: 'Velsen' },
    },
  ],
}
const SHARING = {
  organisation: 'LJR',
  fields: ['region'],
  until: '2023-12-31',
  consent: { answer: 'given' },
}
const SPENDING = { file: Buffer.from('budget;maand;bedrag\nCB;2023-03;1').toString('base64') }
const glass = (trajectory: string) => ({ route: 'jbjr', trajectory, reason: 'acuut gevaar' })

/** Who has it, gets the file; who has not, is told so: neither depends on the role. */
const LIBREOFFICE = (await findLibreOffice()) !== undefined

type Method = 'GET' | 'POST' | 'DELETE'
type Row = [Method, path: string, able: readonly Name[], status: number, body?: object]

/** Each endpoint: who may, and what they then get. All others get 403 `not-allowed`. */
const ROWS: Row[] = [
  ['GET', 'routes', NAMES, 200],
  ['GET', 'routes/jbjr', NAMES, 200],
  ['GET', `figures?${QUESTION}`, COUNTERS, 200],
  ['GET', `figures.csv?${QUESTION}`, COUNTERS, 200],
  ['GET', `explanations?route=jbjr&${CHANGE}`, COUNTERS, 200],
  ['GET', `norms/jbjr/plan/cases?${QUESTION.replace('route=jbjr&', '')}&outcome=late`, SEERS, 200],
  ['GET', `norms/jbjr/plan/estimate?${QUESTION.replace('route=jbjr&', '')}`, COUNTERS, 200],
  ['GET', 'explanations?from=1&to=1', OVERSEERS, 200],
  ['GET', 'trajectories?route=jbjr', SEERS, 200],
  ['GET', 'work?of=organisation', [...SEERS, ...KEEPERS], 200],
  // None of these has to do with a programme: to each of them there is none.
  ['GET', 'programmes', [...WORKERS, ...KEEPERS], 200],
  ['GET', 'programmes/NW4?cutOff=2023-03-31&knownAt=2023-04-14', [...WORKERS, ...KEEPERS], 404],
  ['GET', `programmes/NW4/moved?${CHANGE}`, [...WORKERS, ...KEEPERS], 404],
  ['POST', 'programmes/NW4/spending', ['lead', 'coordinator', ...KEEPERS], 404, SPENDING],
  ['GET', `trajectories/jbjr/${OWN}`, SEERS, 200],
  ['GET', `trajectories/jbjr/${FOREIGN}`, SEERS, 404],
  ['GET', `trajectories/jbjr/${MISSING}`, SEERS, 404],
  ['POST', 'trajectories', WORKERS, 201, OPENING],
  ['POST', `trajectories/jbjr/${OWN}/events`, WORKERS, 201, STEP],
  ['POST', `trajectories/jbjr/${FOREIGN}/events`, WORKERS, 404, STEP],
  ['POST', `trajectories/jbjr/${MISSING}/events`, WORKERS, 404, STEP],
  ['POST', `trajectories/jbjr/${OWN}/shares`, WORKERS, 201, SHARING],
  ['POST', `trajectories/jbjr/${FOREIGN}/shares`, WORKERS, 404, SHARING],
  ['POST', `trajectories/jbjr/${MISSING}/shares`, WORKERS, 404, SHARING],
  ['DELETE', `trajectories/jbjr/${OWN}/shares/LJR`, WORKERS, 204],
  ['DELETE', `trajectories/jbjr/${FOREIGN}/shares/LJR`, WORKERS, 404],
  ['GET', `trajectories/jbjr/${OWN}/file.html`, WORKERS, 200],
  ['GET', `trajectories/jbjr/${OWN}/file.pdf`, WORKERS, 200],
  ['GET', `trajectories/jbjr/${FOREIGN}/file.html`, WORKERS, 404],
  ['GET', `trajectories/jbjr/${FOREIGN}/file.pdf`, WORKERS, 404],
  ['GET', `trajectories/jbjr/${MISSING}/file.html`, WORKERS, 404],
  ['GET', 'shared?route=jbjr', SEERS, 200],
  ['GET', 'retention?route=jbjr', SEERS, 200],
  ['POST', `retention/jbjr/${FOREIGN}/proposal`, SEERS, 404],
  ['POST', `retention/jbjr/${MISSING}/proposal`, SEERS, 404],
  ['DELETE', `retention/jbjr/${FOREIGN}/proposal`, SEERS, 404],
  ['POST', `retention/jbjr/${FOREIGN}/destruction`, SEERS, 404],
  ['POST', `retention/jbjr/${MISSING}/destruction`, SEERS, 404],
  ['POST', 'glass', WORKERS, 201, glass(MISSING)],
  ['GET', 'notices', ['lead', 'auditor'], 200],
  ['POST', `notices/${NOTICE}/seen`, ['lead', 'auditor'], 404],
  ['GET', 'audit', ['auditor'], 200],
  [
    'GET',
    'audit?trajectory=T-1&route=jbjr&kind=look&from=2023-01-01&before=3-18',
    ['auditor'],
    200,
  ],
  ['GET', 'audit/unusual', ['auditor'], 200],
  ['GET', 'audit/checkpoint', ['auditor'], 200],
  ['GET', 'reports', NAMES, 200],
  [
    'GET',
    'reports/preview?template=ot/progress&cutOff=2023-03-31&knownAt=2023-04-14',
    OVERSEERS,
    200,
  ],
  ['GET', 'publications', NAMES, 200],
  ['GET', 'publications/1', NAMES, 200],
  ['GET', 'publications/1/report.html', NAMES, 200],
  ['GET', 'publications/1/report.pdf', NAMES, 200],
  ['GET', 'publications/1/report.docx', NAMES, 200],
  ['GET', 'publications/1/report.odt', NAMES, LIBREOFFICE ? 200 : 409],
  ['GET', 'publications/1/definitions.csv', NAMES, 200],
  ['GET', 'publications/1/definitions.json', NAMES, 200],
  ['GET', 'publications/1/figures.csv', NAMES, 200],
  ['GET', 'publications/1/figures.json', NAMES, 200],
  ['GET', 'publications/1/changes/1', OVERSEERS, 200],
  ['POST', 'publications/1/verification', LOG_READERS, 200],
  ['POST', 'publications', ['publisher'], 201, ORDER],
  // The institution of these is another: of what it delivers, only who gets it is answered.
  ['GET', 'deliveries', ['receiver'], 200],
  ['GET', 'deliveries/now?delivery=jbjr.monthly', ['receiver'], 404],
  ['GET', 'deliveries/1', ['receiver'], 404],
  ['GET', 'deliveries/1/report.html', ['receiver'], 404],
  ['GET', 'deliveries/1/report.pdf', ['receiver'], 404],
  ['GET', 'deliveries/1/figures.csv', ['receiver'], 404],
  ['GET', 'deliveries/1/figures.json', ['receiver'], 404],
  ['GET', 'deliveries/1/report.docx', ['receiver'], 404],
  ['GET', 'deliveries/1/report.odt', ['receiver'], 404],
  ['GET', 'deliveries/1/definitions.csv', ['receiver'], 404],
  ['GET', 'deliveries/1/definitions.json', ['receiver'], 404],
  ['POST', 'deliveries/1/verification', ['receiver'], 404],
  ['POST', 'publications/1/withdrawal', ['publisher'], 201, { reason: 'Een fout in de tekst.' }],
  ['GET', 'drafts', WRITERS, 200],
  ['POST', 'drafts', OVERSEERS, 201, ORDER],
  ['GET', `drafts/${DRAFT}`, WRITERS, 404],
  ['GET', `drafts/${DRAFT}/changes?after=0`, WRITERS, 404],
  ['POST', `drafts/${DRAFT}/steps`, WRITERS, 404, { after: 0, client: 'c', steps: ['{}'] }],
  ['GET', `drafts/${DRAFT}/preview.html?version=0`, WRITERS, 404],
  ['GET', `drafts/${DRAFT}/problems?version=0`, WRITERS, 404],
  ['POST', `drafts/${DRAFT}/values`, WRITERS, 404, { uses: [USE] }],
  ['POST', `drafts/${DRAFT}/explanation`, WRITERS, 404, { use: USE }],
  ['GET', `drafts/${DRAFT}/moments`, WRITERS, 404],
  ['POST', `drafts/${DRAFT}/moments`, WRITERS, 404, { version: 0, name: 'x' }],
  ['GET', `drafts/${DRAFT}/versions/0`, WRITERS, 404],
  ['POST', `drafts/${DRAFT}/remarks`, WRITERS, 404, { kind: 'answer', thread: 'x', words: 'x' }],
  ['POST', `drafts/${DRAFT}/events`, WRITERS, 404, { kind: 'submitted', version: 0 }],
  ['POST', `drafts/${DRAFT}/publication`, WRITERS, 404, { version: 0 }],
]

let app: Awaited<ReturnType<typeof serve>>['app']
let callers: Record<Name, Caller>
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openTestHouse()
  close = opened.close
  await recordTwoInstitutions(opened.house)
  const { people } = opened.house
  await people.addOrganisation({
    code: 'LJR',
    kind: 'certified-institution',
    name: 'Leger des Heils',
  })
  const served = await serve(opened.house)
  app = served.app
  const entered = await Promise.all(NAMES.map((name) => served.enter(WHO[name])))
  callers = Object.fromEntries(NAMES.map((name, place) => [name, entered[place]])) as typeof callers
  await callers.publisher.post('publications', ORDER)
})
afterAll(() => close())

describe('who may', () => {
  it.each(ROWS)(
    '%s %s is answered to %j with %i, and to nobody else',
    async (method, path, able, status, body) => {
      for (const name of NAMES) {
        if (method === 'DELETE')
          await callers.worker.post(`trajectories/jbjr/${OWN}/shares`, SHARING)
        const response = await callers[name].send(method, path, body)
        const expected = able.includes(name) ? status : 403
        expect({
          name,
          status: response.statusCode,
          body: response.statusCode < 400 ? '' : response.json<Problem>().code,
        }).toEqual({
          name,
          status: expected,
          body: expected < 400 ? '' : (CODES[expected] ?? expect.any(String)),
        })
      }
    },
  )

  it.each(ROWS)(
    '%s %s is answered to nobody who did not sign in',
    async (method, path, _able, _status, body) => {
      const answer = await app.inject({
        method,
        url: `/api/v1/${path}`,
        headers: { host: 'localhost' },
        ...(body && { payload: body }),
      })
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([401, 'sign-in-needed'])
    },
  )

  it('is asked at each address that the API has', () => {
    const asked = new Set(ROWS.map(([method, path]) => `${method} ${shapeOf(path)}`))
    const missing = Object.entries((app.swagger().paths ?? {}) as Record<string, object>)
      .flatMap(([path, methods]) =>
        Object.keys(methods).map((each) => `${each.toUpperCase()} ${path.slice(1)}`),
      )
      .filter((each) => !OTHERS.test(each) && ![...asked].some((one) => fits(one, each)))
    expect(missing).toEqual([])
  })
})

const CODES: Readonly<Record<number, string>> = { 403: 'not-allowed' }
/** Of people, their sessions and keys, and of who a family is: with tests of their own. */
const OTHERS =
  / (session|sessions|sign-in|people|appointments|teams|keys|organisations|families|colleagues|reminders)(\/|$)|\/persons(\/|$)/

function shapeOf(path: string): string {
  return path.split('?')[0] ?? path
}

function fits(asked: string, described: string): boolean {
  const pattern = described.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')
  return new RegExp(`^${pattern}$`).test(asked)
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../house/house.ts'
import {
  loadExamples,
  openTestHouse,
  record,
  serve,
  type TestHouse,
} from '../testing/test-house.ts'
import type {
  Explanations,
  Publication,
  PublicationLine,
  ReportTemplate,
  Verification,
} from './contract.ts'

let house: House
let served: Awaited<ReturnType<typeof serve>>
let asOwner: TestHouse['asOwner']
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openTestHouse()
  house = opened.house
  asOwner = opened.asOwner
  close = opened.close
  await loadExamples(house, 'ot-2023-03.ndjson', 'jbjr-2023-03.ndjson')
  served = await serve(house)
})
afterAll(() => close())

const verified = async (number: number) => {
  const response = await served.post(`publications/${number}/verification`)
  expect(response.statusCode).toBe(200)
  return response.json<Verification>()
}
const published = async (number: number) =>
  (await served.get(`publications/${number}`)).json<Publication>()

describe('what was published', () => {
  it('stands in the archive with its figures, definitions and place in the log', async () => {
    const quarterly = await served.post('publications', {
      template: 'ozj/quarterly',
      cutOff: '2023-03-31',
      knownAt: '2023-04-06',
    })
    expect(quarterly.statusCode).toBe(201)
    expect(quarterly.headers.location).toBe('/api/v1/publications/1')
    const progress = await served.post('publications', {
      template: 'ot/progress',
      cutOff: '2023-03-31',
      knownAt: '2023-04-14',
      comparedWith: '1',
    })
    expect(progress.statusCode).toBe(201)
    const lines = (await served.get('publications')).json<PublicationLine[]>()
    const head = await house.store.head()
    expect(lines).toEqual(
      [
        {
          number: 2,
          template: 'ot/progress',
          knownAt: '2023-04-14T21:59:59.999999Z',
          audience: 'chain',
          address: null,
        },
        {
          number: 1,
          template: 'ozj/quarterly',
          knownAt: '2023-04-06T21:59:59.999999Z',
          audience: 'public',
          address: 'ozj-quarterly/2023-03-31',
        },
      ].map((line) => ({
        ...line,
        title: expect.any(String),
        route: 'ot',
        routes: ['ot'],
        cutOff: '2023-03-31',
        publishedAt: '2023-06-01T10:00:00Z',
        position: head.position,
        logHash: head.hash,
        figures: expect.any(Number),
        withdrawn: null,
      })),
    )
    const first = await published(1)
    expect(first.definitions).toContainEqual({
      indicator: 'ot.status',
      version: 1,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const states = first.figureRows.filter(({ indicator }) => indicator === 'ot.status')
    expect(Object.fromEntries(states.map(({ by, value }) => [by.status, value]))).toEqual({
      running: 202,
      completed: 60,
      'not-started': 73,
      'under-investigation': 31,
      reopened: 10,
    })
  })

  it('can be read as page, PDF and figures, each in its own safe form', async () => {
    const html = await served.get('publications/2/report.html')
    expect(html.headers['content-security-policy']).toMatch(
      /default-src 'none'.*frame-ancestors 'self'/,
    )
    expect(html.headers['x-frame-options']).toBe('SAMEORIGIN')
    expect(html.body.includes('693')).toBe(true)
    const pdf = await served.get('publications/2/report.pdf')
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const json = (await served.get('publications/2/figures.json')).json()
    expect(json).toContainEqual({ indicator: 'ot.children', by: {}, value: 693 })
    const csv = await served.get('publications/2/figures.csv')
    expect(csv.body.includes('\r\not.children,')).toBe(true)
    const docx = await served.get('publications/2/report.docx')
    expect(docx.headers['content-type']).toMatch(/wordprocessingml\.document$/)
    const again = await served.get('publications/2/report.docx')
    expect(again.rawPayload.equals(docx.rawPayload)).toBe(true)
    const definitions = (await served.get('publications/2/definitions.json')).json()
    expect(definitions).toMatchObject({ template: 'ot/progress', protection: 'exact' })
    expect(definitions.definitions[0].words).not.toBe('')
    const table = await served.get('publications/2/definitions.csv')
    expect(table.body.startsWith('indicator,definition,label,')).toBe(true)
  })

  it('is an open document only where LibreOffice is, and says so', async () => {
    const { odt } = await published(2)
    const file = await served.get('publications/2/report.odt')
    if (odt) {
      expect(file.headers['content-type']).toBe('application/vnd.oasis.opendocument.text')
      expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK')
    } else {
      expect(file.statusCode).toBe(409)
      expect(file.json()).toMatchObject({ code: 'libreoffice-absent' })
    }
  })

  it('is not sent again to who has it', async () => {
    const first = await served.get('publications/1/report.html')
    const etag = String(first.headers.etag)
    const again = await served.app.inject({
      url: '/api/v1/publications/1/report.html',
      headers: { host: 'localhost', cookie: served.cookie, 'if-none-match': etag },
    })
    expect({ status: again.statusCode, body: again.body }).toEqual({ status: 304, body: '' })
  })

  it('tells what changed from one to the other: 23 children came in late', async () => {
    const { explanations } = (
      await served.get('publications/1/changes/2?changed=true')
    ).json<Explanations>()
    const children = explanations.find(({ indicator }) => indicator === 'ot.children')
    expect(children).toMatchObject({ from: 670, to: 693, late: 23, corrected: 0, happened: 0 })
    const redefined = explanations.find(({ by }) => by.status === 'not-started')
    expect(redefined).toMatchObject({ from: 73, to: 0 })
    expect(redefined?.redefined).toBeLessThan(0)
  })
})

describe('a publication', () => {
  it('is made again from the log to the same figures and the same text', async () => {
    const head = await house.store.head()
    for (const number of [1, 2]) {
      expect(await verified(number)).toEqual({
        number,
        identical: true,
        position: head.position,
        eventsRead: head.position,
        differences: [],
      })
    }
  })

  it('does not move by what is brought in later, also when that was recorded before', async () => {
    const texts = async () => [
      (await served.get('publications/1/report.html')).body,
      (await served.get('publications/2/figures.csv')).body,
    ]
    const before = await texts()
    const event = { trajectory: 'OT-NIEUW', route: 'ot', recordedAt: '2023-04-01T09:00:00Z' }
    await record(
      house,
      {
        ...event,
        id: 'later-1',
        type: 'registered',
        validOn: '2023-03-01',
        data: { channel: 'direct', applicant: 'parent', residence: 'Utrecht' },
      },
      { ...event, id: 'later-2', type: 'supportStarted', validOn: '2023-03-08' },
      {
        ...event,
        id: 'later-3',
        type: 'childRecorded',
        validOn: '2023-03-08',
        data: { child: 'OT-NIEUW-1' },
      },
    )
    const asked = 'figures?route=ot&cutOff=2023-03-31&knownAt=2023-04-14&indicator=ot.children'
    expect((await served.get(asked)).json().figures[0].value).toBe(694)
    for (const number of [1, 2]) {
      expect(await verified(number)).toMatchObject({ identical: true, differences: [] })
    }
    expect(await texts()).toEqual(before)
    const { explanations } = (
      await served.get('explanations?from=2&to=2023-03-31@2023-04-14&indicator=ot.children&by=')
    ).json<Explanations>()
    expect(explanations).toMatchObject([{ from: 693, to: 694, late: 1, corrected: 0 }])
  })
})

describe('a publication that somebody meddled with', () => {
  const meddle = (change: string) =>
    asOwner(`
      alter table tijdig.publication disable trigger user;
      ${change};
      alter table tijdig.publication enable trigger user`)

  it('is found out, each figure by name with both values', async () => {
    await meddle(`
      update tijdig.publication set figures = replace(figures::text, '693', '639')::json where number = 2`)
    expect((await verified(2)).differences).toEqual([
      { what: 'figure', name: 'ot.children definitie 1', published: '639', recalculated: '693' },
    ])
  })

  it('is found out by its text too', async () => {
    await meddle(
      `update tijdig.publication set html = replace(html, '670', '760') where number = 1`,
    )
    const { identical, differences } = await verified(1)
    expect(identical).toBe(false)
    expect(differences.map(({ what, name }) => ({ what, name }))).toEqual([
      { what: 'document', name: 'pagina' },
    ])
  })

  it('is found out by a PDF that was put in its place', async () => {
    await meddle(`update tijdig.publication set pdf = convert_to('%PDF', 'UTF8') where number = 1`)
    expect((await verified(1)).differences).toContainEqual(
      expect.objectContaining({ what: 'document', name: 'PDF' }),
    )
  })

  it('is found out by a number in its text, also where page and document agree', async () => {
    await meddle(`
      update tijdig.publication
      set html = replace(html, '>279<', '>297<'),
          document = replace(document::text, '"text":"279"', '"text":"297"')::json
      where number = 2`)
    const { differences } = await verified(2)
    const told = differences.filter(({ what }) => what === 'document')
    expect(told.length).toBeGreaterThan(0)
    expect(told.find(({ name }) => name === 'cijfer-ot-children-placed')).toMatchObject({
      published: '297',
      recalculated: '279',
    })
  })

  it('is found out by the definitions that it says it used', async () => {
    await meddle(`
      update tijdig.publication
      set definitions = '[{"indicator":"ot.status","version":1,"hash":"00"},{"indicator":"ot.status","version":9,"hash":"00"}]'
      where number = 1`)
    expect((await verified(1)).differences).toMatchObject([
      { what: 'definition', name: 'ot.status definitie 1', published: '00' },
      { what: 'definition', name: 'ot.status definitie 9', recalculated: 'bestaat niet meer' },
      { what: 'document', name: 'pagina' },
      { what: 'document', name: 'PDF' },
    ])
  })
})

describe('reports', () => {
  it('can be looked at before they are published', async () => {
    const templates = (await served.get('reports')).json<ReportTemplate[]>()
    const progress = templates.find(({ template }) => template === 'ot/progress')
    expect(progress).toMatchObject({
      route: 'ot',
      defaultQuestion: { cutOff: '2023-03-31', knownAt: '2023-04-14' },
    })
    expect(progress?.prompts).toEqual([])
    const quarterly = templates.find(({ template }) => template === 'ozj/quarterly')
    expect(quarterly?.prompts).toHaveLength(5)
    expect(quarterly?.prompts[0]).toEqual({
      question: 'Wat was dit kwartaal het belangrijkste voor de gezinnen?',
      section: null,
    })
    expect(quarterly?.prompts[3]).toEqual({
      question: 'Waardoor nam het aantal aanmeldingen toe of af?',
      section: 'Aanmeldingen en trajecten',
    })
    const preview = await served.get(
      'reports/preview?template=ot/progress&cutOff=2023-03-31&knownAt=2023-04-06',
    )
    expect(preview.headers['content-type']).toBe('text/html; charset=utf-8')
    // One more than was published: the child that was brought in late.
    expect(preview.body.includes('671')).toBe(true)
  })
})

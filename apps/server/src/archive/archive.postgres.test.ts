import { formatCount, formatShare } from '@tijdig/reports'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildServer } from '../api/build-server.ts'
import { RATE_LIMITS } from '../api/rate-limits.ts'
import { publish } from '../house/publish.ts'
import { OPEN_FILES } from '../house/report-files.ts'
import { loadExamples, openTestHouse, serve, type TestHouse } from '../testing/test-house.ts'

let opened: TestHouse
let served: Awaited<ReturnType<typeof serve>>
/** The same server, called by whatever name. */
let app: FastifyInstance

const ORDER = { cutOff: '2023-03-31', knownAt: '2023-04-06' }
const FIRST = '/archief/ozj-quarterly/2023-03-31'
const SECOND = `${FIRST}-2`
const GONE = '/archief/ozj-quarterly/2023-01-31'
const CHANGES = '/archief/ozj-quarterly/wijzigingen'

beforeAll(async () => {
  opened = await openTestHouse()
  await loadExamples(opened.house, 'ot-2023-03.ndjson')
  served = await serve(opened.house)
  app = await buildServer({
    house: async () => opened.house,
    hosts: 'any',
    rates: 'off',
    report: (error) => {
      throw error
    },
  })
  const orders = [
    { template: 'ozj/quarterly', ...ORDER, audience: 'public' },
    { template: 'ot/progress', ...ORDER },
    { template: 'ozj/quarterly', ...ORDER, knownAt: '2023-04-14', comparedWith: '1' },
    { template: 'ozj/quarterly', ...ORDER, cutOff: '2023-01-31', audience: 'public' },
    { template: 'ozj/quarterly', ...ORDER, cutOff: '2023-02-28', audience: 'chain' },
  ] as const
  for (const order of orders) {
    const made = await publish(opened.house, order)
    if (!made.ok) throw new Error(made.error.reason)
  }
  const done = await served.post('publications/4/withdrawal', {
    reason: 'Een <b>aantal</b> was fout.',
  })
  expect(done.statusCode).toBe(201)
})
afterAll(async () => {
  await app.close()
  await served.app.close()
  await opened.close()
})

/** As somebody who did not sign in. */
const ask = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { host: 'archief.example', ...headers } })
const page = async (url: string) => parseHTML((await ask(url)).body).document
const textOf = async (url: string) =>
  (await page(url)).querySelector('main')?.textContent?.replace(/\s+/g, ' ').trim() ?? ''

describe('the archive, to somebody who did not sign in', () => {
  it('lists what is for everybody, the newest first, and is searched', async () => {
    const found = async (query: string) => {
      const links = (await page(`/archief${query}`)).querySelectorAll('.uitgaven a')
      return [...links].map((link) => link.getAttribute('href'))
    }
    expect(await found('')).toEqual([GONE, SECOND, FIRST])
    expect(await found('?zoek=kinderen+AANMELDINGEN')).toEqual([SECOND, FIRST])
    expect(await found('?zoek=zeepaardje')).toEqual([])
    expect(await found('?jaar=2022')).toEqual([])
    expect(await found('?rapport=ozj-quarterly&jaar=2023')).toEqual([GONE, SECOND, FIRST])
    expect((await ask('/archief?zoek=%00%27%3Cscript%3E')).body).not.toContain('<script')
    expect((await ask('/archief/ozj-quarterly')).statusCode).toBe(200)
  })

  it('shows a report with an address for each part and each figure, and no number', async () => {
    const document = await page(FIRST)
    expect(document.querySelector('h1')?.textContent).toContain('Kwartaalbericht')
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
    for (const heading of document.querySelectorAll(
      'main h2[id]:not(#voetnoten, #andere-uitgaven, #na-te-rekenen)',
    ))
      expect(
        document.querySelector(`.onderdeel a[href="#${heading.id}"]`),
        heading.id,
      ).not.toBeNull()
    const figures = [...document.querySelectorAll('data[id] > a.cijfer, span[id] > a.cijfer')]
    expect(figures.length).toBeGreaterThan(10)
    for (const link of figures) {
      const answer = await ask(link.getAttribute('href') ?? '')
      expect(answer.statusCode, link.getAttribute('href') ?? '').toBe(200)
      expect(answer.body).toContain(`<p class="waarde">${link.textContent}</p>`)
    }
    const main = document.querySelector('.kop')?.textContent
    expect(main).toContain('ozj-quarterly/2023-03-31')
    for (const file of ['', ...OPEN_FILES.map((each) => `/${each.file}`)]) {
      expect((await ask(`${FIRST}${file}`)).body, file).not.toMatch(/Nummer \d|Uitgave \d|"number"/)
    }
  })

  it('shows one figure: what it is, what was asked, where it stands, how it moved', async () => {
    const text = await textOf(`${SECOND}/cijfers/ot-children`)
    expect(text).toMatch(/^693 Peildag31 maart 2023Zoals bekend op14 april 2023/)
    expect(text).toContain('De kinderen die bij een gesteund gezin zijn vastgelegd.')
    expect(text).toContain('Bij de gezinnen die steun krijgen of kregen, horen 693 kinderen.')
    expect(text).toContain('was dit 670. Nu is het 693.')
    expect(text).toContain('+23Later bekend geworden.')
    expect(text).toContain(`https://archief.example${SECOND}/cijfers/ot-children`)
    expect(await textOf(`${FIRST}/cijfers/ot-children`)).toContain('Er is geen eerdere uitgave')
    expect((await ask(`${FIRST}/cijfers/nergens`)).statusCode).toBe(404)
  })

  it('tells what changed between two, in figures and in text', async () => {
    const text = await textOf(`${CHANGES}?van=2023-03-31&naar=2023-03-31-2`)
    expect(text).toMatch(/Kinderen in de gezinnen ?670\+23000693/)
    expect(text).toContain('weg: 670, einde weg erbij: 693, einde erbij')
    const back = await textOf(`${CHANGES}?van=2023-03-31-2&naar=2023-03-31`)
    expect(back).toMatch(/Kinderen in de gezinnen ?693−23000670/)
    expect(await textOf(`${CHANGES}?van=2023-03-31&naar=2023-03-31`)).toContain(
      'Geen enkel cijfer is veranderd.TekstDe tekst is dezelfde.',
    )
    expect(await textOf(CHANGES)).toContain('Kies twee uitgaven')
    expect((await ask(`${CHANGES}?van=2023-03-31`)).statusCode).toBe(404)
  })

  it.each(OPEN_FILES.map(({ file }) => file))(
    'gives the same bytes as who signs in gets: %s',
    async (file) => {
      const answer = await ask(`${FIRST}/${file}`)
      expect(
        answer.rawPayload.equals((await served.get(`publications/1/${file}`)).rawPayload),
      ).toBe(true)
      expect(answer.headers['cache-control']).toBe('public, max-age=3600, immutable')
      const again = await ask(`${FIRST}/${file}`, { 'if-none-match': String(answer.headers.etag) })
      expect([again.statusCode, again.body]).toEqual([304, ''])
    },
  )

  it.each(['/archief', FIRST, `${FIRST}/cijfers/ot-children`, CHANGES, GONE, '/archief/nergens'])(
    'runs no script and sits in no frame: %s',
    async (url) => {
      const { headers, body } = await ask(url)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/script-src|unsafe/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['set-cookie']).toBeUndefined()
      expect(body).not.toMatch(/<script|<[a-z][^>]*\s(?:style|on[a-z]+)\s*=/i)
      const style = parseHTML(body).document.querySelector('link[rel="stylesheet"]')
      const sheet = await ask(style?.getAttribute('href') ?? '')
      expect(sheet.headers['content-type']).toBe('text/css; charset=utf-8')
    },
  )
})

/** As the quarterly report of the programme, but with its counts protected. */
const ROUNDED = `---
template: ozj/rounded
title: Afgerond bericht
description: Hoe het gaat, afgerond.
route: ot
author: Programma
protection: rounded-5-hidden-10
audience: public
period: quarter
---

Er zijn {% figure indicator="ot.registrations" /%} aanmeldingen en {% figure indicator="ot.children" /%} kinderen.

{% table indicator="ot.norm" by=["norm", "outcome"] caption="Termijnen" /%}

{% table indicator=["ot.contacted-within-2-days", "ot.welcome-within-7-days"] caption="Op tijd" /%}
`

describe('what changed where counts are rounded', () => {
  const EXACT = ROUNDED.replace('rounded-5-hidden-10', 'exact')
  const OWN = '/archief/ozj-rounded'
  const DAYS = ['2023-01-31', '2023-03-31', '2023-03-31-2'] as const

  beforeAll(async () => {
    const orders = [
      { source: ROUNDED, cutOff: '2023-01-31' },
      { source: ROUNDED, cutOff: '2023-03-31' },
      { source: EXACT, cutOff: '2023-03-31' },
    ]
    for (const order of orders) {
      const made = await publish(opened.house, {
        ...order,
        template: 'ozj/rounded',
        knownAt: '2023-04-14',
        audience: 'public',
      })
      if (!made.ok) throw new Error(made.error.reason)
    }
  })
  // These are only for what is told here: the other tests count what is public.
  afterAll(async () => {
    await opened.asOwner(`alter table tijdig.publication disable trigger user;
      delete from tijdig.publication where template = 'ozj/rounded';
      alter table tijdig.publication enable trigger user`)
  })

  /** All that the figures of an edition can read as, from the file that everybody can have. */
  const published = async (day: string) => {
    const rows = (await ask(`${OWN}/${day}/figures.json`)).json() as {
      value: number | null
      denominator?: number
      shown?: { kind: string; reason?: string }
    }[]
    return rows.flatMap(({ value, shown }) => {
      if (shown?.reason !== undefined)
        return [shown.reason === 'would-reveal' ? 'niet getoond' : 'te weinig om te tonen']
      if (value === null) return ['niet te berekenen']
      if (value === 0 && shown) return ['minder dan 3', formatShare(0, 1)]
      return [formatCount(value), formatShare(value, 1)]
    })
  }

  it.each([
    [DAYS[0], DAYS[1], 'In beide uitgaven zijn aantallen afgerond op 5'],
    [DAYS[1], DAYS[0], 'In beide uitgaven zijn aantallen afgerond op 5'],
    [DAYS[1], DAYS[2], 'In de eerste uitgave zijn aantallen afgerond op 5'],
    [DAYS[2], DAYS[1], 'In de tweede uitgave zijn aantallen afgerond op 5'],
  ])('from %s to %s it shows only what stands in them', async (van, naar, why) => {
    const url = `${OWN}/wijzigingen?van=${van}&naar=${naar}`
    const text = await textOf(url)
    expect(text).toContain(why)
    expect(text).toContain('Waardoor het veranderde, staat er niet bij')
    const tables = [...(await page(url)).querySelectorAll('main table')]
    expect(tables.length).toBeGreaterThan(1)
    const [before, after] = [await published(van), await published(naar)]
    for (const table of tables) {
      expect([...table.querySelectorAll('thead th')].map((th) => th.textContent)).toEqual([
        ...['Cijfer', 'Eerst', 'Nu'],
      ])
      for (const row of table.querySelectorAll('tbody tr')) {
        const [from = '', to = '', ...others] = [...row.querySelectorAll('td')].map(
          (cell) => cell.textContent ?? '',
        )
        expect(others).toEqual([])
        expect(from).not.toBe(to)
        expect([...before, 'staat er niet']).toContain(from)
        expect([...after, 'staat er niet']).toContain(to)
      }
    }
  })

  it('says a hidden count as the edition itself does', async () => {
    const text = await textOf(`${OWN}/wijzigingen?van=${DAYS[1]}&naar=${DAYS[2]}`)
    expect(text).toMatch(/Kinderen in de gezinnen ?695693/)
    expect(text).toMatch(/te weinig om te tonen\d/)
    expect(text).toContain('staat geen getal: zo is niemand te herkennen')
  })

  it('says so where nothing reads otherwise', async () => {
    const text = await textOf(`${OWN}/wijzigingen?van=${DAYS[1]}&naar=${DAYS[1]}`)
    expect(text).toContain('Geen enkel cijfer leest nu anders.')
  })
})

describe('what is not for everybody', () => {
  it('is answered as what is not there, in each form', async () => {
    for (const below of ['', '/report.pdf', '/figures.json', '/cijfers/ot-children']) {
      const answers = await Promise.all(
        ['ozj-quarterly/2023-02-28', 'ot-progress/2023-03-31', 'ozj-quarterly/1999-01-01'].map(
          async (address) => {
            const { statusCode, headers, body } = await ask(`/archief/${address}${below}`)
            const { date: _, ...others } = headers
            return { statusCode, headers: others, body }
          },
        ),
      )
      expect(answers[0]?.statusCode).toBe(404)
      expect(answers[0]).toEqual(answers[2])
      expect(answers[1]).toEqual(answers[2])
    }
    expect((await ask('/archief/ot-progress')).statusCode).toBe(404)
    expect((await ask('/archief/ot-progress/feed.xml')).statusCode).toBe(404)
  })

  it('stands in no list, feed or map, also not in how many there are', async () => {
    for (const url of [
      '/archief',
      '/archief/feed.xml',
      '/sitemap.xml',
      '/archief?zoek=voortgang',
    ]) {
      const { body } = await ask(url)
      expect(body, url).not.toMatch(/ot-progress|2023-02-28|28 februari/)
    }
  })

  it('is not reached with odd addresses either', async () => {
    for (const url of [
      '/archief/1',
      '/archief/ozj-quarterly/1',
      '/archief/%2e%2e/api',
      "/archief/ozj-quarterly/2023-02-28'--",
      '/archief/ozj-quarterly/2023-02-28%00',
    ]) {
      const { statusCode, body } = await ask(url)
      expect([400, 404], url).toContain(statusCode)
      expect(body).not.toContain('28 februari')
    }
  })
})

describe('whatever a stranger asks', () => {
  const PIECES = [
    ...['ozj-quarterly', 'ot-progress', '2023-02-28', '2023-03-31', '2023-03-31-2', '1', '5'],
    ...['cijfers', 'ot-children', 'wijzigingen', 'feed.xml', 'report.pdf', 'report.html', '..'],
    ...['%00', "'--", '*', 'figures.json', '🐦', ''],
  ]
  const NAMES = ['zoek', 'rapport', 'jaar', 'van', 'naar', 'number', 'audience']
  const WORDS = [...PIECES, 'februari', 'voortgang', 'chain', '%', '2023']

  it('tells nothing of what is not for everybody, and never fails inside', async () => {
    const piece = fc.constantFrom(...PIECES)
    const query = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...WORDS)), {
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 5 }), query, async (pieces, asked) => {
        const path = ['/archief', ...pieces.map((one) => encodeURI(one))].join('/')
        const { statusCode, body } = await ask(`${path}?${new URLSearchParams(asked)}`)
        expect(statusCode).toBeLessThan(500)
        // What was asked may come back in the field to search by.
        expect(body.replace(/<form[\s\S]*?<\/form>/g, '')).not.toMatch(
          /28 februari|Voortgang van het ondersteuningsteam/,
        )
      }),
      { numRuns: Number(process.env.TIJDIG_FUZZ ?? 200), seed: 28 },
    )
  }, 600_000)
})

describe('what was withdrawn', () => {
  it('still has its address, which says when and why, and nothing of its content', async () => {
    const answer = await ask(GONE)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('Deze uitgave is ingetrokken')
    expect(answer.body).toContain('Een &lt;b&gt;aantal&lt;/b&gt; was fout.')
    expect(answer.body).toContain('noindex')
    for (const below of ['/report.html', '/report.pdf', '/figures.csv', '/cijfers/ot-children']) {
      expect((await ask(`${GONE}${below}`)).statusCode, below).toBe(410)
    }
    expect((await ask(`${CHANGES}?van=2023-01-31&naar=2023-03-31`)).statusCode).toBe(410)
  })

  it('can be withdrawn once, with a reason, and is still there for who signs in', async () => {
    const again = await served.post('publications/4/withdrawal', { reason: 'Nog eens' })
    expect([again.statusCode, again.json().code]).toEqual([409, 'publication-withdrawn'])
    const closed = await served.post('publications/5/withdrawal', { reason: 'x' })
    expect([closed.statusCode, closed.json().code]).toEqual([409, 'publication-not-public'])
    const silent = await served.post('publications/1/withdrawal', { reason: ' ' })
    expect([silent.statusCode, silent.json().code]).toEqual([400, 'reason-missing'])
    const kept = await served.get('publications/4')
    expect(kept.json()).toMatchObject({ withdrawn: { reason: 'Een <b>aantal</b> was fout.' } })
    expect((await served.post('publications/4/verification')).json()).toMatchObject({
      identical: true,
    })
  })
})

describe('the feed', () => {
  const feedOf = async (url: string, host = 'archief.example') => {
    const { body, headers } = await app.inject({ url, headers: { host } })
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    return new (parseHTML('').DOMParser)().parseFromString(body, 'text/xml')
  }
  const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/
  const children = (element: Element, name: string) =>
    [...element.children].filter(({ tagName }) => tagName.toLowerCase() === name)
  const only = (element: Element, name: string) => {
    const found = children(element, name)
    expect(found, `${element.tagName} has one ${name}`).toHaveLength(1)
    return found[0] as Element
  }

  it.each(['/archief/feed.xml', '/archief/ozj-quarterly/feed.xml'])(
    '%s has what RFC 4287 demands',
    async (url) => {
      const feed = (await feedOf(url)).documentElement as unknown as Element
      expect(feed.getAttribute('xmlns')).toBe('http://www.w3.org/2005/Atom')
      const entries = children(feed, 'entry')
      expect(entries).toHaveLength(3)
      const ids = [feed, ...entries].map((each) => only(each, 'id').textContent ?? '')
      for (const id of ids)
        expect(id).toMatch(
          /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        )
      expect(new Set(ids).size).toBe(ids.length)
      for (const each of [feed, ...entries]) {
        expect(only(each, 'title').textContent).not.toBe('')
        expect(only(each, 'updated').textContent).toMatch(MOMENT)
      }
      const self = children(feed, 'link').filter((link) => link.getAttribute('rel') === 'self')
      expect(self.map((link) => link.getAttribute('href'))).toEqual([
        `https://archief.example${url}`,
      ])
      for (const entry of entries) {
        expect(only(only(entry, 'author'), 'name').textContent).not.toBe('')
        expect(only(entry, 'summary').textContent).not.toBe('')
        expect(only(entry, 'published').textContent).toMatch(MOMENT)
        const links = children(entry, 'link')
        const alternates = links.filter((link) => link.getAttribute('rel') === 'alternate')
        expect(alternates).toHaveLength(1)
        const isGone = only(entry, 'title').textContent?.startsWith('Ingetrokken') ?? false
        expect(links).toHaveLength(isGone ? 1 : OPEN_FILES.length + 1)
        for (const link of links) {
          const { pathname } = new URL(link.getAttribute('href') ?? '')
          const answer = await ask(pathname)
          expect(answer.statusCode).toBe(200)
          expect(answer.headers['content-type']).toContain(link.getAttribute('type') ?? 'niets')
        }
      }
    },
  )

  it('keeps its ids under another name of the server, and tells of a withdrawal', async () => {
    const idsOf = async (host: string) =>
      [...(await feedOf('/archief/feed.xml', host)).querySelectorAll('id')].map(
        (id) => id.textContent,
      )
    expect(await idsOf('localhost')).toEqual(await idsOf('elders.example'))
    const { body } = await ask('/archief/feed.xml')
    expect(body).toContain('<summary>Deze uitgave is ingetrokken. De reden: Een &lt;b&gt;aantal')
  })
})

describe('search engines and who asks too much', () => {
  it('find the archive, and nothing else', async () => {
    expect((await ask('/robots.txt')).body).toBe(
      'User-agent: *\nDisallow: /\nAllow: /archief\nAllow: /sitemap.xml\n\nSitemap: https://archief.example/sitemap.xml\n',
    )
    const { body } = await ask('/sitemap.xml')
    const places = [...body.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, place]) => place)
    expect(places).toEqual(
      ['/archief', '/archief/ozj-quarterly', SECOND, FIRST].map(
        (path) => `https://archief.example${path}`,
      ),
    )
  })

  it('are held back by address, with few records of it', async () => {
    const held = await buildServer({
      house: async () => opened.house,
      rates: { ...RATE_LIMITS, archive: 3, comparisons: 1 },
    })
    const get = (url: string) => held.inject({ url, headers: { host: 'localhost' } })
    expect((await get(CHANGES)).statusCode).toBe(200)
    const second = await get(CHANGES)
    expect([second.statusCode, Number(second.headers['retry-after']) > 0]).toEqual([429, true])
    expect((await get('/archief')).statusCode).toBe(200)
    for (let call = 0; call < 20; call++) expect((await get('/archief')).statusCode).toBe(429)
    await held.close()
    const rows = (await opened.asOwner(
      `select record::text as whole from tijdig.audit where record::text like '%GET /archief%'`,
    )) as { whole: string }[]
    // The first of each kind, and one with how many followed.
    expect(rows.length).toBeLessThanOrEqual(6)
    expect(rows.some(({ whole }) => whole.includes('"status": 429'))).toBe(true)
  })
})

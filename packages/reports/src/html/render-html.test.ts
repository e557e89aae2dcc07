import { createHash } from 'node:crypto'
import { HOSTILE_TEXTS } from '@tijdig/charts/testing'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { documentOfTexts } from '../testing/document-of-texts.ts'
import { exampleInput, getDocument, normsInput, publishedInput } from '../testing/example-input.ts'
import { programmeReport } from '../testing/example-programmes.ts'
import { renderHtml } from './render-html.ts'
import { REPORT_CONTENT_SECURITY_POLICY } from './style.ts'

const PAGES = [
  ['ot/progress', getDocument(publishedInput('ot/reports/progress.md'))],
  ['ozj/quarterly', getDocument(exampleInput('ozj/reports/quarterly.md', '2023-04-06'))],
  ['jbjr/progress', getDocument(normsInput())],
] as const

describe.each(PAGES)('the page of %s', (_name, document) => {
  const text = renderHtml(document)
  const page = parseHTML(text).document
  const all = (selector: string) => [...page.querySelectorAll(selector)]

  it('has one title, a language and landmarks', () => {
    expect(page.documentElement.getAttribute('lang')).toBe('nl')
    expect(all('h1').map((heading) => heading.textContent)).toEqual([document.metadata.title])
    for (const landmark of ['header', 'nav[aria-label]', 'main', 'footer'])
      expect(all(landmark), landmark).toHaveLength(1)
    expect(all('a')[0]?.getAttribute('href')).toBe('#inhoud')
    expect(page.querySelector('main')?.id).toBe('inhoud')
  })

  it('skips no level of headings', () => {
    let level = 0
    for (const heading of all('h1, h2, h3, h4')) {
      const next = Number(heading.tagName.slice(1))
      expect(next, heading.textContent ?? '').toBeLessThanOrEqual(level + 1)
      level = next
    }
  })

  it('names each place once, and each link leads to one', () => {
    const ids = all('[id]').map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    for (const link of all('a[href^="#"], [aria-labelledby]')) {
      const targets =
        link.getAttribute('href')?.slice(1) ?? link.getAttribute('aria-labelledby') ?? ''
      for (const target of targets.split(' ')) expect(ids, target).toContain(target)
    }
  })

  it('gives each table a caption, column heads and row heads', () => {
    expect(all('table').length).toBeGreaterThan(0)
    for (const table of all('table')) {
      expect(table.querySelector('caption')?.textContent?.trim()).not.toBe('')
      for (const head of table.querySelectorAll('thead th'))
        expect(head.getAttribute('scope')).toBe('col')
      for (const row of table.querySelectorAll('tbody tr, tfoot tr'))
        expect(row.children[0]?.getAttribute('scope')).toBe('row')
    }
  })

  it('gives each drawing a name, an account and its figures', () => {
    expect(all('figure').length).toBeGreaterThan(0)
    for (const figure of all('figure')) {
      expect(figure.querySelector('figcaption')?.textContent).toMatch(/^Figuur \d+ ./)
      expect(figure.querySelectorAll('details table')).toHaveLength(1)
      for (const drawing of figure.querySelectorAll('svg')) {
        expect(drawing.getAttribute('role')).toBe('img')
        expect(drawing.querySelector('title')?.textContent).not.toBe('')
        expect(drawing.querySelector('desc')?.textContent).not.toBe('')
      }
    }
  })

  it('gives each number its value for machines', () => {
    for (const number of all('data')) {
      expect(number.id).toMatch(/^cijfer-/)
      expect(Number.isFinite(Number(number.getAttribute('value')))).toBe(true)
    }
    expect(all('data').length).toBeGreaterThan(10)
  })

  it('leads from each footnote back to its place', () => {
    const notes = all('.voetnoten li')
    expect(notes).toHaveLength(document.footnotes.length)
    expect(all('a[role="doc-noteref"]')).toHaveLength(notes.length)
    expect(all('a[role="doc-backlink"]')).toHaveLength(notes.length)
  })

  it('shows under its own strict policy and asks nothing of the network', () => {
    const style = all('style').map((element) => element.textContent ?? '')
    expect(style.length).toBeGreaterThan(0)
    for (const each of style) {
      const hash = createHash('sha256').update(each).digest('base64')
      expect(REPORT_CONTENT_SECURITY_POLICY).toContain(`'sha256-${hash}'`)
    }
    expect(all('script, link, img, iframe, object, [style], [src]')).toEqual([])
    expect(text).not.toMatch(/url\((?!#)|@import/)
  })

  it('is the same each time', () => expect(renderHtml(document)).toBe(text))
})

describe('the page of a programme', () => {
  const document = getDocument(programmeReport('programme/reports/zou-yearly.md', '2022-12-31'))
  const page = parseHTML(renderHtml(document)).document

  it('has each table of words with a caption, column heads and a head for each row', () => {
    const tables = [...page.querySelectorAll('table.delen')]
    expect(tables).toHaveLength(document.blocks.filter(({ kind }) => kind === 'parts').length)
    for (const table of tables) {
      expect(table.querySelector('caption')?.textContent).toMatch(/^Tabel \d+ /)
      const heads = table.querySelectorAll('thead th[scope=col]').length
      for (const row of table.querySelectorAll('tbody tr')) {
        expect(row.children).toHaveLength(heads)
        expect(row.firstElementChild?.getAttribute('scope')).toBe('row')
      }
    }
  })

  it('shows under the policy of reports', () => {
    for (const { textContent } of page.querySelectorAll('style')) {
      const hash = createHash('sha256')
        .update(textContent ?? '')
        .digest('base64')
      expect(REPORT_CONTENT_SECURITY_POLICY).toContain(`'sha256-${hash}'`)
    }
  })
})

describe('text that tries to be something else', () => {
  const shape = (texts: readonly string[]) => {
    let next = 0
    const page = parseHTML(renderHtml(documentOfTexts(() => texts[next++ % texts.length] ?? '')))
    // What is drawn depends on how long texts are; that it holds no foreign element is seen below.
    return [...page.document.querySelectorAll('*')]
      .filter((element) => element.closest('svg') === null)
      .map((element) => `${element.tagName} ${[...element.attributes].map(({ name }) => name)}`)
  }
  const plain = shape(['woord'])

  it('never changes what a page is made of', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary' })), {
          minLength: 1,
          maxLength: 12,
        }),
        (texts) => {
          expect(shape(texts)).toEqual(plain)
        },
      ),
      { numRuns: 25, seed: 20230331 },
    )
  })

  it('is read as it was written', () => {
    const page = parseHTML(renderHtml(documentOfTexts(() => '<b>"één" & \'twee\'</b>'))).document
    expect(page.querySelector('h1')?.textContent).toBe('<b>"één" & \'twee\'</b>')
    expect(page.querySelector('figcaption')?.textContent).toContain('<b>"één"')
  })

  it('brings no element of its own into a drawing', () => {
    const drawn = new Set([
      'svg',
      'title',
      'desc',
      'g',
      'path',
      'rect',
      'line',
      'text',
      'tspan',
      'circle',
      'defs',
      'pattern',
    ])
    for (const text of HOSTILE_TEXTS) {
      const page = parseHTML(renderHtml(documentOfTexts(() => text))).document
      for (const element of page.querySelectorAll('svg *'))
        expect(drawn, text).toContain(element.localName.toLowerCase())
    }
  })
})

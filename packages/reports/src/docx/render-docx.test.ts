import { HOSTILE_TEXTS } from '@tijdig/charts/testing'
import { strFromU8, unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ReportDocument } from '../document/document.ts'
import { plainText } from '../document/plain-text.ts'
import { alternativeText } from '../rendering/alternative-text.ts'
import { documentOfTexts } from '../testing/document-of-texts.ts'
import { exampleFile } from '../testing/example-file.ts'
import { exampleInput, getDocument, normsInput, publishedInput } from '../testing/example-input.ts'
import { programmeReport } from '../testing/example-programmes.ts'
import { renderDocx } from './render-docx.ts'

const REPORTS = [
  ['ot/progress', getDocument(publishedInput('ot/reports/progress.md'))],
  ['ozj/quarterly', getDocument(exampleInput('ozj/reports/quarterly.md', '2023-04-06'))],
  ['jbjr/progress', getDocument(normsInput())],
] as const

interface Opened {
  readonly parts: Readonly<Record<string, Uint8Array>>
  readonly xml: (path: string) => Element
}

function open(docx: Uint8Array): Opened {
  const parts = unzipSync(docx)
  return {
    parts,
    xml: (path) => {
      const text = strFromU8(parts[path] ?? new Uint8Array())
      return parseHTML(`<root>${text.replace(/<\?xml[^>]*>/, '')}</root>`).document
        .documentElement as unknown as Element
    },
  }
}

/** Elements by their name with its prefix, in their order. */
function all(root: Element, name: string): Element[] {
  return [...root.querySelectorAll('*')].filter(
    (element) => element.localName.toLowerCase() === name.toLowerCase(),
  )
}

const wordsOf = (element: Element) =>
  all(element, 'w:t')
    .map(({ textContent }) => textContent ?? '')
    .join('')
const styleOf = (paragraph: Element) => all(paragraph, 'w:pStyle')[0]?.getAttribute('w:val')

describe.each(REPORTS)('the Word file of %s', (_name, document) => {
  let bytes: Uint8Array
  let opened: Opened
  let body: Element
  beforeAll(async () => {
    bytes = await renderDocx(document)
    opened = open(bytes)
    body = opened.xml('word/document.xml')
  }, 60_000)

  it('has a title, a language and the day of the report', () => {
    const core = strFromU8(opened.parts['docProps/core.xml'] ?? new Uint8Array())
    const { title, period, author, publication, question } = document.metadata
    expect(core).toContain(`<dc:title>${title}, ${period}</dc:title>`)
    expect(core).toContain(`<dc:creator>${author}</dc:creator>`)
    expect(core).toContain('<dc:language>nl</dc:language>')
    const day = (publication?.publishedAt ?? question.knownAt).slice(0, 10)
    for (const [, words] of core.matchAll(/<dcterms:[a-z]+[^>]*>([^<]*)/g))
      expect(words).toMatch(day)
    const styles = strFromU8(opened.parts['word/styles.xml'] ?? new Uint8Array())
    expect(styles).toContain('<w:lang w:val="nl-NL"')
  })

  it('has the headings as headings, and a table of contents that is a field', () => {
    const headings = all(body, 'w:p').filter((one) => /^Heading\d$/.test(styleOf(one) ?? ''))
    const expected = document.blocks.flatMap((block) =>
      block.kind === 'heading' ? [[`Heading${block.level}`, plainText(block.inlines)]] : [],
    )
    expect(headings.map((one) => [styleOf(one), wordsOf(one)])).toEqual([
      ['Heading1', document.metadata.title],
      ...expected,
    ])
    expect(all(body, 'w:instrText').map(({ textContent }) => textContent)).toContainEqual(
      expect.stringMatching(/^TOC .*\\o "2-3"/),
    )
  })

  it('lists its headings as links, without pages that nobody counted yet', () => {
    const entries = all(body, 'w:p').filter((one) => /^TOC\d$/.test(styleOf(one) ?? ''))
    const headings = document.blocks.filter((block) => block.kind === 'heading')
    const listed = headings.filter(({ level }) => level === 2 || level === 3)
    const linked = entries.filter((one) => all(one, 'w:hyperlink').length > 0)
    expect(linked.map(wordsOf)).toEqual(listed.map(({ inlines }) => plainText(inlines)))
    expect(entries.flatMap((one) => all(one, 'w:r')).filter((run) => all(run, 'w:tab')[0])).toEqual(
      [],
    )
  })

  it('gives a picture the height that it has', () => {
    const pictures = all(body, 'w:p').filter((one) => all(one, 'w:drawing').length > 0)
    expect(new Set(pictures.map(styleOf))).toEqual(new Set(['Picture']))
    const styles = all(opened.xml('word/styles.xml'), 'w:style')
    const style = styles.find((one) => one.getAttribute('w:styleId') === 'Picture')
    expect(style && all(style, 'w:spacing')[0]?.hasAttribute('w:line')).toBe(false)
  })

  it('shows the figures of each table under its heads, which come back on each page', () => {
    const tables = document.blocks.filter((block) => block.kind === 'table')
    const found = all(body, 'w:tbl')
    const read = found.map((table) =>
      all(table, 'w:tr').map((row) => all(row, 'w:tc').map(wordsOf)),
    )
    expect(read).toEqual(
      tables.map(({ content }) => [
        [...content.head],
        ...content.rows.map(({ header, cells }) => [header, ...cells.map(({ text }) => text)]),
      ]),
    )
    for (const table of found) {
      const [first, ...others] = all(table, 'w:tr')
      expect(first && all(first, 'w:tblHeader')).toHaveLength(1)
      expect(others.flatMap((row) => all(row, 'w:tblHeader'))).toEqual([])
      expect(all(table, 'w:tblLook')[0]?.outerHTML).toMatch(/w:firstcolumn="(1|true)"/i)
    }
  })

  it('captions tables and figures with numbers that are text', () => {
    const captions = all(body, 'w:p').filter((one) => styleOf(one) === 'Caption')
    const expected = document.blocks.flatMap((block) =>
      block.kind === 'table'
        ? [`${block.number} ${block.caption}`]
        : block.kind === 'chart'
          ? [`${block.number} ${block.spec.title}`]
          : [],
    )
    expect(captions.map(wordsOf)).toEqual(expected)
  })

  it('tells each picture in the same words as the PDF', () => {
    const charts = document.blocks.filter((block) => block.kind === 'chart')
    const told = all(body, 'wp:docPr').map((picture) => picture.getAttribute('descr'))
    expect(told).toEqual(charts.map(alternativeText))
    const pictures = Object.entries(opened.parts).filter(([path]) => path.endsWith('.png'))
    expect(pictures.length).toBeGreaterThan(0)
    for (const [, png] of pictures) expect(strFromU8(png.slice(1, 4))).toBe('PNG')
  })

  it('has the footnotes as footnotes, in their places', () => {
    const notes = all(opened.xml('word/footnotes.xml'), 'w:footnote').filter(
      (note) => note.getAttribute('w:type') === null,
    )
    expect(notes.map((note) => wordsOf(note).trim())).toEqual(
      document.footnotes.map(({ inlines }) => plainText(inlines)),
    )
    expect(
      all(body, 'w:footnoteReference').map((reference) => reference.getAttribute('w:id')),
    ).toEqual(document.footnotes.map(({ number }) => String(number)))
  })

  it('shows each number and note of the document', () => {
    const words = all(body, 'w:p').map(wordsOf)
    for (const block of document.blocks) {
      if (block.kind === 'paragraph') expect(words).toContain(plainText(block.inlines))
      if (block.kind === 'table' || block.kind === 'chart')
        for (const note of block.notes) expect(words).toContain(note)
    }
  })

  it('is the same to the byte each time', async () => {
    expect(Buffer.from(await renderDocx(document)).equals(Buffer.from(bytes))).toBe(true)
  }, 60_000)
})

describe('a Word file', () => {
  it('has each table about a programme with its heads, its rows and its caption', async () => {
    const input = programmeReport('programme/reports/zou-yearly.md', '2022-12-31')
    const document = getDocument(input)
    const body = open(await renderDocx(document)).xml('word/document.xml')
    const expected = document.blocks.flatMap((block) =>
      block.kind === 'parts' ? [[[...block.head], ...block.rows.map((row) => [...row])]] : [],
    )
    const found = all(body, 'w:tbl').map((table) =>
      all(table, 'w:tr').map((row) => all(row, 'w:tc').map(wordsOf)),
    )
    expect(found).toEqual(expected)
    expect(wordsOf(body)).toContain('Tabel 1 De acties per kwartaal')
  }, 60_000)

  it('is made of a document about one family too', async () => {
    let next = 0
    const file = exampleFile(() => `woord ${next++}`)
    const body = open(await renderDocx(file)).xml('word/document.xml')
    const [table] = all(body, 'w:tbl')
    expect(all(table as Element, 'w:tr')).toHaveLength(3)
    expect(all(body, 'w:tblHeader')).toHaveLength(1)
  })

  it('takes text that tries to be something else as text', async () => {
    const shape = async (texts: readonly string[]) => {
      let next = 0
      const document: ReportDocument = documentOfTexts(() => texts[next++ % texts.length] ?? '')
      const body = open(await renderDocx(document)).xml('word/document.xml')
      return ['w:p', 'w:tbl', 'w:tr', 'w:tc', 'w:drawing', 'w:footnoteReference'].map(
        (name) => all(body, name).length,
      )
    }
    const plain = await shape(['woord'])
    // Pictures take long: each text in some places, and then in others.
    for (const start of [0, 7]) {
      const turned = [...HOSTILE_TEXTS.slice(start), ...HOSTILE_TEXTS.slice(0, start)]
      expect(await shape(turned)).toEqual(plain)
    }
  }, 120_000)
})

import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { HOSTILE_TEXTS } from '@tijdig/charts/testing'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ReportDocument } from '../document/document.ts'
import { documentOfTexts } from '../testing/document-of-texts.ts'
import { exampleInput, getDocument, normsInput, publishedInput } from '../testing/example-input.ts'
import { renderPdf } from './render-pdf.ts'
import { elementsOf } from './row-headers.ts'

const REPORTS = [
  ['ot/progress', getDocument(publishedInput('ot/reports/progress.md'))],
  ['ozj/quarterly', getDocument(exampleInput('ozj/reports/quarterly.md', '2023-04-06'))],
  ['jbjr/progress', getDocument(normsInput())],
] as const

/** What a test looks at in a PDF: its catalog and the tree of its tags. */
interface Opened {
  readonly pdf: PDFDocument
  readonly tags: (type: string) => PDFDict[]
}

async function open(bytes: Uint8Array): Promise<Opened> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  return { pdf, tags: (type) => elementsOf(root, type) }
}

function textOf(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString
    ? value.decodeText()
    : undefined
}

describe.each(REPORTS)('the PDF of %s', (_name, document) => {
  let bytes: Uint8Array
  let opened: Opened
  beforeAll(async () => {
    bytes = await renderPdf(document)
    opened = await open(bytes)
  })
  const tables = document.blocks.filter((block) => block.kind === 'table')
  const charts = document.blocks.filter((block) => block.kind === 'chart')

  it('says of itself that it is PDF/UA-1, tagged, in Dutch, with a title to show', () => {
    const { catalog } = opened.pdf
    expect(textOf(catalog, 'Lang')).toMatch(/^nl/)
    expect(
      catalog.lookup(PDFName.of('MarkInfo'), PDFDict).lookup(PDFName.of('Marked'))?.toString(),
    ).toBe('true')
    const shown = catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict)
    expect(shown.lookup(PDFName.of('DisplayDocTitle'))?.toString()).toBe('true')
    const metadata = catalog.lookup(PDFName.of('Metadata'))
    const contents = metadata instanceof PDFRawStream ? metadata.getContents() : new Uint8Array()
    const xmp = Buffer.from(contents).toString('utf8')
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(opened.pdf.getTitle()).toBe(`${document.metadata.title}, ${document.metadata.period}`)
    expect(opened.pdf.getAuthor()).toBe(document.metadata.author)
  })

  it('takes its date from the report', () => {
    const { publication, question } = document.metadata
    const moment = publication?.publishedAt ?? question.knownAt
    expect(opened.pdf.getCreationDate()?.toISOString().slice(0, 19)).toBe(moment.slice(0, 19))
  })

  it('has a heading for each heading, and bookmarks to them', () => {
    const levels = [2, 3].map(
      (level) =>
        document.blocks.filter((block) => block.kind === 'heading' && block.level === level).length,
    )
    expect(opened.tags('H1')).toHaveLength(1)
    expect([opened.tags('H2').length, opened.tags('H3').length]).toEqual(levels)
    expect(
      opened.pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict).has(PDFName.of('First')),
    ).toBe(true)
  })

  it('has each table with column heads and a row head in every row', () => {
    const found = opened.tags('Table')
    expect(found).toHaveLength(tables.length)
    found.forEach((table, index) => {
      const { head, rows } = tables[index]?.content ?? { head: [], rows: [] }
      const scopes = elementsOf(table, 'TH').map(scopeOf)
      expect(scopes.filter((scope) => scope === 'Column')).toHaveLength(head.length)
      expect(scopes.filter((scope) => scope === 'Row')).toHaveLength(rows.length)
      expect(elementsOf(table, 'TD')).toHaveLength(rows.length * (head.length - 1))
    })
  })

  it('tells each drawing in words, with all its values', () => {
    const told = opened.tags('Figure').map((figure) => textOf(figure, 'Alt') ?? '')
    expect(told).toHaveLength(charts.length)
    charts.forEach((chart, index) => {
      expect(told[index]).toContain(chart.description)
      for (const { text } of chart.table.rows.flatMap(({ cells }) => cells))
        expect(told[index]).toContain(text)
    })
  })

  it('has its footnotes as footnotes', () => {
    expect(opened.tags('Note')).toHaveLength(document.footnotes.length)
  })

  it('carries its fonts, and only our own', () => {
    const fonts = opened.pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
      .filter((one) => one.lookup(PDFName.of('Type'))?.toString() === '/FontDescriptor')
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) {
      expect(font.lookup(PDFName.of('FontName'))?.toString()).toMatch(/^\/[A-Z]{6}\+SourceSans3-/)
      expect(font.has(PDFName.of('FontFile2'))).toBe(true)
    }
  })

  it('is the same to the byte each time', async () => {
    expect(Buffer.from(await renderPdf(document)).equals(Buffer.from(bytes))).toBe(true)
  })
})

describe('text that tries to be something else', () => {
  async function shape(texts: readonly string[]): Promise<readonly number[]> {
    let next = 0
    const document = documentOfTexts(() => texts[next++ % texts.length] ?? '')
    const { tags } = await open(await renderPdf(document))
    return ['H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'Figure', 'Note', 'L', 'Link'].map(
      (type) => tags(type).length,
    )
  }

  it.each(HOSTILE_TEXTS)('%j is set as text', async (hostile) => {
    const links = (found: readonly number[]) => found.slice(0, -1)
    expect(links(await shape([hostile]))).toEqual(links(await shape(['woord'])))
  })

  it('never stops a report from being set', async () => {
    const plain = await shape(['woord'])
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }),
        async (texts) => {
          expect((await shape(texts)).slice(0, 8)).toEqual(plain.slice(0, 8))
        },
      ),
      { numRuns: 10, seed: 20230331 },
    )
  })

  it('shows a character that is in no font as a question mark, and leaves the document as it was', async () => {
    const document = documentOfTexts(() => '漢')
    const before = JSON.stringify(document satisfies ReportDocument)
    const { pdf } = await open(await renderPdf(document))
    expect(pdf.getTitle()).toBe('?, ?')
    expect(JSON.stringify(document)).toBe(before)
  })
})

function scopeOf(cell: PDFDict): string | undefined {
  const attributes = cell.lookup(PDFName.of('A'))
  const list =
    attributes instanceof PDFArray
      ? attributes.asArray().map((_, at) => attributes.lookup(at))
      : [attributes]
  const scopes = list.flatMap((one) =>
    one instanceof PDFDict && one.has(PDFName.of('Scope'))
      ? [one.lookup(PDFName.of('Scope'), PDFName).decodeText()]
      : [],
  )
  expect(scopes.length).toBeLessThanOrEqual(1)
  return scopes[0]
}

import { createHash } from 'node:crypto'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { HOSTILE_TEXTS } from '@tijdig/charts/testing'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { renderHtml } from '../html/render-html.ts'
import { FILE_CONTENT_SECURITY_POLICY } from '../html/style.ts'
import { renderPdf } from '../pdf/render-pdf.ts'
import { elementsOf } from '../pdf/row-headers.ts'
import { exampleFile } from '../testing/example-file.ts'

const words = () => 'woord'

describe('a file as a page', () => {
  it('has no number of a publication, and its own head and closing', () => {
    let next = 0
    const text = renderHtml(exampleFile(() => `tekst${next++}`))
    expect(text).not.toMatch(/Uitgave|Voorbeeld|voorbeeld|Controlegetal|In dit rapport/)
    for (let one = 0; one < next; one++) expect(text).toContain(`tekst${one}`)
  })

  it('keeps its tables tables, also where cells stand under each other', () => {
    const { document } = parseHTML(renderHtml(exampleFile(words, 3)))
    expect(document.querySelectorAll('table[role="table"][aria-label="woord"]')).toHaveLength(1)
    expect(document.querySelectorAll('th[scope="col"][role="columnheader"]')).toHaveLength(3)
    expect(document.querySelectorAll('th[scope="row"][role="rowheader"]')).toHaveLength(3)
    expect(document.querySelectorAll('td[role="cell"]')).toHaveLength(6)
  })

  it('shows under its policy', () => {
    const style = /<style>([\s\S]*)<\/style>/.exec(renderHtml(exampleFile(words)))?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(FILE_CONTENT_SECURITY_POLICY).toContain(`'sha256-${hash}'`)
  })

  it.each(HOSTILE_TEXTS)('%j stays text', (hostile) => {
    const plain = parseHTML(renderHtml(exampleFile(words))).document.querySelectorAll('*').length
    const { document } = parseHTML(renderHtml(exampleFile(() => hostile)))
    expect(document.querySelectorAll('*')).toHaveLength(plain)
  })
})

describe('a file as PDF', () => {
  async function shape(text: () => string, rows?: number): Promise<Record<string, number>> {
    const pdf = await PDFDocument.load(await renderPdf(exampleFile(text, rows)))
    const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    const count = (type: string) => [type, elementsOf(root, type).length] as const
    return Object.fromEntries(['H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'L'].map(count))
  }

  it('is tagged, with heads of columns and rows, over as many pages as it takes', async () => {
    const expected = { H1: 1, H2: 1, H3: 1, Table: 1, L: 1 }
    expect(await shape(words)).toEqual({ ...expected, TR: 3, TH: 5, TD: 4 })
    expect(await shape(words, 300)).toEqual({ ...expected, TR: 301, TH: 303, TD: 600 })
  }, 60_000)

  it.each(HOSTILE_TEXTS)('%j is set as text', async (hostile) => {
    expect(await shape(() => hostile)).toEqual(await shape(words))
  })

  it('is the same to the byte each time, and sets a cell that is longer than a page', async () => {
    let next = 0
    const file = exampleFile(() => (next++ === 14 ? 'lang '.repeat(1_500) : 'woord'))
    expect(JSON.stringify(file.blocks)).toContain('lang lang')
    const [one, two] = [await renderPdf(file), await renderPdf(file)]
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  }, 60_000)
})

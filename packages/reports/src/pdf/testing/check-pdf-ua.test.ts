import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Block } from '../../document/document.ts'
import { plainText } from '../../document/plain-text.ts'
import { exampleFile } from '../../testing/example-file.ts'
import {
  exampleInput,
  getDocument,
  normsInput,
  publishedInput,
} from '../../testing/example-input.ts'
import { programmeReport } from '../../testing/example-programmes.ts'
import { renderPdf } from '../render-pdf.ts'
import { elementsOf } from '../row-headers.ts'
import { checkPdfUa } from './check-pdf-ua.ts'
import { marksIn, openTaggedPdf, tagsIn, wordsOf } from './tagged-pdf.ts'

let words = 0
const DOCUMENTS = [
  ['ot/progress', getDocument(publishedInput('ot/reports/progress.md'))],
  ['ozj/quarterly', getDocument(exampleInput('ozj/reports/quarterly.md', '2023-04-06'))],
  ['jbjr/progress', getDocument(normsInput())],
  ['zou/yearly', getDocument(programmeReport('programme/reports/zou-yearly.md', '2022-12-31'))],
  ['a document about a family', exampleFile(() => `woord ${words++}`, 40)],
] as const
const [, , [, SMALL]] = DOCUMENTS

describe('PDF/UA-1', () => {
  it.each(DOCUMENTS)(
    'is met by %s',
    async (_name, document) => {
      expect(await checkPdfUa(await renderPdf(document))).toEqual([])
    },
    60_000,
  )

  it('is read aloud in the order of the document: the first page of a report', async () => {
    const file = await openTaggedPdf(await renderPdf(SMALL))
    const read = tagsIn(file.tree ?? fail())
      .filter(({ children }) => children.some((child) => 'id' in child && child.page === 0))
      .map((tag) => wordsOf(file, tag))
      .join(' ')
      .replace(/\s+/g, ' ')
    const expected = [SMALL.metadata.author, SMALL.metadata.title, SMALL.metadata.description]
    const texts = SMALL.blocks.slice(0, 3).map(firstWords)
    let at = 0
    for (const text of [...expected, ...texts]) {
      const next = read.indexOf(text, at)
      expect(next, `"${text}" after "${read.slice(0, at).slice(-60)}"`).toBeGreaterThanOrEqual(at)
      at = next
    }
    expect(marksIn(file.tree ?? fail()).length).toBeGreaterThan(20)
  })
})

describe('the checker can fail', () => {
  let good: Uint8Array
  beforeAll(async () => {
    good = await renderPdf(SMALL)
  })

  it.each<[string, RegExp, (pdf: PDFDocument, root: PDFDict) => void]>([
    [
      'without tags',
      /not marked as tagged/,
      ({ catalog }) => catalog.delete(PDFName.of('MarkInfo')),
    ],
    [
      'without a tree',
      /no tree of tags/,
      ({ catalog }) => catalog.delete(PDFName.of('StructTreeRoot')),
    ],
    ['without a language', /no language/, ({ catalog }) => catalog.delete(PDFName.of('Lang'))],
    [
      'without its title shown',
      /does not show its title/,
      ({ catalog }) => catalog.delete(PDFName.of('ViewerPreferences')),
    ],
    ['without bookmarks', /bookmarks/, ({ catalog }) => catalog.delete(PDFName.of('Outlines'))],
    ['without XMP', /PDF\/UA-1/, ({ catalog }) => catalog.delete(PDFName.of('Metadata'))],
    [
      'with a drawing that says nothing',
      /without an alternative text/,
      (_, root) => elementsOf(root, 'Figure')[0]?.set(PDFName.of('Alt'), PDFString.of(' ')),
    ],
    [
      'with a head without a scope',
      /no scope/,
      (_, root) => elementsOf(root, 'TH')[0]?.delete(PDFName.of('A')),
    ],
    [
      'with a row without a head',
      /has no head/,
      (_, root) => elementsOf(root, 'TH').at(-1)?.set(PDFName.of('S'), PDFName.of('TD')),
    ],
    [
      'with a level that is skipped',
      /H4 after H1/,
      (_, root) => elementsOf(root, 'H2')[0]?.set(PDFName.of('S'), PDFName.of('H4')),
    ],
    [
      'with a tag of nobody',
      /has no role/,
      (_, root) => elementsOf(root, 'P')[0]?.set(PDFName.of('S'), PDFName.of('Alinea')),
    ],
    [
      'with a standard tag in another role',
      /another role/,
      (_, root) =>
        root.lookup(PDFName.of('RoleMap'), PDFDict).set(PDFName.of('P'), PDFName.of('H1')),
    ],
    [
      'without a font',
      /not embedded/,
      ({ context }) => {
        for (const [, object] of context.enumerateIndirectObjects())
          if (object instanceof PDFDict) object.delete(PDFName.of('FontFile2'))
      },
    ],
  ])('%s', async (_name, wrong, break_) => {
    const pdf = await PDFDocument.load(good, { updateMetadata: false })
    break_(pdf, pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict))
    const findings = await checkPdfUa(await pdf.save())
    expect(findings.join('\n')).toMatch(wrong)
  })

  it.each([
    ['with content outside of all tags', /untagged content/, 'BT (\\000\\001) Tj ET\n', ''],
    ['with content in another order', /another order/, '', 'swap'],
  ])('%s', async (_name, wrong, before, swap) => {
    const pdf = await PDFDocument.load(good, { updateMetadata: false })
    const { node } = pdf.getPage(0)
    const stream = node.Contents()
    if (!(stream instanceof PDFRawStream)) throw new Error('no content')
    const { decodePDFRawStream } = await import('@cantoo/pdf-lib')
    let text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    if (swap !== '')
      text = text
        .replace(/\/MCID 3\b/, '/MCID x')
        .replace(/\/MCID 4\b/, '/MCID 3')
        .replace('/MCID x', '/MCID 4')
    const changed = pdf.context.stream(Buffer.from(before + text, 'latin1'))
    node.set(PDFName.of('Contents'), pdf.context.register(changed))
    expect((await checkPdfUa(await pdf.save())).join('\n')).toMatch(wrong)
  })
})

function firstWords(block: Block): string {
  if (block.kind === 'heading' || block.kind === 'paragraph')
    return plainText(block.inlines).split(' ').slice(0, 3).join(' ')
  return block.kind === 'list' ? '' : block.number
}

function fail(): never {
  throw new Error('the PDF has no tree of tags')
}

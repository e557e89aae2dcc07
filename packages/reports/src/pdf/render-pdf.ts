import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { ReportDocument } from '../document/document.ts'
import type { FileDocument } from '../document/file-document.ts'
import { loadFonts } from './fonts.ts'
import { printable } from './printable.ts'
import { markRowHeaders } from './row-headers.ts'
import { typstSource } from './typst-source.ts'

/** For how many compilations a part is remembered that none of them used: an edit changes little. */
const KEPT = 6

let compiler: NodeCompiler | undefined

/**
 * A document as PDF/UA-1: tagged, with alternative texts, bookmarks and its own fonts.
 * The same document gives the same bytes. Nothing is fetched and no file is read but the fonts.
 */
export async function renderPdf(document: ReportDocument | FileDocument): Promise<Uint8Array> {
  const fonts = loadFonts()
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts.files] }] })
  const source = typstSource(printable(document, fonts.has), fonts)
  const compiled = compiler.compile({ mainFileContent: source })
  const failure = compiled.takeError()
  if (failure || !compiled.result) {
    const reasons = failure ? JSON.stringify(compiler.fetchDiagnostics(failure)) : 'no result'
    throw new Error(`the document could not be set: ${reasons}`)
  }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: PdfStandard.UA_1 })
  // What nobody asked for in the last reports would otherwise stay in memory for ever.
  compiler.evictCache(KEPT)
  return await markRowHeaders(pdf)
}

import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'

/**
 * Makes the first cell of each row of a table the header of that row. Typst cannot say so yet:
 * it writes a data cell (TD), and a reader of the screen would not tell which row it is in.
 */
export async function markRowHeaders(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    // In one go: waiting in between takes longer than the work.
    parseSpeed: ParseSpeeds.Fastest,
  })
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (!root) throw new Error('the PDF has no structure tree')
  for (const row of elementsOf(root, 'TR')) {
    const [first] = childrenOf(row)
    if (first && typeOf(first) === 'TD') makeRowHeader(document, first)
  }
  return await document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  })
}

function makeRowHeader(document: PDFDocument, cell: PDFDict): void {
  const attributes = document.context.obj({ O: 'Table', Scope: 'Row' })
  const present = cell.lookup(PDFName.of('A'))
  cell.set(PDFName.of('S'), PDFName.of('TH'))
  if (present instanceof PDFArray) present.push(attributes)
  else if (present instanceof PDFDict)
    cell.set(PDFName.of('A'), document.context.obj([present, attributes]))
  else cell.set(PDFName.of('A'), attributes)
}

/** All structure elements of one type, in reading order. */
export function elementsOf(element: PDFDict, type: string): PDFDict[] {
  const own = typeOf(element) === type ? [element] : []
  return [...own, ...childrenOf(element).flatMap((child) => elementsOf(child, type))]
}

function typeOf(element: PDFDict): string | undefined {
  return element.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText()
}

/** The structure elements right under one; marked content and objects are none. */
function childrenOf(element: PDFDict): PDFDict[] {
  const kids = element.lookup(PDFName.of('K'))
  const list =
    kids instanceof PDFArray ? kids.asArray().map((_, index) => kids.lookup(index)) : [kids]
  return list.filter((kid): kid is PDFDict => kid instanceof PDFDict && kid.has(PDFName.of('S')))
}

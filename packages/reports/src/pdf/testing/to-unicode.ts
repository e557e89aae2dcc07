import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib'

/** By the code of a glyph, the characters that it stands for. */
export function readToUnicode(font: unknown): ReadonlyMap<number, string> {
  const characters = new Map<number, string>()
  const map = font instanceof PDFDict ? font.lookup(PDFName.of('ToUnicode')) : undefined
  if (!(map instanceof PDFRawStream)) return characters
  const text = Buffer.from(decodePDFRawStream(map).decode()).toString('latin1')
  for (const [, body = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', units = ''] of body.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi))
      characters.set(Number.parseInt(code, 16), fromUnits(units))
  }
  for (const [, body = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const ranges = body.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi)
    for (const [, first = '', last = '', units = ''] of ranges) {
      const start = Number.parseInt(first, 16)
      for (let code = start; code <= Number.parseInt(last, 16); code++)
        characters.set(
          code,
          String.fromCodePoint((fromUnits(units).codePointAt(0) ?? 0) + code - start),
        )
    }
  }
  return characters
}

function fromUnits(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}

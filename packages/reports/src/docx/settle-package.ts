import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { DocumentHead } from '../document/file-document.ts'

/** The first day that a zip can name; without a zone, so that it is the same everywhere. */
const NO_DAY = '1980-01-01T00:00:00'

/**
 * The same package with nothing of the moment and the process in which it was made: the clock and
 * the ids made up by chance or counted on are replaced by the day of the document and by counting
 * anew. So a publication gives the same file each time it is asked for.
 */
export function settlePackage(
  packed: Uint8Array,
  { date, language }: Pick<DocumentHead, 'date' | 'language'>,
): Uint8Array {
  const parts = Object.entries(unzipSync(packed))
  const relations = relationNames(parts)
  const settled = parts.map(([path, bytes]) => {
    if (!/\.(xml|rels)$/.test(path)) return [path, bytes] as const
    let text = strFromU8(bytes)
    if (path === 'docProps/core.xml') text = withDay(text, date, language)
    if (path === 'word/document.xml') text = withoutUnknownPages(text)
    for (const [name, settledName] of relations) text = text.replaceAll(name, settledName)
    return [path, strToU8(countedAnew(text))] as const
  })
  return zipSync(Object.fromEntries(settled), { level: 6, mtime: NO_DAY })
}

function withDay(core: string, date: string, language: string): string {
  const day = date.replace(/\.\d+Z$/, 'Z')
  return core
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${day}`)
    .replace('</cp:coreProperties>', `<dc:language>${language}</dc:language></cp:coreProperties>`)
}

/**
 * The table of contents as a list of links: which page a heading is on, is known once a program lays
 * out the pages and brings the contents up to date. Until then dots would lead to nothing.
 */
function withoutUnknownPages(document: string): string {
  const dots = /<w:r><w:tab\/><\/w:r>(?=<w:r>(?:(?!<\/w:r>).)*PAGEREF)/g
  const page = /<w:r>(?:(?!<\/w:r>).)*PAGEREF(?:(?!<\/w:r>).)*<\/w:r>/g
  return document.replace(dots, '').replace(page, '')
}

/** Ids of relations that were made up by chance, in the order in which they are listed. */
function relationNames(
  parts: readonly (readonly [string, Uint8Array])[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [path, bytes] of parts) {
    if (!path.endsWith('.rels')) continue
    for (const [, id = ''] of strFromU8(bytes).matchAll(/ Id="([^"]+)"/g)) {
      if (!/^rId\d+$/.test(id) && !names.has(id)) names.set(id, `rIdT${names.size + 1}`)
    }
  }
  return names
}

/** Numbers that go on counting from one document to the next: of bookmarks, contents and pictures. */
function countedAnew(text: string): string {
  const bookmarks = counter()
  const entries = counter()
  const pictures = counter()
  return text
    .replace(
      /(w:(?:anchor|name)="_Toc)(\d+)/g,
      (_, start: string, id: string) => start + entries(id),
    )
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")([^"]+)/g,
      (_, start: string, id: string) => start + bookmarks(id),
    )
    .replace(
      /(<wp:docPr\b[^>]*? id=")([^"]+)/g,
      (_, start: string, id: string) => start + pictures(id),
    )
}

function counter(): (id: string) => string {
  const seen = new Map<string, string>()
  return (id) => {
    const known = seen.get(id) ?? String(seen.size + 1)
    seen.set(id, known)
    return known
  }
}

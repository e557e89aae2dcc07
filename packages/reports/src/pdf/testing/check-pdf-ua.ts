import { PDFBool, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { STANDARD_TYPES } from './standard-types.ts'
import {
  attributeOf,
  marksIn,
  openTaggedPdf,
  type Tag,
  type TaggedPdf,
  tagsIn,
  textAt,
  wordsOf,
} from './tagged-pdf.ts'

/**
 * What of PDF/UA-1 (ISO 14289-1) a file does not meet, in words; empty where it meets all that a
 * program can see. The clause stands before each. What needs a reader is not looked at: whether an
 * alternative text says what is to be seen.
 */
export async function checkPdfUa(bytes: Uint8Array): Promise<string[]> {
  const file = await openTaggedPdf(bytes)
  return [
    ...checkWhole(file),
    ...checkRoles(file),
    ...checkMarks(file),
    ...checkOrder(file),
    ...checkHeadings(file),
    ...checkTables(file),
    ...checkFigures(file),
    ...checkFonts(file),
    ...checkLinks(file),
  ]
}

function* found(wrong: boolean, words: string): Generator<string> {
  if (wrong) yield words
}

function* checkWhole({ pdf, tree }: TaggedPdf): Generator<string> {
  const { catalog } = pdf
  const flag = (dictionary: string, key: string) =>
    catalog.lookupMaybe(PDFName.of(dictionary), PDFDict)?.lookup(PDFName.of(key)) === PDFBool.True
  const metadata = catalog.lookup(PDFName.of('Metadata'))
  const xmp =
    metadata instanceof PDFRawStream ? Buffer.from(metadata.getContents()).toString('utf8') : ''
  yield* found(
    !/<pdfuaid:part>1<\/pdfuaid:part>|pdfuaid:part="1"/.test(xmp),
    '5: XMP does not say PDF/UA-1',
  )
  yield* found(!flag('MarkInfo', 'Marked'), '7.1: is not marked as tagged')
  yield* found(flag('MarkInfo', 'Suspects'), '7.1: has suspects')
  yield* found(!tree, '7.1: has no tree of tags')
  yield* found(!flag('ViewerPreferences', 'DisplayDocTitle'), '7.1: does not show its title')
  yield* found((pdf.getTitle() ?? '').trim() === '', '7.1: has no title')
  yield* found(!/<dc:title>/.test(xmp), '7.1: has no title in XMP')
  yield* found((textAt(catalog, 'Lang') ?? '') === '', '7.2: has no language')
}

function* checkRoles({ roles, tree }: TaggedPdf): Generator<string> {
  for (const [role, name] of roles) {
    yield* found(STANDARD_TYPES.has(role), `7.1: gives ${role} another role`)
    yield* found(!STANDARD_TYPES.has(name), `7.1: ${role} stands for ${name}, which is no type`)
  }
  for (const { type } of tree ? tagsIn(tree).slice(1) : [])
    yield* found(!STANDARD_TYPES.has(type), `7.1: the tag ${type} has no role`)
}

/** All that is painted is either in the tree, once, or said to be no content. */
function* checkMarks({ tree, pages }: TaggedPdf): Generator<string> {
  const told = new Map<string, number>()
  for (const { page, id } of tree ? marksIn(tree) : [])
    told.set(`${page} ${id}`, (told.get(`${page} ${id}`) ?? 0) + 1)
  for (const [page, painted] of pages.entries()) {
    for (const { mark, operator, text } of painted) {
      if (mark === 'artifact') continue
      const what = `on page ${page + 1}: ${operator} "${text}"`
      yield* found(mark === undefined, `7.1: untagged content ${what}`)
      if (mark === undefined) continue
      yield* found(told.get(`${page} ${mark}`) === undefined, `7.1: in no tag ${what}`)
    }
  }
  for (const [place, times] of told) yield* found(times > 1, `7.1: ${place} is in ${times} tags`)
}

/** What is painted on a page follows the tree; notes stand below what refers to them. */
function* checkOrder({ tree, pages }: TaggedPdf): Generator<string> {
  if (!tree) return
  const notes = new Set(
    tagsIn(tree)
      .filter(({ type }) => type === 'Note')
      .flatMap(marksIn)
      .map(({ page, id }) => `${page} ${id}`),
  )
  for (const [page, painted] of pages.entries()) {
    const content = [...new Set(painted.map(({ mark }) => mark))].filter(
      (mark): mark is number => typeof mark === 'number' && !notes.has(`${page} ${mark}`),
    )
    const reading = marksIn(tree)
      .filter((mark) => mark.page === page && content.includes(mark.id))
      .map(({ id }) => id)
    yield* found(
      content.join() !== reading.join(),
      `7.1: page ${page + 1} paints in another order than it reads: ${content.join(' ')}; ${reading.join(' ')}`,
    )
  }
}

function* checkHeadings(file: TaggedPdf): Generator<string> {
  const headings = (file.tree ? tagsIn(file.tree) : []).filter(({ type }) => /^H[1-6]$/.test(type))
  let level = 0
  for (const heading of headings) {
    const next = Number(heading.type.slice(1))
    yield* found(next > level + 1, `7.4.2: ${heading.type} after H${level}`)
    yield* found(wordsOf(file, heading).trim() === '', `7.4.2: an empty ${heading.type}`)
    level = next
  }
  const outlines = file.pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  const bookmarks = outlines ? bookmarksIn(outlines) : []
  const words = headings.map((heading) => plain(wordsOf(file, heading)))
  yield* found(
    bookmarks.map(plain).join('|') !== words.join('|'),
    `7.17: bookmarks are not the headings: ${bookmarks.join('|')}; ${words.join('|')}`,
  )
}

function bookmarksIn(outline: PDFDict): string[] {
  const titles: string[] = []
  let item = outline.lookupMaybe(PDFName.of('First'), PDFDict)
  while (item) {
    titles.push(textAt(item, 'Title') ?? '', ...bookmarksIn(item))
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
  }
  return titles
}

/** A line that was broken, or a space that was kept, reads the same. */
function plain(words: string): string {
  return words.replace(/\s+/g, '')
}

function* checkTables({ tree }: TaggedPdf): Generator<string> {
  const all = tree ? tagsIn(tree) : []
  for (const [index, table] of all.filter(({ type }) => type === 'Table').entries()) {
    const rows = tagsIn(table).filter(({ type }) => type === 'TR')
    const cells = rows.map((row) =>
      tagsIn(row).filter(({ type }) => type === 'TH' || type === 'TD'),
    )
    const heads = cells.flat().filter(({ type }) => type === 'TH')
    const name = `table ${index + 1}`
    yield* found(rows.length === 0, `7.5: ${name} has no rows`)
    yield* found(heads.length === 0, `7.5: ${name} has no heads`)
    yield* found(
      new Set(cells.map(({ length }) => length)).size > 1,
      `7.5: ${name} has rows of other lengths`,
    )
    for (const head of heads) {
      const scope = attributeOf(head, 'Scope')
      yield* found(!/^(Row|Column|Both)$/.test(scope ?? ''), `7.5: a head of ${name} has no scope`)
    }
    for (const [first] of cells)
      yield* found(first?.type !== 'TH', `7.5: a row of ${name} has no head`)
  }
  for (const { type, children } of all) {
    const kids = children.filter((child): child is Tag => 'type' in child)
    if (type === 'TR')
      yield* found(
        kids.some((kid) => kid.type !== 'TH' && kid.type !== 'TD'),
        '7.2: a row with what is no cell',
      )
  }
}

function* checkFigures({ tree }: TaggedPdf): Generator<string> {
  for (const { type, dictionary } of tree ? tagsIn(tree) : []) {
    if (type !== 'Figure' && type !== 'Formula') continue
    yield* found(
      (textAt(dictionary, 'Alt') ?? '').trim() === '',
      `7.3: a ${type} without an alternative text`,
    )
  }
}

function* checkFonts({ pdf }: TaggedPdf): Generator<string> {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    const type = object.lookup(PDFName.of('Type'))?.toString()
    const name = object.lookup(PDFName.of(type === '/Font' ? 'BaseFont' : 'FontName'))?.toString()
    const program = ['FontFile', 'FontFile2', 'FontFile3'].some((key) =>
      object.has(PDFName.of(key)),
    )
    yield* found(type === '/FontDescriptor' && !program, `7.21: ${name} is not embedded`)
    const composite = object.lookup(PDFName.of('Subtype'))?.toString() === '/Type0'
    yield* found(
      type === '/Font' && composite && !object.has(PDFName.of('ToUnicode')),
      `7.21: ${name} does not say which characters it shows`,
    )
  }
}

function* checkLinks({ pdf }: TaggedPdf): Generator<string> {
  for (const [index, { node }] of pdf.getPages().entries()) {
    const annotations = node.Annots()
    if (!annotations || annotations.size() === 0) continue
    const tabs = node.lookup(PDFName.of('Tabs'))?.toString()
    yield* found(tabs !== '/S', `7.18: page ${index + 1} is not tabbed in the order of its tags`)
    for (let at = 0; at < annotations.size(); at++) {
      const link = annotations.lookupMaybe(at, PDFDict)
      yield* found(
        !link?.has(PDFName.of('StructParent')),
        `7.18: a link on page ${index + 1} is in no tag`,
      )
      yield* found(
        (textAt(link, 'Contents') ?? '') === '',
        `7.18: a link on page ${index + 1} says nothing`,
      )
    }
  }
}

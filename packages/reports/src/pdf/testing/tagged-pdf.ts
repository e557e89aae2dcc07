import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
} from '@cantoo/pdf-lib'
import { type Painted, paintedOn } from './page-marks.ts'

/** A place in the tree of tags: what it is, and what belongs to it, in reading order. */
export interface Tag {
  /** The standard name, after the roles of the file. */
  readonly type: string
  readonly dictionary: PDFDict
  readonly children: readonly (Tag | Mark)[]
}

/** Marked content of a page. */
export interface Mark {
  readonly page: number
  readonly id: number
}

/** A PDF with what makes it readable: the tree of its tags and what each page paints. */
export interface TaggedPdf {
  readonly pdf: PDFDocument
  /** By role that is no standard name, the name that it stands for. */
  readonly roles: ReadonlyMap<string, string>
  readonly tree: Tag | undefined
  readonly pages: readonly (readonly Painted[])[]
}

export async function openTaggedPdf(bytes: Uint8Array): Promise<TaggedPdf> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  const roles = new Map<string, string>()
  for (const [role, name] of root?.lookupMaybe(PDFName.of('RoleMap'), PDFDict)?.entries() ?? [])
    roles.set(role.decodeText(), name instanceof PDFName ? name.decodeText() : '')
  const places = new Map(pdf.getPages().map((page, index) => [page.ref.tag, index]))
  const pageOf = (dictionary: PDFDict) => places.get(String(dictionary.get(PDFName.of('Pg'))))
  const tagOf = (dictionary: PDFDict, inherited: number | undefined): Tag => {
    const page = pageOf(dictionary) ?? inherited
    const name = dictionary.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText() ?? 'Root'
    const children = kidsOf(dictionary).flatMap((kid): (Tag | Mark)[] => {
      if (kid instanceof PDFNumber) return [{ page: page ?? -1, id: kid.asNumber() }]
      if (!(kid instanceof PDFDict)) return []
      const id = kid.lookup(PDFName.of('MCID'))
      if (id instanceof PDFNumber) return [{ page: pageOf(kid) ?? page ?? -1, id: id.asNumber() }]
      return kid.has(PDFName.of('S')) ? [tagOf(kid, page)] : []
    })
    return { type: roles.get(name) ?? name, dictionary, children }
  }
  return {
    pdf,
    roles,
    tree: root && tagOf(root, undefined),
    pages: pdf.getPages().map(paintedOn),
  }
}

function kidsOf(dictionary: PDFDict) {
  const kids = dictionary.lookup(PDFName.of('K'))
  if (kids instanceof PDFArray) return kids.asArray().map((_, index) => kids.lookup(index))
  return kids === undefined ? [] : [kids]
}

function isTag(one: Tag | Mark): one is Tag {
  return 'type' in one
}

/** A tag and all below it, in reading order. */
export function tagsIn(tag: Tag): Tag[] {
  return [tag, ...tag.children.filter(isTag).flatMap(tagsIn)]
}

/** All marked content below a tag, in reading order. */
export function marksIn(tag: Tag): Mark[] {
  return tag.children.flatMap((child) => (isTag(child) ? marksIn(child) : [child]))
}

/** What a reader of the screen says of a tag. */
export function wordsOf({ pages }: TaggedPdf, tag: Tag): string {
  return marksIn(tag)
    .map(({ page, id }) =>
      (pages[page] ?? [])
        .filter(({ mark }) => mark === id)
        .map(({ text }) => text)
        .join(''),
    )
    .join('')
}

/** A text under a key of a dictionary. */
export function textAt(dictionary: PDFDict | undefined, key: string): string | undefined {
  const value = dictionary?.lookup(PDFName.of(key))
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText()
  return undefined
}

/** The attributes of a tag, from all of its lists. */
export function attributeOf({ dictionary }: Tag, key: string): string | undefined {
  const attributes = dictionary.lookup(PDFName.of('A'))
  const list =
    attributes instanceof PDFArray
      ? attributes.asArray().map((_, index) => attributes.lookup(index))
      : [attributes]
  for (const one of list) {
    const value = one instanceof PDFDict ? one.lookup(PDFName.of(key)) : undefined
    if (value instanceof PDFName) return value.decodeText()
  }
  return undefined
}

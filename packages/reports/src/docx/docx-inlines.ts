import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Inline } from '../document/document.ts'

/** By anchor, what Word calls the heading: its names take no hyphens and few characters. */
export type Bookmarks = ReadonlyMap<string, string>

/** Words as the runs of a paragraph. */
export function runsOf(
  inlines: readonly Inline[],
  bookmarks: Bookmarks,
  style: IRunOptions = {},
): ParagraphChild[] {
  return inlines.flatMap((inline) => runOf(inline, bookmarks, style))
}

function runOf(inline: Inline, bookmarks: Bookmarks, style: IRunOptions): ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
    case 'figure':
    case 'kept':
      return [new TextRun({ ...style, text: inline.text })]
    case 'break':
      return [new TextRun({ ...style, break: 1 })]
    case 'strong':
      return runsOf(inline.inlines, bookmarks, { ...style, bold: true })
    case 'em':
      return runsOf(inline.inlines, bookmarks, { ...style, italics: true })
    case 'link':
      return linkRuns(inline.href, inline.inlines, bookmarks, style)
    case 'footnote':
      return [new FootnoteReferenceRun(inline.number)]
    default:
      return inline satisfies never
  }
}

/** A link to an anchor that is not a heading of this document leads nowhere in print. */
function linkRuns(
  href: string,
  inlines: readonly Inline[],
  bookmarks: Bookmarks,
  style: IRunOptions,
): ParagraphChild[] {
  const children = runsOf(inlines, bookmarks, { ...style, style: 'Hyperlink' })
  if (!href.startsWith('#')) return [new ExternalHyperlink({ link: href, children })]
  const anchor = bookmarks.get(href.slice(1))
  return anchor === undefined
    ? runsOf(inlines, bookmarks, style)
    : [new InternalHyperlink({ anchor, children })]
}

import { withoutControls } from '@tijdig/charts'
import { Document, type FileChild, Packer, Paragraph, TableOfContents, TextRun } from 'docx'
import type { ReportDocument } from '../document/document.ts'
import type { DocumentHead, FileDocument } from '../document/file-document.ts'
import { headOf } from '../rendering/document-head.ts'
import { capital } from '../wording/capital.ts'
import { blockChildren, type Lists } from './docx-blocks.ts'
import { type Bookmarks, runsOf } from './docx-inlines.ts'
import { footerOf, NUMBERING, PAGE, STYLES } from './docx-layout.ts'
import { settlePackage } from './settle-package.ts'

/**
 * A document for Word (DOCX): headings, footnotes, tables with heads and pictures with alternative
 * texts, the same as in the other forms. The same document gives the same bytes.
 */
export async function renderDocx(document: ReportDocument | FileDocument): Promise<Uint8Array> {
  const { blocks, footnotes, head } = readable({
    blocks: document.blocks,
    footnotes: document.format === 'tijdig-document/1' ? document.footnotes : [],
    head: headOf(document),
  })
  const headings = blocks.filter((block) => block.kind === 'heading')
  const bookmarks: Bookmarks = new Map(headings.map(({ id }, index) => [id, `kop_${index + 1}`]))
  const lists: Lists = { next: 0 }
  const children: FileChild[] = headChildren(head, headings.length > 0)
  for (const block of blocks) children.push(...(await blockChildren(block, bookmarks, lists)))
  const notes = footnotes.map(({ number, inlines }) => {
    const words = new Paragraph({ style: 'FootnoteText', children: runsOf(inlines, bookmarks) })
    return [number, { children: [words] }] as const
  })
  const packed = await Packer.toBuffer(
    new Document({
      title: `${head.title}, ${head.subtitle}`,
      creator: head.author,
      lastModifiedBy: head.author,
      description: head.description,
      styles: STYLES,
      numbering: NUMBERING,
      footnotes: Object.fromEntries(notes),
      sections: [
        {
          properties: PAGE,
          footers: { default: footerOf(`${head.title}, ${head.subtitle}`) },
          children: [
            ...children,
            new Paragraph({ style: 'Remark', children: [new TextRun(head.closing)] }),
          ],
        },
      ],
    }),
  )
  return settlePackage(packed, head)
}

function headChildren(head: DocumentHead, hasHeadings: boolean): FileChild[] {
  const line = (style: string, ...words: TextRun[]) => new Paragraph({ style, children: words })
  return [
    line('Sender', new TextRun(head.author)),
    line('Heading1', new TextRun(head.title)),
    line('Period', new TextRun(capital(head.subtitle))),
    line('BodyText', new TextRun(head.description)),
    ...head.facts.map(({ term, words }) =>
      line('Fact', new TextRun(`${term}: `), new TextRun({ text: words, bold: true })),
    ),
    ...(hasHeadings
      ? [
          line('ContentsHead', new TextRun(head.contents)),
          new TableOfContents(head.contents, { hyperlink: true, headingStyleRange: '2-3' }),
        ]
      : []),
  ]
}

/** Without what XML cannot hold. */
function readable<T>(value: T): T {
  if (typeof value === 'string') return withoutControls(value) as T
  if (Array.isArray(value)) return value.map((one) => readable(one)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, readable(one)])) as T
}

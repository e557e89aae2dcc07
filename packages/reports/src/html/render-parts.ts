import type { ReportDocument } from '../document/document.ts'
import { type Fact, factsOf } from '../rendering/document-facts.ts'
import { headOf } from '../rendering/document-head.ts'
import { blockHtml } from './blocks.ts'
import { html, type Markup } from './markup.ts'
import type { PageLinks } from './page-links.ts'
import { contentsHtml, footnotesHtml } from './render-html.ts'

/** A report in pieces, for a page that has a head and a foot of its own. */
export interface ReportParts {
  readonly contents: Markup
  readonly main: Markup
  readonly facts: readonly Fact[]
  readonly closing: string
}

/** The same text and figures as the whole page has, each part with a link to itself. */
export function renderParts(document: ReportDocument, links: PageLinks): ReportParts {
  const { blocks, footnotes, metadata } = document
  const head = headOf(document)
  const notes = footnotes.length > 0 ? footnotesHtml(footnotes, links) : html``
  return {
    contents: contentsHtml(head, blocks, footnotes),
    main: html`${blocks.map((block) => blockHtml(block, links))}${notes}`,
    facts: factsOf(metadata),
    closing: head.closing,
  }
}

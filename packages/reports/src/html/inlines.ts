import type { FigureValue, Inline } from '../document/document.ts'
import { html, Markup } from './markup.ts'
import type { PageLinks } from './page-links.ts'

export function inlinesHtml(inlines: readonly Inline[], links?: PageLinks): Markup {
  return html`${inlines.map((inline) => inlineHtml(inline, links))}`
}

function inlineHtml(inline: Inline, links: PageLinks | undefined): Markup {
  switch (inline.kind) {
    case 'text':
      return html`${inline.text}`
    case 'break':
      return new Markup('<br>')
    case 'strong':
      return html`<strong>${inlinesHtml(inline.inlines, links)}</strong>`
    case 'em':
      return html`<em>${inlinesHtml(inline.inlines, links)}</em>`
    case 'link':
      return html`<a href="${inline.href}">${inlinesHtml(inline.inlines)}</a>`
    case 'figure':
      return figureHtml(inline, links)
    case 'kept':
      return html`<data id="${inline.id}" value="${inline.source.key}">${inline.text}</data>`
    case 'footnote':
      return html`<sup><a class="noot" id="noot-${inline.number}-terug" href="#noot-${inline.number}" role="doc-noteref" aria-label="Voetnoot ${inline.number}">${inline.number}</a></sup>`
    default:
      return inline satisfies never
  }
}

/** A number that can be pointed at, and read by a machine where one is shown. */
export function figureHtml({ id, text, shown }: FigureValue, links?: PageLinks): Markup {
  const words = links
    ? html`<a class="cijfer" href="${links.figure(id)}">${text}</a>`
    : html`${text}`
  return shown.kind === 'exact' || shown.kind === 'rounded'
    ? html`<data id="${id}" value="${shown.value}">${words}</data>`
    : html`<span id="${id}">${words}</span>`
}

import { formatMoment } from '@tijdig/core'
import { dayWordsOfMoment, html, longDay, type Markup } from '@tijdig/reports'
import type { EditionLine } from '@tijdig/store'
import { editionAt } from '../addresses.ts'

/** Editions in a list, in the order given. */
export function editionLines(lines: readonly EditionLine[]): Markup {
  return html`<ul class="uitgaven">${lines.map(
    (
      line,
    ) => html`<li><h3><a href="${editionAt(line.address)}">${line.title}, ${editionName(line)}</a></h3>
${line.withdrawn ? html`<p><strong>Ingetrokken op ${dayWordsOfMoment(formatMoment(line.withdrawn.at))}.</strong></p>` : html`<p>${line.description}</p>`}
<p class="over">${line.author}. Zoals bekend op ${dayWordsOfMoment(line.knownAt)}. Gepubliceerd op ${dayWordsOfMoment(formatMoment(line.publishedAt))}.</p></li>`,
  )}</ul>`
}

/** What tells an edition from others of its report: `stand op 31 maart 2023, tweede uitgave`. */
export function editionName({ cutOff, address }: Pick<EditionLine, 'cutOff' | 'address'>): string {
  const again = /\/\d{4}-\d{2}-\d{2}-(\d+)$/.exec(address)?.[1]
  return `stand op ${longDay(cutOff)}${again ? ` (${again}e uitgave)` : ''}`
}

import type { Footnote, Metadata, ReportDocument } from '../document/document.ts'
import { plainText } from '../document/plain-text.ts'
import { factsOf } from '../rendering/document-facts.ts'
import { capital } from '../wording/capital.ts'
import { blockHtml } from './blocks.ts'
import { inlinesHtml } from './inlines.ts'
import { html, Markup } from './markup.ts'
import { STYLE } from './style.ts'

/**
 * A report as one page that needs nothing else: no script, no font, no file. Shows under
 * `REPORT_CONTENT_SECURITY_POLICY`. The same document gives the same bytes.
 */
export function renderHtml(document: ReportDocument): string {
  const { metadata, blocks, footnotes } = document
  const page = html`<!doctype html>
<html lang="${metadata.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${metadata.title}, ${metadata.period}</title>
<meta name="description" content="${metadata.description}">
<meta name="author" content="${metadata.author}">
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="overslaan" href="#inhoud">Naar de inhoud</a>
<div class="kop">${headHtml(metadata)}</div>
<div class="romp">
${contentsHtml(document)}
<main id="inhoud" tabindex="-1">
${blocks.map(blockHtml)}${footnotes.length > 0 ? footnotesHtml(footnotes) : ''}</main>
</div>
<footer><p>${closingWords(metadata)}</p></footer>
</body>
</html>
`
  return page.text
}

function headHtml(metadata: Metadata): Markup {
  return html`<header>
<p class="afzender">${metadata.author}</p>
<h1>${metadata.title}</h1>
<p class="periode">${capital(metadata.period)}</p>
<p class="inleiding">${metadata.description}</p>
<dl class="feiten">${factsOf(metadata).map(({ term, words, code, long }) => {
    const shown = code ? html`<code>${words}</code>` : html`${words}`
    const whole = long ? new Markup(' class="lang"') : ''
    return html`<div${whole}><dt>${term}</dt><dd>${shown}</dd></div>`
  })}</dl>
</header>`
}

function contentsHtml({ blocks, footnotes }: ReportDocument): Markup {
  const headings = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 ? [block] : [],
  )
  if (headings.length === 0) return html``
  return html`<nav aria-label="In dit rapport"><p>In dit rapport</p><ol>${headings.map(
    ({ id, inlines }) => html`<li><a href="#${id}">${plainText(inlines)}</a></li>`,
  )}${footnotes.length > 0 ? html`<li><a href="#voetnoten">Voetnoten</a></li>` : ''}</ol></nav>`
}

function footnotesHtml(footnotes: readonly Footnote[]): Markup {
  return html`<section class="voetnoten" role="doc-endnotes" aria-labelledby="voetnoten">
<h2 id="voetnoten">Voetnoten</h2>
<ol>${footnotes.map(
    ({ number, inlines }) =>
      html`<li id="noot-${number}">${inlinesHtml(inlines)} <a href="#noot-${number}-terug" role="doc-backlink" aria-label="Terug naar de tekst bij voetnoot ${number}">terug</a></li>`,
  )}</ol>
</section>
`
}

function closingWords({ publication, author, title, period }: Metadata): string {
  const name = `${author}: ${title}, ${period}.`
  return publication
    ? `${name} Uitgave ${publication.number}. Deze uitgave verandert niet meer; met het controlegetal is na te gaan dat de cijfers uit het logboek komen.`
    : `${name} Dit is een voorbeeld. Het kan nog veranderen tot het wordt gepubliceerd.`
}

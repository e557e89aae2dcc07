import type { Block, Footnote, ReportDocument } from '../document/document.ts'
import type { DocumentHead, FileBlock, FileDocument } from '../document/file-document.ts'
import { plainText } from '../document/plain-text.ts'
import { headOf } from '../rendering/document-head.ts'
import { capital } from '../wording/capital.ts'
import { blockHtml } from './blocks.ts'
import { inlinesHtml } from './inlines.ts'
import { html, Markup } from './markup.ts'
import type { PageLinks } from './page-links.ts'
import { FILE_STYLE, STYLE, WORDS_STYLE } from './style.ts'

/**
 * A document as one page that needs nothing else: no script, no font, no file. A report shows under
 * `REPORT_CONTENT_SECURITY_POLICY`, a file under `FILE_CONTENT_SECURITY_POLICY`. The same document
 * gives the same bytes.
 */
export function renderHtml(document: ReportDocument | FileDocument): string {
  const { blocks } = document
  const isReport = document.format === 'tijdig-document/1'
  const head = headOf(document)
  const footnotes = isReport ? document.footnotes : []
  const page = html`<!doctype html>
<html lang="${head.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${head.title}, ${head.subtitle}</title>
<meta name="description" content="${head.description}">
<meta name="author" content="${head.author}">
${stylesHtml(document)}
</head>
<body>
<a class="overslaan" href="#inhoud">Naar de inhoud</a>
<div class="kop">${headHtml(head)}</div>
<div class="romp">
${contentsHtml(head, blocks, footnotes)}
<main id="inhoud" tabindex="-1">
${blocks.map((block) => blockHtml(block))}${footnotes.length > 0 ? footnotesHtml(footnotes) : ''}</main>
</div>
<footer><p>${head.closing}</p></footer>
</body>
</html>
`
  return page.text
}

/** A report without tables of words has the style that such reports always had. */
function stylesHtml({ format, blocks }: ReportDocument | FileDocument): Markup {
  if (format === 'tijdig-file/1') return html`<style>${new Markup(FILE_STYLE)}</style>`
  const words = blocks.some(({ kind }) => kind === 'parts')
  return html`<style>${new Markup(STYLE)}</style>${
    words ? html`\n<style>${new Markup(WORDS_STYLE)}</style>` : ''
  }`
}

function headHtml({ author, title, subtitle, description, facts }: DocumentHead): Markup {
  return html`<header>
<p class="afzender">${author}</p>
<h1>${title}</h1>
<p class="periode">${capital(subtitle)}</p>
<p class="inleiding">${description}</p>
<dl class="feiten">${facts.map(({ term, words, code, long }) => {
    const shown = code ? html`<code>${words}</code>` : html`${words}`
    const whole = long ? new Markup(' class="lang"') : ''
    return html`<div${whole}><dt>${term}</dt><dd>${shown}</dd></div>`
  })}</dl>
</header>`
}

export function contentsHtml(
  { contents }: DocumentHead,
  blocks: readonly (Block | FileBlock)[],
  footnotes: readonly Footnote[],
): Markup {
  const headings = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 ? [block] : [],
  )
  if (headings.length === 0) return html``
  return html`<nav aria-label="${contents}"><p>${contents}</p><ol>${headings.map(
    ({ id, inlines }) => html`<li><a href="#${id}">${plainText(inlines)}</a></li>`,
  )}${footnotes.length > 0 ? html`<li><a href="#voetnoten">Voetnoten</a></li>` : ''}</ol></nav>`
}

export function footnotesHtml(footnotes: readonly Footnote[], links?: PageLinks): Markup {
  return html`<section class="voetnoten" role="doc-endnotes" aria-labelledby="voetnoten">
<h2 id="voetnoten">Voetnoten</h2>
<ol>${footnotes.map(
    ({ number, inlines }) =>
      html`<li id="noot-${number}">${inlinesHtml(inlines, links)} <a href="#noot-${number}-terug" role="doc-backlink" aria-label="Terug naar de tekst bij voetnoot ${number}">terug</a></li>`,
  )}</ol>
</section>
`
}

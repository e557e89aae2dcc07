import { formatCount, html, type Markup, type ReportDocument, renderParts } from '@tijdig/reports'
import type { EditionLine } from '@tijdig/store'
import type { StandingEdition } from '../../house/archive-desk.ts'
import { OPEN_FILES } from '../../house/report-files.ts'
import { changesAt, editionAt, figureAt, reportAt } from '../addresses.ts'
import { archivePage } from '../layout.ts'
import { editionName } from './edition-lines.ts'

/** One publication, with an address for each part and each figure. */
export function editionPage(edition: StandingEdition, others: readonly EditionLine[]): string {
  const { address, template, title } = edition
  const document = documentOf(edition)
  const { metadata } = document
  const { contents, main, facts, closing } = renderParts(document, {
    figure: (id) => figureAt(address, id),
  })
  return archivePage({
    title: `${title}, ${metadata.period}`,
    description: metadata.description,
    feed: `${reportAt(template)}/feed.xml`,
    feedName: title,
    canonical: editionAt(address),
    head: html`<p class="afzender">${metadata.author}</p>
<h1>${title}</h1>
<p class="periode">${capital(metadata.period)}</p>
<p class="inleiding">${metadata.description}</p>
${formats(address)}
<dl class="feiten">${facts.map(
      ({ term, words, code, long }) =>
        html`${long ? html`<div class="lang">` : html`<div>`}<dt>${term}</dt><dd>${code ? html`<code>${words}</code>` : words}</dd></div>`,
    )}</dl>`,
    body: html`<div class="romp">
${contents}
<main id="inhoud" tabindex="-1">
${main}
${changes(edition, others)}
${proof(edition)}
</main>
</div>`,
    closing,
  })
}

export function documentOf({ frozen }: StandingEdition): ReportDocument {
  return frozen.document.report as unknown as ReportDocument
}

function formats(address: string): Markup {
  return html`<ul class="formaten">${OPEN_FILES.map(
    ({ file, name, kind }) =>
      html`<li><a href="${editionAt(address)}/${file}">${name}</a> <span>(${kind})</span></li>`,
  )}</ul>
<p class="niet-op-papier"><a href="#andere-uitgaven">Andere uitgaven en wat er veranderde</a>. <a href="#na-te-rekenen">Dit rapport is na te rekenen</a>.</p>`
}

function changes({ address }: StandingEdition, others: readonly EditionLine[]): Markup {
  const standing = others.filter((line) => line.withdrawn === null && line.address !== address)
  return html`<h2 id="andere-uitgaven">Andere uitgaven van dit rapport</h2>
${
  standing.length === 0
    ? html`<p>Er is nog geen andere uitgave.</p>`
    : html`<ul>${standing.map(
        (line) =>
          html`<li><a href="${editionAt(line.address)}">${capital(editionName(line))}</a>. <a href="${changesAt(line.address, address)}">Wat er veranderde <span class="stil">tussen ${editionName(line)} en deze uitgave</span></a></li>`,
      )}</ul>`
}`
}

function proof({ frozen, address }: StandingEdition): Markup {
  const { position, logHash } = frozen.publication
  return html`<h2 id="na-te-rekenen">Dit rapport is na te rekenen</h2>
<p>Elk cijfer komt uit een logboek waarin nooit iets wordt gewist. Dit rapport las dat logboek tot en met regel ${formatCount(position)}. Het controlegetal hieronder hoort bij precies die regels: verandert er één, dan verandert het getal.</p>
<dl class="vragen"><div><dt>Gelezen tot en met</dt><dd>regel ${formatCount(position)}</dd></div></dl>
<p>Controlegetal (SHA-256): <code>${logHash}</code></p>
<p>Wie bij het logboek mag, rekent alles opnieuw uit met de opdracht <code>tijdig verify ${address}</code>. Die zegt “identiek”, of noemt elk verschil. U kunt erom vragen bij de afzender. Bewaart u dit rapport, dan kan niemand het later ongemerkt veranderen: het controlegetal staat erin.</p>`
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

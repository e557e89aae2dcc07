import { html, type Markup } from '@tijdig/reports'
import type { EditionLine } from '@tijdig/store'
import { ARCHIVE, FEED, reportAt } from '../addresses.ts'
import { archivePage, CLOSING } from '../layout.ts'
import { editionLines } from './edition-lines.ts'

/** What a reader looks for; empty texts leave it open. */
export interface Sought {
  readonly words: string
  readonly report: string
  readonly year: string
}

/**
 * The archive: all reports or one, the newest first.
 * @param all What there is; @param found What of it fits.
 */
export function listPage(
  all: readonly EditionLine[],
  found: readonly EditionLine[],
  sought: Sought,
): string {
  const one = all.find(({ address }) => address.startsWith(`${sought.report}/`))
  const isOne = sought.report !== '' && one !== undefined
  const title = isOne ? one.title : 'Alle rapporten'
  const years = new Map<string, EditionLine[]>()
  for (const line of found) years.set(yearOf(line), [...(years.get(yearOf(line)) ?? []), line])
  return archivePage({
    title,
    description:
      'Rapporten over jeugdhulp en jeugdbescherming, met hun cijfers. Zonder inloggen te lezen.',
    ...(isOne && { feed: `${reportAt(one.template)}/feed.xml`, feedName: one.title }),
    hidden: sought.words !== '' || sought.year !== '',
    head: html`<h1>${title}</h1>
<p class="inleiding">Rapporten die voor iedereen zijn gepubliceerd. Een rapport verandert niet meer, en elk cijfer heeft een vast adres.</p>`,
    body: html`<main class="blad" id="inhoud" tabindex="-1">
${searchForm(all, sought)}
<p role="status">${countWords(found.length, all.length)}</p>
${[...years].map(
  ([year, lines]) => html`<h2>${year}</h2>
${editionLines(lines)}`,
)}
${isOne && found.length > 1 ? html`<p class="niet-op-papier"><a href="${reportAt(one.template)}/wijzigingen">Vergelijk twee uitgaven van dit rapport</a></p>` : ''}
${isOne ? html`<p class="niet-op-papier"><a href="${ARCHIVE}">Alle rapporten</a></p>` : ''}
<p class="niet-op-papier">Bericht krijgen bij een nieuw rapport? Zet <a href="${isOne ? `${reportAt(one.template)}/feed.xml` : FEED}">dit adres</a> in een feedlezer (Atom).</p>
</main>`,
    closing: CLOSING,
  })
}

function searchForm(all: readonly EditionLine[], sought: Sought): Markup {
  const reports = new Map(all.map(({ address, title }) => [address.split('/')[0] ?? '', title]))
  const years = [...new Set(all.map(yearOf))].sort().reverse()
  const option = (value: string, chosen: string, words: string) =>
    value === chosen
      ? html`<option value="${value}" selected>${words}</option>`
      : html`<option value="${value}">${words}</option>`
  return html`<form class="zoek" role="search" action="${ARCHIVE}" method="get">
<div><label for="zoek">Woorden uit titel of tekst</label><input id="zoek" name="zoek" type="search" maxlength="200" value="${sought.words}"></div>
<div><label for="rapport">Rapport</label><select id="rapport" name="rapport">${option('', sought.report, 'Alle')}${[...reports].map(([slug, title]) => option(slug, sought.report, title))}</select></div>
<div><label for="jaar">Jaar van de peildag</label><select id="jaar" name="jaar">${option('', sought.year, 'Alle')}${years.map((year) => option(year, sought.year, year))}</select></div>
<div><button type="submit">Zoek</button></div>
</form>`
}

function countWords(found: number, all: number): string {
  if (all === 0) return 'Er is nog niets openbaar gepubliceerd.'
  if (found === 0) return 'Er is niets gevonden. Zoek met minder woorden, of kies “Alle”.'
  return found === 1 ? 'Eén uitgave.' : `${found} uitgaven.`
}

export function yearOf({ cutOff }: Pick<EditionLine, 'cutOff'>): string {
  return cutOff.slice(0, 4)
}

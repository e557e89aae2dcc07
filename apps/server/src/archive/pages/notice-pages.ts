import { formatMoment } from '@tijdig/core'
import { html, longMoment } from '@tijdig/reports'
import type { ReadEdition } from '../../house/archive-desk.ts'
import { ARCHIVE, editionAt, reportAt } from '../addresses.ts'
import { archivePage, CLOSING } from '../layout.ts'

/** In the place of what was withdrawn: that it was, when and why. */
export function withdrawnPage({
  address,
  template,
  title,
  author,
  withdrawn,
}: ReadEdition): string {
  return archivePage({
    title: `Ingetrokken: ${title}`,
    description: 'Deze uitgave is ingetrokken.',
    hidden: true,
    canonical: editionAt(address),
    head: html`<p class="afzender">${author}</p>
<h1>${title}</h1>`,
    body: html`<main class="blad" id="inhoud" tabindex="-1">
<div class="let-op"><h2>Deze uitgave is ingetrokken</h2>
<p>Dat gebeurde op ${withdrawn ? longMoment(formatMoment(withdrawn.at)) : ''}. De reden: ${withdrawn?.reason ?? ''}</p></div>
<p>Het rapport stond onder dit adres. De inhoud is hier niet meer te lezen en niet meer te downloaden. De uitgave zelf is niet veranderd en blijft bewaard bij de afzender.</p>
<p><a href="${reportAt(template)}">Andere uitgaven van dit rapport</a></p>
</main>`,
    closing: CLOSING,
  })
}

/** Where there is nothing, or nothing for everybody. */
export function missingPage(): string {
  return archivePage({
    title: 'Niet gevonden',
    description: 'Dit staat niet in het archief.',
    hidden: true,
    head: html`<h1>Niet gevonden</h1>`,
    body: html`<main class="blad" id="inhoud" tabindex="-1">
<p>Onder dit adres staat niets in het openbare archief. Kijk of u het adres helemaal hebt overgenomen.</p>
<p><a href="${ARCHIVE}">Zoek in het archief</a></p>
</main>`,
    closing: CLOSING,
  })
}

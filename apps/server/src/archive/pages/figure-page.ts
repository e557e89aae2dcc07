import type { Explanation, IndicatorLabels } from '@tijdig/figures'
import { html, longDay, longMoment, type Markup } from '@tijdig/reports'
import type { StandingEdition } from '../../house/archive-desk.ts'
import { changesAt, editionAt, figureAt, reportAt } from '../addresses.ts'
import {
  CHANGE_PARTS,
  cellName,
  changeOf,
  levelWords,
  PARTS,
  partWords,
  stepWords,
} from '../change-words.ts'
import { type FoundFigure, findSame } from '../find-figure.ts'
import { archivePage, CLOSING } from '../layout.ts'
import { documentOf } from './edition-page.ts'

export interface FigurePage {
  readonly edition: StandingEdition
  readonly found: FoundFigure
  readonly labels: readonly IndicatorLabels[]
  /** The edition before it, and why figures moved since; undefined where that may not be told. */
  readonly before: StandingEdition | undefined
  readonly explanations: readonly Explanation[] | undefined
  readonly origin: string
}

/** One figure: what it is, what was asked, where it stands, how it moved. */
export function figurePage(page: FigurePage): string {
  const { edition, found, origin } = page
  const { figure, section, place } = found
  const { address, template, title } = edition
  const { metadata } = documentOf(edition)
  const name = nameOf(page)
  const definition = metadata.definitions.find(
    ({ indicator }) => indicator === figure.source.indicator,
  )
  const own = figureAt(address, figure.id)
  return archivePage({
    title: `${name}: ${figure.text}`,
    description: `Eén cijfer uit ${title}, ${metadata.period}.`,
    feed: `${reportAt(template)}/feed.xml`,
    feedName: title,
    canonical: own,
    head: html`<p class="afzender"><a href="${editionAt(address)}">${title}, ${metadata.period}</a></p>
<h1>${name}</h1>`,
    body: html`<main class="blad" id="inhoud" tabindex="-1">
<p class="waarde">${figure.text}</p>
<dl class="vragen"><div><dt>Peildag</dt><dd>${longDay(metadata.question.cutOff)}</dd></div><div><dt>Zoals bekend op</dt><dd>${longMoment(metadata.question.knownAt)}</dd></div></dl>
<p>Het cijfer telt wat tot en met de peildag was gebeurd, voor zover dat op die tweede dag bekend was.</p>
<h2>Wat dit cijfer betekent</h2>
${
  definition
    ? html`<p>${definition.words}</p>
<p class="toelichting">${definition.label}, definitie ${definition.version}, geldt vanaf ${longDay(definition.inForceFrom)}.</p>`
    : html`<p>De definitie staat achter in het rapport.</p>`
}
<h2>Waar het staat</h2>
<blockquote><p>${place}</p></blockquote>
<p><a href="${editionAt(address)}#${figure.id}">Naar deze plek in het rapport</a>${section ? html`, onder “${section.title}”` : ''}.</p>
<h2>Wat er veranderde</h2>
${changeMarkup(page)}
<h2>Vast adres</h2>
<p>Verwijs naar dit cijfer met <code>${origin}${own}</code>. Het blijft onder dit adres staan en verandert niet meer.</p>
</main>`,
    closing: CLOSING,
  })
}

function nameOf({ labels, found }: FigurePage): string {
  const { indicator, cells, part } = found.figure.source
  const known = labels.find(({ code }) => code === indicator)
  const [first = indicator, ...others] = known ? cells.map((cell) => cellName(known, cell)) : []
  // The label once, also of several cells together.
  const words = [first, ...others.map((one) => one.replace(`${known?.label}, `, ''))]
  return [words.join(' en '), PART_NAMES[part] ?? ''].filter((one) => one !== '').join(', ')
}

const PART_NAMES: Readonly<Record<string, string>> = {
  ...CHANGE_PARTS,
  numerator: 'hoeveel van hen',
  denominator: 'van hoeveel',
  from: 'eerst',
  to: 'nu',
  difference: 'verschil',
}

function changeMarkup({ edition, found, labels, before, explanations }: FigurePage): Markup {
  const { figure } = found
  const { indicator, cells, part } = figure.source
  if (!before) return html`<p>Er is geen eerdere uitgave van dit rapport om mee te vergelijken.</p>`
  const link = html`<p><a href="${changesAt(before.address, edition.address)}">Alles wat er sinds de vorige uitgave veranderde</a></p>`
  const earlier = findSame(documentOf(before), figure)?.text
  const kind = labels.find(({ code }) => code === indicator)?.kind ?? 'count'
  const isSum = cells.length > 1 && kind === 'share'
  if (!explanations || part !== 'value' || isSum) {
    const words = earlier ?? 'niets: het stond er niet in'
    return html`<p>In de vorige uitgave (stand op ${longDay(before.frozen.asked.cutOff)}) was dit: ${words}.</p>${link}`
  }
  const change = changeOf(explanations, indicator, cells)
  if (!change) return html`<p>Sinds de vorige uitgave is dit cijfer niet veranderd.</p>${link}`
  return html`<p>In de vorige uitgave (stand op ${longDay(before.frozen.asked.cutOff)}, bekend op ${longMoment(before.frozen.asked.knownAt)}) was dit ${levelWords(kind, change.from)}. Nu is het ${levelWords(kind, change.to)}. Het verschil bestaat uit vier delen:</p>
<ul class="delen">${PARTS.map(
    (one) =>
      html`<li><b>${stepWords(kind, change[one])}</b><span><strong>${CHANGE_PARTS[one]}.</strong> ${partWords(one, before.frozen.asked, edition.frozen.asked)}</span></li>`,
  )}</ul>${kind === 'share' ? html`<p class="toelichting">De delen zijn in procentpunten.</p>` : ''}${link}`
}

import type { Explanation, IndicatorLabels, ProtectedFigure } from '@tijdig/figures'
import { html, longMoment, type Markup } from '@tijdig/reports'
import type { EditionLine } from '@tijdig/store'
import type { StandingEdition } from '../../house/archive-desk.ts'
import { changesAt, editionAt, reportAt } from '../addresses.ts'
import { CHANGE_PARTS, cellName, levelWords, PARTS, partWords, stepWords } from '../change-words.ts'
import { archivePage, CLOSING } from '../layout.ts'
import { type ChangedPassage, textDifferences } from '../text-differences.ts'
import { changeTable } from './change-table.ts'
import { editionName } from './edition-lines.ts'
import { documentOf } from './edition-page.ts'
import { sideBySide } from './side-by-side.ts'

export interface Comparison {
  readonly from: StandingEdition
  readonly to: StandingEdition
  readonly labels: readonly IndicatorLabels[]
  /** Why they changed, or, where that may not be told, what each edition published. */
  readonly figures:
    | { readonly explanations: readonly Explanation[] }
    | { readonly published: readonly [readonly ProtectedFigure[], readonly ProtectedFigure[]] }
}

/** What changed between two editions of a report, in figures and in text; both chosen from lists. */
export function changesPage(
  lines: readonly [EditionLine, ...EditionLine[]],
  comparison: Comparison | undefined,
): string {
  const [{ template, title }] = lines
  const report = reportAt(template)
  return archivePage({
    title: `Wat er veranderde: ${title}`,
    description: `Wat er veranderde tussen twee uitgaven van ${title}, in cijfers en in tekst.`,
    feed: `${report}/feed.xml`,
    feedName: title,
    ...(comparison
      ? { canonical: changesAt(comparison.from.address, comparison.to.address) }
      : { hidden: true }),
    head: html`<p class="afzender"><a href="${report}">${title}</a></p>
<h1>Wat er veranderde</h1>
${comparison ? html`<p class="inleiding">Van ${nameOf(comparison.from)}, naar ${nameOf(comparison.to)}.</p>` : ''}`,
    body: html`<main class="blad" id="inhoud" tabindex="-1">
${choice(report, lines, comparison)}
${comparison ? html`${figures(comparison)}${texts(comparison)}` : html`<p>Kies twee uitgaven en druk op “Vergelijk”.</p>`}
</main>`,
    closing: CLOSING,
  })
}

function nameOf({ address, frozen }: StandingEdition): Markup {
  const { cutOff, knownAt } = frozen.asked
  return html`<a href="${editionAt(address)}">${editionName({ address, cutOff })}, bekend op ${longMoment(knownAt)}</a>`
}

function choice(
  report: string,
  lines: readonly EditionLine[],
  comparison: Comparison | undefined,
): Markup {
  const standing = lines.filter(({ withdrawn }) => withdrawn === null)
  const list = (name: string, label: string, chosen: string | undefined) =>
    html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}">${standing.map(
      ({ address, cutOff, knownAt }) => {
        const words = `${editionName({ address, cutOff })}, bekend op ${longMoment(knownAt)}`
        const value = address.split('/')[1] ?? ''
        return address === chosen
          ? html`<option value="${value}" selected>${words}</option>`
          : html`<option value="${value}">${words}</option>`
      },
    )}</select></div>`
  return html`<form class="zoek twee" action="${report}/wijzigingen" method="get">
${list('van', 'Van', comparison?.from.address ?? standing[1]?.address)}${list('naar', 'Naar', comparison?.to.address ?? standing[0]?.address)}
<div><button type="submit">Vergelijk</button></div>
</form>`
}

function figures(comparison: Comparison): Markup {
  const { from, to, labels, figures: told } = comparison
  const heading = html`<h2 id="cijfers">Cijfers</h2>`
  if ('published' in told) return html`${heading}${sideBySide(comparison, told.published)}`
  const { explanations } = told
  if (explanations.length === 0) return html`${heading}<p>Geen enkel cijfer is veranderd.</p>`
  const moved = labels.flatMap((one) => {
    const own = explanations.filter(({ indicator }) => indicator === one.code)
    return own.length === 0 ? [] : [{ labels: one, own }]
  })
  return html`${heading}
<p>Een cijfer kan om vier redenen anders zijn. De vier delen tellen precies op tot het verschil.</p>
<ul>${PARTS.map((part) => html`<li><strong>${CHANGE_PARTS[part]}.</strong> ${partWords(part, from.frozen.asked, to.frozen.asked)}</li>`)}</ul>
${moved.map(movedTable)}`
}

function movedTable({
  labels,
  own,
}: {
  readonly labels: IndicatorLabels
  readonly own: readonly Explanation[]
}): Markup {
  const { kind } = labels
  const sorted = [...own].sort((a, b) => Object.keys(a.by).length - Object.keys(b.by).length)
  return changeTable({
    labels,
    about: 'wat er veranderde en waardoor',
    heads: ['Eerst', ...PARTS.map((part) => CHANGE_PARTS[part]), 'Nu'],
    rows: sorted.map((change) => ({
      name: cellName(labels, change.by),
      cells: [
        levelWords(kind, change.from),
        ...PARTS.map((part) => stepWords(kind, change[part])),
        levelWords(kind, change.to),
      ],
    })),
    notes: kind === 'share' ? ['Veranderingen zijn in procentpunten.'] : [],
  })
}

function texts({ from, to }: Comparison): Markup {
  const changed = textDifferences(documentOf(from), documentOf(to))
  const heading = html`<h2 id="tekst">Tekst</h2>`
  if (changed.length === 0) return html`${heading}<p>De tekst is dezelfde.</p>`
  const sections = bySection(changed)
  return html`${heading}
<p>Wat weg is, staat <del>doorgestreept</del>. Wat erbij kwam, staat <ins>onderstreept</ins>. Tekst die gelijk bleef en tabellen staan hier niet.</p>
${sections.map(
  ([first, ...others]) =>
    html`${first.section === '' ? '' : html`<h3>${first.section}</h3>`}<div class="verschil">${[first, ...others].map(({ runs }) => html`<p>${runs.map(runMarkup)}</p>`)}</div>`,
)}`
}

/** What stands under one heading together, in the order of reading. */
function bySection(changed: readonly ChangedPassage[]) {
  const sections: [ChangedPassage, ...ChangedPassage[]][] = []
  for (const passage of changed) {
    const last = sections.at(-1)
    if (last && last[0].section === passage.section) last.push(passage)
    else sections.push([passage])
  }
  return sections
}

function runMarkup({
  kind,
  text,
}: {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}) {
  switch (kind) {
    case 'same':
      return html`${text} `
    case 'gone':
      return html`<del><span class="stil">weg: </span>${text}<span class="stil">, einde weg</span></del> `
    case 'new':
      return html`<ins><span class="stil">erbij: </span>${text}<span class="stil">, einde erbij</span></ins> `
    default:
      return kind satisfies never
  }
}

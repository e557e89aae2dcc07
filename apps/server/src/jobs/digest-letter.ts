import { createHash } from 'node:crypto'
import type { FoldPlan } from '@tijdig/core'
import type { Digest, DigestTerm } from '@tijdig/store'
import type { MailSettings } from './mail-settings.ts'
import type { Letter } from './post.ts'

const NUMBERS = ['overdue', 'today', 'week', 'warned'] as const
type Numbers = Readonly<Record<(typeof NUMBERS)[number], number>>

const HEADS = { overdue: 'Te laat', today: 'Vandaag', week: 'Deze week', warned: 'Let op' } as const
const WARNED =
  'Let op: deze termijn loopt bijna af. Zo’n termijn telt ook mee bij vandaag of deze week, of komt later.'
const PARTS = { own: 'Aan u toegewezen', team: 'Van uw team of organisatie' } as const

interface Line extends Numbers {
  readonly label: string
  readonly route: string
}

interface Part {
  readonly title: string
  readonly lines: readonly Line[]
}

/**
 * The letter of a digest: numbers by kind of term, and the way to the work list. It names no family,
 * no trajectory and no colleague.
 */
export function digestLetter(
  { id, day, name, email, terms }: Digest,
  plans: ReadonlyMap<string, FoldPlan>,
  { address, from }: Pick<MailSettings, 'address' | 'from'>,
): Letter {
  const parts = (['own', 'team'] as const).flatMap((of) => {
    const lines = terms.filter((term) => term.of === of).flatMap((term) => inWords(term, plans))
    return lines.length === 0 ? [] : [{ title: PARTS[of], lines }]
  })
  const intro = introOf(parts)
  const work = `${address}/werk`
  const mark = createHash('sha256').update(`${id} ${day}`).digest('hex').slice(0, 32)
  return {
    to: { name, address: email },
    messageId: `<${mark}@${from.address.split('@')[1] ?? 'tijdig'}>`,
    subject: `Tijdig: ${intro}`,
    text: textOf(parts, intro, work),
    html: htmlOf(parts, intro, work),
  }
}

/** Nothing of a route or a term that the program no longer knows. */
function inWords(term: DigestTerm, plans: ReadonlyMap<string, FoldPlan>): Line[] {
  const route = plans.get(term.route)?.route
  const clock = route?.facts[term.fact]
  if (!route || clock?.kind !== 'clock') return []
  const { overdue, today, week, warned } = term
  return [{ label: clock.label, route: route.label, overdue, today, week, warned }]
}

/** Of oneself where there is any; of the team otherwise. */
function introOf([first]: readonly Part[]): string {
  const sum = (name: (typeof NUMBERS)[number]) =>
    (first?.lines ?? []).reduce((total, line) => total + line[name], 0)
  const some = [
    [sum('overdue'), 'te laat'],
    [sum('today'), 'voor vandaag'],
    [sum('week'), 'deze week'],
  ].flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]))
  const told = some.length > 0 ? some : [`${sum('warned')} bijna aan de beurt`]
  const where = first?.title === PARTS.team ? ', van uw team of organisatie' : ''
  return `${told.join(', ')}${where}`
}

function textOf(parts: readonly Part[], intro: string, work: string): string {
  const told = parts.map(({ title, lines }) =>
    [
      `${title}:`,
      ...lines.map((line) => {
        const numbers = NUMBERS.filter((each) => line[each] > 0).map(
          (each) => `${HEADS[each].toLowerCase()}: ${line[each]}`,
        )
        return `- ${line.label} (${line.route}). ${numbers.join(', ')}.`
      }),
    ].join('\n'),
  )
  return `${[
    `Uw termijnen: ${intro}.`,
    ...told,
    WARNED,
    `Wat u kunt doen staat in Mijn werk: ${work}`,
    STOP,
  ].join('\n\n')}\n`
}

const STOP =
  'U krijgt dit overzicht één keer per dag, als er iets te doen is. Wilt u het niet meer? Zet het uit in Tijdig, onder uw naam.'

// Mail programs read few style sheets: a table with its own borders, and the reader's own letter.
const CELL = 'padding:6px 10px;border-bottom:1px solid #949494;text-align:'

function htmlOf(parts: readonly Part[], intro: string, work: string): string {
  const tables = parts.map(
    ({ title, lines }) => `<h2 style="font-size:1.1em">${escaped(title)}</h2>
<table style="border-collapse:collapse">
<thead><tr><th scope="col" style="${CELL}left">Termijn</th>${NUMBERS.map(
      (each) => `<th scope="col" style="${CELL}right">${HEADS[each]}</th>`,
    ).join('')}</tr></thead>
<tbody>
${lines
  .map(
    (line) =>
      `<tr><th scope="row" style="${CELL}left;font-weight:normal">${escaped(line.label)}<br><small>${escaped(line.route)}</small></th>${NUMBERS.map(
        (each) => `<td style="${CELL}right">${line[each]}</td>`,
      ).join('')}</tr>`,
  )
  .join('\n')}
</tbody>
</table>`,
  )
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tijdig: ${escaped(intro)}</title></head>
<body style="font-family:sans-serif;line-height:1.5;max-width:40em">
<h1 style="font-size:1.3em">Uw termijnen: ${escaped(intro)}</h1>
${tables.join('\n')}
<p>${WARNED}</p>
<p><a href="${escaped(work)}">Open Mijn werk in Tijdig</a></p>
<p>${STOP}</p>
</body>
</html>
`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

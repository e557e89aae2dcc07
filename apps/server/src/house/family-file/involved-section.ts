import {
  type Day,
  FOREVER,
  fold,
  formatDay,
  PARTY_EVENTS,
  type RecordedEvent,
  ROLE_LABELS,
  SHARING_EVENTS,
} from '@tijdig/core'
import type { FileBlock, TextCell } from '@tijdig/reports'
import { sharedFieldWords } from '../field-choices.ts'
import { valueWords } from '../field-words.ts'
import { nameOf } from '../organisations.ts'
import type { FileSource } from './file-source.ts'
import { dayOf, heading, line, paragraph, quietLine, textTable, timeOf } from './words.ts'

/** Which organisations and teams have to do with it, and since when. */
export function involvedSection(source: FileSource): FileBlock[] {
  const { organisations, words } = source
  const rows = partySpans(source).map(({ organisation, team, from, to }): TextCell[] => [
    [
      line(nameOf(organisations, organisation)),
      ...(team === null ? [] : [quietLine(`team ${team}`)]),
    ],
    [line(from === null ? 'Vanaf het begin' : words.day(formatDay(from)))],
    [line(to === null ? 'Nog steeds' : words.day(formatDay(to)))],
  ])
  const title = heading(2, 'betrokken', 'Wie erbij betrokken is')
  if (rows.length === 0) return [title, paragraph('Er is nog geen organisatie betrokken.')]
  const intro = 'Deze organisaties kunnen uw dossier zien, voor zover hun werk dat nodig maakt.'
  const columns = [
    ['Organisatie', 48],
    ['Sinds', 26],
    ['Tot', 26],
  ] as const
  return [
    title,
    paragraph(intro),
    textTable('betrokken-lijst', 'Betrokken organisaties', columns, rows),
  ]
}

interface PartySpan {
  readonly organisation: string
  readonly team: string | null
  /** Null: it is party, and no event that may be read says since when. */
  readonly from: Day | null
  /** The first day on which it was no longer; null while it is. */
  readonly to: Day | null
}

function partySpans({ plan, file, reading }: FileSource): PartySpan[] {
  const facts = fold(plan, reading)
  const valueIn = (fact: (typeof facts)[number], attribute: string) => {
    const place = plan.facts.find(({ name }) => name === fact.fact)?.attributes.indexOf(attribute)
    return place === undefined ? null : (fact.values[place] ?? null)
  }
  const spans = facts.flatMap((fact): PartySpan[] => {
    const span = { from: fact.validFrom, to: fact.validTo === FOREVER ? null : fact.validTo }
    if (fact.fact === 'party') {
      return [{ organisation: fact.key, team: valueIn(fact, 'team'), ...span }]
    }
    if (fact.fact === 'handover') {
      const [organisation, team] = [valueIn(fact, 'organisation'), valueIn(fact, 'team')]
      return organisation === null || team === null ? [] : [{ organisation, team, ...span }]
    }
    return plan.route.access.parties.flatMap((rule) => {
      const named = 'fact' in rule && rule.fact === fact.fact ? valueIn(fact, rule.attribute) : null
      return named === null ? [] : [{ organisation: named, team: null, ...span }]
    })
  })
  const known = new Set(spans.filter(({ to }) => to === null).map((span) => span.organisation))
  const others = file.trajectory.parties.parties
    .filter(({ organisation }) => !known.has(organisation))
    .map((party): PartySpan => ({ ...party, from: null, to: null }))
  return [...others, ...joined(spans)]
}

/** One that went on under another fact is one span. */
function joined(spans: readonly PartySpan[]): PartySpan[] {
  const whole: PartySpan[] = []
  for (const span of spans) {
    const place = whole.findIndex(
      ({ organisation, team, to }) =>
        organisation === span.organisation && team === span.team && to === span.from,
    )
    const before = whole[place]
    if (before) whole[place] = { ...before, to: span.to }
    else whole.push(span)
  }
  return whole.sort((a, b) => (a.from ?? 0) - (b.from ?? 0))
}

/** With whom it was shared, and what the family said to that. */
export function sharedSection(source: FileSource): FileBlock[] {
  const { reading, organisations } = source
  const title = heading(2, 'gedeeld', 'Met wie gegevens zijn gedeeld')
  const by = new Map<string, TextCell>()
  for (const event of reading) {
    if (!(SHARING_EVENTS as readonly string[]).includes(event.type)) continue
    const organisation = String(event.data.organisation)
    by.set(organisation, [...(by.get(organisation) ?? []), line(sharingWords(source, event))])
  }
  if (by.size === 0) {
    return [title, paragraph('Er zijn geen gegevens met een andere organisatie gedeeld.')]
  }
  const rows = [...by].map(([organisation, lines]): TextCell[] => [
    [line(nameOf(organisations, organisation))],
    lines,
  ])
  const columns = [
    ['Organisatie', 32],
    ['Wat er is gevraagd en gedeeld', 68],
  ] as const
  return [
    title,
    paragraph(
      'Andere organisaties zien alleen wat met hen is gedeeld, tot de dag die erbij staat.',
    ),
    textTable('gedeeld-lijst', 'Met wie gegevens zijn gedeeld', columns, rows),
  ]
}

function sharingWords({ plan, words }: FileSource, { type, validOn, data }: RecordedEvent): string {
  const on = `Op ${words.day(formatDay(validOn))}`
  if (type === 'sharingEnded') return `${on} is het delen gestopt.`
  if (type === 'sharedWith') {
    const fields = sharedFieldWords(plan.route, String(data.fields))
    return `${on} gedeeld, tot en met ${words.day(String(data.until))}: ${fields}.`
  }
  if (data.answer === 'given') return `${on} gaf u toestemming.`
  if (data.answer === 'refused') return `${on} gaf u geen toestemming.`
  const { reason } = PARTY_EVENTS.consentAsked.fields
  const why = data.reason === undefined ? '' : ` Reden: ${valueWords(reason, data.reason)}.`
  return `${on} was toestemming niet nodig.${why}`
}

/** Who looked without being party, and why. */
export function glassSection({ file: { glasses }, organisations, words }: FileSource): FileBlock[] {
  const title = heading(2, 'noodtoegang', 'Wie keek met noodtoegang')
  const intro =
    'In nood kan iemand die er niet bij betrokken is drie uur lang meekijken. Die schrijft op waarom, en dat wordt gecontroleerd.'
  if (glasses.length === 0) {
    return [title, paragraph(`${intro} Bij uw dossier is dat niet gebeurd.`)]
  }
  const rows = glasses.map((glass): TextCell[] => [
    [
      line(words.day(dayOf(glass.brokenAt))),
      quietLine(`van ${timeOf(glass.brokenAt)} tot ${timeOf(glass.endsAt)} uur`),
    ],
    [
      line(glass.name),
      quietLine(`${ROLE_LABELS[glass.role]}, ${nameOf(organisations, glass.organisation)}`),
    ],
    [line(glass.reason)],
  ])
  const columns = [
    ['Wanneer', 25],
    ['Wie', 35],
    ['Waarom', 40],
  ] as const
  return [title, paragraph(intro), textTable('noodtoegang-lijst', 'Noodtoegang', columns, rows)]
}

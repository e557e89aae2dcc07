import { days, field, newestOf, onDay, period, type RouteDefinition } from '@tijdig/core'
import { programmePart } from './part.ts'
import { DOERS } from './part-access.ts'
import { PLACE, WARNINGS } from './part-facts.ts'

const kinds = <K extends Readonly<Record<string, string>>>(choices: K) => ({
  label: 'Soort',
  kind: 'code' as const,
  required: true,
  choices,
  otherCodes: 'remarkable' as const,
})

const report = { label: 'Rapportage', kind: 'code', required: false } as const
const region = { label: 'Regio', kind: 'code', required: false } as const
const ZVJ = 'Actieprogramma Zorg voor de Jeugd, vijfde voortgangsrapportage, november 2020'
const NW4 = 'Verbeterplan JBJR NW4 en GI3, juli 2022'
const OZJ = 'OZJ, voortgang eerste kwartaal 2023'

/** The whole: what it is for, from when until when. */
export const programme: RouteDefinition = programmePart({
  code: 'programme',
  label: 'Programma',
  description: 'Een programma, verbeterplan, regionale agenda of portfolio als geheel.',
  source: ZVJ,
})

export const LINE_KINDS = {
  'action-line': 'actielijn',
  precondition: 'randvoorwaarden',
  priority: 'speerpunt',
  'sub-project': 'deelproject',
  project: 'project',
  'change-task': 'veranderopgave',
} as const

const answerField = (label: string) => ({ label, kind: 'text', required: false }) as const

/** A line, with the five questions of a change task for each region and period. */
export const line: RouteDefinition = programmePart({
  code: 'programme-line',
  label: 'Lijn van een programma',
  description: 'Een actielijn, speerpunt, deelproject, project of veranderopgave.',
  source: ZVJ,
  placed: { kind: kinds(LINE_KINDS) },
  events: {
    answered: {
      label: 'Vragen van de veranderopgave beantwoord',
      fields: {
        region: { label: 'Regio', kind: 'code', required: true },
        period: { label: 'Tijdvak', kind: 'period', required: true },
        saw: answerField('Wat zagen we?'),
        meaning: answerField('Wat vinden we daarvan?'),
        did: answerField('Wat deden we?'),
        result: answerField('Wat leverde het op?'),
        next: answerField('Wat doen we hierna?'),
      },
    },
  },
  facts: {
    answer: {
      kind: 'spell',
      label: 'Antwoorden van de veranderopgave',
      key: 'region',
      opens: {
        answered: {
          period: field('period'),
          saw: field('saw'),
          meaning: field('meaning'),
          did: field('did'),
          result: field('result'),
          next: field('next'),
        },
      },
    },
  },
})

/** What is to become otherwise, tied to the figures that show it. */
export const goal: RouteDefinition = programmePart({
  code: 'programme-goal',
  label: 'Doel van een programma',
  description: 'Wat er anders moet worden, met de cijfers waaraan dat te zien is.',
  source: ZVJ,
})

/** What somebody does for it, in months or quarters. */
export const action: RouteDefinition = programmePart({
  code: 'programme-action',
  label: 'Actie van een programma',
  description: 'Wat iemand doet om een doel te halen, met planning en stand.',
  source: NW4,
  recordedBy: DOERS,
})

/** What had to be reached, and in which report it was told. */
export const milestone: RouteDefinition = programmePart({
  code: 'programme-milestone',
  label: 'Mijlpaal van een programma',
  description: 'Wat bereikt moet zijn, voor welke rapportage.',
  source: ZVJ,
  recordedBy: DOERS,
  placed: { report },
  events: {
    duePlanned: {
      label: 'Dag afgesproken',
      fields: { due: { label: 'Uiterlijk op', kind: 'day', required: true } },
    },
    reported: {
      label: 'In een rapportage genoemd',
      fields: { report: { ...report, required: true } },
    },
    alsoCounted: {
      label: 'Telt ook mee bij een andere lijn',
      fields: { line: { label: 'Lijn', kind: 'code', required: true } },
    },
  },
  facts: {
    reach: {
      kind: 'clock',
      code: 'PR-T03',
      label: 'Mijlpaal bereiken',
      norm: 'de mijlpaal bereiken op de afgesproken dag',
      source: ZVJ,
      from: 'duePlanned',
      to: 'done',
      meets: 'first-on-or-after',
      term: onDay('due'),
      lapsesOn: 'dropped',
      warnings: WARNINGS,
      attributes: { ...PLACE, report: newestOf(['placed'], 'report') },
    },
    mention: {
      kind: 'occurrence',
      label: 'Genoemd in rapportage',
      key: 'report',
      of: 'reported',
      attributes: { report: field('report'), programme: PLACE.programme, line: PLACE.line },
    },
    also: {
      kind: 'spell',
      label: 'Telt ook mee bij',
      key: 'line',
      opens: { alsoCounted: { line: field('line') } },
    },
  },
})

/** What was decided, and when. */
export const decision: RouteDefinition = programmePart({
  code: 'programme-decision',
  label: 'Besluit in een programma',
  description: 'Wat er besloten is of besloten moet worden.',
  source: OZJ,
  events: {
    decided: {
      label: 'Besloten',
      fields: { decision: { label: 'Besluit', kind: 'text', required: true } },
    },
  },
  leadsTo: { decided: 'done' },
  facts: {
    decision: {
      kind: 'spell',
      label: 'Besluit',
      opens: { decided: { decision: field('decision') } },
      closes: ['dropped'],
    },
  },
})

const RISK_SIZES = { small: 'klein', medium: 'middelgroot', large: 'groot' } as const

const size = (label: string) => ({
  label,
  kind: 'code' as const,
  required: true,
  choices: RISK_SIZES,
  otherCodes: 'forbidden' as const,
})

/** What may go wrong, how likely and how bad, and what is done about it. */
export const risk: RouteDefinition = programmePart({
  code: 'programme-risk',
  label: 'Risico van een programma',
  description: 'Wat mis kan gaan, hoe waarschijnlijk en hoe erg, en wat eraan gedaan wordt.',
  source: OZJ,
  events: {
    assessed: {
      label: 'Risico gewogen',
      fields: {
        chance: size('Kans'),
        impact: size('Gevolg'),
        measure: { label: 'Maatregel', kind: 'text', required: true },
      },
    },
  },
  facts: {
    weighing: {
      kind: 'spell',
      label: 'Weging van het risico',
      opens: {
        assessed: { chance: field('chance'), impact: field('impact'), measure: field('measure') },
      },
    },
  },
})

/** A meeting, planned for a day and held. */
export const meeting: RouteDefinition = programmePart({
  code: 'programme-meeting',
  label: 'Overleg van een programma',
  description: 'Een overleg of bijeenkomst, met de dag waarop die gepland is en gehouden werd.',
  source: NW4,
  recordedBy: DOERS,
  events: {
    meetingPlanned: {
      label: 'Overleg gepland',
      fields: { due: { label: 'Uiterlijk op', kind: 'day', required: true } },
    },
    met: { label: 'Overleg gehouden', fields: {} },
  },
  leadsTo: { met: 'done' },
  facts: {
    meeting: {
      kind: 'clock',
      code: 'PR-T04',
      label: 'Overleg houden',
      norm: 'het overleg houden op de afgesproken dag',
      source: NW4,
      from: 'meetingPlanned',
      to: 'met',
      meets: 'first-on-or-after',
      term: onDay('due'),
      lapsesOn: 'dropped',
      warnings: [{ before: days(7), roles: ['policy-officer', 'coordinator'] }],
      attributes: PLACE,
    },
  },
})

export const ACTIVITY_KINDS = {
  session: 'bijeenkomst',
  interview: 'gesprek',
  training: 'training',
  workshop: 'workshop',
  mediation: 'bemiddeling',
  question: 'opgepakte vraag',
  study: 'onderzoek',
  pilot: 'proef',
} as const

/** A session, a mediation, a question taken up: counted from these records. */
export const activity: RouteDefinition = programmePart({
  code: 'programme-activity',
  label: 'Activiteit van een programma',
  description:
    'Een bijeenkomst, gesprek, training, bemiddeling of opgepakte vraag; ze worden geteld.',
  source: OZJ,
  recordedBy: DOERS,
  placed: { kind: kinds(ACTIVITY_KINDS), region },
  events: {
    held: {
      label: 'Gehouden',
      fields: { participants: { label: 'Deelnemers', kind: 'number', required: false } },
    },
  },
  leadsTo: { held: 'done' },
  facts: {
    sitting: {
      kind: 'occurrence',
      label: 'Gehouden',
      of: 'held',
      attributes: {
        programme: PLACE.programme,
        line: PLACE.line,
        kind: newestOf(['placed'], 'kind'),
        region: newestOf(['placed'], 'region'),
        month: period('month'),
        quarter: period('quarter'),
      },
    },
    turnout: {
      kind: 'spell',
      label: 'Deelnemers',
      opens: { held: { participants: field('participants') } },
    },
  },
})

const month = { label: 'Maand', kind: 'period', required: true } as const
const amount = (label: string) => ({ label, kind: 'cents', required: true }) as const

/** The money of one line in one year. */
export const budget: RouteDefinition = programmePart({
  code: 'programme-budget',
  label: 'Budget van een programma',
  description: 'Het geld van een lijn in een jaar: toegekend, uitgegeven en verwacht.',
  source: OZJ,
  placed: { year: { label: 'Jaar', kind: 'period', required: false } },
  events: {
    granted: { label: 'Toegekend', fields: { amount: amount('Toegekend bedrag') } },
    spent: {
      label: 'Uitgegeven in een maand',
      fields: { month, amount: amount('Uitgegeven bedrag') },
    },
    expected: {
      label: 'Verwacht in een maand',
      fields: { month, amount: amount('Verwacht bedrag') },
    },
    shifted: {
      label: 'Verschoven naar een ander budget',
      fields: {
        to: { label: 'Naar budget', kind: 'code', required: true },
        amount: amount('Verschoven bedrag'),
      },
    },
    extended: {
      label: 'Zonder extra geld verlengd',
      fields: { lastDay: { label: 'Laatste dag', kind: 'day', required: true } },
    },
    roundOpened: {
      label: 'Subsidieronde geopend',
      fields: {
        round: { label: 'Ronde', kind: 'code', required: true },
        closes: { label: 'Laatste dag om aan te vragen', kind: 'day', required: true },
      },
    },
    roundClosed: { label: 'Subsidieronde gesloten', fields: {} },
  },
  facts: {
    grant: {
      kind: 'spell',
      label: 'Toegekend',
      opens: { granted: { amount: field('amount') } },
    },
    spending: {
      kind: 'spell',
      label: 'Uitgegeven',
      key: 'month',
      opens: { spent: { amount: field('amount') } },
    },
    expectation: {
      kind: 'spell',
      label: 'Verwacht',
      key: 'month',
      opens: { expected: { amount: field('amount') } },
    },
    shift: {
      kind: 'spell',
      label: 'Verschoven',
      key: 'to',
      opens: { shifted: { amount: field('amount') } },
    },
    extension: {
      kind: 'spell',
      label: 'Verlengd tot en met',
      opens: { extended: { lastDay: field('lastDay') } },
    },
    round: {
      kind: 'clock',
      code: 'PR-T05',
      label: 'Subsidieronde sluiten',
      norm: 'de ronde sluiten op de laatste dag om aan te vragen',
      source: OZJ,
      from: 'roundOpened',
      to: 'roundClosed',
      meets: 'first-on-or-after',
      term: onDay('closes'),
      lapsesOn: 'dropped',
      warnings: WARNINGS,
      attributes: { ...PLACE, round: field('round') },
    },
  },
})

/** All parts of a programme, from the whole to the smallest. */
export const programmeRoutes: readonly RouteDefinition[] = [
  programme,
  line,
  goal,
  action,
  milestone,
  decision,
  risk,
  meeting,
  activity,
  budget,
]

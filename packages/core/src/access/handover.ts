import type { ClockDefinition, EventDefinition, FactDefinition, RouteDefinition } from '../route.ts'
import { days, field, months, weeks } from '../route.ts'
import { PARTY_FACTS } from './party-events.ts'

/** How long two teams see a trajectory together where nobody says otherwise, and at most. */
export const USUAL_HANDOVER = weeks(4)
export const LONGEST_HANDOVER = months(3)

const organisation = { label: 'Organisatie', kind: 'code', required: true } as const
const team = {
  label: 'Team dat het overneemt',
  kind: 'code',
  required: false,
  help: 'Dit team ziet het traject vanaf nu ook.',
} as const
const worker = {
  label: 'Wie het overneemt',
  kind: 'code',
  required: true,
  help: 'Deze collega loopt vanaf nu mee. Tot de overdracht is afgerond, blijft het traject van wie het nu heeft.',
} as const

/** A warm handover: events of every route that says who does the work. */
export const HANDOVER_EVENTS = {
  handoverBegan: {
    label: 'Warme overdracht begonnen',
    fields: {
      organisation,
      worker,
      team,
      until: {
        label: 'Samen tot en met',
        kind: 'day',
        required: false,
        help: 'Tot die dag lopen beiden samen op. Laat u dit leeg, dan is dat vier weken; langer dan drie maanden kan niet.',
      },
    },
  },
  handoverCompleted: {
    label: 'Overdracht afgerond',
    fields: { organisation, worker, team },
  },
  handoverCalledOff: {
    label: 'Overdracht gaat niet door',
    fields: {
      reason: {
        label: 'Waarom niet',
        kind: 'code',
        required: true,
        choices: {
          'worker-away': 'wie het zou overnemen, is uitgevallen of vertrokken',
          'no-room': 'wie het zou overnemen, heeft er geen ruimte voor',
          family: 'het gezin heeft hier bezwaar tegen',
          'someone-else': 'een ander neemt het over',
          'ends-soon': 'het traject eindigt binnenkort',
        },
        otherCodes: 'forbidden',
      },
    },
  },
} as const satisfies Record<string, EventDefinition>

/** What follows from them. In a closed state nothing is handed over any more. */
export const HANDOVER_FACTS = {
  handover: {
    kind: 'spell',
    label: 'Warme overdracht',
    opens: {
      handoverBegan: {
        organisation: field('organisation'),
        team: field('team'),
        worker: field('worker'),
      },
    },
    closes: ['handoverCompleted', 'handoverCalledOff'],
  },
  'handover-completed': {
    kind: 'clock',
    code: 'WO-T01',
    label: 'Warme overdracht',
    norm: 'de overdracht is afgerond op de dag die daarvoor is afgesproken',
    source: 'Verbeterplan jeugdbescherming NW4, juli 2022, par. 2.2.2: procedure instroom',
    from: 'handoverBegan',
    to: 'handoverCompleted',
    meets: 'first-on-or-after',
    term: USUAL_HANDOVER,
    agreed: 'until',
    lapsesOn: 'handoverCalledOff',
    warnings: [
      { before: weeks(1), roles: ['worker'] },
      { before: days(3), roles: ['team-lead'] },
    ],
    attributes: {},
  } satisfies ClockDefinition,
} as const satisfies Record<string, FactDefinition>

/** Who receives a trajectory, has it: the team too. */
const PARTY_BY_HANDOVER = {
  ...PARTY_FACTS.party,
  opens: {
    ...PARTY_FACTS.party.opens,
    handoverCompleted: { organisation: field('organisation'), team: field('team') },
  },
} as const satisfies FactDefinition

/** The term within which a handover is to be completed. */
export const HANDOVER_CLOCK = 'handover-completed' satisfies keyof typeof HANDOVER_FACTS

export function isHandoverEvent(type: string): type is keyof typeof HANDOVER_EVENTS {
  return Object.hasOwn(HANDOVER_EVENTS, type)
}

/**
 * The events and facts of a handover for a route that says to whom trajectories are assigned; for
 * another, none. Who works on trajectories may record them, while one is open. Whoever completes
 * one, assigns the trajectory and gives it to a team: the facts that tell so follow from that too.
 * A part of a programme is assigned anew and no more: there is nobody to take along.
 */
export function handoverParts({ assigned, subject, states, facts, access }: RouteDefinition): {
  readonly events: Readonly<Record<string, EventDefinition>>
  readonly facts: Readonly<Record<string, FactDefinition>>
} {
  if (!assigned || subject === 'programme') return { events: {}, facts: {} }
  const open = Object.keys(states).filter((state) => !states[state]?.closed)
  const may = { roles: access.record.roles, states: open }
  const whileOpen = { while: { fact: 'state', attribute: 'state', in: open } }
  const spell = facts[assigned.fact]
  return {
    events: Object.fromEntries(
      Object.entries(HANDOVER_EVENTS).map(([type, event]) => [type, { ...event, may }]),
    ),
    facts: {
      party: PARTY_BY_HANDOVER,
      handover: { ...HANDOVER_FACTS.handover, ...whileOpen },
      'handover-completed': { ...HANDOVER_FACTS['handover-completed'], ...whileOpen },
      ...(spell?.kind === 'spell' && {
        [assigned.fact]: {
          ...spell,
          opens: { ...spell.opens, handoverCompleted: { [assigned.attribute]: field('worker') } },
        },
      }),
    },
  }
}

/** Whether a derived route has a fact of every route as its handover made it. */
export function isMadeByHandover(fact: FactDefinition | undefined): boolean {
  return fact === PARTY_BY_HANDOVER
}

/** Names of a route's own events and facts that are those of a handover, without being them. */
export function takesNamesOfHandover({ events, facts, assigned }: RouteDefinition): string[] {
  if (!assigned) return []
  return [
    ...Object.entries(HANDOVER_EVENTS).flatMap(([type, { fields }]) =>
      events[type] && events[type].fields !== fields ? [type] : [],
    ),
    ...Object.entries(HANDOVER_FACTS).flatMap(([name, { label }]) =>
      facts[name] && facts[name].label !== label ? [name] : [],
    ),
  ]
}

import {
  createCalendar,
  createFoldPlan,
  days,
  defineRoute,
  type Event,
  field,
  fixed,
  getDay,
  getMoment,
} from '@tijdig/core'

/** A small route with one of everything: states, a keyed fact, a clock, a forbidden order. */
export const toolRoute = defineRoute({
  code: 'tool',
  label: 'Gereedschap',
  description: 'Uitlenen van gereedschap.',
  source: 'verzonnen',
  subject: 'contract',
  states: {
    lent: { label: 'uitgeleend', closed: false },
    back: { label: 'terug', closed: true },
  },
  events: {
    lent: {
      label: 'Uitgeleend',
      fields: { shop: { label: 'Winkel', kind: 'code', required: true } },
    },
    reminded: { label: 'Herinnerd', fields: {} },
    returned: { label: 'Teruggebracht', fields: {} },
    partLent: {
      label: 'Onderdeel meegegeven',
      fields: {
        part: { label: 'Onderdeel', kind: 'code', required: true },
        colour: { label: 'Kleur', kind: 'code', required: false },
        weight: { label: 'Gewicht', kind: 'number', required: false },
      },
    },
    partReturned: {
      label: 'Onderdeel terug',
      fields: { part: { label: 'Onderdeel', kind: 'code', required: true } },
    },
  },
  order: [
    {
      code: 'TOOL-V1',
      label: 'Een herinnering kan pas nadat het is uitgeleend.',
      severity: 'forbidden',
      event: 'reminded',
      rule: { kind: 'needs-before', types: ['lent'] },
    },
  ],
  facts: {
    state: {
      kind: 'spell',
      label: 'Stand',
      opens: { lent: { state: fixed('lent') }, returned: { state: fixed('back') } },
    },
    loan: {
      kind: 'occurrence',
      label: 'Uitlening',
      of: 'lent',
      attributes: { shop: field('shop') },
    },
    part: {
      kind: 'spell',
      label: 'Onderdeel',
      key: 'part',
      opens: { partLent: { colour: field('colour') } },
      closes: ['partReturned'],
    },
    return: {
      kind: 'clock',
      code: 'TOOL-T1',
      label: 'Terugbrengen',
      norm: 'binnen een week terug',
      source: 'verzonnen',
      from: 'lent',
      to: 'returned',
      meets: 'first-on-or-after',
      term: days(7),
      attributes: { shop: field('shop') },
    },
  },
  access: {
    parties: [{ fact: 'loan', attribute: 'shop' }],
    purposes: ['help', 'coordination', 'oversight'],
    see: {
      party: ['worker', 'team-lead', 'coordinator', 'provider'],
      'other-team': ['team-lead', 'coordinator'],
      shared: ['worker', 'team-lead', 'coordinator', 'provider'],
      glass: ['worker', 'team-lead', 'coordinator'],
    },
    record: { roles: ['worker', 'team-lead', 'coordinator'] },
    share: ['worker', 'team-lead', 'coordinator'],
    breakGlass: ['worker', 'team-lead', 'coordinator'],
    ownFigures: ['worker', 'team-lead', 'coordinator', 'policy-officer', 'publisher'],
    allFigures: ['policy-officer', 'publisher', 'coordinator'],
    overseers: ['inspectorate'],
    publish: ['publisher'],
  },
  filters: {
    shop: { fact: 'loan', label: 'Winkel' },
    colour: { fact: 'part', label: 'Kleur' },
  },
})

/** Another route with the same events, to which a trajectory may not belong as well. */
const otherRoute = defineRoute({ ...toolRoute, code: 'other' })

const calendar = createCalendar()
export const testPlans = [toolRoute, otherRoute].map((route) => createFoldPlan(route, calendar))

/** An organisation that is party to each trajectory of the plans below, whatever its shop. */
export const EVERYWHERE = 'HQ'
export const watchedPlans = [toolRoute, otherRoute].map((route) => {
  const parties = [...route.access.parties, { organisation: EVERYWHERE }]
  return createFoldPlan({ ...route, access: { ...route.access, parties } }, calendar)
})

/** The same with rules of its own for some steps and fields. */
const guardedRoute = defineRoute({
  ...toolRoute,
  events: {
    ...toolRoute.events,
    lent: { ...toolRoute.events.lent, may: { roles: ['worker', 'team-lead'], opens: true } },
    reminded: { ...toolRoute.events.reminded, may: { roles: ['team-lead'] } },
    partLent: {
      ...toolRoute.events.partLent,
      may: { roles: ['worker'], opens: true },
      fields: {
        ...toolRoute.events.partLent.fields,
        colour: {
          ...toolRoute.events.partLent.fields.colour,
          may: { roles: ['worker', 'team-lead'], purposes: ['help'] },
        },
      },
    },
    partReturned: {
      ...toolRoute.events.partReturned,
      may: { roles: ['worker'], states: ['lent'] },
    },
  },
})
export const guardedPlans = [createFoldPlan(guardedRoute, calendar)]

/** `event('e1', 'T-1 lent 2023-03-01', { shop: 'north' })`, recorded on its day unless said otherwise. */
export function event(
  id: string,
  what: string,
  data: Event['data'] = {},
  rest: { recordedAt?: string; supersedes?: string; route?: string } = {},
): Event {
  const [trajectory = '', type = '', day = ''] = what.split(' ')
  return {
    id,
    trajectory,
    route: rest.route ?? 'tool',
    type,
    validOn: getDay(day),
    recordedAt: getMoment(rest.recordedAt ?? `${day}T12:00:00Z`),
    ...(rest.supersedes === undefined ? {} : { supersedes: rest.supersedes }),
    data,
  }
}

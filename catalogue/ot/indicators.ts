import {
  attribute,
  defineIndicator,
  factName,
  type IndicatorDefinition,
  outcome,
  started,
} from '@tijdig/figures'
import { ot } from './route.ts'

const START = '2022-04-04'
const ROUTE = 'ot'
const { events } = ot

const FAMILIES_WORDS = 'Meegeteld zijn gezinnen waarvan de steun loopt, is heropend of is afgerond.'

const NORM_PERIODS = {
  month: { label: 'Maand van aanmelding', values: {} },
  quarter: { label: 'Kwartaal van aanmelding', values: {}, source: started('quarter') },
} as const

const registrations = defineIndicator(ot, {
  code: 'ot.registrations',
  route: ROUTE,
  label: 'Aanmeldingen',
  unit: 'aanmeldingen',
  listed: true,
  dimensions: {
    month: { label: 'Maand', values: {} },
    channel: { label: 'Manier van aanmelden', values: events.registered.fields.channel.choices },
    residence: { label: 'Woonprovincie', values: events.registered.fields.residence.choices },
    applicant: { label: 'Aanmelder', values: events.registered.fields.applicant.choices },
  },
  versions: [
    {
      version: 1,
      inForceFrom: START,
      words: 'Het aantal gezinnen dat zich tot en met de peildag heeft aangemeld, elk één keer.',
      measures: [
        {
          kind: 'count',
          facts: ['registration'],
          by: {
            month: attribute('month'),
            channel: attribute('channel'),
            residence: attribute('residence'),
            applicant: attribute('applicant'),
          },
          tables: [[], ['month'], ['channel']],
        },
      ],
    },
  ],
})

const registrationsAbroad = defineIndicator(ot, {
  code: 'ot.registrations-abroad',
  route: ROUTE,
  label: 'Aanmeldingen uit het buitenland',
  unit: 'aanmeldingen',
  listed: true,
  dimensions: { month: { label: 'Maand', values: {} } },
  versions: [
    {
      version: 1,
      inForceFrom: START,
      words: 'De aanmeldingen van gezinnen die in het buitenland wonen.',
      measures: [
        {
          kind: 'count',
          facts: ['registration'],
          where: { residence: ['abroad'] },
          by: { month: attribute('month') },
          tables: [[]],
        },
      ],
    },
  ],
})

const status = defineIndicator(ot, {
  code: 'ot.status',
  route: ROUTE,
  label: 'Stand van de trajecten',
  unit: 'trajecten',
  listed: true,
  dimensions: {
    status: {
      label: 'Stand',
      values: {
        'not-started': 'niet gestart',
        'not-yet-started': 'nog niet gestart',
        'under-investigation': 'in onderzoek',
        'never-started': 'nooit gestart',
        running: 'loopt',
        completed: 'afgerond',
        reopened: 'heropend',
      },
    },
  },
  versions: [
    {
      version: 1,
      inForceFrom: START,
      words:
        'Elk aangemeld traject telt één keer, naar zijn nieuwste stand. "Niet gestart" is aangemeld of nooit gestart; trajecten in onderzoek staan apart.',
      measures: [
        {
          kind: 'count',
          facts: ['state'],
          by: {
            status: attribute('state', {
              registered: 'not-started',
              'never-started': 'not-started',
            }),
          },
          tables: [['status']],
        },
      ],
    },
    {
      version: 2,
      inForceFrom: '2023-02-01',
      words:
        'Elk aangemeld traject telt één keer, naar zijn nieuwste stand. "Nog niet gestart" is aangemeld of in onderzoek; nooit gestarte trajecten staan apart.',
      measures: [
        {
          kind: 'count',
          facts: ['state'],
          by: {
            status: attribute('state', {
              registered: 'not-yet-started',
              'under-investigation': 'not-yet-started',
            }),
          },
          tables: [['status']],
        },
      ],
    },
  ],
})

const contactedInTime = defineIndicator(ot, {
  code: 'ot.contacted-within-2-days',
  route: ROUTE,
  label: 'Contact binnen twee dagen',
  unit: 'van de aanmeldingen',
  listed: true,
  dimensions: NORM_PERIODS,
  versions: [
    {
      version: 1,
      inForceFrom: START,
      words:
        'Het deel van alle aanmeldingen waarbij uiterlijk twee kalenderdagen later contact is geweest. Een aanmelding van gisteren zonder contact telt al mee in het geheel.',
      measures: [
        {
          kind: 'share',
          facts: ['contact'],
          numerator: ['in-time'],
          denominator: ['in-time', 'late', 'lapsed', 'overdue', 'running'],
          by: { month: attribute('month') },
          tables: [[]],
        },
      ],
    },
  ],
})

const welcomeInTime = defineIndicator(ot, {
  code: 'ot.welcome-within-7-days',
  route: ROUTE,
  label: 'Welkomstgesprek binnen een week ingepland',
  unit: 'van de aanmeldingen',
  listed: true,
  dimensions: NORM_PERIODS,
  versions: [
    {
      version: 1,
      inForceFrom: START,
      words:
        'Het deel van alle aanmeldingen waarbij uiterlijk zeven kalenderdagen later een welkomstgesprek is ingepland.',
      measures: [
        {
          kind: 'share',
          facts: ['welcome'],
          numerator: ['in-time'],
          denominator: ['in-time', 'late', 'lapsed', 'overdue', 'running'],
          by: { month: attribute('month') },
          tables: [[]],
        },
      ],
    },
  ],
})

const norm = defineIndicator(ot, {
  code: 'ot.norm',
  route: ROUTE,
  label: 'Stand van de normen',
  unit: 'aanmeldingen',
  listed: false,
  dimensions: {
    ...NORM_PERIODS,
    norm: {
      label: 'Norm',
      values: {
        contact: 'contact binnen twee dagen',
        welcome: 'welkomstgesprek binnen een week ingepland',
      },
    },
    outcome: {
      label: 'Uitkomst',
      values: {
        'in-time': 'op tijd',
        late: 'te laat',
        overdue: 'te laat en nog niet gebeurd',
        lapsed: 'vervallen, de maatregel was al beëindigd',
        running: 'termijn loopt nog',
      },
    },
  },
  versions: [
    {
      version: 1,
      inForceFrom: START,
      words: 'Elke aanmelding telt per norm één keer, in de maand waarin zij binnenkwam.',
      measures: [
        {
          kind: 'count',
          facts: ['contact', 'welcome'],
          by: { norm: factName, outcome, month: attribute('month') },
          tables: [['norm', 'outcome']],
        },
      ],
    },
  ],
})

const children = defineIndicator(ot, {
  code: 'ot.children',
  route: ROUTE,
  label: 'Kinderen in de gezinnen',
  unit: 'kinderen',
  listed: true,
  dimensions: {},
  versions: [
    {
      version: 1,
      inForceFrom: START,
      words: `De kinderen die bij een gesteund gezin zijn vastgelegd. ${FAMILIES_WORDS}`,
      measures: [{ kind: 'count', facts: ['child'], by: {}, tables: [[]] }],
    },
  ],
})

const placed = events.childPlaced.fields

const childrenPlaced = defineIndicator(ot, {
  code: 'ot.children-placed',
  route: ROUTE,
  label: 'Kinderen die uit huis zijn geplaatst',
  unit: 'kinderen',
  listed: true,
  dimensions: {
    protectionOrder: {
      label: 'Maatregel van jeugdbescherming',
      values: placed.protectionOrder.choices,
    },
    placement: { label: 'Verblijfplaats', values: placed.placement.choices },
  },
  versions: [
    {
      version: 1,
      inForceFrom: START,
      words: `Kinderen van gesteunde gezinnen waarvan het nieuwste bericht is dat zij uit huis zijn geplaatst. ${FAMILIES_WORDS}`,
      measures: [
        {
          kind: 'count',
          facts: ['residence'],
          where: { situation: ['placed'] },
          by: {
            protectionOrder: attribute('protectionOrder'),
            placement: attribute('placement'),
          },
          tables: [[], ['protectionOrder'], ['placement']],
        },
      ],
    },
  ],
})

const childrenReturned = defineIndicator(ot, {
  code: 'ot.children-returned',
  route: ROUTE,
  label: 'Kinderen die weer thuis zijn',
  unit: 'kinderen',
  listed: true,
  dimensions: {},
  versions: [
    {
      version: 1,
      inForceFrom: START,
      words: `Kinderen van gesteunde gezinnen waarvan het nieuwste bericht is dat zij weer thuis zijn. ${FAMILIES_WORDS}`,
      measures: [
        {
          kind: 'count',
          facts: ['residence'],
          where: { situation: ['returned'] },
          by: {},
          tables: [[]],
        },
      ],
    },
  ],
})

const familiesWithReturned = defineIndicator(ot, {
  code: 'ot.families-with-returned-children',
  route: ROUTE,
  label: 'Gezinnen waar een kind weer thuis is',
  unit: 'gezinnen',
  listed: true,
  dimensions: {},
  versions: [
    {
      version: 1,
      inForceFrom: START,
      words: `Gesteunde gezinnen waar ten minste één kind weer thuis is. ${FAMILIES_WORDS}`,
      measures: [
        {
          kind: 'distinct',
          of: { kind: 'trajectories' },
          facts: ['residence'],
          where: { situation: ['returned'] },
          by: {},
          tables: [[]],
        },
      ],
    },
  ],
})

const family = events.familyRecorded.fields

const families = defineIndicator(ot, {
  code: 'ot.families',
  route: ROUTE,
  label: 'Gezinnen die steun krijgen of kregen',
  unit: 'gezinnen',
  listed: true,
  dimensions: {
    composition: { label: 'Samenstelling', values: family.composition.choices },
    authorityHeldBy: { label: 'Gezag van de ouders', values: family.authorityHeldBy.choices },
    applicantAuthority: {
      label: 'Gezag van de aanmelder',
      values: family.applicantAuthority.choices,
    },
    region: { label: 'Jeugdregio van de instelling', values: {} },
  },
  versions: [
    {
      version: 1,
      inForceFrom: START,
      words: `De gesteunde gezinnen, naar wat het nieuwst over hen is vastgelegd. Een gezin met instellingen uit twee regio's telt in elke regio. ${FAMILIES_WORDS}`,
      measures: [
        {
          kind: 'count',
          facts: ['family'],
          by: {
            composition: attribute('composition'),
            authorityHeldBy: attribute('authorityHeldBy'),
            applicantAuthority: attribute('applicantAuthority'),
          },
          tables: [['composition'], ['authorityHeldBy'], ['applicantAuthority']],
        },
        {
          kind: 'count',
          facts: ['region'],
          by: { region: attribute('region') },
          tables: [['region']],
        },
      ],
    },
  ],
})

const regionsInvolved = defineIndicator(ot, {
  code: 'ot.regions-involved',
  route: ROUTE,
  label: "Betrokken jeugdregio's",
  unit: "regio's",
  listed: true,
  dimensions: {},
  versions: [
    {
      version: 1,
      inForceFrom: START,
      words: `Het aantal jeugdregio's waaruit een gecertificeerde instelling bij een gesteund gezin betrokken is. ${FAMILIES_WORDS}`,
      measures: [
        {
          kind: 'distinct',
          of: { kind: 'attribute', attribute: 'region' },
          facts: ['region'],
          by: {},
          tables: [[]],
        },
      ],
    },
  ],
})

/** Families counted once for each code that an occurrence of theirs has. */
function familiesBy(
  code: string,
  label: string,
  words: string,
  fact: string,
  dimension: string,
  dimensionLabel: string,
  values: Readonly<Record<string, string>>,
): IndicatorDefinition {
  return defineIndicator(ot, {
    code,
    route: ROUTE,
    label,
    unit: 'gezinnen',
    listed: true,
    dimensions: { [dimension]: { label: dimensionLabel, values } },
    versions: [
      {
        version: 1,
        inForceFrom: START,
        words: `${words} ${FAMILIES_WORDS}`,
        measures: [
          {
            kind: 'count',
            facts: [fact],
            by: { [dimension]: attribute(dimension) },
            tables: [[dimension]],
          },
        ],
      },
    ],
  })
}

const requesting = familiesBy(
  'ot.families-requesting',
  'Gezinnen die om steun vragen',
  'Gezinnen die bij hun aanmelding om steun op dit thema vroegen. Een gezin telt bij elk thema één keer.',
  'request',
  'theme',
  'Thema',
  events.supportRequested.fields.theme.choices,
)

const supported = familiesBy(
  'ot.families-supported',
  'Gezinnen die steun kregen',
  'Gezinnen die ten minste één keer steun op dit thema kregen. Een gezin telt bij elk thema één keer.',
  'support',
  'theme',
  'Thema',
  events.supportGiven.fields.theme.choices,
)

const wishing = familiesBy(
  'ot.families-wishing',
  'Gezinnen met een wens',
  'Gezinnen die deze wens voor hun gezin hebben. Een gezin telt bij elke wens één keer.',
  'wish',
  'wish',
  'Soort wens',
  events.wishRecorded.fields.wish.choices,
)

const withResult = familiesBy(
  'ot.families-with-result',
  'Gezinnen met een resultaat',
  'Gezinnen waar dit resultaat ten minste één keer is bereikt. Een gezin telt bij elk resultaat één keer.',
  'result',
  'result',
  'Soort resultaat',
  events.resultReached.fields.result.choices,
)

const analysesRunning = defineIndicator(ot, {
  code: 'ot.analyses-running',
  route: ROUTE,
  label: 'Lopende verklarende analyses',
  unit: 'analyses',
  listed: true,
  dimensions: {},
  versions: [
    {
      version: 1,
      inForceFrom: START,
      words: `Verklarende analyses die zijn gestart en nog niet klaar zijn. ${FAMILIES_WORDS}`,
      measures: [{ kind: 'count', facts: ['analysis'], by: {}, tables: [[]] }],
    },
  ],
})

/** All that is counted of the support trajectories, in the order in which reports speak of it. */
export const otIndicators: readonly IndicatorDefinition[] = [
  registrations,
  status,
  registrationsAbroad,
  contactedInTime,
  welcomeInTime,
  norm,
  children,
  childrenPlaced,
  childrenReturned,
  familiesWithReturned,
  families,
  regionsInvolved,
  requesting,
  wishing,
  supported,
  withResult,
  analysesRunning,
]

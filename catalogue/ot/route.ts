import { days, defineRoute, field, fixed, period, workingDays } from '@tijdig/core'

const SUPPORTED = {
  fact: 'state',
  attribute: 'state',
  in: ['running', 'reopened', 'completed'],
} as const

const PROVINCES = [
  'Drenthe',
  'Flevoland',
  'Fryslân',
  'Gelderland',
  'Groningen',
  'Limburg',
  'Noord-Brabant',
  'Noord-Holland',
  'Overijssel',
  'Utrecht',
  'Zeeland',
  'Zuid-Holland',
] as const

/** A province is written as its name; who lives elsewhere is told by a code. */
const RESIDENCES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(PROVINCES.map((name) => [name, name])),
  abroad: 'buitenland',
  unknown: 'onbekend',
}

const THEMES = {
  'personal-recovery': 'persoonlijk herstel',
  'family-recovery': 'gezinsherstel',
  'out-of-home-placement': 'uithuisplaatsing',
  livelihood: 'bestaanszekerheid',
  'external-relations': 'contact met instanties',
  housing: 'huisvesting',
  recognition: 'erkenning',
  other: 'overig',
} as const

const NOT_FOR_PROVIDERS = { roles: ['worker', 'team-lead', 'coordinator'] } as const

/** A support trajectory of Het Ondersteuningsteam: from a parent's registration to completion. */
export const ot = defineRoute({
  code: 'ot',
  label: 'Ondersteuningsteam',
  description:
    'Steun voor ouders en kinderen die door de toeslagenaffaire zijn geraakt en met een uithuisplaatsing te maken kregen.',
  source:
    'Het Ondersteuningsteam, voortgangsrapportage februari-maart 2023; OZJ, eerste kwartaal 2023',
  subject: 'family',
  states: {
    registered: { label: 'aangemeld', closed: false },
    'under-investigation': { label: 'in onderzoek', closed: false },
    'never-started': { label: 'nooit gestart', closed: true },
    running: { label: 'loopt', closed: false },
    completed: { label: 'afgerond', closed: true },
    reopened: { label: 'heropend', closed: false },
  },
  events: {
    registered: {
      label: 'Aangemeld',
      may: { roles: ['worker', 'team-lead', 'coordinator'], opens: true },
      fields: {
        channel: {
          label: 'Aangemeld via',
          kind: 'code',
          required: true,
          help: 'Rechtstreeks: de ouder of het kind nam zelf contact op.',
          choices: {
            direct: 'rechtstreeks',
            professional: 'een professional',
            unknown: 'onbekend',
          },
          otherCodes: 'remarkable',
        },
        applicant: {
          label: 'Wie meldt aan',
          kind: 'code',
          required: true,
          may: NOT_FOR_PROVIDERS,
          choices: {
            mother: 'moeder',
            father: 'vader',
            'both-parents': 'beide ouders',
            child: 'kind',
            unknown: 'onbekend',
          },
          otherCodes: 'remarkable',
        },
        residence: {
          label: 'Woonprovincie',
          kind: 'code',
          required: true,
          choices: RESIDENCES,
          otherCodes: 'remarkable',
        },
        referrer: {
          label: 'Verwezen door',
          kind: 'code',
          required: false,
          help: 'Alleen als een professional het gezin aanmeldt.',
          may: NOT_FOR_PROVIDERS,
          choices: {
            'ministry-jenv': 'ministerie van Justitie en Veiligheid',
            'certified-institution': 'gecertificeerde instelling',
            'interest-group': 'belangengroep',
            'mental-health-care': 'ggz',
            municipality: 'gemeente',
            uht: 'Uitvoeringsorganisatie Herstel Toeslagen',
            'public-prosecutor': 'Openbaar Ministerie',
          },
          otherCodes: 'remarkable',
        },
      },
    },
    contacted: {
      label: 'Eerste contact',
      fields: {
        by: {
          label: 'Hoe',
          kind: 'code',
          required: false,
          choices: { phone: 'telefoon', mail: 'e-mail', visit: 'bezoek' },
          otherCodes: 'remarkable',
        },
      },
    },
    welcomeScheduled: { label: 'Welkomstgesprek ingepland', fields: {} },
    callTaken: {
      label: 'Telefonisch aangenomen, nog niet alles gevraagd',
      may: { roles: ['worker', 'team-lead', 'coordinator'], opens: true },
      fields: {},
    },
    registrationCompleted: { label: 'Aanmelding aangevuld', fields: {} },
    guideAssigned: {
      label: 'Procesbegeleider toegewezen',
      may: {
        roles: ['team-lead', 'coordinator'],
        states: ['registered', 'under-investigation', 'running', 'reopened'],
      },
      fields: {
        guide: {
          label: 'Procesbegeleider',
          kind: 'code',
          required: true,
          help: 'Wie het gezin vanaf nu begeleidt. Het traject komt op diens lijst te staan.',
        },
      },
    },
    investigationStarted: { label: 'Onderzoek gestart', fields: {} },
    neverStarted: {
      label: 'Niet gestart',
      may: {
        roles: ['team-lead', 'coordinator'],
        states: ['registered', 'under-investigation'],
      },
      fields: {
        reason: {
          label: 'Waarom',
          kind: 'code',
          required: false,
          choices: {
            'no-contact': 'geen contact gekregen',
            withdrawn: 'aanmelding ingetrokken',
            'not-target-group': 'hoort niet bij de doelgroep',
          },
          otherCodes: 'remarkable',
        },
      },
    },
    supportStarted: {
      label: 'Steun gestart',
      fields: { guide: { label: 'Procesbegeleider', kind: 'code', required: false } },
    },
    reopened: {
      label: 'Heropend',
      may: { roles: ['team-lead', 'coordinator'], states: ['completed', 'never-started'] },
      fields: { guide: { label: 'Procesbegeleider', kind: 'code', required: false } },
    },
    completed: {
      label: 'Afgerond',
      fields: {},
      may: { roles: ['worker', 'team-lead', 'coordinator'], states: ['running', 'reopened'] },
    },
    familyRecorded: {
      label: 'Gezin vastgelegd',
      fields: {
        composition: {
          label: 'Samenstelling',
          kind: 'code',
          required: true,
          choices: {
            'single-parent': 'eenoudergezin',
            blended: 'samengesteld gezin',
            intact: 'intact gezin',
            other: 'anders',
            unknown: 'onbekend',
          },
          otherCodes: 'remarkable',
        },
        authorityHeldBy: {
          label: 'Gezag ligt bij',
          kind: 'code',
          required: true,
          choices: {
            'both-parents': 'beide ouders',
            'one-parent': 'één ouder',
            neither: 'geen van beide ouders',
            unknown: 'onbekend',
          },
          otherCodes: 'remarkable',
        },
        applicantAuthority: {
          label: 'Aanmelder heeft gezag over',
          kind: 'code',
          required: true,
          choices: {
            all: 'alle kinderen',
            some: 'een deel van de kinderen',
            none: 'geen van de kinderen',
            unknown: 'onbekend',
          },
          otherCodes: 'remarkable',
        },
      },
    },
    childRecorded: {
      label: 'Kind vastgelegd',
      fields: {
        child: { label: 'Kind', kind: 'code', required: true },
        birthYear: {
          label: 'Geboortejaar',
          kind: 'number',
          required: false,
          may: NOT_FOR_PROVIDERS,
        },
      },
    },
    childPlaced: {
      label: 'Kind uit huis geplaatst',
      fields: {
        child: { label: 'Kind', kind: 'code', required: true },
        placement: {
          label: 'Verblijft',
          kind: 'code',
          required: true,
          choices: {
            'foster-family': 'in een pleeggezin',
            'other-parent': 'bij de andere ouder',
            network: 'bij familie of bekenden',
            residential: 'in een instelling',
            'family-home': 'in een gezinshuis',
            independent: 'zelfstandig',
            secure: 'in gesloten jeugdhulp',
          },
          otherCodes: 'remarkable',
        },
        protectionOrder: {
          label: 'Maatregel van jeugdbescherming',
          kind: 'code',
          required: true,
          choices: {
            with: 'met maatregel',
            without: 'zonder maatregel',
            both: 'deels met, deels zonder',
            unknown: 'onbekend',
          },
          otherCodes: 'remarkable',
        },
        since: { label: 'Sinds', kind: 'number', required: false },
      },
    },
    childReturned: {
      label: 'Kind weer thuis',
      fields: { child: { label: 'Kind', kind: 'code', required: true } },
    },
    institutionInvolved: {
      label: 'Gecertificeerde instelling betrokken',
      fields: {
        region: { label: 'Jeugdregio', kind: 'code', required: true },
        institution: { label: 'Instelling', kind: 'code', required: false },
      },
    },
    supportRequested: {
      label: 'Steun gevraagd',
      fields: {
        theme: {
          label: 'Thema',
          kind: 'code',
          required: true,
          choices: THEMES,
          otherCodes: 'remarkable',
        },
      },
    },
    wishRecorded: {
      label: 'Wens vastgelegd',
      fields: {
        wish: {
          label: 'Wens',
          kind: 'code',
          required: true,
          choices: {
            'contact-restored': 'weer contact met het kind',
            'placement-reversed': 'het kind weer thuis',
            'other-recovery': 'ander herstel in het gezin',
          },
          otherCodes: 'remarkable',
        },
      },
    },
    supportGiven: {
      label: 'Steun gegeven',
      fields: {
        theme: {
          label: 'Thema',
          kind: 'code',
          required: true,
          choices: THEMES,
          otherCodes: 'remarkable',
        },
      },
    },
    resultReached: {
      label: 'Resultaat bereikt',
      fields: {
        theme: {
          label: 'Thema',
          kind: 'code',
          required: false,
          choices: THEMES,
          otherCodes: 'remarkable',
        },
        result: {
          label: 'Resultaat',
          kind: 'code',
          required: true,
          choices: {
            'visiting-improved': 'bezoekregeling verbeterd',
            'visiting-established': 'bezoekregeling afgesproken',
            'authority-kept': 'gezag behouden of terug',
            'placement-prevented': 'uithuisplaatsing voorkomen',
            'contact-child-restored': 'contact met het kind hersteld',
            'contact-siblings-restored': 'contact tussen kinderen hersteld',
            'relative-restored': 'band met familie hersteld',
            'personal-growth': 'persoonlijke groei',
            'cooperation-improved': 'samenwerking met instanties verbeterd',
            'housing-found': 'woning gevonden',
            'debt-settled': 'schulden geregeld',
          },
          otherCodes: 'remarkable',
        },
      },
    },
    analysisStarted: { label: 'Verklarende analyse gestart', fields: {} },
    analysisCompleted: { label: 'Verklarende analyse klaar', fields: {} },
  },
  order: [
    {
      code: 'OT-V01',
      label: 'Dit staat op een dag voor de aanmelding.',
      severity: 'remarkable',
      event: 'contacted',
      rule: { kind: 'needs-before', types: ['registered'] },
    },
    {
      code: 'OT-V02',
      label: 'De steun begon voordat er een aanmelding was.',
      severity: 'remarkable',
      event: 'supportStarted',
      rule: { kind: 'needs-before', types: ['registered'] },
    },
    {
      code: 'OT-V03',
      label: 'Afgerond zonder dat de steun begonnen was.',
      severity: 'remarkable',
      event: 'completed',
      rule: { kind: 'needs-before', types: ['supportStarted', 'reopened'] },
    },
    {
      code: 'OT-V04',
      label: 'Heropend zonder dat het was afgerond.',
      severity: 'remarkable',
      event: 'reopened',
      rule: { kind: 'needs-before', types: ['completed', 'neverStarted'] },
    },
    {
      code: 'OT-V05',
      label: 'Het kind is weer thuis zonder dat een uithuisplaatsing is vastgelegd.',
      severity: 'remarkable',
      event: 'childReturned',
      rule: { kind: 'needs-before', types: ['childPlaced'] },
    },
    {
      code: 'OT-V06',
      label: 'Dit gezin is al eerder aangemeld.',
      severity: 'remarkable',
      event: 'registered',
      rule: { kind: 'once' },
    },
  ],
  assigned: { fact: 'guide', attribute: 'guide' },
  facts: {
    state: {
      kind: 'spell',
      label: 'Stand',
      requires: ['registered'],
      opens: {
        registered: { state: fixed('registered') },
        investigationStarted: { state: fixed('under-investigation') },
        neverStarted: { state: fixed('never-started') },
        supportStarted: { state: fixed('running') },
        completed: { state: fixed('completed') },
        reopened: { state: fixed('reopened') },
      },
    },
    registration: {
      kind: 'occurrence',
      label: 'Aanmelding',
      of: 'registered',
      attributes: {
        channel: field('channel'),
        residence: field('residence'),
        applicant: field('applicant'),
        month: period('month'),
      },
    },
    contact: {
      kind: 'clock',
      code: 'OT-T01',
      label: 'Eerste contact',
      norm: 'binnen twee dagen na aanmelding contact',
      source: 'Werkwijze Ondersteuningsteam',
      from: 'registered',
      to: 'contacted',
      meets: 'first',
      term: days(2),
      warnings: [{ before: days(1), roles: ['worker', 'coordinator'] }],
      attributes: { month: period('month') },
    },
    welcome: {
      kind: 'clock',
      code: 'OT-T02',
      label: 'Welkomstgesprek',
      norm: 'binnen een week na aanmelding een welkomstgesprek ingepland',
      source: 'Werkwijze Ondersteuningsteam',
      from: 'registered',
      to: 'welcomeScheduled',
      meets: 'first',
      term: days(7),
      warnings: [{ before: days(2), roles: ['worker', 'coordinator'] }],
      attributes: { month: period('month') },
    },
    details: {
      kind: 'clock',
      code: 'OT-T03',
      label: 'Aanmelding aanvullen',
      norm: 'binnen twee werkdagen vragen wat bij het telefoontje openbleef',
      source: 'Werkwijze Ondersteuningsteam',
      from: 'callTaken',
      to: 'registrationCompleted',
      meets: 'first-on-or-after',
      term: workingDays(2),
      warnings: [{ before: workingDays(1), roles: ['worker', 'coordinator'] }],
      attributes: {},
    },
    guide: {
      kind: 'spell',
      label: 'Procesbegeleider',
      opens: { guideAssigned: { guide: field('guide') } },
    },
    family: {
      kind: 'spell',
      label: 'Gezin',
      while: SUPPORTED,
      opens: {
        familyRecorded: {
          composition: field('composition'),
          authorityHeldBy: field('authorityHeldBy'),
          applicantAuthority: field('applicantAuthority'),
        },
      },
    },
    child: {
      kind: 'spell',
      label: 'Kind',
      key: 'child',
      while: SUPPORTED,
      opens: { childRecorded: {} },
    },
    residence: {
      kind: 'spell',
      label: 'Verblijf van het kind',
      key: 'child',
      while: SUPPORTED,
      opens: {
        childPlaced: {
          situation: fixed('placed'),
          protectionOrder: field('protectionOrder'),
          placement: field('placement'),
        },
        childReturned: { situation: fixed('returned') },
      },
    },
    region: {
      kind: 'spell',
      label: 'Jeugdregio',
      key: 'region',
      while: SUPPORTED,
      opens: { institutionInvolved: { region: field('region') } },
    },
    request: {
      kind: 'occurrence',
      label: 'Gevraagde steun',
      key: 'theme',
      while: SUPPORTED,
      of: 'supportRequested',
      attributes: { theme: field('theme') },
    },
    support: {
      kind: 'occurrence',
      label: 'Gegeven steun',
      key: 'theme',
      while: SUPPORTED,
      of: 'supportGiven',
      attributes: { theme: field('theme') },
    },
    wish: {
      kind: 'occurrence',
      label: 'Wens',
      key: 'wish',
      while: SUPPORTED,
      of: 'wishRecorded',
      attributes: { wish: field('wish') },
    },
    result: {
      kind: 'occurrence',
      label: 'Resultaat',
      key: 'result',
      while: SUPPORTED,
      of: 'resultReached',
      attributes: { result: field('result') },
    },
    analysis: {
      kind: 'spell',
      label: 'Verklarende analyse',
      while: SUPPORTED,
      opens: { analysisStarted: {} },
      endsForGood: ['analysisCompleted'],
    },
  },
  access: {
    parties: [{ organisation: 'OT' }],
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
    overseers: ['support-team', 'programme-office', 'inspectorate'],
    publish: ['publisher'],
  },
  retention: [
    {
      inForceFrom: '2020-01-01',
      rules: [
        {
          code: 'OT-B01',
          label: 'twintig jaar na de laatste wijziging',
          source: 'Jeugdwet art. 7.3.8 lid 3',
          from: 'last-change',
          years: 20,
        },
      ],
    },
  ],
  filters: {
    channel: { fact: 'registration', label: 'Aangemeld via' },
    residence: { fact: 'registration', label: 'Woonprovincie' },
    region: { fact: 'region', label: 'Jeugdregio' },
  },
})

import {
  days,
  defineRoute,
  field,
  firstOf,
  fixed,
  months,
  period,
  weeks,
  workingDays,
} from '@tijdig/core'

const BY = {
  institution: firstOf('institutionNotified', 'institution'),
  quarter: period('quarter'),
  region: firstOf('orderImposed', 'region'),
  municipality: firstOf('orderImposed', 'municipality'),
  order: firstOf('orderImposed', 'order'),
} as const

const INSPECTION =
  'Inspectie Gezondheidszorg en Jeugd en Inspectie Justitie en Veiligheid, normen jeugdbescherming'

const AGREED = 'Verbeterplan jeugdbescherming NW4, juli 2022: afspraak van de instellingen zelf'

/** What an institution cannot help makes these terms stand still; never that of finding a worker. */
const STANDSTILL = {
  from: 'termsPaused',
  until: 'termsResumed',
  reason: 'reason',
  moves: 'as-long',
} as const

/** A court order for youth protection or probation, carried out by a certified institution. */
export const jbjr = defineRoute({
  code: 'jbjr',
  label: 'Jeugdbescherming en jeugdreclassering',
  description:
    'Maatregelen van de kinderrechter die een gecertificeerde instelling uitvoert, met de normen van de inspecties.',
  source: 'Verbeterplan jeugdbescherming en jeugdreclassering NW4, juli 2022; Jeugdwet hoofdstuk 3',
  subject: 'child',
  states: {
    imposed: { label: 'uitgesproken', closed: false },
    notified: { label: 'bij de instelling bekend', closed: false },
    assigned: { label: 'met vaste jeugdbeschermer', closed: false },
    ended: { label: 'beëindigd', closed: true },
  },
  events: {
    orderImposed: {
      label: 'Maatregel uitgesproken',
      may: { roles: ['worker', 'team-lead', 'coordinator'], opens: true },
      fields: {
        order: {
          label: 'Maatregel',
          kind: 'code',
          required: true,
          choices: {
            ots: 'ondertoezichtstelling',
            'provisional-ots': 'voorlopige ondertoezichtstelling',
            guardianship: 'voogdij',
            probation: 'jeugdreclassering',
          },
          otherCodes: 'remarkable',
        },
        region: { label: 'Jeugdregio', kind: 'code', required: true },
        municipality: { label: 'Gemeente', kind: 'code', required: true },
        birthYear: {
          label: 'Geboortejaar',
          kind: 'number',
          required: false,
          may: { roles: ['worker', 'team-lead', 'coordinator'] },
        },
        divorce: {
          label: 'Scheiding',
          kind: 'code',
          required: false,
          // What goes on between parents is for who helps them, not for who looks for a place.
          may: { roles: ['worker', 'team-lead', 'coordinator'], purposes: ['help'] },
          choices: { none: 'geen scheiding', present: 'scheiding', complex: 'complexe scheiding' },
          otherCodes: 'remarkable',
        },
      },
    },
    institutionNotified: {
      label: 'Instelling op de hoogte',
      fields: {
        institution: {
          label: 'Instelling',
          kind: 'code',
          required: true,
          choices: {
            DJGB: 'De Jeugd- & Gezinsbeschermers',
            WSS: 'William Schrikker Stichting',
            LJR: 'Leger des Heils Jeugdbescherming & Reclassering',
          },
          otherCodes: 'remarkable',
        },
      },
    },
    workerAssigned: {
      label: 'Vaste jeugdbeschermer toegewezen',
      may: { roles: ['team-lead', 'coordinator'], states: ['imposed', 'notified', 'assigned'] },
      fields: {
        worker: {
          label: 'Jeugdbeschermer',
          kind: 'code',
          required: true,
          help: 'Wie het gezin vanaf nu vast begeleidt. Het traject komt op diens lijst te staan.',
        },
      },
    },
    firstContact: { label: 'Eerste contact met het gezin', fields: {} },
    planEstablished: { label: 'Plan vastgesteld', fields: {} },
    termsPaused: {
      label: 'Termijnen stilgezet',
      may: { roles: ['worker', 'team-lead', 'coordinator'], states: ['notified', 'assigned'] },
      fields: {
        reason: {
          label: 'Waarom stilgezet',
          kind: 'code',
          required: true,
          help: 'Alleen als u er niets aan kunt doen. De termijn om een vaste jeugdbeschermer te vinden loopt door.',
          choices: {
            abroad: 'het gezin is tijdelijk in het buitenland',
            hospital: 'het kind ligt in het ziekenhuis',
            appeal: 'het hoger beroep schorst de maatregel',
            moving: 'het gezin verhuist naar een andere regio',
          },
          otherCodes: 'forbidden',
        },
      },
    },
    termsResumed: {
      label: 'Termijnen lopen weer',
      may: { roles: ['worker', 'team-lead', 'coordinator'], states: ['notified', 'assigned'] },
      fields: {},
    },
    helpStarted: {
      label: 'Hulp gestart',
      fields: {
        service: {
          label: 'Soort hulp',
          kind: 'code',
          required: false,
          choices: {
            residential: 'verblijf in een instelling',
            'day-treatment': 'dagbehandeling',
            'family-therapy': 'gezinstherapie',
            diagnostics: 'onderzoek',
            ambulant: 'hulp thuis',
            'foster-care': 'pleegzorg',
          },
          otherCodes: 'remarkable',
        },
      },
    },
    orderEnded: {
      label: 'Maatregel beëindigd',
      may: { roles: ['worker', 'team-lead'], states: ['imposed', 'notified', 'assigned'] },
      fields: {
        reason: {
          label: 'Waarom',
          kind: 'code',
          required: false,
          choices: {
            lifted: 'opgeheven',
            transferred: 'overgedragen',
            adult: 'achttien jaar geworden',
            expired: 'verlopen',
          },
          otherCodes: 'remarkable',
        },
      },
    },
  },
  order: [
    {
      code: 'JB-V01',
      label: 'De instelling wist het voordat de maatregel was uitgesproken.',
      severity: 'remarkable',
      event: 'institutionNotified',
      rule: { kind: 'needs-before', types: ['orderImposed'] },
    },
    {
      code: 'JB-V02',
      label: 'Er was een jeugdbeschermer voordat de instelling op de hoogte was.',
      severity: 'remarkable',
      event: 'workerAssigned',
      rule: { kind: 'needs-before', types: ['institutionNotified'] },
    },
    {
      code: 'JB-V03',
      label: 'Dit staat op een dag na het einde van de maatregel.',
      severity: 'remarkable',
      event: 'helpStarted',
      rule: { kind: 'not-after', types: ['orderEnded'] },
    },
    {
      code: 'JB-V04',
      label: 'Deze maatregel is al eerder uitgesproken.',
      severity: 'remarkable',
      event: 'orderImposed',
      rule: { kind: 'once' },
    },
    {
      code: 'JB-V05',
      label: 'De termijnen lopen weer, maar stonden niet stil.',
      severity: 'remarkable',
      event: 'termsResumed',
      rule: { kind: 'needs-before', types: ['termsPaused'] },
    },
  ],
  assigned: { fact: 'worker', attribute: 'worker' },
  facts: {
    state: {
      kind: 'spell',
      label: 'Stand',
      opens: {
        orderImposed: { state: fixed('imposed') },
        institutionNotified: { state: fixed('notified') },
        workerAssigned: { state: fixed('assigned') },
        orderEnded: { state: fixed('ended') },
      },
    },
    order: {
      kind: 'occurrence',
      label: 'Maatregel',
      of: 'orderImposed',
      attributes: {
        order: field('order'),
        region: field('region'),
        municipality: field('municipality'),
        divorce: field('divorce'),
      },
    },
    institution: {
      kind: 'spell',
      label: 'Instelling',
      opens: { institutionNotified: { institution: field('institution') } },
    },
    worker: {
      kind: 'spell',
      label: 'Vaste jeugdbeschermer',
      opens: { workerAssigned: { worker: field('worker') } },
      closes: ['orderEnded'],
    },
    standstill: {
      kind: 'spell',
      label: 'Termijnen staan stil',
      opens: { termsPaused: { reason: field('reason') } },
      closes: ['termsResumed', 'orderEnded'],
    },
    'worker-assigned': {
      kind: 'clock',
      code: 'JB-T01',
      label: 'Vaste jeugdbeschermer',
      norm: 'binnen vijf dagen een vaste jeugdbeschermer',
      source: INSPECTION,
      requires: ['institutionNotified'],
      from: 'institutionNotified',
      to: 'workerAssigned',
      meets: 'first-on-or-after',
      term: days(5),
      lapsesOn: 'orderEnded',
      warnings: [{ before: days(2), roles: ['team-lead', 'coordinator'] }],
      attributes: BY,
    },
    'first-contact': {
      kind: 'clock',
      code: 'JB-T02',
      label: 'Eerste contact',
      norm: 'binnen vijf werkdagen contact met het gezin',
      source: AGREED,
      requires: ['institutionNotified'],
      from: 'institutionNotified',
      to: 'firstContact',
      meets: 'first-on-or-after',
      term: workingDays(5),
      lapsesOn: 'orderEnded',
      pause: STANDSTILL,
      warnings: [{ before: workingDays(2), roles: ['worker'] }],
      attributes: BY,
    },
    plan: {
      kind: 'clock',
      code: 'JB-T03',
      label: 'Gedragen plan',
      norm: 'binnen zes weken een plan waar het gezin achter staat',
      source: INSPECTION,
      requires: ['institutionNotified'],
      from: 'orderImposed',
      to: 'planEstablished',
      meets: 'first-on-or-after',
      term: weeks(6),
      lapsesOn: 'orderEnded',
      pause: STANDSTILL,
      warnings: [
        { before: weeks(2), roles: ['worker'] },
        { before: days(3), roles: ['team-lead'] },
      ],
      attributes: BY,
    },
    help: {
      kind: 'clock',
      code: 'JB-T04',
      label: 'Passende hulp',
      norm: 'binnen drie maanden passende hulp',
      source: INSPECTION,
      requires: ['institutionNotified'],
      from: 'orderImposed',
      to: 'helpStarted',
      meets: 'first-on-or-after',
      term: months(3),
      lapsesOn: 'orderEnded',
      pause: STANDSTILL,
      warnings: [
        { before: months(1), roles: ['worker', 'coordinator'] },
        { before: weeks(1), roles: ['team-lead'] },
      ],
      attributes: BY,
    },
  },
  access: {
    parties: [{ fact: 'institution', attribute: 'institution' }],
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
    overseers: ['region', 'programme-office', 'inspectorate'],
    publish: ['publisher'],
    deliveries: {
      party: ['team-lead', 'coordinator', 'policy-officer', 'publisher'],
      shared: ['policy-officer'],
    },
  },
  retention: [
    {
      inForceFrom: '2015-01-01',
      rules: [
        {
          code: 'JB-B01',
          label: 'vijftien jaar nadat het dossier werd gemaakt',
          source: 'Jeugdwet art. 7.3.8 lid 3, zoals dat gold tot 1 januari 2020',
          from: 'first-record',
          years: 15,
        },
      ],
    },
    {
      inForceFrom: '2020-01-01',
      rules: [
        {
          code: 'JB-B01',
          label: 'twintig jaar na de laatste wijziging',
          source: 'Jeugdwet art. 7.3.8 lid 3',
          from: 'last-change',
          years: 20,
        },
        {
          code: 'JB-B02',
          label: 'tot twintig jaar nadat het kind volwassen werd',
          source:
            'Jeugdwet art. 7.3.8 lid 3, slot: zoveel langer als voor verantwoorde hulp nodig is; hier bij voogdij en ondertoezichtstelling, zodat wie onder toezicht stond zijn dossier als volwassene kan lezen',
          when: {
            fact: 'order',
            attribute: 'order',
            in: ['guardianship', 'ots', 'provisional-ots'],
          },
          from: 'birth',
          years: 38,
          event: 'orderImposed',
          field: 'birthYear',
        },
      ],
    },
  ],
  filters: {
    institution: { fact: 'institution', label: 'Instelling' },
    region: { fact: 'order', label: 'Jeugdregio' },
    order: { fact: 'order', label: 'Maatregel' },
  },
})

import type { EventDefinition, FieldDefinition } from '@tijdig/core'

const source = {
  label: 'Waar het staat',
  kind: 'text',
  required: false,
  help: 'Het stuk en de plaats daarin, bijvoorbeeld: Verbeterplan juli 2022, 2.1.',
} as const

const key = {
  label: 'Sleutel',
  kind: 'code',
  required: true,
  help: 'De vaste naam waaronder u dit bijhoudt. Een volgende meting krijgt dezelfde.',
} as const

const what = { label: 'Wat het is', kind: 'text', required: true } as const

const title = { label: 'Titel', kind: 'text', required: true } as const

/** Where a part stands: what `placed` and `rearranged` both say in full. */
const PLACE_FIELDS = {
  programme: {
    label: 'Programma',
    kind: 'code',
    required: true,
    help: 'De code van het programma, bijvoorbeeld NW4.',
  },
  code: {
    label: 'Code in het programma',
    kind: 'code',
    required: true,
    help: 'Elk onderdeel heeft een eigen code, bijvoorbeeld W3.',
  },
  title,
  parent: {
    label: 'Valt onder',
    kind: 'code',
    required: false,
    help: 'De code van het onderdeel erboven.',
  },
  line: {
    label: 'Lijn',
    kind: 'code',
    required: false,
    help: 'De code van de lijn waarbij dit meetelt.',
  },
  order: { label: 'Volgnummer', kind: 'number', required: false },
} as const satisfies Record<string, FieldDefinition>

/** What may happen to every part of a programme. */
export const PART_EVENTS = {
  placed: {
    label: 'In het programma gezet',
    fields: {
      ...PLACE_FIELDS,
      owner: {
        label: 'Eigenaar',
        kind: 'code',
        required: true,
        help: 'De organisatie die ervoor zorgt dat dit gebeurt.',
      },
    },
  },
  rearranged: { label: 'Verplaatst of hernoemd', fields: PLACE_FIELDS },
  ownerChanged: {
    label: 'Andere eigenaar',
    fields: { owner: { label: 'Eigenaar', kind: 'code', required: true } },
  },
  workerAssigned: {
    label: 'Toegewezen aan een collega',
    fields: {
      worker: {
        label: 'Wie ervoor zorgt',
        kind: 'code',
        required: true,
        help: 'Een collega van uw organisatie. De terugblik en wat er verder te doen is, komen op diens lijst te staan.',
      },
    },
  },
  planned: {
    label: 'Gepland',
    fields: {
      from: { label: 'Van', kind: 'period', required: true },
      until: { label: 'Tot en met', kind: 'period', required: true },
      months: {
        label: 'Alleen in deze maanden',
        kind: 'code',
        required: false,
        help: 'Met komma’s ertussen, bijvoorbeeld 2022-09,2023-01. Leeg: alle maanden.',
      },
    },
  },
  begun: { label: 'Begonnen', fields: {} },
  stalled: {
    label: 'Loopt vast',
    fields: {
      reason: { label: 'Waarom het vastloopt', kind: 'text', required: true },
      mover: {
        label: 'Wie is aan zet',
        kind: 'code',
        required: true,
        help: 'Een organisatie of een functie, nooit de naam van een persoon.',
      },
      moveBy: { label: 'Aan zet uiterlijk op', kind: 'day', required: true },
    },
  },
  resumed: { label: 'Weer op gang', fields: {} },
  done: {
    label: 'Klaar',
    fields: { outcome: { label: 'Wat het opleverde', kind: 'text', required: false } },
  },
  dropped: {
    label: 'Vervallen',
    fields: { because: { label: 'Waarom het vervalt', kind: 'text', required: true } },
  },
  reviewPlanned: {
    label: 'Terugblik gepland',
    fields: { due: { label: 'Uiterlijk op', kind: 'day', required: true } },
  },
  reviewed: {
    label: 'Teruggeblikt',
    fields: {
      found: {
        label: 'Wat bleek',
        kind: 'text',
        required: true,
        help: 'Wat ging zoals bedoeld, wat niet, en wat wordt er bijgesteld?',
      },
    },
  },
  measured: {
    label: 'Gemeten',
    fields: {
      key,
      value: { label: 'Waarde', kind: 'number', required: true },
      unit: { label: 'Eenheid', kind: 'code', required: true },
      what,
      over: {
        label: 'Waarover',
        kind: 'code',
        required: false,
        help: 'De dag, de maand of het tijdvak waarover het gaat, zoals het er stond.',
      },
      source,
    },
  },
  aimed: {
    label: 'Doel of norm gesteld',
    fields: {
      key,
      value: { label: 'Waarde', kind: 'number', required: true },
      unit: { label: 'Eenheid', kind: 'code', required: true },
      what,
      over: {
        label: 'Waarover',
        kind: 'code',
        required: false,
        help: 'Wanneer het gehaald moet zijn, of het tijdvak waarvoor het geldt.',
      },
      source,
    },
  },
  dayNamed: {
    label: 'Dag of tijdvak genoemd',
    fields: {
      key,
      on: {
        label: 'Dag, maand of jaar',
        kind: 'code',
        required: true,
        help: 'Als 2023-03-31, 2023-03 of 2023.',
      },
      what,
      source,
    },
  },
  indicatorTied: {
    label: 'Cijfer aan gekoppeld',
    fields: {
      tie: { label: 'Kenmerk van de koppeling', kind: 'code', required: true },
      indicator: { label: 'Cijfer', kind: 'code', required: true },
      cell: {
        label: 'Vak van het cijfer',
        kind: 'code',
        required: false,
        help: 'De uitsplitsing, bijvoorbeeld norm=plan. Leeg: het geheel.',
      },
      target: {
        label: 'Doel',
        kind: 'number',
        required: false,
        help: 'Van een deel: 1 is alles, 0,8 is acht van de tien.',
      },
    },
  },
  noted: {
    label: 'Opmerking',
    fields: { text: { label: 'Opmerking', kind: 'text', required: true } },
  },
} as const satisfies Record<string, EventDefinition>

import type { EventDefinition, FactDefinition } from '../route.ts'
import { field } from '../route.ts'

const LEADS = { roles: ['team-lead', 'coordinator'] } as const
/** Not recorded by themselves: they follow from sharing, which has a rule of its own. */
const BY_SHARING = { roles: [] } as const

/** Nor these: only beside what they explain. */
const BY_CORRECTING = { roles: [] } as const

const organisation = { label: 'Organisatie', kind: 'code', required: true } as const

/** Events that every route has: who is party, what is shared with whom, and why something was put right. */
export const PARTY_EVENTS = {
  partyJoined: {
    label: 'Organisatie betrokken',
    fields: { organisation, team: { label: 'Team', kind: 'code', required: false } },
    may: LEADS,
  },
  partyLeft: {
    label: 'Organisatie niet meer betrokken',
    fields: { organisation },
    may: LEADS,
  },
  consentAsked: {
    label: 'Toestemming gevraagd',
    fields: {
      organisation,
      answer: {
        label: 'Antwoord van het gezin',
        kind: 'code',
        required: true,
        choices: { given: 'gegeven', refused: 'geweigerd', 'not-needed': 'niet nodig' },
        otherCodes: 'forbidden',
      },
      reason: {
        label: 'Waarom toestemming niet nodig is',
        kind: 'code',
        required: false,
        choices: {
          'child-safety': 'de veiligheid van het kind',
          'legal-duty': 'de wet verplicht het',
          'court-order': 'de rechter bepaalde het',
        },
        otherCodes: 'forbidden',
      },
    },
    may: BY_SHARING,
  },
  sharedWith: {
    label: 'Gegevens gedeeld',
    fields: {
      organisation,
      /** Names of fields, a comma between them. */
      fields: { label: 'Welke gegevens', kind: 'code', required: true },
      /** The last day (`YYYY-MM-DD`) on which they may be seen. */
      until: { label: 'Tot en met', kind: 'code', required: true },
    },
    may: BY_SHARING,
  },
  sharingEnded: { label: 'Delen gestopt', fields: { organisation }, may: BY_SHARING },
  correctionExplained: {
    label: 'Uitleg bij een verbetering',
    fields: {
      /** The id of the event that was corrected or withdrawn at the same moment. */
      corrected: { label: 'Wat is verbeterd', kind: 'code', required: true },
      why: {
        label: 'Waarom verbeterd',
        kind: 'code',
        required: true,
        choices: {
          'typed-wrong': 'verkeerd ingevuld',
          'heard-later': 'later bleek het anders',
          'other-trajectory': 'hoort bij een ander traject',
          'recorded-twice': 'stond er dubbel',
          'taken-back': 'meteen teruggenomen',
        },
        otherCodes: 'forbidden',
      },
    },
    may: BY_CORRECTING,
  },
} as const satisfies Record<string, EventDefinition>

/** The events by which sharing is recorded. */
export const SHARING_EVENTS = ['consentAsked', 'sharedWith', 'sharingEnded'] as const

/** The event that says why another was corrected or withdrawn. */
export const CORRECTION_EXPLAINED = 'correctionExplained'

/** The facts that follow from them, under the same fold as all others. */
export const PARTY_FACTS = {
  party: {
    kind: 'spell',
    label: 'Betrokken organisatie',
    key: 'organisation',
    opens: { partyJoined: { organisation: field('organisation'), team: field('team') } },
    closes: ['partyLeft'],
  },
  consent: {
    kind: 'spell',
    label: 'Toestemming om te delen',
    key: 'organisation',
    opens: { consentAsked: { answer: field('answer'), reason: field('reason') } },
  },
  share: {
    kind: 'spell',
    label: 'Gedeeld met',
    key: 'organisation',
    opens: {
      sharedWith: {
        organisation: field('organisation'),
        fields: field('fields'),
        until: field('until'),
      },
    },
    closes: ['sharingEnded'],
  },
} as const satisfies Record<string, FactDefinition>

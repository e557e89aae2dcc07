import { expect, it } from 'vitest'
import { checkEvent } from './check-event.ts'
import { getDay } from './day.ts'
import { defineRoute } from './define-route.ts'
import type { FieldValue } from './event.ts'
import { LONGEST_TEXT } from './field-value.ts'
import { getMoment } from './moment.ts'
import type { FieldKind } from './route.ts'
import { exampleRoute } from './testing/example-route.ts'

const routeOf = (kind: FieldKind, subject: 'programme' | 'child' = 'programme') =>
  defineRoute({
    ...exampleRoute,
    code: 'fields',
    subject,
    events: {
      ...exampleRoute.events,
      told: { label: 'Verteld', fields: { what: { label: 'Wat', kind, required: true } } },
    },
  })

it.each<[FieldKind, FieldValue, string]>([
  ['text', 'Een alinea, van ten minste € 5 of “meer”.', 'well'],
  ['text', 'Een.\nTwee.', '"Wat" (what) moet één alinea zijn, zonder regeleinden.'],
  ['text', 'x'.repeat(LONGEST_TEXT), 'well'],
  ['text', 'x'.repeat(LONGEST_TEXT + 1), '"Wat" (what) mag niet langer zijn dan 2000 tekens.'],
  ['text', ' ', '"Wat" (what) moet tekst zijn.'],
  ['text', 12, '"Wat" (what) moet tekst zijn.'],
  ['day', '2023-02-28', 'well'],
  ['day', '2023-02-29', '"Wat" (what) moet een dag zijn die op de kalender staat, als 2023-03-31.'],
  ['period', '2022-Q4', 'well'],
  ['period', '2023-03', 'well'],
  [
    'period',
    '2023-13',
    '"Wat" (what) moet een maand, een kwartaal of een jaar zijn, als 2023-03, 2023-Q1 of 2023.',
  ],
  ['cents', 16_700_000, 'well'],
  ['cents', -1, 'well'],
  ['cents', 0.5, '"Wat" (what) moet een bedrag in hele centen zijn.'],
  ['cents', '12', '"Wat" (what) moet een bedrag in hele centen zijn.'],
  ['number', '12', '"Wat" (what) moet een getal zijn.'],
  ['boolean', 'ja', '"Wat" (what) moet true of false zijn.'],
  ['code', '', '"Wat" (what) moet tekst zijn.'],
])('a field of kind %s with %j is: %s', (kind, what, expected) => {
  const wrong = checkEvent(routeOf(kind), {
    id: 'e1',
    trajectory: 'T1',
    route: 'fields',
    type: 'told',
    validOn: getDay('2023-03-31'),
    recordedAt: getMoment('2023-03-31T12:00:00Z'),
    data: { what },
  })
  expect(wrong?.reason ?? 'well').toBe(expected)
})

it('text about a person is refused with the definition', () => {
  expect(() => routeOf('text', 'child')).toThrow(/told: "what" would be text about a person/)
  expect(() => routeOf('day', 'child')).not.toThrow()
})

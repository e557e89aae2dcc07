import type { Step } from '@tijdig/server/contract'
import { expect, test } from 'vitest'
import { eventOf, wrongIn } from './step-draft.ts'

const step: Step = {
  type: 'helpStarted',
  label: 'Hulp gestart',
  fields: [
    {
      code: 'service',
      label: 'Soort hulp',
      kind: 'code',
      required: true,
      choices: [{ code: 'ambulant', label: 'hulp thuis' }],
    },
    { code: 'provider', label: 'Aanbieder', kind: 'code', required: true, choices: [] },
    { code: 'hours', label: 'Uren per week', kind: 'number', required: false, choices: [] },
    { code: 'urgent', label: 'Spoed', kind: 'boolean', required: false, choices: [] },
  ],
}

test('what has to be filled in is said per field', () => {
  expect(wrongIn(step, { validOn: '2026-02-30', values: { hours: 'veel' } })).toEqual({
    dag: 'Vul een dag in die op de kalender staat, bijvoorbeeld 31-03-2026.',
    'veld-service': 'Maak een keuze.',
    'veld-provider': 'Vul dit in.',
    'veld-hours': 'Vul een getal in, bijvoorbeeld 12.',
  })
})

test('what was filled in becomes an event; what was left open is left out', () => {
  const draft = {
    validOn: '2026-02-28',
    values: { service: 'ambulant', provider: ' B-7 ', hours: '2,5', urgent: 'nee', other: 'x' },
  }
  expect(wrongIn(step, draft)).toEqual({})
  expect(eventOf(step, draft)).toEqual({
    type: 'helpStarted',
    validOn: '2026-02-28',
    data: { service: 'ambulant', provider: 'B-7', hours: 2.5, urgent: false },
  })
  expect(
    eventOf(step, { validOn: '2026-02-28', values: { service: 'ambulant', provider: 'B' } }).data,
  ).toEqual({ service: 'ambulant', provider: 'B' })
})

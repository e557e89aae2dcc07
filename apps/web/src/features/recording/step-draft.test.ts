import type { Step, TimelineEntry } from '@tijdig/server/contract'
import { expect, test } from 'vitest'
import { draftOf, eventOf, isSameDraft, wordsOf, wrongIn } from './step-draft.ts'

const PLAIN = { help: null, colleague: false, teamOf: null }

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
      ...PLAIN,
    },
    { code: 'provider', label: 'Aanbieder', kind: 'code', required: true, choices: [], ...PLAIN },
    {
      code: 'hours',
      label: 'Uren per week',
      kind: 'number',
      required: false,
      choices: [],
      ...PLAIN,
    },
    { code: 'urgent', label: 'Spoed', kind: 'boolean', required: false, choices: [], ...PLAIN },
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

test('what stands in an event is filled in again, and makes the same event', () => {
  const data = { service: 'ambulant', provider: 'v1.2', hours: 2.5, urgent: false }
  const entry = { validOn: '2026-02-28', data } as unknown as TimelineEntry
  const draft = draftOf(step, entry)
  expect(draft.values).toEqual({
    service: 'ambulant',
    provider: 'v1.2',
    hours: '2,5',
    urgent: 'nee',
  })
  expect(eventOf(step, draft)).toEqual({ type: 'helpStarted', validOn: '2026-02-28', data })
  expect(isSameDraft(step, draft, draftOf(step, entry))).toBe(true)
  expect(isSameDraft(step, { ...draft, validOn: '2026-02-27' }, draft)).toBe(false)
  expect(wordsOf(step, entry)).toEqual({
    service: 'hulp thuis',
    provider: 'v1.2',
    hours: '2.5',
    urgent: 'nee',
  })
})

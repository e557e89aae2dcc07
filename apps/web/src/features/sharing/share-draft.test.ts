import { expect, test } from 'vitest'
import { emptyShare, orderOf, type ShareDraft, wrongIn } from './share-draft.ts'

const TODAY = '2026-11-30'
const full: ShareDraft = {
  ...emptyShare(TODAY),
  organisation: 'DE-BRUG',
  fields: ['service', 'region'],
  answer: 'given',
}

test('sharing ends after three months unless told, on a day that exists', () => {
  expect(emptyShare(TODAY).until).toBe('2027-02-28')
})

test('what is missing is said per field', () => {
  expect(wrongIn(emptyShare(TODAY), TODAY)).toEqual({
    organisatie: 'Kies met wie u deelt.',
    gegevens: 'Kies minstens één gegeven.',
    toestemming: 'Kies wat het gezin antwoordde.',
  })
  expect(wrongIn(full, TODAY)).toEqual({})
})

test.each([
  ['2026-11-29', 'Deze dag is al voorbij. Kies vandaag of later.'],
  ['2027-12-01', 'Delen kan hoogstens een jaar vooruit.'],
  ['2026-02-30', 'Vul een dag in die op de kalender staat.'],
])('until %s: %s', (until, sentence) => {
  expect(wrongIn({ ...full, until }, TODAY)).toEqual({ tot: sentence })
})

test('without consent there has to be a reason, and only then it is sent', () => {
  const draft: ShareDraft = { ...full, answer: 'not-needed' }
  expect(wrongIn(draft, TODAY)).toEqual({ reden: 'Kies waarom toestemming niet nodig is.' })
  expect(orderOf({ ...draft, reason: 'legal-duty' }).consent).toEqual({
    answer: 'not-needed',
    reason: 'legal-duty',
  })
  expect(orderOf({ ...full, reason: 'legal-duty' })).toEqual({
    organisation: 'DE-BRUG',
    fields: ['service', 'region'],
    until: '2027-02-28',
    consent: { answer: 'given' },
  })
})

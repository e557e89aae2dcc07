import { expect, test } from 'vitest'
import { wrongIn } from './glass-draft.ts'
import { timeInWords } from './glass-end.ts'

const draft = { route: 'ot', trajectory: 'OT-0001', reason: 'Kind vannacht in het ziekenhuis.' }

test('a number and a reason are needed', () => {
  expect(wrongIn(draft)).toEqual({})
  expect(wrongIn({ ...draft, trajectory: ' ', reason: '  te kort   ' })).toEqual({
    traject: 'Vul het nummer van het traject in.',
    waarom: 'Schrijf op waarom het niet kan wachten, in minstens 10 tekens.',
  })
})

test('a moment is said as the clock in the Netherlands shows it', () => {
  expect(timeInWords('2026-11-22T23:05:00Z')).toBe('00.05')
  expect(timeInWords('2026-07-01T12:05:00Z')).toBe('14.05')
})

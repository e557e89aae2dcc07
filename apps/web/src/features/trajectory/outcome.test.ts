import type { Clock } from '@tijdig/server/contract'
import { describe, expect, test } from 'vitest'
import { outcomeInWords, termBar } from './outcome.ts'

const clock = (parts: Partial<Clock>): Clock => ({
  code: 'welcome',
  label: 'Welkomstgesprek',
  norm: 'binnen een week',
  source: 'werkwijze',
  startedOn: '2022-05-25',
  dueOn: '2022-06-01',
  standsStillSince: null,
  metOn: null,
  outcome: 'running',
  ...parts,
})

describe('a term in words', () => {
  test.each([
    [
      { outcome: 'in-time', metOn: '2022-05-30' },
      'Op tijd',
      'Gedaan op 30 mei 2022, 2 dagen voor de laatste dag (1 juni 2022).',
    ],
    [
      { outcome: 'in-time', metOn: '2022-06-01' },
      'Op tijd',
      'Gedaan op 1 juni 2022, op de laatste dag.',
    ],
    [
      { outcome: 'late', metOn: '2022-06-02' },
      'Te laat',
      'Gedaan op 2 juni 2022, 1 dag na de laatste dag (1 juni 2022).',
    ],
    [
      { outcome: 'lapsed' },
      'Vervallen',
      'De termijn liep tot 1 juni 2022, maar het hoefde niet meer.',
    ],
  ] as const)('%j: %s', (parts, label, sentence) => {
    expect(outcomeInWords(clock(parts), '2022-07-01')).toMatchObject({ label, sentence })
  })

  test('what still has to be done says how long there is, or how long ago it should have been', () => {
    expect(outcomeInWords(clock({}), '2022-05-29').sentence).toBe(
      'Het moet uiterlijk op 1 juni 2022; nog 3 dagen.',
    )
    expect(outcomeInWords(clock({}), '2022-06-01').sentence).toBe(
      'Het moet uiterlijk op 1 juni 2022; dat is de dag van deze stand.',
    )
    expect(outcomeInWords(clock({ outcome: 'overdue' }), '2022-06-02').sentence).toBe(
      'Het moest uiterlijk op 1 juni 2022; dat is 1 dag geleden.',
    )
  })
})

describe('a term that stands still', () => {
  const still = { dueOn: null, standsStillSince: '2022-05-28' }
  test.each([
    [{}, 'Staat stil', 'De termijn staat stil sinds 28 mei 2022.'],
    [
      { outcome: 'in-time', metOn: '2022-05-30' },
      'Op tijd',
      'Gedaan op 30 mei 2022. De termijn staat stil sinds 28 mei 2022.',
    ],
    [
      { outcome: 'lapsed' },
      'Vervallen',
      'De termijn staat stil sinds 28 mei 2022, en het hoefde niet meer.',
    ],
  ] as const)('%j: %s', (parts, label, sentence) => {
    expect(outcomeInWords(clock({ ...still, ...parts }), '2022-07-01')).toMatchObject({
      label,
      sentence,
    })
  })

  test('has a bar that ends where it stands still', () => {
    expect(termBar(clock(still), '2022-07-01')).toEqual({ filled: 1, due: 1 })
  })
})

describe('the bar of a term', () => {
  test('is filled to the day it was done, or is looked at', () => {
    expect(termBar(clock({ metOn: '2022-05-25', outcome: 'in-time' }), '2022-07-01')).toEqual({
      filled: 0,
      due: 1,
    })
    expect(termBar(clock({ metOn: '2022-06-01', outcome: 'in-time' }), '2022-07-01')).toEqual({
      filled: 1,
      due: 1,
    })
    expect(termBar(clock({}), '2022-05-25').filled).toBe(0)
  })

  test('is full when late, with the due day inside it', () => {
    expect(termBar(clock({ metOn: '2022-06-08', outcome: 'late' }), '2022-07-01')).toEqual({
      filled: 1,
      due: 0.5,
    })
  })
})

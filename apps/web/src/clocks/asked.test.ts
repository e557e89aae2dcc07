import { describe, expect, test } from 'vitest'
import {
  askedInWords,
  dayOf,
  daysOfKnowledge,
  readAsked,
  shortKnownAt,
  writeAsked,
} from './asked.ts'

describe('a question in an address', () => {
  test.each([
    '2023-03-31@2023-04-14',
    '2023-03-31@2023-04-14#2023-01-31',
    '2023-03-31@2023-04-14T21:59:59Z',
  ])('%s is read and written the same', (text) => {
    const asked = readAsked(text)
    expect(asked && writeAsked(asked)).toBe(text)
  })

  test.each([
    '',
    '2023-03-31',
    '2023-02-30@2023-04-14',
    '2023-03-31@gisteren',
    '2023-03-31@2023-04-14#x',
    7,
  ])('%j is none', (text) => expect(readAsked(text)).toBeUndefined())
})

test('a question in words', () => {
  expect(askedInWords({ cutOff: '2023-03-31', knownAt: '2023-04-06' })).toBe(
    'stand op 31 maart 2023, zoals bekend op 6 april 2023',
  )
})

test('a moment falls on a day in the Netherlands', () => {
  expect(dayOf('2023-04-14T21:59:59Z')).toBe('2023-04-14')
  expect(dayOf('2023-04-14T22:00:00Z')).toBe('2023-04-15')
  expect(dayOf('2023-04-14')).toBe('2023-04-14')
})

test('the last moment of a day is written as that day, any other stays', () => {
  expect(shortKnownAt('2023-04-14T21:59:59.999999Z')).toBe('2023-04-14')
  expect(shortKnownAt('2023-04-14T10:00:00Z')).toBe('2023-04-14T10:00:00Z')
})

test('days of knowledge are counted from the cut-off day', () => {
  expect(daysOfKnowledge({ cutOff: '2023-03-31', knownAt: '2023-04-14' })).toBe(14)
  expect(daysOfKnowledge({ cutOff: '2023-03-31', knownAt: '2023-03-01' })).toBe(-30)
})

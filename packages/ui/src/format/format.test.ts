import { describe, expect, test } from 'vitest'
import { dayInBrief, dayInWords } from './day.ts'

describe('days in Dutch', () => {
  test('a day in words and in brief', () => {
    expect(dayInWords('2023-03-31')).toBe('31 maart 2023')
    expect(dayInWords('2022-04-04')).toBe('4 april 2022')
    expect(dayInBrief('2022-12-01')).toBe('1 dec 2022')
  })
})

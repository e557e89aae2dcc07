import { describe, expect, test } from 'vitest'
import { askedOf, type ClockSearch, moveClock, previousOf, undoMove } from './move.ts'

const start = { cutOff: '2023-03-31', knownAt: '2023-04-14' }

describe('moving a clock', () => {
  test('the first move compares with where the clocks stood', () => {
    expect(moveClock({}, start, { knownAt: '2023-04-06' })).toEqual({
      op: '2023-03-31',
      bekend: '2023-04-06',
      vorige: '2023-03-31@2023-04-14',
    })
  })

  test('eight steps of a day compare as one of eight days', () => {
    let search: ClockSearch = {}
    for (const day of ['13', '12', '11', '10', '09', '08', '07', '06'])
      search = moveClock(search, start, { knownAt: `2023-04-${day}` })
    expect(search).toEqual(moveClock({}, start, { knownAt: '2023-04-06' }))
  })

  test('back where it began, nothing is compared', () => {
    const away = moveClock({}, start, { cutOff: '2023-02-28' })
    expect(moveClock(away, start, { cutOff: '2023-03-31' })).toEqual({
      op: '2023-03-31',
      bekend: '2023-04-14',
    })
  })

  test('undoing leads to the question that was compared with', () => {
    const moved = moveClock({}, start, { knownAt: '2023-04-06' })
    const previous = previousOf(moved, askedOf(moved, start))
    expect(previous && askedOf(undoMove(previous), start)).toEqual(start)
  })

  test('an address that compares with itself compares with nothing', () => {
    const search = { op: '2023-03-31', bekend: '2023-04-14', vorige: '2023-03-31@2023-04-14' }
    expect(previousOf(search, askedOf(search, start))).toBeUndefined()
  })
})

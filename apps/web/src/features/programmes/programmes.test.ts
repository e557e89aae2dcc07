import type { Money, Part, Route } from '@tijdig/server/contract'
import { describe, expect, test } from 'vitest'
import { budgetNotes, leftInWords, moneyInShort, verdictOf } from './money-words.ts'
import { againstPlan, type PartNode, treeOf } from './parts.ts'
import {
  amountInWords,
  asSentence,
  overInWords,
  spanInWords,
  timeInWords,
  trendInWords,
} from './period-words.ts'
import { newestOfProgrammes, quarterBefore, quarterEndBefore } from './programme-clocks.ts'
import { readProgrammeSearch } from './search.ts'

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ')

describe('the clocks of a programme', () => {
  const route = (code: string, knownAt: string | null) =>
    ({ code, defaultQuestion: knownAt && { cutOff: '2023-03-31', knownAt } }) as unknown as Route

  test('start on the last day of which something is known of any part', () => {
    const routes = [
      route('jbjr', '2026-01-01'),
      route('programme', '2023-04-10'),
      route('programme-action', '2023-04-18'),
      route('programme-risk', null),
    ]
    expect(newestOfProgrammes(routes, '2026-11-27')).toEqual({
      cutOff: '2023-04-18',
      knownAt: '2023-04-18',
    })
    expect(newestOfProgrammes([], '2026-11-27').cutOff).toBe('2026-11-27')
  })

  test.each([
    ['2023-04-18', 1, '2023-03-31'],
    ['2023-03-31', 1, '2022-12-31'],
    ['2023-01-01', 1, '2022-12-31'],
    ['2023-04-18', 4, '2022-06-30'],
  ])('of %s, %d quarters back ended on %s', (day, back, end) =>
    expect(quarterEndBefore(day, back)).toBe(end),
  )

  test('three months before is the same day of the month', () =>
    expect(quarterBefore('2023-04-18')).toBe('2023-01-18'))
})

describe('what the address holds', () => {
  test('only views, days and questions that there are', () => {
    const good = {
      beeld: 'maanden',
      op: '2022-12-31',
      bekend: '2023-01-15',
      sinds: '2022-09-30@2022-10-01',
    }
    expect(readProgrammeSearch(good)).toEqual(good)
    expect(readProgrammeSearch({ beeld: 'toString', op: '2022-02-30', sinds: 'ooit' })).toEqual({})
  })
})

describe('in words', () => {
  test('times, spans and what a number is about', () => {
    expect(['2023-03-31', '2023-03', '2023-Q1', '2023'].map(timeInWords)).toEqual([
      '31 maart 2023',
      'maart 2023',
      '1e kwartaal 2023',
      '2023',
    ])
    expect(spanInWords('2022-10', '2022-10')).toBe('oktober 2022')
    expect(overInWords('2020-06/2020-10')).toBe('juni 2020 tot en met oktober 2020')
    expect(overInWords('2022')).toBe('2022')
  })

  test('amounts with their unit; what is numbered has it first', () => {
    expect(amountInWords(13_700_000, 'euro')).toBe('13.700.000 euro')
    expect(amountInWords(2, 'nummer van de fase')).toBe('nummer van de fase 2')
    expect(asSentence('er is geen geld')).toBe('Er is geen geld.')
    expect(asSentence('Waarom?')).toBe('Waarom?')
  })

  test.each([
    [14, 18, 'lager dan op 31 maart 2023 (18)'],
    [18, 14, 'hoger dan op 31 maart 2023 (14)'],
    [14, 14, 'gelijk gebleven sinds 31 maart 2023'],
  ])('%d after %d is %s', (value, was, words) =>
    expect(trendInWords(value, { value: was, on: '2023-03-31' })).toBe(words),
  )
})

describe('parts', () => {
  const part = (code: string, depth: number, route = 'programme-action') =>
    ({ code, depth, route }) as Part

  test('the tree of some routes: what stands under a part that is left out moves up', () => {
    const tree = treeOf(
      [
        part('NW4', 0, 'programme'),
        part('WQ', 1, 'programme-line'),
        part('M', 2, 'programme-milestone'),
        part('N1', 2, 'programme-goal'),
        part('W1', 3),
        part('W2', 2),
        part('CB', 1, 'programme-line'),
      ],
      ['programme-line', 'programme-goal', 'programme-action'],
    )
    const written = (nodes: readonly PartNode[]): string =>
      nodes.map(({ part: { code }, children }) => `${code}(${written(children)})`).join(' ')
    expect(written(tree)).toBe('WQ(N1(W1()) W2()) CB()')
  })

  test.each([
    ['under-way', null, '2022-09', 'late'],
    ['no-action', null, '2022-Q4', undefined],
    ['done', '2022-09-30', '2022-09', undefined],
    ['done', '2022-10-01', '2022-09', 'done-late'],
    ['dropped', null, '2022-01', undefined],
    ['under-way', null, null, undefined],
  ] as const)('%s on %s, planned until %s, is %s', (light, doneOn, until, expected) => {
    const planned = until === null ? null : { from: until, until }
    expect(againstPlan({ light, doneOn, planned } as Part, '2022-12-31')).toBe(expected)
  })
})

describe('money', () => {
  const budget = (more: Partial<Money['budgets'][number]>) =>
    ({
      granted: 10_000,
      spent: 4_000,
      forecast: 5_000,
      grantedFirst: 10_000,
      shiftedAway: 0,
      shiftedTo: 0,
      extendedUntil: null,
      round: null,
      willExceed: null,
      ...more,
    }) as Money['budgets'][number]

  test('in short: what will be over, or too little; nothing where there is nothing', () => {
    expect(plain(moneyInShort(budget({})))).toBe(
      '€ 100,00 toegekend, € 40,00 uitgegeven. Naar verwachting blijft er € 10,00 over.',
    )
    expect(plain(moneyInShort(budget({ forecast: 7_000 })))).toBe(
      '€ 100,00 toegekend, € 40,00 uitgegeven. Naar verwachting is dat € 10,00 te weinig.',
    )
    expect(moneyInShort({ granted: 0, spent: 0, forecast: 0 })).toBeUndefined()
    expect(plain(leftInWords(budget({ forecast: 7_000 })))).toBe('€ 10,00 te weinig')
  })

  test('more than granted is said before it happens, and otherwise once it did', () => {
    const willExceed = { month: '2023-08', by: 1_000, isSpent: false }
    expect(verdictOf(budget({})).words).toBe('Blijft binnen het budget')
    expect(plain(verdictOf(budget({ willExceed })).words)).toBe(
      'Gaat eroverheen in augustus 2023: € 10,00 te veel',
    )
    expect(plain(verdictOf(budget({ willExceed: { ...willExceed, isSpent: true } })).words)).toBe(
      '€ 10,00 te veel uitgegeven, sinds augustus 2023',
    )
    expect(verdictOf(budget({ granted: 0, spent: 0, forecast: 0 })).words).toBe('Nog geen bedragen')
  })

  test('shifts, an extension and a round are told beside it', () => {
    const round = { round: 'tranche 2', closes: '2023-05-15', closedOn: null }
    expect(
      budgetNotes(
        budget({ shiftedAway: 500, shiftedTo: 200, extendedUntil: '2023-06-30', round }),
      ).map(plain),
    ).toEqual([
      'Eerst toegekend: € 100,00. € 5,00 ging naar een ander budget en € 2,00 kwam erbij.',
      'Zonder extra geld verlengd tot en met 30 juni 2023.',
      'Subsidieronde tranche 2: aanvragen kan tot en met 15 mei 2023.',
    ])
    expect(budgetNotes(budget({ round: { ...round, closedOn: '2023-05-16' } }))).toEqual([
      'Subsidieronde tranche 2: gesloten op 16 mei 2023.',
    ])
  })
})

import type { Explanation, Indicator } from '@tijdig/server/contract'
import { describe, expect, test } from 'vitest'
import { changesTable, explainAll, explainedKey, waterfallOf } from './explained.ts'

const known14 = { cutOff: '2023-03-31', knownAt: '2023-04-14' }
const known6 = { cutOff: '2023-03-31', knownAt: '2023-04-06' }
const january = { cutOff: '2023-01-31', knownAt: '2023-02-06' }

const indicator = (code: string, label: string, kind: Indicator['kind'] = 'count'): Indicator => ({
  code,
  label,
  unit: 'kinderen',
  kind,
  versions: [],
  dimensions: {
    placement: { label: 'Plaats van verblijf', values: { network: 'Netwerk van het gezin' } },
  },
  tables: [],
})
const indicators = [
  indicator('children', 'Kinderen'),
  indicator('contacted', 'Contact binnen twee dagen', 'share'),
]

const change = (parts: Partial<Explanation>): Explanation => ({
  indicator: 'children',
  by: {},
  from: 0,
  to: 0,
  late: 0,
  corrected: 0,
  redefined: 0,
  happened: 0,
  ...parts,
})

const sentences = (explanation: Explanation, from = known14, to = known6) =>
  explainAll([explanation], indicators, from, to).flatMap((one) =>
    one.reasons.map((reason) => reason.sentence),
  )

describe('reasons in words', () => {
  test('what was recorded later is not there yet when the clock goes back', () => {
    expect(sentences(change({ from: 693, to: 670, late: -23 }))).toEqual([
      '23 minder door wat pas na 6 april 2023 is vastgelegd',
    ])
  })

  test('and comes in when the clock goes on', () => {
    expect(sentences(change({ from: 670, to: 693, late: 23 }), known6, known14)).toEqual([
      '23 meer door wat na 6 april 2023 alsnog is vastgelegd',
    ])
  })

  test('each part has its own sentence, in a fixed order', () => {
    expect(
      sentences(
        change({ from: 600, to: 693, happened: 80, late: 20, corrected: -2, redefined: -5 }),
        january,
        known14,
      ),
    ).toEqual([
      '20 meer door wat na 6 februari 2023 alsnog is vastgelegd',
      '2 minder doordat gegevens na 6 februari 2023 zijn verbeterd of ingetrokken',
      '5 minder door een andere definitie van het cijfer',
      '80 meer door wat na 31 januari 2023 is gebeurd',
    ])
  })

  test('with the cut-off day set back, what happened after it has not happened', () => {
    expect(
      sentences(change({ from: 693, to: 600, happened: -93 }), known14, {
        ...known14,
        cutOff: '2023-02-28',
      }),
    ).toEqual(['93 minder door wat pas na 28 februari 2023 is gebeurd'])
  })

  test('shares change in percentage points; what would be shown as nothing is no reason', () => {
    const share = change({
      indicator: 'contacted',
      from: 0.8,
      to: 0.82,
      late: 0.0201,
      corrected: -0.0001,
    })
    expect(sentences(share, known6, known14)).toEqual([
      '2 procentpunt meer door wat na 6 april 2023 alsnog is vastgelegd',
    ])
  })
})

describe('all changes', () => {
  const all = explainAll(
    [
      change({ by: { placement: 'network' }, from: 62, to: 60, late: -2 }),
      change({ from: 693, to: 670, late: -23 }),
      change({ from: 376, to: 376, indicator: 'unknown' }),
      change({ indicator: 'contacted', from: 0.8, to: 0.8 }),
    ],
    indicators,
    known14,
    known6,
  )

  test('totals come first; what did not change is left out', () => {
    expect(all.map(({ label, key }) => [label, key])).toEqual([
      ['Kinderen', 'children'],
      ['Kinderen: netwerk van het gezin', 'children:placement=network'],
    ])
  })

  test('are a table, with a column for each reason', () => {
    expect(changesTable(all, known14, known6)).toEqual({
      head: [
        'Cijfer',
        'was',
        'nu',
        'Toen nog niet bekend',
        'Toen nog niet verbeterd',
        'Andere definitie',
        'Echt gebeurd',
      ],
      rows: [
        ['Kinderen', '693', '670', '−23', '', '', ''],
        ['Kinderen: netwerk van het gezin', '62', '60', '−2', '', '', ''],
      ],
    })
  })

  test('and each is a waterfall that tells itself in words', () => {
    const [first] = all
    expect(first && waterfallOf(first, known14, known6)).toMatchObject({
      title: 'Kinderen: van 693 naar 670',
      description:
        'Stand op 31 maart 2023, zoals bekend op 14 april 2023: 693. Stand op 31 maart 2023, zoals bekend op 6 april 2023: 670. 23 minder door wat pas na 6 april 2023 is vastgelegd.',
      steps: [{ part: 'late', label: 'Toen nog niet bekend', value: -23 }],
    })
  })
})

test('a key does not depend on the order of dimensions', () => {
  expect(explainedKey({ indicator: 'a', by: { y: '2', x: '1' } })).toBe(
    explainedKey({ indicator: 'a', by: { x: '1', y: '2' } }),
  )
})

import type { Move, Part } from '@tijdig/server/contract'
import { expect, test } from 'vitest'
import { groupMoves } from './move-groups.ts'
import { isMoveKind, KIND_WORDS, type MoveKind, moveInWords } from './move-in-words.ts'

const nameOf = (code: string) => ({ DJGB: 'De Jeugd- & Gezinsbeschermers' })[code] ?? code

function move(kind: MoveKind, from: string | null, to: string | null, detail?: string) {
  const part = { route: 'programme-action', id: 'NW4-W2', code: 'W2', title: 'Werven' }
  return { ...part, kind, cause: 'happened', from, to, detail: detail ?? null } as const
}

/** The sentence with the title in its place. */
function said(one: ReturnType<typeof move>, part?: Pick<Part, 'measured' | 'aims'>): string {
  const { before, after } = moveInWords(one, { nameOf, part: part as Part | undefined })
  return `${before}${one.title}${after}`.replaceAll('\u00a0', ' ')
}

test.each([
  [move('new', null, 'no-action'), 'Werven staat nieuw in het programma.'],
  [move('gone', 'done', null), 'Werven staat niet meer in het programma.'],
  [move('begun', 'no-action', 'under-way'), 'Werven is begonnen.'],
  [move('stalled', 'under-way', 'stalled'), 'Werven loopt vast.'],
  [
    move('reason-changed', 'Te weinig reacties', 'Het geld is op.'),
    'Werven loopt nu om een andere reden vast: “Het geld is op.” Eerst was het: “Te weinig reacties.”',
  ],
  [
    move('mover-changed', 'VWS 2022-09-30', 'DJGB 2023-02-15'),
    'Bij Werven is nu aan zet: De Jeugd- & Gezinsbeschermers, uiterlijk op 15 februari 2023. Eerst: VWS, uiterlijk op 30 september 2022.',
  ],
  [
    move('replanned', '2022-06/2022-12', '2022-09,2023-01'),
    'Werven is nu gepland voor september 2022 en januari 2023, eerst voor juni 2022 tot en met december 2022.',
  ],
  [
    move('due-moved', '2023-04-06', '2023-10-03'),
    'Werven moet nu klaar zijn op 3 oktober 2023, eerst op 6 april 2023.',
  ],
  [move('reviewed', null, 'Het gaat langzaam'), 'Terugblik op Werven: “Het gaat langzaam.”'],
  [
    move('money', '950000', '5270000', 'spent'),
    'Bij Werven: € 52.700,00 uitgegeven (eerst € 9.500,00).',
  ],
  [
    move('money', null, '2023-06-30', 'extendedUntil'),
    'Werven is zonder extra geld verlengd tot en met 30 juni 2023.',
  ],
  [
    move('money', null, 'tranche 2 2023-05-15', 'round'),
    'Bij Werven is een subsidieronde open: tranche 2, aanvragen tot en met 15 mei 2023.',
  ],
  [
    move('owner-changed', 'NW4', 'DJGB'),
    'Werven heeft een andere eigenaar: De Jeugd- & Gezinsbeschermers, eerst NW4.',
  ],
  [
    move('rearranged', 'W1 · Wervingsplan · WQ · WQ', 'W2 · Werven · WQ · WQ'),
    'Werven is verplaatst of hernoemd. Eerst: Wervingsplan (W1), onder WQ.',
  ],
])('%o', (one, sentence) => expect(said(one)).toBe(sentence))

test('a number is told with its unit and what it is about, where that is known', () => {
  const kept = {
    key: 'vacatures',
    value: 12,
    unit: 'vacatures',
    what: 'Vervulde vacatures',
    source: null,
    on: '2022-12-31',
    over: null,
    before: null,
  }
  const part = { measured: [kept], aims: [] }
  expect(said(move('measured', '7', '12', 'vacatures'), part)).toBe(
    'Bij Werven is gemeten: “Vervulde vacatures”, 12 vacatures (eerst 7 vacatures).',
  )
  expect(said(move('aimed', null, '40', 'anders'), part)).toBe(
    'Bij Werven is een doel gesteld: 40.',
  )
  expect(said(move('measured', '7', null, 'weg'), part)).toBe(
    'Bij Werven is een meting ingetrokken: 7.',
  )
})

test('moves are told by cause, and within that first what is stuck', () => {
  const moves: Move[] = [
    move('done', 'under-way', 'done'),
    { ...move('begun', 'no-action', 'under-way'), cause: 'late' },
    move('stalled', 'under-way', 'stalled'),
    { ...move('done', 'under-way', 'done'), cause: 'corrected' },
    { ...move('done', 'under-way', 'done'), id: 'NW4-W3' },
  ]
  expect(
    groupMoves(moves).map(({ cause, kinds }) => [
      cause,
      kinds.map(({ kind, moves: own }) => `${kind} ${own.length}`),
    ]),
  ).toEqual([
    ['happened', ['stalled 1', 'done 2']],
    ['late', ['begun 1']],
    ['corrected', ['done 1']],
  ])
})

test('a kind of move that this page does not know is no kind', () => {
  expect(isMoveKind('stalled')).toBe(true)
  expect(isMoveKind('toString')).toBe(false)
  expect(Object.keys(KIND_WORDS)).toContain('measured')
})

import type { Explanation, IndicatorLabels, ProtectedFigure, Shown } from '@tijdig/figures'
import { describe, expect, it } from 'vitest'
import { parseTemplate } from '../template/parse-template.ts'
import type { TemplateErrorCode } from '../template/template-error.ts'
import { getDocument } from '../testing/example-input.ts'
import { outline } from '../testing/outline.ts'
import { buildDocument } from './build-document.ts'
import type { ReportInput } from './report-input.ts'

const LABELS: readonly IndicatorLabels[] = [
  {
    code: 'x.children',
    label: 'Kinderen',
    unit: 'kinderen',
    kind: 'count',
    versions: [
      { version: 1, inForceFrom: '2022-01-01', words: 'Eerst zo.', hash: 'a'.repeat(64) },
      { version: 2, inForceFrom: '2023-01-01', words: 'Nu zo.', hash: 'b'.repeat(64) },
    ],
    dimensions: {
      place: { label: 'Plek', values: { home: 'thuis', away: 'elders', unknown: 'onbekend' } },
      month: { label: 'Maand', values: {} },
      region: { label: 'Regio', values: {} },
    },
    tables: [],
  },
  {
    code: 'x.share',
    label: 'Op tijd',
    unit: 'van de kinderen',
    kind: 'share',
    versions: [{ version: 1, inForceFrom: '2022-01-01', words: 'Op tijd.', hash: 'c'.repeat(64) }],
    dimensions: { place: { label: 'Plek', values: { home: 'thuis', away: 'elders' } } },
    tables: [],
  },
]

const QUESTION = {
  route: 'x',
  cutOff: '2023-03-31',
  knownAt: '2023-04-14T21:59:59.999999Z',
  definitions: '2023-04-14',
}

function count(by: Record<string, string>, shown: number | Shown, definition = 2): ProtectedFigure {
  const what = typeof shown === 'number' ? ({ kind: 'exact', value: shown } as const) : shown
  const value = 'value' in what ? what.value : null
  return { indicator: 'x.children', definition, by, value, shown: what }
}

function share(
  by: Record<string, string>,
  numerator: number,
  denominator: number,
): ProtectedFigure {
  const value = denominator === 0 ? null : numerator / denominator
  const shown: Shown =
    value === null
      ? { kind: 'undefined', reason: 'nothing-to-divide-by' }
      : { kind: 'exact', value }
  return { indicator: 'x.share', definition: 1, by, value, numerator, denominator, shown }
}

const SUPPRESSED: Shown = { kind: 'suppressed', reason: 'below-threshold' }
const rounded = (value: number): Shown => ({ kind: 'rounded', value, to: 5 })

function inputOf(
  text: string,
  figures: readonly ProtectedFigure[] = [],
  more: { readonly head?: string; readonly input?: Partial<ReportInput> } = {},
): ReportInput {
  const head = `template: x/proef\ntitle: Proef\ndescription: Een proef\nroute: x\nauthor: Wij\nperiod: quarter\n${more.head ?? 'protection: exact'}`
  const read = parseTemplate(`---\n${head}\n---\n${text}`)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return { template: read.value, question: QUESTION, labels: LABELS, figures, ...more.input }
}

/** What a reader sees of a text, without the head of the report. */
function shownOf(...input: Parameters<typeof inputOf>): string {
  const text = outline(getDocument(inputOf(...input)))
  return text.slice(text.indexOf('\n\n')).trim()
}

function codesOf(...input: Parameters<typeof inputOf>): readonly TemplateErrorCode[] {
  const built = buildDocument(inputOf(...input))
  return built.ok ? [] : built.error.map(({ code }) => code)
}

describe('a figure in a sentence', () => {
  it.each<[string, readonly ProtectedFigure[], string]>([
    ['/%}', [count({}, 1234)], '1.234'],
    ['/%}', [], '0'],
    ['by={place: "home"} /%}', [count({ place: 'home' }, 7)], '7'],
    [
      'by={place: ["home", "away"]} /%}',
      [count({ place: 'home' }, 7), count({ place: 'away' }, 5)],
      '12',
    ],
    ['/%}', [count({}, rounded(695))], 'ongeveer 695'],
    ['/%}', [count({}, rounded(0))], 'minder dan 3'],
    ['/%}', [count({}, SUPPRESSED)], 'te weinig om te tonen'],
    [
      'by={place: ["home", "away"]} /%}',
      [count({ place: 'home' }, 7), count({ place: 'away' }, SUPPRESSED)],
      'te weinig om te tonen',
    ],
    [
      'by={place: ["home", "away"]} /%}',
      [count({ place: 'home' }, 7), count({ place: 'away' }, rounded(5))],
      'ongeveer 12',
    ],
  ])('x.children %s of %j reads %s', (tag, figures, words) =>
    expect(shownOf(`Er zijn {% figure indicator="x.children" ${tag}.`, figures)).toBe(
      `Er zijn ${words}.`,
    ),
  )

  it.each<[string, readonly ProtectedFigure[], string]>([
    ['/%}', [share({}, 308, 376)], '82 %'],
    ['decimals=1 /%}', [share({}, 308, 376)], '81,9 %'],
    ['part="numerator" /%}', [share({}, 308, 376)], '308'],
    ['part="denominator" /%}', [share({}, 308, 376)], '376'],
    ['/%}', [share({}, 0, 0)], 'niet te berekenen'],
    ['/%}', [], 'niet te berekenen'],
    ['/%}', [{ ...share({}, 1, 2), shown: SUPPRESSED }], 'te weinig om te tonen'],
    [
      'part="numerator" /%}',
      [{ ...share({}, 1, 2), shown: rounded(0.5) }],
      'een niet getoond aantal',
    ],
  ])('x.share %s of %j reads %s', (tag, figures, words) =>
    expect(shownOf(`Dat is {% figure indicator="x.share" ${tag}.`, figures)).toBe(
      `Dat is ${words}.`,
    ),
  )

  it('keeps what protection hides out of the document', () => {
    const figure = { ...share({}, 4711, 9973), shown: SUPPRESSED }
    const text =
      'Dat is {% figure indicator="x.share" /%}, {% figure indicator="x.share" part="numerator" /%}.'
    expect(JSON.stringify(getDocument(inputOf(text, [figure])))).not.toMatch(/4711|9973|0\.47/)
  })
})

it('has nothing where nobody answered what the template asks', () => {
  const text = 'Eerst dit.\n\n{% prompt question="Wat viel op?" /%}\n\nDan dat.'
  expect(shownOf(text)).toBe(shownOf('Eerst dit.\n\nDan dat.'))
  expect(parseTemplate(inputOf(text).template.source.replace('Wat viel op?', ' ')).ok).toBe(false)
})

describe('which version counts', () => {
  const figures = [count({}, 1, 1), count({}, 2, 2)]
  const text = 'Er zijn {% figure indicator="x.children" /%}.'
  it.each<[string, string, string, string]>([
    ['the one in force on the day of the definitions', '2023-04-14', '', '2'],
    ['the one in force before', '2022-12-31', '', '1'],
    ['the first before there was one', '2021-12-31', '', '1'],
    ['the one in force when it was known, where all were asked', 'all', '', '2'],
    ['the one that the report pins', '2023-04-14', 'pinned: {x.children: 1}', '1'],
  ])('%s', (_what, definitions, pinned, words) =>
    expect(
      shownOf(text, figures, {
        head: `protection: exact\n${pinned}`,
        input: { question: { ...QUESTION, definitions } },
      }),
    ).toBe(`Er zijn ${words}.`),
  )
})

describe('a table', () => {
  const places = [
    count({ place: 'home' }, 3),
    count({ place: 'away' }, 8),
    count({ place: 'unknown' }, 20),
  ]

  it('goes from many to few, with what is unknown last, and adds up', () => {
    expect(
      shownOf('{% table indicator="x.children" by=["place"] caption="C" total=true /%}', places),
    ).toBe(
      'Tabel 1: C\n  Plek | Aantal kinderen\n  Elders | 8\n  Thuis | 3\n  Onbekend | 20\n  = Totaal | 31',
    )
  })

  it('shows the months without a gap up to the cut-off day', () => {
    const figures = [count({ month: '2022-12' }, 4), count({ month: '2023-02' }, 1)]
    expect(shownOf('{% table indicator="x.children" by=["month"] caption="C" /%}', figures)).toBe(
      'Tabel 1: C\n  Maand | Aantal kinderen\n  December 2022 | 4\n  Januari 2023 | 0\n  Februari 2023 | 1\n  Maart 2023 | 0',
    )
  })

  it('can be limited, and then says so or adds the rest', () => {
    const figures = ['A', 'B', 'C', 'D'].map((region, index) => count({ region }, 9 - index))
    const tag = '{% table indicator="x.children" by=["region"] caption="C" limit=2'
    expect(shownOf(`${tag} /%}`, figures)).toBe(
      'Tabel 1: C\n  Regio | Aantal kinderen\n  A | 9\n  B | 8\nDit zijn de 2 hoogste van 4.',
    )
    expect(shownOf(`${tag} rest=true total=true /%}`, figures)).toBe(
      'Tabel 1: C\n  Regio | Aantal kinderen\n  A | 9\n  B | 8\n  Overige (2) | 13\n  = Totaal | 30',
    )
  })

  it('crosses two dimensions', () => {
    const figures = [
      count({ place: 'home', region: 'A' }, 1),
      count({ place: 'home', region: 'B' }, 2),
      count({ place: 'away', region: 'B' }, 3),
    ]
    expect(
      shownOf(
        '{% table indicator="x.children" by=["place", "region"] caption="C" total=true /%}',
        figures,
      ),
    ).toBe('Tabel 1: C\n  Plek | A | B\n  Thuis | 1 | 2\n  Elders | 0 | 3\n  = Totaal | 1 | 5')
  })

  it('shows only the rows that are named, in their order, also those without figures', () => {
    expect(
      shownOf(
        '{% table indicator="x.children" by=["place"] only=["unknown", "home"] caption="C" total=true /%}',
        [count({ place: 'home' }, 3), count({}, 99)],
      ),
    ).toBe('Tabel 1: C\n  Plek | Aantal kinderen\n  Onbekend | 0\n  Thuis | 3\n  = Samen | 3')
  })

  it('says why a count that is not small is not shown', () => {
    const hidden: Shown = { kind: 'suppressed', reason: 'would-reveal' }
    const text = '{% table indicator="x.children" by=["place"] caption="Plek" /%}'
    const figures = [count({ place: 'home' }, hidden), count({ place: 'away' }, rounded(40))]
    const shown = shownOf(text, figures)
    expect(shown).toContain('Thuis | niet getoond')
    expect(shown).toContain('zou anders een klein aantal zijn uit te rekenen.')
  })

  it('says once below that figures are rounded or hidden', () => {
    const figures = [
      count({ place: 'home' }, rounded(15)),
      count({ place: 'away' }, rounded(0)),
      count({ place: 'unknown' }, SUPPRESSED),
    ]
    expect(
      shownOf('{% table indicator="x.children" by=["place"] caption="C" total=true /%}', figures, {
        head: 'protection: rounded-5',
      }),
    ).toBe(
      'Tabel 1: C\n  Plek | Aantal kinderen\n  Thuis | 15\n  Elders | minder dan 3\n  Onbekend | te weinig om te tonen\n  = Totaal | te weinig om te tonen\nAantallen zijn afgerond op 5.\nWaar te weinig is om te tonen, staat geen getal: zo is niemand te herkennen.',
    )
  })
})

describe('a map', () => {
  it('places a figure by region, and lists what lies in none', () => {
    const text =
      '{% chart indicator="x.children" by=["region"] kind="map" title="Kinderen naar regio" /%}'
    expect(
      shownOf(text, [
        count({ region: 'Zeeland' }, 12),
        count({ region: 'Twente' }, 4),
        count({ region: 'Buitenland' }, 1),
      ]),
    ).toBe(`Figuur 1 (map): Kinderen naar regio
Kaart van kinderen naar regio: 2 van de 42 jeugdregio’s hebben een waarde. Het grootst is Zeeland (12), het kleinst Twente (4). Niet op de kaart: Buitenland (1).
  Regio | Aantal kinderen
  Zeeland | 12
  Twente | 4
  Buitenland | 1`)
  })

  it('shows one dimension only', () => {
    const text = '{% chart indicator="x.children" by=["region", "place"] kind="map" title="T" /%}'
    expect(codesOf(text)).toEqual(['too-many-dimensions'])
  })
})

describe('a change', () => {
  const explanation: Explanation = {
    indicator: 'x.children',
    by: {},
    from: 670,
    to: 693,
    late: 25,
    corrected: -4,
    redefined: 2,
    happened: 0,
  }
  const earlier = { ...QUESTION, knownAt: '2023-04-06T21:59:59.999999Z' }
  const explained = { input: { explanations: [explanation], comparedWith: earlier } }

  it('tells the parts in a sentence and a drawing', () => {
    expect(
      shownOf('{% change indicator="x.children" title="T" /%}', [count({}, 693)], explained),
    ).toBe(
      'Kinderen: eerst 670, nu 693 (+23).\n\nFiguur 1 (waterfall): T\nVan 670 kinderen (bekend op 6 april 2023) naar 693 (bekend op 14 april 2023). Daartussen: later bekend geworden +25, verbeterd of ingetrokken −4, anders gedefinieerd +2.\n  Stap | Aantal kinderen\n  = Bekend op 6 april 2023 | 670\n  Later bekend geworden | +25\n  Verbeterd of ingetrokken | −4\n  Anders gedefinieerd | +2\n  Echt gebeurd | 0\n  = Bekend op 14 april 2023 | 693',
    )
  })

  it('says so where a figure did not move', () => {
    const still = { input: { explanations: [], comparedWith: earlier } }
    const shown = shownOf('{% change indicator="x.children" /%}', [count({}, 693)], still)
    expect(shown).toContain('Kinderen: 693. Dat is hetzelfde als in de eerdere stand.')
    expect(shownOf('{% changes caption="C" /%}', [], still)).toContain(
      'Geen enkel cijfer is veranderd.',
    )
  })

  it('is listed by the dimensions that are asked, and no others', () => {
    const explanations = [explanation, { ...explanation, by: { place: 'home' } }]
    const input = { explanations, comparedWith: earlier }
    const listed = shownOf('{% changes by=["place"] caption="C" /%}', [], { input })
    expect(listed).toContain('Kinderen, thuis | 670 |')
    expect(listed).not.toContain('Kinderen | 670 |')
    expect(
      codesOf('{% changes indicator="x.children" by=["nope"] caption="C" /%}', [], { input }),
    ).toEqual(['unknown-dimension'])
  })

  it('is listed in a rounded report where its readings were rounded before', () => {
    const head = 'protection: rounded-5'
    const parts = { from: 0, to: 10, late: 5, corrected: 0, redefined: 0, happened: 5 }
    const protectedOne = { ...explanation, ...parts, protection: 'rounded-5' as const }
    const input = { explanations: [protectedOne], comparedWith: earlier }
    expect(shownOf('{% changes caption="C" /%}', [], { head, input })).toBe(
      'Tabel 1: C\n  Cijfer | Eerst | Later bekend geworden | Verbeterd of ingetrokken | Anders gedefinieerd | Echt gebeurd | Nu\n  Kinderen | minder dan 3 | +5 | 0 | 0 | +5 | 10\nAantallen zijn afgerond op 5.',
    )
    const mixed = { explanations: [protectedOne, explanation], comparedWith: earlier }
    expect(codesOf('{% changes caption="C" /%}', [], { head, input: mixed })).toEqual([
      'explanation-would-reveal',
    ])
  })

  it('is told only where there is an earlier reading', () => {
    const text =
      '{% if $explained %}\n\n{% changes caption="C" /%}\n\n{% else /%}\n\nEerste uitgave.\n\n{% /if %}'
    expect(shownOf(text)).toBe('Eerste uitgave.')
    expect(shownOf(text, [], explained)).toContain('Kinderen | 670 | +25 | −4 | +2 | 0 | 693')
  })
})

describe('what blocks a report', () => {
  it.each<[string, TemplateErrorCode]>([
    ['Een {% figure indicator="x.nope" /%}.', 'unknown-indicator'],
    ['Een {% figure indicator="x.children" by={nope: "a"} /%}.', 'unknown-dimension'],
    ['Een {% figure indicator="x.children" by={place: "nope"} /%}.', 'unknown-code'],
    ['Een {% figure indicator="x.children" part="numerator" /%}.', 'not-a-share'],
    [
      'Een {% figure indicator="x.share" by={place: ["home", "away"]} /%}.',
      'share-cannot-be-added',
    ],
    ['{% table indicator="x.nope" caption="C" /%}', 'unknown-indicator'],
    ['{% table indicator="x.children" by=["nope"] caption="C" /%}', 'unknown-dimension'],
    ['{% table indicator="x.children" by=["place"] only=["nope"] caption="C" /%}', 'unknown-code'],
    [
      '{% table indicator="x.children" by=["place", "month", "region"] caption="C" /%}',
      'too-many-dimensions',
    ],
    [
      '{% table indicator=["x.children", "x.share"] by=["place", "place"] caption="C" /%}',
      'too-many-dimensions',
    ],
    [
      '{% table indicator="x.share" by=["place"] total=true caption="C" /%}',
      'share-cannot-be-added',
    ],
    [
      '{% chart indicator="x.children" by=["place", "month"] kind="bar" title="T" /%}',
      'too-many-dimensions',
    ],
    ['{% chart indicator="x.children" by=["nope"] kind="bar" title="T" /%}', 'unknown-dimension'],
    [
      '{% chart indicator="x.share" by=["place"] kind="stacked-bar" title="T" /%}',
      'share-cannot-be-added',
    ],
    ['{% change indicator="x.children" /%}', 'no-explanations'],
    ['{% changes caption="C" /%}', 'no-explanations'],
    ['{% definition indicator="x.nope" /%}', 'unknown-indicator'],
    ['{% if $explained %}\n\n## A\n\n{% /if %}\n\n### B', 'heading-level'],
  ])('%s: %s', (text, code) => expect(codesOf(text)).toEqual([code]))

  it('rows that count something twice cannot have a total', () => {
    const figures = [count({ place: 'home' }, 3), count({ place: 'away' }, 3), count({}, 5)]
    expect(
      codesOf('{% table indicator="x.children" by=["place"] total=true caption="C" /%}', figures),
    ).toEqual(['total-does-not-add-up'])
  })

  it('a pinned version that does not exist', () => {
    expect(codesOf('Tekst.', [], { head: 'protection: exact\npinned: {x.children: 9}' })).toEqual([
      'unknown-definition',
    ])
  })

  it('the parts of a change where figures are rounded', () => {
    const input = { explanations: [], comparedWith: QUESTION }
    expect(
      codesOf('{% change indicator="x.children" /%}', [], { head: 'protection: rounded-5', input }),
    ).toEqual(['explanation-would-reveal'])
  })

  it('a change that does not end at the figure of the report', () => {
    const change = { late: 1, corrected: 0, redefined: 0, happened: 0 }
    const explanation = { indicator: 'x.children', by: {}, from: 1, to: 2, ...change }
    const input = { explanations: [explanation], comparedWith: QUESTION }
    expect(codesOf('{% change indicator="x.children" /%}', [count({}, 3)], { input })).toEqual([
      'explanation-does-not-fit',
    ])
  })

  it('all errors at once, by line', () => {
    const built = buildDocument(
      inputOf('{% definition indicator="x.no" /%}\n\nEen {% figure indicator="x.nope" /%}.'),
    )
    expect(built.ok ? [] : built.error.map(({ line }) => line)).toEqual([10, 12])
  })
})

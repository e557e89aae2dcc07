import { expect, it } from 'vitest'
import type { TagUse } from '../attributes.ts'
import type { IndicatorWords } from './block-kind.ts'
import { BLOCK_KINDS } from './block-kinds.ts'
import { describeTag } from './describe-tag.ts'

const CHILDREN: IndicatorWords = {
  code: 'ot.children-placed',
  label: 'Uit huis geplaatste kinderen',
  unit: 'kinderen',
  kind: 'count',
  dimensions: {
    placement: { label: 'Verblijf', values: { 'foster-family': 'pleeggezin', network: 'netwerk' } },
    region: { label: 'Jeugdregio', values: {} },
  },
}

const PROGRAMME: IndicatorWords = {
  code: 'ZVJ',
  label: 'Zorg voor de Jeugd',
  unit: '',
  kind: 'programme',
  dimensions: { key: { label: 'Wat', values: { 'zvj.lines': 'Actielijnen' } } },
}

function told(tag: string, attributes: TagUse['attributes']): string {
  const { kind, what, details } = describeTag({ tag, attributes }, [CHILDREN, PROGRAMME])
  return [kind, what, ...details].join(' | ')
}

const of = { indicator: 'ot.children-placed' }

it.each<[string, TagUse['attributes'], string]>([
  ['figure', of, 'Cijfer in een zin | Uit huis geplaatste kinderen'],
  [
    'figure',
    { ...of, by: { placement: ['foster-family', 'network'] } },
    'Cijfer in een zin | Uit huis geplaatste kinderen | Verblijf: pleeggezin of netwerk',
  ],
  [
    'figure',
    { ...of, part: 'late' },
    'Cijfer in een zin | Uit huis geplaatste kinderen | Hiervan wat later bekend werd',
  ],
  [
    'table',
    { ...of, by: ['placement', 'region'], caption: 'Waar' },
    'Tabel | Uit huis geplaatste kinderen | Verdeeld naar verblijf en jeugdregio | “Waar”',
  ],
  ['definition', {}, 'Wat het cijfer betekent | alle cijfers van dit rapport'],
  ['month-grid', of, 'Onderdeel “month-grid” | Uit huis geplaatste kinderen'],
  ['figure', { indicator: 'weg' }, 'Cijfer in een zin | weg'],
  [
    'parts',
    { programme: 'ZVJ', show: 'stalled', caption: 'Stil' },
    'Onderdelen van een programma | Zorg voor de Jeugd | Wat u laat zien: wat stilstaat, en waarom | “Stil”',
  ],
  [
    'kept',
    { programme: 'ZVJ', key: 'zvj.lines' },
    'Vastgelegd getal of vastgelegde dag in een zin | Zorg voor de Jeugd | Welk getal of welke dag: Actielijnen',
  ],
])('%s %j', (tag, attributes, words) => expect(told(tag, attributes)).toBe(words))

it('each kind of block has a tag of its own', () => {
  expect(new Set(BLOCK_KINDS.map(({ tag }) => tag)).size).toBe(BLOCK_KINDS.length)
})

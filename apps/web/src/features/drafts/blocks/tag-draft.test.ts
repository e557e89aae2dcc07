import { BLOCK_KINDS, findBlockKind, type IndicatorWords } from '@tijdig/drafts'
import { describe, expect, it } from 'vitest'
import { findIndicators, newTagDraft, tagDraftOf, tagOf, whatLacks } from './tag-draft.ts'

const CHILDREN: IndicatorWords = {
  code: 'ot.children-placed',
  label: 'Uit huis geplaatste kinderen',
  unit: 'kinderen',
  kind: 'count',
  dimensions: { placement: { label: 'Verblijf', values: { network: 'bij familie' } } },
}
const FAMILIES: IndicatorWords = {
  ...CHILDREN,
  code: 'ot.families',
  label: 'Gezinnen',
  unit: 'gezinnen',
  dimensions: {},
}
const SHARE: IndicatorWords = { ...FAMILIES, code: 'ot.share', label: 'Op tijd', kind: 'share' }
const ALL = [FAMILIES, CHILDREN, SHARE]
const kindOf = (tag: string) => findBlockKind(tag) ?? (BLOCK_KINDS[0] as never)

it.each<[string, readonly string[]]>([
  ['kinderen', ['ot.children-placed']],
  ['KINDEREN familie', ['ot.children-placed']],
  ['gezin', ['ot.families', 'ot.share']],
  ['niets daarvan', []],
  ['', ['ot.families', 'ot.children-placed', 'ot.share']],
])('%j finds %j', (asked, found) => {
  expect(findIndicators(ALL, asked).map(({ code }) => code)).toEqual(found)
})

describe('what is put in', () => {
  it.each<[string, IndicatorWords, object]>([
    ['figure', CHILDREN, { indicator: 'ot.children-placed' }],
    ['table', FAMILIES, { indicator: 'ot.families', caption: 'Gezinnen' }],
    [
      'chart',
      CHILDREN,
      {
        indicator: 'ot.children-placed',
        by: ['placement'],
        kind: 'bar',
        title: 'Uit huis geplaatste kinderen',
      },
    ],
    ['changes', FAMILIES, { indicator: ['ot.families'], caption: 'Gezinnen: wat veranderde' }],
  ])('a new %s of %s', (tag, indicator, attributes) => {
    expect(tagOf(newTagDraft(kindOf(tag), indicator))).toEqual({ tag, attributes })
  })

  it('stays what it was when nothing is changed, also what no field asks for', () => {
    const use = {
      tag: 'table',
      attributes: {
        indicator: 'ot.children-placed',
        by: ['placement'],
        caption: 'x',
        sort: 'order',
      },
    }
    const draft = tagDraftOf(use, ALL)
    expect(draft && tagOf(draft)).toEqual(use)
  })

  it('cannot be chosen anew where the text names more than one, or one that is gone', () => {
    const of = (indicator: string[]) => ({ tag: 'table', attributes: { indicator, caption: 'x' } })
    expect(tagDraftOf(of(['ot.families', 'ot.share']), ALL)).toBeUndefined()
    expect(tagDraftOf(of(['weg']), ALL)).toBeUndefined()
  })

  it('says what is still to be filled in', () => {
    const draft = newTagDraft(kindOf('chart'), CHILDREN)
    expect(whatLacks(draft)).toBeUndefined()
    expect(whatLacks({ ...draft, values: { ...draft.values, by: [] } })).toContain('Verdeeld naar')
    expect(whatLacks({ ...draft, values: { ...draft.values, title: ' ' } })).toContain('Titel')
  })
})

import { describe, expect, it } from 'vitest'
import { draftOf, NOBODY, nextCode, personOf, wrongIn } from './person-draft.ts'

const ANNA = {
  code: 'OT-1-K1',
  kind: 'child',
  name: 'Anna',
  bornOn: '2012-03-04',
  bsn: null,
  address: null,
  phone: null,
  note: null,
} as const
const DAY = '2023-06-01'

describe('what is filled in about a person', () => {
  it('comes back as it was', () => {
    const { code: _, ...sent } = ANNA
    expect(personOf(draftOf(ANNA))).toEqual(sent)
  })

  it.each([
    [{ name: ' ' }, ['persoon-naam']],
    [{ bornOn: '2023-02-30' }, ['persoon-geboren']],
    [{ bornOn: '2023-06-02' }, ['persoon-geboren']],
    [{ bsn: '1234' }, ['persoon-bsn']],
    [{ bsn: '1234.56.782' }, []],
    [{}, []],
  ])('%j is wrong at %j', (change, expected) => {
    expect(Object.keys(wrongIn({ ...NOBODY, name: 'Anna', ...change }, DAY))).toEqual(expected)
  })

  it('gets a code that nobody has', () => {
    const family = { persons: [ANNA], unnamed: ['OT-1-K2'] }
    expect(nextCode('OT-1', family, 'child')).toBe('OT-1-K3')
    expect(nextCode('OT-1', family, 'parent')).toBe('parent-1')
  })
})

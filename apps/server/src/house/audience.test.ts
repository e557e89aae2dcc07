import { describe, expect, it } from 'vitest'
import { audienceOf, nextAddress, reportSlug } from './audience.ts'

const figure = (value: number, by: Record<string, string> = { region: 'x' }) => ({
  indicator: 'ot.families',
  definition: 1,
  by,
  value,
})
const open = { audience: 'public', protection: 'exact' } as const
const closed = { audience: 'chain', protection: 'exact' } as const

describe('for whom a publication is', () => {
  it.each([
    ['as was said', 'public', closed, [figure(3)], 'public'],
    ['as was said', 'chain', open, [figure(30)], 'chain'],
    ['as the template says', undefined, closed, [figure(30)], 'chain'],
    ['as the template says', undefined, open, [figure(30), figure(0)], 'public'],
    ['a small total tells of nobody in particular', undefined, open, [figure(3, {})], 'public'],
    [
      'what is rounded is not small',
      undefined,
      { ...open, protection: 'rounded-5' },
      [figure(3)],
      'public',
    ],
  ] as const)('%s: %s', (_why, asked, template, figures, expected) => {
    expect(audienceOf(asked, template, figures)).toEqual({ ok: true, value: expected })
  })

  it.each([figure(1), figure(9), { ...figure(0.5), numerator: 4, denominator: 8 }])(
    'a small count is not made public without somebody saying so',
    (small) => {
      expect(audienceOf(undefined, open, [figure(30), small])).toMatchObject({
        ok: false,
        error: { code: 'audience-needed' },
      })
    },
  )
})

describe('an address', () => {
  it.each([
    [[], 'ot-progress/2023-03-31'],
    [['ot-progress/2023-03-30', null], 'ot-progress/2023-03-31'],
    [['ot-progress/2023-03-31'], 'ot-progress/2023-03-31-2'],
    [['ot-progress/2023-03-31', 'ot-progress/2023-03-31-2'], 'ot-progress/2023-03-31-3'],
  ])('after %j is %s', (before, expected) => {
    expect(nextAddress('ot/progress', '2023-03-31', before)).toBe(expected)
  })

  it.each([
    ['ot/progress', 'ot-progress'],
    ['Écht/Raar Rapport', 'cht-raar-rapport'],
    ['///', 'rapport'],
  ])('of %s begins with %s', (template, slug) => {
    expect(reportSlug(template)).toBe(slug)
  })
})

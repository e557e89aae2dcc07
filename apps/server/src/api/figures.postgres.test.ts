import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readExpectedFigures } from '../../../../catalogue/testing/example-log.ts'
import type { House } from '../house/house.ts'
import { loadExamples, openTestHouse, serve } from '../testing/test-house.ts'
import type { Explanations, Figure, Figures, Route } from './contract.ts'

let get: Awaited<ReturnType<typeof serve>>['get']
let house: House
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openTestHouse()
  close = opened.close
  house = opened.house
  await loadExamples(opened.house, 'ot-2023-03.ndjson', 'jbjr-2023-03.ndjson')
  get = (await serve(opened.house)).get
})
afterAll(() => close())

const asked = (knownAt: string, more = '') =>
  `figures?route=ot&cutOff=2023-03-31&knownAt=${knownAt}${more}`

async function figuresOf(path: string): Promise<readonly Figure[]> {
  const response = await get(path)
  expect(response.statusCode).toBe(200)
  return response.json<Figures>().figures
}

const total = (figures: readonly Figure[], indicator: string) =>
  figures.find((each) => each.indicator === indicator && Object.keys(each.by).length === 0)?.value

/** No log with programmes is brought in here. */
const PROGRAMME_PARTS = [
  'programme',
  'programme-line',
  'programme-goal',
  'programme-action',
  'programme-milestone',
  'programme-decision',
  'programme-risk',
  'programme-meeting',
  'programme-activity',
  'programme-budget',
]

describe('figures', () => {
  it('tells of 376 registrations, and of 693 children where a week earlier 670 were known', async () => {
    const later = await figuresOf(asked('2023-04-14'))
    const earlier = await figuresOf(asked('2023-04-06'))
    expect(total(later, 'ot.registrations')).toBe(376)
    expect(total(later, 'ot.children')).toBe(693)
    expect(total(earlier, 'ot.children')).toBe(670)
  })

  it('takes a day as its end in the Netherlands, and a moment as it is', async () => {
    const { question } = (await get(asked('2023-04-06'))).json<Figures>()
    expect(question).toEqual({
      route: 'ot',
      cutOff: '2023-03-31',
      knownAt: '2023-04-06T21:59:59.999999Z',
      definitions: '2023-04-06',
      position: expect.any(Number),
    })
    const before = await figuresOf(asked('2023-04-14T00:00:00%2B02:00'))
    expect(total(before, 'ot.children')).toBe(
      total(await figuresOf(asked('2023-04-13')), 'ot.children'),
    )
  })

  it('gives one table where one is asked for, and each version where all are', async () => {
    const placed = await figuresOf(
      asked('2023-04-14', '&indicator=ot.children-placed&by=protectionOrder,placement'),
    )
    expect(placed.every(({ by }) => Object.keys(by).length === 2)).toBe(true)
    expect(placed.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(279)
    const totals = await figuresOf(asked('2023-04-14', '&indicator=ot.registrations&by='))
    expect(totals.map(({ by, value }) => ({ by, value }))).toEqual([{ by: {}, value: 376 }])
    const versions = await figuresOf(asked('2023-04-14', '&indicator=ot.status&definitions=all'))
    expect(new Set(versions.map(({ definition }) => definition))).toEqual(new Set([1, 2]))
  })

  it('gives the same figures as CSV', async () => {
    const response = await get(`figures.csv?${asked('2023-04-14').split('?')[1]}`)
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(response.headers['content-disposition']).toBe('attachment; filename="ot-2023-03-31.csv"')
    const [head, ...rows] = response.body.trimEnd().split('\r\n')
    expect(head?.split(',').slice(0, 3)).toEqual(['indicator', 'label', 'definition'])
    expect(rows).toHaveLength((await figuresOf(asked('2023-04-14'))).length)
    expect(rows.find((row) => row.startsWith('ot.children,'))).toContain(',693,')
  })
})

describe('explanations', () => {
  it('says that 23 children came in late, and adds up for each cell', async () => {
    const change = 'explanations?route=ot&from=2023-03-31@2023-04-06&to=2023-03-31@2023-04-14'
    const { explanations } = (await get(change)).json<Explanations>()
    expect(explanations.length).toBeGreaterThan(100)
    for (const { from, to, late, corrected, redefined, happened } of explanations) {
      expect(late + corrected + redefined + happened).toBeCloseTo(to - from, 9)
    }
    const children = explanations.find(({ indicator }) => indicator === 'ot.children')
    expect(children).toEqual({
      indicator: 'ot.children',
      by: {},
      from: 670,
      to: 693,
      late: 23,
      corrected: 0,
      redefined: 0,
      happened: 0,
    })
    const changed = (await get(`${change}&changed=true`)).json<Explanations>().explanations
    expect(changed.length).toBeLessThan(explanations.length)
    expect(changed).toContainEqual(children)
  })

  it('holds the definitions of the day that is named', async () => {
    const { explanations } = (
      await get(
        'explanations?route=ot&from=2023-03-31@2023-04-06%232023-01-01&to=2023-03-31@2023-04-06&indicator=ot.status',
      )
    ).json<Explanations>()
    expect(explanations.map(({ indicator }) => indicator)).toEqual(
      explanations.map(() => 'ot.status'),
    )
    const notStarted = explanations.find(({ by }) => by.status === 'not-started')
    expect(notStarted).toMatchObject({ from: 73, to: 0, redefined: -73, late: 0 })
  })

  it('explains what is not listed where it is asked for by name', async () => {
    const { explanations } = (
      await get(
        'explanations?route=jbjr&from=2023-03-31@2023-04-01&to=2023-03-31@2023-04-10&indicator=jbjr.in-time&by=norm',
      )
    ).json<Explanations>()
    expect(explanations.map(({ by }) => by.norm)).toHaveLength(4)
  })
})

describe('routes', () => {
  it('says where the clocks stand, and what occurs', async () => {
    const routes = (await get('routes')).json<Route[]>()
    expect(
      routes.map(({ code, trajectories, events, defaultQuestion }) => ({
        code,
        trajectories,
        events,
        defaultQuestion,
      })),
    ).toEqual([
      {
        code: 'ot',
        trajectories: 381,
        events: 5404,
        defaultQuestion: { cutOff: '2023-03-31', knownAt: '2023-04-14' },
      },
      {
        code: 'jbjr',
        trajectories: 900,
        events: expect.any(Number),
        defaultQuestion: { cutOff: '2023-04-30', knownAt: '2023-05-14' },
      },
      ...PROGRAMME_PARTS.map((code) => ({
        code,
        trajectories: 0,
        events: 0,
        defaultQuestion: null,
      })),
    ])
    // Who sees no trajectory has nothing to filter by but what the definition lists.
    expect(routes[0]?.filters.find(({ attribute }) => attribute === 'region')?.values).toEqual([])
    const support = await (await serve(house)).enter({
      role: 'worker',
      organisation: 'OT',
      kind: 'support-team',
    })
    const own = (await support.get('routes')).json<Route[]>()
    expect(own[0]).toMatchObject({ trajectories: 381, events: null })
    expect(own[1]).toMatchObject({ trajectories: 0, events: null, defaultQuestion: null })
    const regions = own[0]?.filters.find(({ attribute }) => attribute === 'region')?.values ?? []
    const listed = new Set(
      readExpectedFigures('ot-2023-03.known-2023-04-14.json').flatMap(({ by }) => by.region ?? []),
    )
    for (const region of listed) expect(regions.map(({ code }) => code)).toContain(region)
  })

  it('gives one route, with its indicators in words', async () => {
    const route = (await get('routes/jbjr')).json<Route>()
    expect(route.indicators.map(({ code }) => code)).toEqual(['jbjr.norm', 'jbjr.in-time'])
    expect((await get('routes/onbekend')).statusCode).toBe(404)
  })
})

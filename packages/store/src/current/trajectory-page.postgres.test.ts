import { addDays, type Day, type Event, getDay, getMoment } from '@tijdig/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visit } from '../access/visit.ts'
import { openStore } from '../store.ts'
import { enter } from '../testing/enter.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { EVERYWHERE, watchedPlans } from '../testing/test-route.ts'
import type { TrajectoryQuery } from './trajectory-query.ts'

const COUNT = 300
const FIRST = getDay('2023-01-01')

/** What the list should say, made beside the events that say it. */
interface Expected {
  readonly number: number
  readonly id: string
  readonly state: string
  readonly stateSince: Day
  readonly openedOn: Day
  readonly shop: string
  readonly colours: readonly string[]
}

function made(): { events: Event[]; expected: Expected[] } {
  const events: Event[] = []
  const expected: Expected[] = []
  for (let number = 1; number <= COUNT; number++) {
    const id = `T-${String((number * 7919) % 1000).padStart(3, '0')}-${number % 2 ? 'Noord' : 'zuid'}`
    const openedOn = addDays(FIRST, (number * 31) % 97)
    const shop = ['a', 'b', 'b', 'c'][number % 4] as string
    const add = (name: string, type: string, validOn: Day, data: Event['data'] = {}) =>
      events.push({
        id: `${name}${number}`,
        trajectory: id,
        route: 'tool',
        type,
        validOn,
        recordedAt: getMoment('2023-06-01T00:00:00Z'),
        data,
      })
    add('lent', 'lent', openedOn, { shop })
    const colours = number % 5 === 0 ? ['red', 'blue'] : []
    for (const colour of colours) add(colour, 'partLent', openedOn, { part: colour, colour })
    const isBack = number % 3 === 0
    const stateSince = isBack ? addDays(openedOn, 1 + (number % 39)) : openedOn
    if (isBack) add('back', 'returned', stateSince)
    expected.push({
      number,
      id,
      state: isBack ? 'back' : 'lent',
      stateSince,
      openedOn,
      shop,
      colours,
    })
  }
  return { events, expected }
}

describe('the page of trajectories', () => {
  let database: TestDatabase
  let visit: Visit
  const { events, expected } = made()
  beforeAll(async () => {
    database = await createTestDatabase()
    const store = openStore(database, watchedPlans)
    await store.append(events)
    visit = store.visit(await enter(database, { role: 'worker', organisation: EVERYWHERE }))
  })
  afterAll(() => database.drop())

  function naive(query: TrajectoryQuery): Expected[] {
    const { search = '', state, filter, sort, descending } = query
    const way = descending ? -1 : 1
    const fits = expected.filter(
      (one) =>
        one.id.toLowerCase().includes(search.trim().toLowerCase()) &&
        (state === undefined || one.state === state) &&
        (!filter ||
          (filter.attribute === 'shop'
            ? one.shop === filter.value
            : one.colours.includes(filter.value))),
    )
    return fits.sort((a, b) =>
      sort === 'id'
        ? way * (a.id < b.id ? -1 : 1)
        : way * (a[sort] - b[sort] || a.number - b.number),
    )
  }

  const filters: Partial<TrajectoryQuery>[] = [
    {},
    { state: 'lent' },
    { state: 'back' },
    { state: 'nowhere' },
    { filter: { attribute: 'shop', value: 'b' } },
    { filter: { attribute: 'colour', value: 'red' } },
    { filter: { attribute: 'shop', value: 'nowhere' } },
    { state: 'back', filter: { attribute: 'shop', value: 'b' } },
    { search: 'noord' },
    { search: ' T-1' },
    { search: '7' },
    { search: 'T-%' },
    { search: '-N', state: 'lent', filter: { attribute: 'shop', value: 'a' } },
  ]
  const cases = filters.flatMap((filter) =>
    (['openedOn', 'stateSince', 'id'] as const).flatMap((sort) =>
      [false, true].map((descending) => ({ ...filter, sort, descending })),
    ),
  )

  test.each(cases)('%j', async (wanted) => {
    const all = naive({ route: 'tool', page: 1, pageSize: COUNT, ...wanted })
    const pageSize = 20
    const last = Math.max(1, Math.ceil(all.length / pageSize))
    for (const page of new Set([1, 2, Math.ceil(last / 2), last, last + 1])) {
      const { total, lines } = await visit.trajectories({
        route: 'tool',
        page,
        pageSize,
        ...wanted,
      })
      expect(total).toBe(all.length)
      const at = (page - 1) * pageSize
      expect(lines.map(({ id }) => id)).toEqual(all.slice(at, at + pageSize).map(({ id }) => id))
    }
  })

  test('a line says what holds, and which term is due first', async () => {
    const query = {
      route: 'tool',
      sort: 'openedOn',
      descending: false,
      page: 1,
      pageSize: COUNT,
    } as const
    const { lines } = await visit.trajectories(query)
    const found = [...lines].sort((a, b) => a.number - b.number)
    expect(found).toEqual(
      expected.map(({ number, id, state, stateSince, openedOn, shop, colours }) => ({
        number,
        id,
        route: 'tool',
        state,
        stateSince,
        openedOn,
        attributes: { shop: [shop], colour: [...colours].sort() },
        nextTerm: state === 'back' ? null : { fact: 'return', dueOn: addDays(openedOn, 7) },
      })),
    )
  })

  test('a route without trajectories has an empty page', async () => {
    const query = { route: 'other', sort: 'id', descending: true, page: 1, pageSize: 20 } as const
    expect(await visit.trajectories(query)).toEqual({
      total: 0,
      isMore: false,
      lines: [],
    })
  })
})

test('an index is walked where there are many, with the same outcome', async () => {
  const database = await createTestDatabase()
  const store = openStore(database, watchedPlans)
  const visit = store.visit(await enter(database, { role: 'worker', organisation: EVERYWHERE }))
  const { events } = made()
  const many = 70
  for (let copy = 0; copy < many; copy++) {
    await store.append(
      events.map((one) => ({
        ...one,
        id: `${one.id}-${copy}`,
        trajectory: `${one.trajectory}-${copy}`,
      })),
    )
  }
  const total = COUNT * many
  for (const wanted of [{ sort: 'openedOn' }, { sort: 'stateSince' }, { sort: 'id' }] as const) {
    const pageSize = 50
    const pages = total / pageSize
    const seen: string[] = []
    for (const page of [1, 2, pages / 2, pages / 2 + 1, pages - 1, pages]) {
      const up = await visit.trajectories({
        route: 'tool',
        descending: false,
        page,
        pageSize,
        ...wanted,
      })
      const down = await visit.trajectories({
        ...{ route: 'tool', descending: true, page: pages + 1 - page, pageSize },
        ...wanted,
      })
      expect([up.total, down.total]).toEqual([total, total])
      expect(down.lines.map(({ id }) => id).reverse()).toEqual(up.lines.map(({ id }) => id))
      const keys = up.lines.map((line) =>
        wanted.sort === 'id' ? line.id : Number(line[wanted.sort]),
      )
      expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
      seen.push(...up.lines.map(({ id }) => id))
    }
    expect(new Set(seen).size).toBe(6 * pageSize)
  }
  await database.drop()
})

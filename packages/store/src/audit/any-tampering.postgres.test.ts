import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { testPlans } from '../testing/test-route.ts'
import { type AuditCheckpoint, recordNumber } from './checkpoint.ts'

const RUNS = Number(process.env.TIJDIG_TAMPERINGS ?? 40)
/** How many records each chain has. */
const FILLED: Readonly<Record<number, number>> = { 0: 4, 1: 5, 7: 1, 16: 6 }
const FILLED_CHAINS = Object.keys(FILLED).map(Number)
/** Records go there too that came from elsewhere: one is empty, one does not exist. */
const CHAINS = [...FILLED_CHAINS, 2, 17]

interface Kept {
  readonly at: string
  readonly record: string
  readonly hash: string
}
/** The records of each chain by their positions. */
type Book = Map<number, Map<number, Kept>>

/** A place among records, as a part of how many there are: also the first and the last. */
const place = fc.oneof(
  fc.constantFrom(0, 0.999_999),
  fc.double({ min: 0, max: 0.999_999, noNaN: true }),
)
const chain = fc.constantFrom(...FILLED_CHAINS)
const DEED = fc.oneof(
  fc.record({
    deed: fc.constant('change'),
    what: fc.constantFrom('record', 'at', 'hash'),
    chain,
    place,
  }),
  fc.record({ deed: fc.constant('remove'), isClosed: fc.boolean(), chain, place }),
  fc.record({ deed: fc.constant('cut'), chain, place }),
  fc.record({ deed: fc.constant('add'), chain, place, to: place }),
  fc.record({ deed: fc.constant('append'), chain }),
  fc.record({ deed: fc.constant('swap'), chain, place, other: chain, to: place }),
  fc.record({ deed: fc.constant('rotate'), chain, place, to: place }),
  fc.record({
    deed: fc.constant('move'),
    chain,
    place,
    other: fc.constantFrom(...CHAINS),
    to: place,
  }),
)
type Deed = typeof DEED extends fc.Arbitrary<infer D> ? D : never

/** What it is called where nothing else was done. */
const FAULTS: Readonly<Record<string, string>> = {
  change: 'changed',
  remove: 'removed',
  cut: 'removed',
  add: 'added',
  append: 'added',
  swap: 'reordered',
  rotate: 'reordered',
  move: 'reordered',
}

let database: TestDatabase
let store: Store
let written: Book
let lodged: AuditCheckpoint

beforeAll(async () => {
  database = await createTestDatabase()
  store = openStore(database, testPlans)
  const fill = FILLED_CHAINS.filter((one) => one > 0).flatMap((one) =>
    Array.from(
      { length: FILLED[one] ?? 0 },
      () => `set tijdig.in_chain = ${one};
      select tijdig.write_system_audit('command', null, null, 'done', '{}', 'proef');`,
    ),
  )
  // Chain 0 as a database has it of before there were more.
  const old = Array.from({ length: FILLED[0] ?? 0 }, (_, index) => {
    const record = `{"event": {"EventID": ${index + 1}}, "user": {"UserName": "vroeger"}}`
    return `
      insert into tijdig.audit (chain, position, at, record, hash)
        select 0, ${index + 1}, now(), '${record}',
          sha256(hash || convert_to(tijdig.audit_text(now(), '${record}'), 'UTF8'))
        from tijdig.audit_head where chain = 0;
      update tijdig.audit_head h set position = a.position, hash = a.hash
        from tijdig.audit a where a.chain = 0 and h.chain = 0 and a.position = ${index + 1};`
  })
  await database.asOwner(`
    create or replace function tijdig.audit_chain() returns smallint
      language sql stable as $$ select current_setting('tijdig.in_chain')::smallint $$;
    ${fill.join('')}
    alter table tijdig.audit disable trigger user;
    alter table tijdig.audit_head disable trigger user;
    ${old.join('')}`)
  written = await readBook()
  lodged = await store.audit.checkpoint()
})
afterAll(() => database.drop())

test('what was written is whole', async () => {
  expect(lodged.chains.filter(({ position }) => position > 0)).toMatchObject(
    FILLED_CHAINS.map((one) => ({ chain: one, position: FILLED[one] })),
  )
  expect(await store.audit.verify([lodged])).toMatchObject({ intact: true, records: 16 })
})

test.each(Object.keys(FAULTS))('one time is named: %s', async (deed) => {
  const deeds = DEED.filter((one) => one.deed === deed).map((one) => [one])
  await fc.assert(
    fc.asyncProperty(deeds, async (done) => {
      await lookAfter(done, FAULTS[deed])
    }),
    { numRuns: Math.ceil(RUNS / 4), seed: 17 },
  )
})

test('whatever is done, one after another, the first record that is not as it was is named', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(DEED, { minLength: 2, maxLength: 5 }), async (done) => {
      await lookAfter(done, undefined)
    }),
    { numRuns: RUNS, seed: 18 },
  )
})

test('a tail that is cut, with the head set back, is named by a checkpoint alone', async () => {
  await fc.assert(
    fc.asyncProperty(chain, place, async (which, from) => {
      const book = copy(written)
      apply(book, { deed: 'cut', chain: which, place: from } as Deed)
      await writeBook(book)
      const last = book.get(which)?.size ?? 0
      const { identity } = lodged
      const start = which === 0 ? identity : `${identity}-${which}`
      await database.asOwner(`update tijdig.audit_head set position = ${last}, hash = coalesce(
        (select hash from tijdig.audit where chain = ${which} and position = ${last}),
        sha256('${start}')) where chain = ${which}`)
      expect(await store.audit.verify()).toMatchObject({ intact: true })
      const record = recordNumber(which, last + 1)
      expect(await store.audit.verify([lodged])).toEqual({
        intact: false,
        fault: 'removed',
        record,
      })
      const whole = lodged.chains.find((end) => end.chain === which)
      await database.asOwner(`update tijdig.audit_head set position = ${whole?.position},
        hash = decode('${whole?.hash}', 'hex') where chain = ${which}`)
    }),
    { numRuns: Math.ceil(RUNS / 4), seed: 19 },
  )
})

/** Does it in the database, and expects the first place that differs to be named. */
async function lookAfter(deeds: readonly Deed[], fault: string | undefined): Promise<void> {
  const book = copy(written)
  for (const deed of deeds) apply(book, deed)
  const record = firstDifference(book)
  await writeBook(book)
  const expected = record === undefined ? { intact: true } : { intact: false, record }
  for (const checkpoints of [[], [lodged]]) {
    const verdict = await store.audit.verify(checkpoints)
    expect(verdict).toMatchObject(expected)
    if (fault !== undefined && record !== undefined) expect(verdict).toMatchObject({ fault })
  }
}

function apply(book: Book, one: Deed): void {
  const rows = book.get(one.chain) ?? new Map()
  const positions = [...rows.keys()].sort((a, b) => a - b)
  const at = (part: number) => positions[Math.floor(part * positions.length)]
  const list = positions.map((position) => rows.get(position) as Kept)
  const put = (which: number, records: readonly Kept[]) =>
    book.set(which, new Map(records.map((record, index) => [index + 1, record])))
  const index = 'place' in one ? Math.floor(one.place * list.length) : 0
  const chosen = list[index]
  if (one.deed !== 'append' && chosen === undefined) return
  const found = chosen as Kept
  if (one.deed === 'change' && 'what' in one) {
    const changed = {
      record: { ...found, record: found.record.replace('"user": {', '"user": {"x": "1", ') },
      at: { ...found, at: '2020-01-01 00:00:00+00' },
      hash: { ...found, hash: 'ab'.repeat(32) },
    }
    rows.set(positions[index] as number, changed[one.what as 'at'])
  } else if (one.deed === 'remove' && 'isClosed' in one) {
    if (one.isClosed) put(one.chain, list.toSpliced(index, 1))
    else rows.delete(positions[index] as number)
  } else if (one.deed === 'cut' && 'place' in one) {
    for (const position of positions.slice(index)) rows.delete(position)
  } else if (one.deed === 'add' && 'to' in one) {
    put(one.chain, list.toSpliced(Math.round(one.to * list.length), 0, found))
  } else if (one.deed === 'append') {
    const next = Math.max(0, ...positions) + 1
    const record = JSON.stringify({ event: { EventID: recordNumber(one.chain, next) }, user: {} })
    rows.set(next, { at: '2026-01-01 00:00:00+00', record, hash: 'cd'.repeat(32) })
  } else if (one.deed === 'rotate' && 'to' in one) {
    const [from, to] = [index, Math.floor(one.to * list.length)].sort((a, b) => a - b) as [
      number,
      number,
    ]
    const part = list.slice(from, to + 1)
    put(one.chain, list.toSpliced(from, part.length, ...part.slice(1), part[0] as Kept))
  } else if ('other' in one && 'to' in one) {
    const others = book.get(one.other) ?? new Map<number, Kept>()
    const places = [...others.keys()].sort((a, b) => a - b)
    if (one.deed === 'swap') {
      const place = places[Math.floor(one.to * places.length)]
      if (place === undefined) return
      const other = others.get(place) as Kept
      others.set(place, found)
      rows.set(at(one.place) as number, other)
    } else if (one.other !== one.chain) {
      const there = places.map((position) => others.get(position) as Kept)
      put(one.other, there.toSpliced(Math.round(one.to * there.length), 0, found))
      put(one.chain, list.toSpliced(index, 1))
    }
  }
}

/** The number of the first place, chain after chain, where there is another record than was written. */
function firstDifference(book: Book): string | undefined {
  for (const which of [...CHAINS].sort((a, b) => a - b)) {
    const [before, now] = [written.get(which), book.get(which)]
    const positions = new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])
    for (const position of [...positions].sort((a, b) => a - b)) {
      const [was, is] = [before?.get(position), now?.get(position)]
      if (JSON.stringify(was) !== JSON.stringify(is)) return recordNumber(which, position)
    }
  }
  return undefined
}

function copy(book: Book): Book {
  return new Map([...book].map(([which, rows]) => [which, new Map(rows)]))
}

async function readBook(): Promise<Book> {
  const rows = (await database.asOwner(
    `select chain, position::int, at::text, record::text, encode(hash, 'hex') as hash
    from tijdig.audit order by 1, 2`,
  )) as (Kept & { readonly chain: number; readonly position: number })[]
  const book: Book = new Map()
  for (const { chain: which, position, ...record } of rows) {
    const there = book.get(which) ?? new Map<number, Kept>()
    book.set(which, there.set(position, record))
  }
  return book
}

async function writeBook(book: Book): Promise<void> {
  const values = [...book].flatMap(([which, rows]) =>
    [...rows].map(
      ([position, { at, record, hash }]) =>
        `(${which}, ${position}, '${at}', '${record}', decode('${hash}', 'hex'))`,
    ),
  )
  await database.asOwner(`delete from tijdig.audit;
    ${values.length === 0 ? '' : `insert into tijdig.audit (chain, position, at, record, hash) values ${values.join(', ')}`}`)
}

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { enter } from '../testing/enter.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { testPlans } from '../testing/test-route.ts'
import type { NewDraft } from './draft.ts'

const NEW: NewDraft = {
  organisation: 'PB',
  route: 'tool',
  template: 'tool/progress',
  title: 'Voortgang',
  head: 'template: tool/progress',
  question: { cutOff: '2023-03-31', knownAt: '2023-04-14', comparedWith: null },
  text: { type: 'doc', content: [] },
}
const MISSING = '00000000-0000-4000-8000-000000000000'

describe.each(testServers())('drafts on $name', (server) => {
  let database: TestDatabase
  let store: Store
  let author: { session: string }
  let publisher: { session: string }
  let id: string
  const as = async (role: 'publisher' | 'policy-officer' | 'auditor', organisation = 'PB') => ({
    session: await enter(database, { role, organisation, kind: 'programme-office' }),
  })
  const add = (after: number, by = author, count = 1) =>
    store.drafts.addSteps(
      {
        id,
        route: 'tool',
        after,
        client: 'c',
        steps: Array.from({ length: count }, () => ({ a: after })),
      },
      by,
    )
  const event = (
    kind: 'submitted' | 'taken-back' | 'approved' | 'discarded',
    version: number,
    by = author,
  ) => store.drafts.addEvent(id, 'tool', { kind, version }, by)
  const state = async () => (await store.drafts.find('PB', id))?.state

  beforeEach(async () => {
    database = await createTestDatabase(server)
    store = openStore(database, testPlans)
    author = await as('policy-officer')
    publisher = await as('publisher')
    id = await store.drafts.begin(NEW, author)
  })
  afterEach(() => database.drop())

  test('a draft is its steps, each with who and when, in one order without gaps', async () => {
    expect((await add(0, author, 2)).ok).toBe(true)
    expect(await add(1, publisher)).toEqual({ ok: false, error: 'behind' })
    expect((await add(2, publisher)).ok).toBe(true)
    expect(await add(4)).toEqual({ ok: false, error: 'behind' })
    const steps = await store.drafts.steps(id, 1)
    expect(steps.map(({ version, name }) => [version, name])).toEqual([
      [2, 'policy-officer van PB'],
      [3, 'publisher van PB'],
    ])
    expect(await store.drafts.find('PB', id)).toMatchObject({
      version: 3,
      state: 'writing',
      written: { name: 'publisher van PB' },
    })
  })

  test('of many who write after the same version exactly one is first', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => add(0)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await store.drafts.steps(id, 0)).toHaveLength(1)
  })

  test('a text is read on from the nearest that was kept', async () => {
    await add(0, author, 3)
    const kept = { id, route: 'tool', version: 2, name: null, text: { type: 'doc' } }
    await store.drafts.keepMoment(kept, author)
    expect(await store.drafts.text(id, 3)).toMatchObject({ version: 2, steps: [{ version: 3 }] })
    expect(await store.drafts.text(id, 1)).toMatchObject({ version: 0, steps: [{ version: 1 }] })
  })

  test('nobody approves what they wrote last; another publisher does', async () => {
    await add(0, publisher)
    await event('submitted', 1, publisher)
    expect(await event('approved', 1, publisher)).toEqual({ ok: false, error: 'same-person' })
    expect(await event('approved', 1, author)).toEqual({ ok: false, error: 'not-a-publisher' })
    const second = await as('publisher')
    expect((await event('approved', 1, second)).ok).toBe(true)
    expect(await state()).toBe('approved')
  })

  test('what was submitted is written in by nobody, until it is taken back', async () => {
    await event('submitted', 0)
    expect(await add(0)).toEqual({ ok: false, error: 'closed' })
    expect(await event('discarded', 0)).toEqual({ ok: false, error: 'not-now' })
    await event('taken-back', 0)
    expect((await add(0)).ok).toBe(true)
  })

  test('what is approved is the text that was looked at', async () => {
    await add(0)
    expect(await event('submitted', 0)).toEqual({ ok: false, error: 'behind' })
  })

  test('is of one organisation: others see nothing of it and add nothing to it', async () => {
    const other = await as('publisher', 'ANDER')
    expect(await store.drafts.list('ANDER')).toEqual([])
    expect(await store.drafts.find('ANDER', id)).toBeUndefined()
    await expect(add(0, other)).rejects.toMatchObject({ constraint: 'may_write_draft' })
    await expect(store.drafts.begin(NEW, other)).rejects.toMatchObject({
      constraint: 'may_write_draft',
    })
    await expect(add(0, await as('auditor'))).rejects.toMatchObject({
      constraint: 'may_write_draft',
    })
  })

  test('is only ever added to', async () => {
    await add(0)
    for (const table of ['draft', 'draft_step', 'draft_moment', 'draft_event', 'draft_remark']) {
      for (const change of [`delete from tijdig.${table}`, `truncate tijdig.${table} cascade`]) {
        await expect(database.asOwner(change)).rejects.toThrow()
        await expect(database.pool.query(change)).rejects.toThrow('permission denied')
      }
      await expect(database.actorPool.query(`select from tijdig.${table}`)).rejects.toThrow(
        'permission denied',
      )
    }
    await expect(database.asOwner('update tijdig.draft_step set client = client')).rejects.toThrow()
  })

  test('is published only as it was approved, and not without it', async () => {
    const { position, hash } = await store.head()
    const frozen = {
      ...{ template: 'tool/progress', title: 'x', route: 'tool', question: {}, definitions: [] },
      ...{ publishedAt: 0 as never, position, logHash: hash, figures: [], document: {} },
      ...{ html: '', pdf: new Uint8Array() },
    }
    await expect(store.publish(frozen, publisher, { id, version: 0 })).rejects.toMatchObject({
      constraint: 'draft_state',
    })
    expect(await store.publications()).toEqual([])
    await event('submitted', 0)
    await event('approved', 0, publisher)
    const { number } = await store.publish(frozen, publisher, { id, version: 0 })
    expect(await store.drafts.find('PB', id)).toMatchObject({
      state: 'published',
      events: [{}, {}, { kind: 'published', publication: number, name: 'publisher van PB' }],
    })
    expect(await event('taken-back', 0)).toEqual({ ok: false, error: 'not-now' })
  })

  test('remarks are kept with who put them where, and what became of them', async () => {
    await store.drafts.addRemark(
      id,
      'tool',
      {
        kind: 'remark',
        thread: null,
        place: { version: 0, from: 1, to: 4 },
        quote: 'een',
        words: 'Klopt dit?',
      },
      publisher,
    )
    const [remark] = await store.drafts.remarks(id)
    const thread = remark?.id ?? MISSING
    await store.drafts.addRemark(
      id,
      'tool',
      { kind: 'resolved', thread, place: null, quote: null, words: null },
      author,
    )
    expect(
      (await store.drafts.remarks(id)).map(({ kind, name, place }) => [kind, name, place]),
    ).toEqual([
      ['remark', 'publisher van PB', { version: 0, from: 1, to: 4 }],
      ['resolved', 'policy-officer van PB', null],
    ])
  })

  test('the audit has each change, and of writing one record for a stretch', async () => {
    await add(0)
    await add(1)
    await event('submitted', 2)
    const rows = await database.asOwner(`
      select record -> 'event' ->> 'EventActionCode' as code,
        record -> 'participantObject' -> 0 -> 'ParticipantObjectDetail' ->> 'what' as what
      from tijdig.audit where record -> 'event' ->> 'EventTypeCode' = 'draft-changed' order by at`)
    expect(rows).toEqual([
      { code: 'U', what: 'begun' },
      { code: 'U', what: 'written' },
      { code: 'U', what: 'submitted' },
    ])
  })
})

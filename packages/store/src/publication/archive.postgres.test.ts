import { getMoment } from '@tijdig/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DeliveredMonth } from '../delivery/delivered-month.ts'
import { openStore, type Store } from '../store.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { testPlans } from '../testing/test-route.ts'

const AT = getMoment('2023-04-14T09:30:00.123456Z')

describe.each(testServers())('the public archive on $name', (server) => {
  let database: TestDatabase
  let store: Store
  let publish: (
    title: string,
    address?: string,
    delivered?: DeliveredMonth,
  ) => ReturnType<Store['publish']>
  beforeAll(async () => {
    database = await createTestDatabase(server)
    store = openStore(database, testPlans)
    const { position, hash } = await store.head()
    publish = (title, address, delivered) =>
      store.publish({
        template: 'tool/progress',
        title,
        route: 'tool',
        question: { cutOff: '2023-03-31', knownAt: '2023-04-06T21:59:59Z' },
        publishedAt: AT,
        position,
        logHash: hash,
        definitions: [],
        figures: [{ indicator: 'tool.lent', value: 3 }],
        document: {
          report: { metadata: { author: 'De uitleen', description: 'Wat', period: 'maart' } },
        },
        html: `<p>${title} geheim</p>`,
        pdf: new Uint8Array([1]),
        open: address === undefined ? undefined : { address, words: `${title} over boren` },
        ...(delivered && { delivered }),
      })
    await publish('Besloten')
    await publish('Open', 'tool-progress/2023-03-31')
    await publish('Nog besloten')
    await publish('Ingetrokken', 'tool-progress/2023-03-31-2')
    await store.withdraw(4, { at: AT, reason: 'Een aantal klopte niet.' })
  })
  afterAll(() => database.drop())

  test('has what is for everybody, the newest first, and of the rest nothing', async () => {
    const lines = await store.archive.editions()
    expect(lines.map(({ title, address }) => [title, address])).toEqual([
      ['Ingetrokken', 'tool-progress/2023-03-31-2'],
      ['Open', 'tool-progress/2023-03-31'],
    ])
    expect(lines[1]).toEqual({
      address: 'tool-progress/2023-03-31',
      template: 'tool/progress',
      title: 'Open',
      author: 'De uitleen',
      description: 'Wat',
      period: 'maart',
      cutOff: '2023-03-31',
      knownAt: '2023-04-06T21:59:59Z',
      publishedAt: AT,
      withdrawn: null,
    })
    expect(JSON.stringify(lines)).not.toMatch(/esloten|"number"/)
  })

  test('is searched by all words in title and text, but not in what was withdrawn', async () => {
    const find = async (...words: string[]) =>
      (await store.archive.editions(words)).map(({ title }) => title)
    expect(await find('BOREN')).toEqual(['Open'])
    expect(await find('open', 'boren')).toEqual(['Open'])
    expect(await find('open', 'zagen')).toEqual([])
    expect(await find('ingetrokken')).toEqual(['Ingetrokken'])
    expect(await find('%')).toEqual([])
  })

  test('gives content until it is withdrawn, and then when and why', async () => {
    const open = await store.archive.findEdition('tool-progress/2023-03-31')
    expect(open).toMatchObject({ withdrawn: null, content: { html: '<p>Open geheim</p>' } })
    const gone = await store.archive.findEdition('tool-progress/2023-03-31-2')
    expect(gone?.content).toBeNull()
    expect(gone?.withdrawn).toEqual({ at: AT, reason: 'Een aantal klopte niet.' })
    expect(JSON.stringify(gone)).not.toContain('geheim')
    expect(await store.archive.findEdition('tool-progress/2023-03-31-3')).toBeUndefined()
    // Whoever signs in still reads it whole.
    expect(await store.findPublication(4)).toMatchObject({ html: '<p>Ingetrokken geheim</p>' })
  })

  test('is all that PostgreSQL gives to a connection without a session', async () => {
    for (const table of ['publication', 'withdrawal']) {
      const { rows } = await database.actorPool.query(`select * from tijdig.${table}`)
      expect(rows, table).toEqual([])
    }
    const { rows } = await database.actorPool.query(
      `select e.* from tijdig.public_editions('{}') l, tijdig.public_edition(l.address) e`,
    )
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toMatch(/esloten|Ingetrokken geheim/)
    expect(Object.keys(rows[0])).not.toContain('number')
    await expect(
      database.actorPool.query(`insert into tijdig.withdrawal values (2, now(), 'x')`),
    ).rejects.toMatchObject({ code: '42501' })
  })

  test('never has what one organisation delivers to another', async () => {
    const delivered = {
      ...{ code: 'tool.monthly', route: 'tool', institution: 'north', receiver: 'south' },
      ...{ month: '2023-03', comparedWith: null, changed: null },
    }
    await expect(publish('Levering', 'tool-monthly/2023-03-31', delivered)).rejects.toThrow(
      'what is delivered is never public',
    )
    const { number } = await publish('Levering', undefined, delivered)
    expect(JSON.stringify(await store.archive.editions())).not.toContain('Levering')
    await expect(store.withdraw(number, { at: AT, reason: 'x' })).rejects.toThrow(
      'only what is public',
    )
    expect(await store.publications()).toHaveLength(5)
  })

  test('is withdrawn from once, by a reason, and never put back', async () => {
    const withdrawal = { at: AT, reason: 'x' }
    await expect(store.withdraw(1, withdrawal)).rejects.toThrow('only what is public')
    await expect(store.withdraw(4, withdrawal)).rejects.toMatchObject({ code: '23505' })
    await expect(store.withdraw(2, { at: AT, reason: '' })).rejects.toMatchObject({ code: '23514' })
    await expect(database.asOwner('delete from tijdig.withdrawal')).rejects.toThrow()
  })

  test('an address is given once, to what is for everybody only', async () => {
    const meddle = (set: string) =>
      database.asOwner(`begin; alter table tijdig.publication disable trigger user;
        update tijdig.publication set ${set}; rollback`)
    await expect(meddle(`address = 'a/2023-01-01', words = '' where number = 1`)).rejects.toThrow(
      'addressed',
    )
    await expect(meddle(`address = 'a/2023-01-01' where audience = 'public'`)).rejects.toThrow(
      'publication_address_key',
    )
    await database.asOwner('rollback').catch(() => undefined)
  })

  test('tells the audit that somebody withdrew, as a change', async () => {
    const rows = (await database.asOwner(
      `select record -> 'event' ->> 'EventActionCode' as action, record::text as whole
      from tijdig.audit where record -> 'event' ->> 'EventTypeCode' = 'withdraw'`,
    )) as { action: string; whole: string }[]
    expect(rows.map(({ action }) => action)).toEqual(['U'])
    expect(rows[0]?.whole).toContain('Een aantal klopte niet.')
  })
})

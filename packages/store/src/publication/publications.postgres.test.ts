import { getMoment } from '@tijdig/core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { event, testPlans } from '../testing/test-route.ts'
import type { NewPublication } from './publication.ts'

describe.each(testServers())('publications on $name', (server) => {
  let database: TestDatabase
  let store: Store
  beforeEach(async () => {
    database = await createTestDatabase(server)
    store = openStore(database, testPlans)
    await store.append([event('e1', 'T-1 lent 2023-03-01', { shop: 'north' })])
  })
  afterEach(() => database.drop())

  async function publication(title: string): Promise<NewPublication> {
    const { position, hash } = await store.head()
    return {
      template: 'tool/progress',
      title,
      route: 'tool',
      question: { z: 1, cutOff: '2023-03-31', a: null },
      publishedAt: getMoment('2023-04-14T09:30:00.123456Z'),
      position,
      logHash: hash,
      definitions: [{ indicator: 'tool.lent', version: 1, hash: 'abc' }],
      figures: [{ indicator: 'tool.lent', value: 0.1, by: {} }],
      document: { title, parts: ['z', 'a'], 'b\u0001': '\u0000' },
      html: '<p>Stand op 31 maart — “één”</p>',
      pdf: new Uint8Array([0, 255, 37, 80]),
    }
  }

  test('comes back as it was frozen, to the order of its keys', async () => {
    const frozen = await publication('Maart')
    expect(await store.publish(frozen)).toMatchObject({ number: 1 })
    const found = await store.findPublication(1)
    expect(found).toEqual({
      ...frozen,
      number: 1,
      audience: 'chain',
      address: null,
      withdrawn: null,
      pdf: Buffer.from(frozen.pdf),
    })
    expect(JSON.stringify(found?.question)).toBe(JSON.stringify(frozen.question))
    expect(await store.findPublication(2)).toBeUndefined()
  })

  test('are listed without their contents, the newest first', async () => {
    await store.publish(await publication('Maart'))
    await store.append([event('e2', 'T-1 returned 2023-03-02')])
    await store.publish(await publication('April'))
    const lines = await store.publications()
    expect(lines.map(({ number, title, position }) => [number, title, position])).toEqual([
      [2, 'April', 2],
      [1, 'Maart', 1],
    ])
    expect(lines[0]).not.toHaveProperty('html')
    expect(lines[0]).toMatchObject({ figureCount: 1, logHash: (await store.head()).hash })
  })

  test('get numbers without a gap, whoever publishes at once and whatever fails', async () => {
    const frozen = await publication('Maart')
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        store.publish(index % 4 === 1 ? { ...frozen, logHash: 'ff'.repeat(32) } : frozen),
      ),
    )
    const numbers = results.flatMap((result) =>
      result.status === 'fulfilled' ? [result.value.number] : [],
    )
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('stand at a place that the log really has', async () => {
    const frozen = await publication('Maart')
    await expect(store.publish({ ...frozen, position: 2 })).rejects.toThrow('no such place')
    await expect(store.publish({ ...frozen, position: 0 })).rejects.toThrow('no such place')
    const { hash } = (await store.headAt(0)) ?? { hash: '' }
    expect(await store.publish({ ...frozen, position: 0, logHash: hash })).toMatchObject({
      number: 1,
    })
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'

describe.each(testServers())('$name', (server) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase(server)
  })
  afterAll(() => database.drop())

  test('connects as the application', async () => {
    const { rows } = await database.pool.query('select current_user as me, version()')
    expect(rows[0].me).toBe('tijdig_app')
    expect(rows[0].version).toContain(server.name)
  })
})

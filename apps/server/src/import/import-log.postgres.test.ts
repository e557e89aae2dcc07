import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { catalogue } from '@tijdig/catalogue'
import { createCalendar, createFoldPlan } from '@tijdig/core'
import { openDatabase, openStore, type Store } from '@tijdig/store'
import { createTestDatabase, type TestDatabase } from '@tijdig/store/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ImportProgress, importLog } from './import-log.ts'

const calendar = createCalendar()
const plans = catalogue.routes.map((route) => createFoldPlan(route, calendar))

let folder: string
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'tijdig-import-')))
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

const registered = (id: string, rest: object = {}) =>
  JSON.stringify({
    id,
    trajectory: `OT-${id}`,
    route: 'ot',
    type: 'registered',
    validOn: '2023-03-01',
    recordedAt: '2023-03-01T09:30:00Z',
    data: { channel: 'direct', applicant: 'mother', residence: 'Drenthe' },
    ...rest,
  })

describe('importing', () => {
  let database: TestDatabase
  let store: Store
  beforeEach(async () => {
    database = await createTestDatabase()
    store = openStore(database, plans)
  })
  afterEach(() => database.drop())

  async function bringIn(paths: string[], input = '') {
    const result = await importLog({
      store,
      paths: paths.map((path) => (path === '-' ? path : join(folder, path))),
      input: Readable.from([Buffer.from(input)]),
      workingFolder: folder,
    })
    if (!result.ok) return result.error.code
    const { fresh, alreadyThere, refused } = result.value
    return { fresh, alreadyThere, refused }
  }

  const write = (name: string, text: string) => writeFile(join(folder, name), text)
  const rejected = async (name: string) =>
    (await readFile(join(folder, name), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)

  test('takes in what it can, and writes each refused line with its reason', async () => {
    await write(
      'log.ndjson',
      [
        registered('1'),
        '',
        'geen json',
        '["lijst"]',
        registered('1'),
        registered('1', { validOn: '2023-03-02' }),
        registered('2', { validOn: '2023-02-30' }),
        registered('3', { type: 'fietste', data: {} }),
        registered('4'),
      ].join('\n'),
    )
    expect(await bringIn(['log.ndjson'])).toEqual({ fresh: 2, alreadyThere: 1, refused: 5 })
    const lines = await rejected('log.rejected.ndjson')
    expect(lines.map(({ line, code }) => [line, code])).toEqual([
      [3, 'not-json'],
      [4, 'not-an-event'],
      [6, 'id-with-other-content'],
      [7, 'day-invalid'],
      [8, 'type-unknown'],
    ])
    expect(lines[0]).toMatchObject({ content: 'geen json', reason: expect.stringMatching(/JSON/) })
    expect(JSON.parse(String(lines[3]?.content))).toMatchObject({ validOn: '2023-02-30' })
  })

  test('makes no file when nothing is refused, and removes an old one', async () => {
    await write('log.ndjson', `${registered('1')}\n`)
    await write('log.rejected.ndjson', 'van de vorige keer\n')
    expect(await bringIn(['log.ndjson'])).toEqual({ fresh: 1, alreadyThere: 0, refused: 0 })
    expect(await readdir(folder)).toEqual(['log.ndjson'])
  })

  test('the same file again is all there already', async () => {
    await write('log.ndjson', [registered('1'), registered('2')].join('\r\n'))
    await bringIn(['log.ndjson'])
    expect(await bringIn(['log.ndjson'])).toEqual({ fresh: 0, alreadyThere: 2, refused: 0 })
  })

  test('reads standard input, between files too', async () => {
    await write('een.ndjson', registered('1'))
    await write('twee', registered('3', { route: 'onbekend' }))
    const input = `\ufeff${registered('2')}\n{"id":\n`
    expect(await bringIn(['een.ndjson', '-', 'twee'], input)).toEqual({
      fresh: 2,
      alreadyThere: 0,
      refused: 2,
    })
    expect(await rejected('stdin.rejected.ndjson')).toMatchObject([{ line: 2, code: 'not-json' }])
    expect(await rejected('twee.rejected.ndjson')).toMatchObject([
      { line: 1, code: 'route-unknown' },
    ])
  })

  test.each([
    ['a file that is not there', ['log.ndjson', 'weg.ndjson'], 'file-missing'],
    ['a folder', ['log.ndjson', '.'], 'file-unreadable'],
    ['one file twice', ['log.ndjson', 'log.ndjson'], 'file-twice'],
  ])('does nothing at all with %s', async (_, paths, code) => {
    await write('log.ndjson', registered('1'))
    expect(await bringIn(paths)).toBe(code)
    expect((await store.head()).position).toBe(0)
  })

  test('brings in the example logs whole', async () => {
    const examples = fileURLToPath(new URL('../../../../examples', import.meta.url))
    for (const name of ['ot-2023-03.ndjson', 'jbjr-2023-03.ndjson']) {
      const text = await readFile(join(examples, name), 'utf8')
      await write(name, text)
      const lines = text.trim().split('\n').length
      expect(await bringIn([name])).toEqual({ fresh: lines, alreadyThere: 0, refused: 0 })
    }
    const { position } = await store.head()
    expect(await store.verifyChain(position)).toMatchObject({ intact: true, eventsRead: position })
  })
})

test('killed half-way, again and again, the same order finishes the work', async () => {
  const count = 150_000
  const path = join(folder, 'groot.ndjson')
  await writeFile(
    path,
    Array.from({ length: count }, (_, index) => registered(`${index}`)).join('\n'),
  )
  const program = fileURLToPath(new URL('./testing/import-and-tell.ts', import.meta.url))
  const data = join(folder, 'data')
  let acknowledged = 0
  for (let turn = 0; turn < 2; turn++) {
    const child = fork(program, [data, path], { execArgv: ['--import', 'tsx'] })
    for (;;) {
      const [progress] = (await once(child, 'message')) as [ImportProgress]
      const sofar = progress.fresh + progress.alreadyThere
      if (progress.fresh === 0) continue
      acknowledged = sofar
      break
    }
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  expect(acknowledged).toBeLessThan(count)

  const opened = await openDatabase({ dataFolder: data, role: 'tool', environment: {} })
  if (!opened.ok) throw new Error(opened.error.reason)
  const store = openStore(opened.value, plans)
  // Nothing acknowledged is lost; what was in flight is there as a whole or not at all.
  const { position } = await store.head()
  expect(position).toBeGreaterThanOrEqual(acknowledged)
  const result = await importLog({
    ...{ store, paths: [path], input: Readable.from([]), workingFolder: folder },
  })
  expect(result).toMatchObject({
    value: { fresh: count - position, alreadyThere: position, refused: 0 },
  })
  expect(await store.verifyChain(count)).toMatchObject({ intact: true, eventsRead: count })
  expect((await store.countByRoute()).get('ot')).toMatchObject({
    events: count,
    trajectories: count,
  })
  await opened.value.close()
}, 240_000)

import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseUrl } from '../../../packages/store/src/testing/database-url.ts'
import { testServers } from '../../../packages/store/src/testing/test-database.ts'
import { run } from './run.ts'

const EXAMPLE = fileURLToPath(new URL('../../../examples/jbjr-2023-03.ndjson', import.meta.url))
const QUESTION = ['--route', 'jbjr', '--cut-off', '2023-03-31', '--known-at', '2023-04-10']

let folder: string
const databases = new Map<string, string>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijdig-cli-'))
})
afterAll(async () => {
  for (const name of databases.values()) await asOwner(`drop database ${name} with (force)`)
  await rm(folder, { recursive: true, force: true })
})

async function asOwner(sql: string, database?: string): Promise<void> {
  const client = new Client({ ...testServers()[0]?.config, ...(database && { database }) })
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** Runs a command on a data folder with a database of its own, which begin empty. */
async function tijdig(data: string, ...args: string[]) {
  let name = databases.get(data)
  if (name === undefined) {
    name = `cli_${randomUUID().replaceAll('-', '')}`
    await asOwner(`create database ${name}`)
    databases.set(data, name)
  }
  let [out, errors] = ['', '']
  const DATABASE_URL = databaseUrl(testServers()[0]?.config ?? {}, name)
  const code = await run(args, {
    print: (text) => {
      out += text
    },
    tell: (line) => {
      errors += `${line}\n`
    },
    isTerminal: false,
    environment: { TIJDIG_DATA: join(folder, data), DATABASE_URL },
    input: Readable.from([]),
  })
  return { code, out, errors }
}

const backup = (to: string) =>
  tijdig('data', 'backup', '--to', join(folder, to), '--keys-to', join(folder, 'sleutels'))

async function restore(from: string, data: string) {
  const [name = ''] = await readdir(join(folder, from))
  const keys = ['--keys-from', join(folder, 'sleutels')]
  return tijdig(data, 'restore', '--from', join(folder, from, name), ...keys)
}

describe('tijdig backup and tijdig restore', () => {
  it('say what was written where, and what to keep elsewhere', async () => {
    expect(await tijdig('data', 'import', EXAMPLE)).toMatchObject({ code: 0 })
    const { code, out } = await backup('back-up')
    expect(code).toBe(0)
    const [name = ''] = await readdir(join(folder, 'back-up'))
    expect(out).toContain(`in ${join(folder, 'back-up', name)} (`)
    expect(out).toMatch(/logboek: [\d.]+ rijen, tot en met regel \d+ met kenmerk [\da-f]{64}/)
    expect(out).toContain('de hoofdsleutel ligt erbij')
    expect(await readdir(join(folder, 'back-up', name))).toEqual([
      'SHA256SUMS',
      'log',
      'manifest.json',
      'vault',
    ])
  })

  it('bring everything back in a new folder, with the same figures, once', async () => {
    const restored = await restore('back-up', 'new')
    expect(restored).toMatchObject({ code: 0 })
    expect(restored.out).toContain('staat terug')
    expect(restored.out).toMatch(/Logboek \(.*\) en controleboek \(.*\) zijn heel/)
    const figures = await tijdig('data', 'figures', ...QUESTION)
    expect(await tijdig('new', 'figures', ...QUESTION)).toMatchObject({ code: 0, out: figures.out })
    expect(await restore('back-up', 'new')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('niet leeg'),
    })
  })

  it('bring back also what somebody had changed, and name it', async () => {
    await asOwner(
      `alter table tijdig.event disable trigger user;
      update tijdig.event set valid_on = valid_on + 1 where position = 7;
      alter table tijdig.event enable trigger user`,
      databases.get('data'),
    )
    expect(await backup('veranderd')).toMatchObject({ code: 0 })
    expect(await restore('veranderd', 'changed')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('Niet heel: het logboek op regel 7.'),
    })
  })

  it.each([
    [['backup', '--to', 'x'], 'De optie --keys-to ontbreekt.'],
    [['backup', '--to', 'x', '--keys-to', 'x/y'], 'De sleutels horen niet bij de back-up'],
    [['restore', '--from', 'x'], 'De optie --keys-from ontbreekt.'],
    [['restore', '--from', 'x', '--keys-from', 'y', '--without-keys'], 'gaan niet samen'],
    [['restore', '--from', 'nergens', '--without-keys'], 'staat geen back-up van Tijdig'],
  ])('%j is told what to do', async (args, sentence) => {
    expect(await tijdig('data', ...args)).toMatchObject({
      code: 1,
      errors: expect.stringContaining(sentence),
    })
  })
})

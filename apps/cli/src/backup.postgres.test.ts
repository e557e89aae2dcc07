import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from './testing/run-cli.ts'

const EXAMPLE = fileURLToPath(new URL('../../../examples/jbjr-2023-03.ndjson', import.meta.url))
const QUESTION = ['--route', 'jbjr', '--cut-off', '2023-03-31', '--known-at', '2023-04-10']

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijdig-cli-'))
  // PostgreSQL never runs as root: its own user must be able to enter.
  await chmod(folder, 0o755)
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const tijdig = (data: string, ...args: string[]) => runCli(join(folder, data), args, '', folder)

describe('tijdig backup and tijdig restore', () => {
  const [to, keysTo] = ['back-up', 'sleutels']

  it('say what was written where, and what to keep elsewhere', async () => {
    expect(await tijdig('data', 'import', EXAMPLE)).toMatchObject({ code: 0 })
    const { code, out } = await tijdig('data', 'backup', '--to', to, '--keys-to', keysTo)
    expect(code).toBe(0)
    const [name = ''] = await readdir(join(folder, to))
    expect(out).toContain(`in ${join(folder, to, name)} (`)
    expect(out).toMatch(/logboek: [\d.]+ rijen, tot en met regel \d+ met kenmerk [\da-f]{64}/)
    expect(out).toContain('de hoofdsleutel ligt erbij')
    expect(await readdir(join(folder, to, name))).toEqual([
      'SHA256SUMS',
      'log',
      'manifest.json',
      'vault',
    ])
  })

  it('bring everything back in a new folder, with the same figures, once', async () => {
    const [name = ''] = await readdir(join(folder, to))
    const args = ['restore', '--from', join(to, name), '--keys-from', keysTo]
    const restored = await tijdig('new', ...args)
    expect(restored).toMatchObject({ code: 0 })
    expect(restored.out).toContain('staat terug')
    expect(restored.out).toMatch(/Logboek \(.*\) en controleboek \(.*\) zijn heel/)
    const figures = await tijdig('data', 'figures', ...QUESTION)
    expect(await tijdig('new', 'figures', ...QUESTION)).toMatchObject({ code: 0, out: figures.out })
    const again = await tijdig('new', ...args)
    expect(again).toMatchObject({ code: 1, errors: expect.stringContaining('niet leeg') })
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

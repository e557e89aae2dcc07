import { randomBytes } from 'node:crypto'
import {
  appendFile,
  chmod,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FamilyKeys } from './family-keys.ts'
import { type FileKeysOptions, type KeyStep, openFileKeys } from './file-keys.ts'

let base: string
let folder: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'tijdig-keys-'))
  folder = join(base, 'keys')
})
afterEach(() => rm(base, { recursive: true, force: true }))

const options = (more: Partial<FileKeysOptions> = {}): FileKeysOptions => ({
  folder,
  random: randomBytes,
  role: 'server',
  ...more,
})

async function openKeys(more: Partial<FileKeysOptions> = {}): Promise<FamilyKeys> {
  const opened = await openFileKeys(options(more))
  if (!opened.ok) throw new Error(opened.error.reason)
  return opened.value
}

async function refusal(more: Partial<FileKeysOptions> = {}): Promise<string> {
  const opened = await openFileKeys(options(more))
  if (opened.ok) throw new Error('it opened')
  return `${opened.error.code}: ${opened.error.reason}`
}

async function everyByte(): Promise<string> {
  const files = (await readdir(folder)).filter((name) => name !== 'master.key')
  return (await Promise.all(files.map((name) => readFile(join(folder, name), 'latin1')))).join('\n')
}

const hex = (key: Uint8Array | undefined) => key && Buffer.from(key).toString('hex')

describe('keys in a file', () => {
  it('are found again by a next program, and each family has another', async () => {
    const keys = await openKeys()
    const [a, b] = [hex(await keys.create('ot/1')), hex(await keys.create('ot/2'))]
    expect(a).not.toBe(b)
    expect(hex(await keys.create('ot/1'))).toBe(a)
    const again = await openKeys()
    expect([hex(await again.find('ot/1')), hex(await again.find('ot/2'))]).toEqual([a, b])
    expect(hex(again.indexKey)).toBe(hex(keys.indexKey))
    expect(await again.find('ot/3')).toBeUndefined()
  })

  it('are made once, however many ask at the same time', async () => {
    const keys = await openKeys()
    const made = await Promise.all(Array.from({ length: 20 }, () => keys.create('ot/1')))
    expect(new Set(made.map(hex)).size).toBe(1)
    expect((await readFile(join(folder, 'families.keys'), 'utf8')).split('\n')).toHaveLength(3)
  })

  it('that another program made or destroyed are so here', async () => {
    const [one, other] = [await openKeys(), await openKeys({ role: 'tool' })]
    const made = hex(await other.create('ot/1'))
    expect(hex(await one.find('ot/1'))).toBe(made)
    await one.destroy('ot/1')
    expect(await other.find('ot/1')).toBeUndefined()
  })

  it('stand there wrapped, and only their owner may read them', async () => {
    const keys = await openKeys()
    const key = Buffer.from(await keys.create('ot/1'))
    const text = await everyByte()
    for (const form of ['latin1', 'base64', 'hex'] as const)
      expect(text).not.toContain(key.toString(form))
    for (const name of ['.', 'families.keys', 'master.key']) {
      expect((await stat(join(folder, name))).mode & 0o077).toBe(0)
    }
  })

  it('are gone once destroyed, the others not', async () => {
    const keys = await openKeys()
    await keys.create('ot/1')
    const kept = hex(await keys.create('ot/2'))
    const line = (await readFile(join(folder, 'families.keys'), 'utf8')).split('\n')[1] as string
    await keys.destroy('ot/1')
    await keys.destroy('ot/1')
    expect(await keys.find('ot/1')).toBeUndefined()
    expect(hex(await keys.find('ot/2'))).toBe(kept)
    expect(await everyByte()).not.toContain(JSON.parse(line)[1])
    expect((await readdir(folder)).sort()).toEqual(['families.keys', 'master.key'])
  })

  it('destroyed and made anew are other ones', async () => {
    const keys = await openKeys()
    const before = hex(await keys.create('ot/1'))
    await keys.destroy('ot/1')
    expect(hex(await keys.create('ot/1'))).not.toBe(before)
  })
})

describe('breaking off', () => {
  const breakAt = (wanted: KeyStep) => (step: KeyStep) => {
    if (step === wanted) throw new Error(`the power failed before ${step}`)
  }

  it.each(['write-new', 'keep-old', 'replace', 'wipe-old'] as const)(
    'before "%s" loses no other key, and leaves no bytes behind once it is tried again',
    async (step) => {
      const first = await openKeys()
      const ids = ['ot/1', 'ot/2', 'ot/3']
      const made = await Promise.all(ids.map((id) => first.create(id)))
      const lines = (await readFile(join(folder, 'families.keys'), 'utf8')).split('\n')
      const broken = await openKeys({ before: breakAt(step) })
      await expect(broken.destroy('ot/2')).rejects.toThrow('the power failed')
      const after = await openKeys()
      expect([hex(await after.find('ot/1')), hex(await after.find('ot/3'))]).toEqual([
        hex(made[0]),
        hex(made[2]),
      ])
      expect((await readdir(folder)).sort()).toEqual(['families.keys', 'master.key'])
      const isGone = (await after.find('ot/2')) === undefined
      expect(isGone).toBe(step === 'wipe-old')
      await after.destroy('ot/2')
      expect(await after.find('ot/2')).toBeUndefined()
      expect(await everyByte()).not.toContain(JSON.parse(lines[2] as string)[1])
    },
  )

  it('while a new file was half written leaves the old one', async () => {
    const keys = await openKeys()
    const made = hex(await keys.create('ot/1'))
    const all = await readFile(join(folder, 'families.keys'))
    await writeFile(join(folder, 'families.keys.new'), all.subarray(0, all.length - 20))
    expect(hex(await (await openKeys()).find('ot/1'))).toBe(made)
    expect(await readdir(folder)).not.toContain('families.keys.new')
  })

  it('before a key was written leaves none', async () => {
    await openKeys()
    const broken = await openKeys({ before: breakAt('append') })
    await expect(broken.create('ot/1')).rejects.toThrow('the power failed')
    expect(await (await openKeys()).find('ot/1')).toBeUndefined()
  })

  it('half-way a line loses that line only, and the next is whole', async () => {
    const keys = await openKeys()
    const made = hex(await keys.create('ot/1'))
    const path = join(folder, 'families.keys')
    for (const role of ['server', 'tool'] as const) {
      await appendFile(path, '["ot/2","AAAA')
      const after = await openKeys({ role })
      expect(hex(await after.find('ot/1'))).toBe(made)
      const next = hex(await after.create(`ot/${role}`))
      expect(hex(await (await openKeys({ role: 'tool' })).find(`ot/${role}`))).toBe(next)
    }
  })
})

describe('the master key', () => {
  const given = randomBytes(32).toString('base64')

  it('may be given instead of kept beside the keys', async () => {
    const key = hex(await (await openKeys({ masterKey: given })).create('ot/1'))
    expect(await readdir(folder)).toEqual(['families.keys'])
    expect(hex(await (await openKeys({ masterKey: ` ${given}\n` })).find('ot/1'))).toBe(key)
  })

  it('says what to do when it is another, none, or no key at all', async () => {
    await openKeys({ masterKey: given })
    const other = randomBytes(32).toString('base64')
    expect(await refusal({ masterKey: other })).toMatch(/^master-key-wrong: .*TIJDIG_MASTER_KEY/)
    expect(await refusal()).toMatch(/^master-key-missing: .*reservekopie/)
    expect(await refusal({ masterKey: 'geheim' })).toMatch(/^master-key-invalid: .*openssl rand/)
    for (const text of [other, 'geheim']) {
      expect(await refusal({ masterKey: text })).not.toContain(text)
    }
  })

  it('is not taken from a file that others may read, or that holds none', async () => {
    await openKeys()
    await chmod(join(folder, 'master.key'), 0o644)
    expect(await refusal()).toMatch(/^master-key-open: .*chmod 600/)
    await chmod(join(folder, 'master.key'), 0o600)
    await writeFile(join(folder, 'master.key'), 'niets')
    expect(await refusal()).toMatch(/^master-key-invalid: .*reservekopie/)
  })

  it('does not open keys that were damaged', async () => {
    await (await openKeys({ masterKey: given })).create('ot/1')
    const path = join(folder, 'families.keys')
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('\n[', '\n'))
    expect(await refusal({ masterKey: given })).toMatch(/^keys-damaged: .*reservekopie/)
  })
})

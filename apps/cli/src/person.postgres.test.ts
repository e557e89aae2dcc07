import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { catalogue } from '@tijdig/catalogue'
import { momentOfMilliseconds } from '@tijdig/core'
import { type House, openHouse } from '@tijdig/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './run.ts'

let folder: string
let house: House

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijdig-cli-'))
  // PostgreSQL never runs as root: its own user must be able to enter.
  await chmod(folder, 0o755)
  const opened = await openHouse({
    dataFolder: folder,
    role: 'tool',
    environment: {},
    catalogue,
    now: () => momentOfMilliseconds(Date.now()),
  })
  if (!opened.ok) throw new Error(opened.error.reason)
  house = opened.value
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

async function add(options: Readonly<Record<string, string>>, word = 'add') {
  let [out, errors] = ['', '']
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  const code = await run(['person', word, ...given], {
    print: (text) => {
      out += text
    },
    tell: (line) => {
      errors += `${line}\n`
    },
    isTerminal: false,
    environment: { TIJDIG_DATA: folder },
    input: Readable.from([]),
  })
  return { code, out, errors }
}

const AN = {
  name: 'An de Boer',
  email: 'an@example.org',
  organisation: 'WSS',
  role: 'administrator',
}
const WSS = { 'organisation-name': 'William Schrikker Stichting', kind: 'certified-institution' }

describe('tijdig person add', () => {
  it('makes the first administrator of an organisation that is not there yet, once', async () => {
    const unknown = await add(AN)
    expect(unknown.code).toBe(1)
    expect(unknown.errors).toContain('--organisation-name en --kind')
    const made = await add({ ...AN, ...WSS })
    expect(made).toEqual({
      code: 0,
      out: 'An de Boer (an@example.org) is nu beheerder bij WSS.\n',
      errors: '',
    })
    expect(await house.people.organisations()).toEqual([
      { code: 'WSS', kind: 'certified-institution', name: 'William Schrikker Stichting' },
    ])
    expect(await house.people.members('WSS')).toMatchObject([
      { name: 'An de Boer', email: 'an@example.org', appointments: [{ role: 'administrator' }] },
    ])
    const again = await add(AN)
    expect(again).toMatchObject({ code: 1, errors: expect.stringContaining('niets veranderd') })
    expect(await house.people.members('WSS')).toHaveLength(1)
  })

  it.each([
    [{ ...AN, email: 'an' }, '"an" is geen e-mailadres'],
    [{ ...AN, role: 'baas' }, '--role baas kan niet'],
    [{ ...AN, name: ' ' }, '--name is leeg'],
    [{ ...AN, organisation: 'W S' }, '--organisation "W S" kan niet'],
    [{ ...AN, kind: 'provider' }, '--organisation-name en --kind samen'],
    [{ ...AN, ...WSS, kind: 'winkel' }, '--kind winkel kan niet'],
    [{ name: 'An' }, 'De optie --email ontbreekt'],
  ])('refuses %j', async (options, words) => {
    const ran = await add(options)
    expect(ran.code).toBe(1)
    expect(ran.errors).toContain(words)
  })

  it('only adds', async () => {
    expect(await add(AN, 'remove')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('Schrijf: person add.'),
    })
  })
})

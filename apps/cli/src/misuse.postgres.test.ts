import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
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
  // Keeps the database running between the commands.
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

async function tijdig(...args: string[]) {
  let out = ''
  let errors = ''
  const code = await run(args, {
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

describe('what is asked wrongly', () => {
  it.each([
    [['nergens'], 'De opdracht "nergens" bestaat niet.'],
    [['figures', '--route', 'ot'], 'De optie --cut-off ontbreekt.'],
    [['figures', '--rute', 'ot'], 'De optie --rute bestaat hier niet.'],
    [['verify', 'een'], '"een" is geen nummer van een publicatie.'],
    [['verify', '99'], 'Publicatie 99 bestaat niet. Er is nog niets gepubliceerd.'],
    [['explain', '1'], 'geef A en B'],
    [['trajectory', 'ot', 'OT-9999'], 'De route ot kent geen traject "OT-9999".'],
    [['import', 'weg.ndjson'], 'weg.ndjson bestaat niet.'],
    [['delivery'], '"list", "make" of "show" met een nummer'],
    [['delivery', 'weg'], '"weg" kan hier niet. Kies list, make of show.'],
    [['delivery', 'make', '--month', '2023-13'], 'Geef met --month een maand'],
    [['delivery', 'make', '--month', '2999-01'], 'De maand 2999-01 is nog niet voorbij.'],
    [
      ['delivery', 'make', '--month', '2023-01', '--institution', 'WSS'],
      'Zeg met --institution welke instelling levert. Kies een van: DJGB.',
    ],
    [['delivery', 'show', '99'], 'Levering 99 is er niet'],
    [
      ['report', 'nope', '--cut-off', '2023-03-31', '--known-at', '2023-04-14', '--out', 'x'],
      'Het sjabloon "nope" bestaat niet. Kies een van:',
    ],
    [
      ['figures', '--route', 'ot', '--cut-off', '2023-02-30', '--known-at', '2023-04-14'],
      'De peildag "2023-02-30" bestaat niet.',
    ],
  ])(
    '%j is told so in a sentence, with code 1 and nothing on standard output',
    async (args, sentence) => {
      const ran = await tijdig(...args)
      expect(ran).toMatchObject({ code: 1, out: '' })
      expect(ran.errors).toContain(sentence)
      expect(ran.errors).not.toContain('    at ')
    },
  )

  it('explains itself', async () => {
    expect((await tijdig()).out).toContain('Gebruik: tijdig OPDRACHT')
    expect((await tijdig('help', 'explain')).out).toContain('PEILDAG@BEKEND-OP')
    expect((await tijdig('verify', '--help')).out).toContain('Gebruik: tijdig verify NUMMER')
  })

  it('says where a report cannot be written', async () => {
    const taken = join(folder, 'bestand')
    await writeFile(taken, '')
    const ran = await tijdig(
      ...['report', 'ozj', '--cut-off', '2023-03-31', '--known-at', '2023-04-06', '--out', taken],
    )
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.errors).toContain('Kies met --out een andere map.')
  })
})

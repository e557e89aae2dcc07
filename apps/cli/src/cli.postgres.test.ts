import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { catalogue } from '@tijdig/catalogue'
import { momentOfMilliseconds } from '@tijdig/core'
import { type House, openHouse } from '@tijdig/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ran, runCli } from './testing/run-cli.ts'

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url))
const example = (name: string) => join(EXAMPLES, name)

let folder: string
let house: House | undefined

const tijdig = (...args: string[]): Promise<Ran> => runCli(join(folder, 'data'), args, '', folder)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijdig-cli-'))
  // PostgreSQL never runs as root: its own user must be able to enter.
  await chmod(folder, 0o755)
})

/** Another program on the same folder, as a running server is; the command line works beside it. */
async function openBeside(): Promise<void> {
  const opened = await openHouse({
    dataFolder: join(folder, 'data'),
    role: 'server',
    environment: {},
    catalogue,
    now: () => momentOfMilliseconds(Date.now()),
  })
  if (!opened.ok) throw new Error(opened.error.reason)
  house = opened.value
  await house.facts.use(async () => undefined)
}

afterAll(async () => {
  await house?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('on an empty folder, with nothing else running', () => {
  it('counts nothing, and leaves no database behind', async () => {
    const ran = await tijdig(
      ...['figures', '--route', 'ot', '--cut-off', '2023-03-31', '--known-at', '2023-04-14'],
    )
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.out)).toContainEqual({ indicator: 'ot.registrations', by: {}, value: 0 })
    const cluster = join(folder, 'data', 'postgres', 'data')
    expect(existsSync(join(cluster, 'PG_VERSION'))).toBe(true)
    expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false)
  })

  it('brings in both examples, and nothing twice', async () => {
    const logs = [example('ot-2023-03.ndjson'), example('jbjr-2023-03.ndjson')]
    const first = await tijdig('import', ...logs)
    expect(first).toMatchObject({ code: 0 })
    expect(first.out).toContain('5.404 nieuw, 0 al aanwezig, 0 geweigerd')
    const again = await tijdig('import', ...logs)
    expect(again).toMatchObject({ code: 0 })
    expect(again.out).toContain('0 nieuw, 5.404 al aanwezig, 0 geweigerd')
  })
})

describe('beside a running server', () => {
  beforeAll(openBeside)

  it.each([
    ['ot', '2023-03-31', '2023-04-06', 'ot-2023-03.known-2023-04-06.json'],
    ['ot', '2023-03-31', '2023-04-14', 'ot-2023-03.known-2023-04-14.json'],
    ['ot', '2023-01-31', '2023-02-06', 'ot-2023-01.known-2023-02-06.json'],
    ['jbjr', '2023-03-31', '2023-04-10', 'jbjr-2023-03.known-2023-04-10.json'],
  ])(
    'prints the figures of %s on %s as known on %s exactly',
    async (route, cutOff, knownAt, file) => {
      const ran = await tijdig(
        ...['figures', '--route', route, '--cut-off', cutOff, '--known-at', knownAt],
        ...['--definitions', 'all', '--format', 'json'],
      )
      expect(ran).toMatchObject({ code: 0, errors: '' })
      const rows = JSON.parse(ran.out) as object[]
      const expected = JSON.parse(readFileSync(example(file), 'utf8')) as object[]
      expect(sorted(rows)).toEqual(sorted(expected))
    },
  )

  it('prints a table and CSV too', async () => {
    const asked = [
      'figures',
      '--route',
      'ot',
      '--cut-off',
      '2023-03-31',
      '--known-at',
      '2023-04-14',
    ]
    const one = [...asked, '--indicator', 'ot.contacted-within-2-days']
    expect((await tijdig(...one, '--format', 'table')).out).toMatch(
      /^Contact binnen twee dagen +totaal +81,9% \(308 van 376\)$/m,
    )
    expect((await tijdig(...one, '--format', 'csv')).out).toBe(
      'indicator,label,definition,value,numerator,denominator,note\r\not.contacted-within-2-days,Contact binnen twee dagen,1,0.819149,308,376,\r\n',
    )
  })

  it('says why 670 became 693', async () => {
    const asked = ['explain', '--route', 'ot', '2023-03-31@2023-04-06', '2023-03-31@2023-04-14']
    const ran = await tijdig(...asked, '--format', 'json')
    expect(ran).toMatchObject({ code: 0, errors: '' })
    const rows = JSON.parse(ran.out) as { indicator: string }[]
    expect(rows.find(({ indicator }) => indicator === 'ot.children')).toEqual({
      indicator: 'ot.children',
      by: {},
      from: 670,
      to: 693,
      late: 23,
      corrected: 0,
      redefined: 0,
      happened: 0,
    })
    const table = await tijdig(...asked, '--format', 'table')
    expect(table.out).toMatch(/^Kinderen in de gezinnen +totaal +670 +\+23 +0 +0 +0 +693$/m)
    expect(table.out).not.toMatch(/^Aanmeldingen +totaal/m)
    expect((await tijdig(...asked, '--format', 'table', '--all')).out).toMatch(
      /^Aanmeldingen +totaal +376 +0 +0 +0 +0 +376$/m,
    )
  })

  it('makes a report in a folder', async () => {
    const out = join(folder, 'een map')
    const ran = await tijdig(
      ...['report', 'ozj', '--cut-off', '2023-03-31', '--known-at', '2023-04-06', '--out', out],
    )
    expect(ran).toMatchObject({ code: 0 })
    const made = ['report.html', 'report.pdf', 'figures.csv', 'figures.json']
    expect(ran.out.trimEnd().split('\n')).toEqual(made.map((name) => join(out, name)))
    expect(readFileSync(join(out, 'report.html'), 'utf8').includes('670')).toBe(true)
    expect(readFileSync(join(out, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(JSON.parse(readFileSync(join(out, 'figures.json'), 'utf8'))).toContainEqual({
      indicator: 'ot.status',
      definition: 1,
      by: { status: 'not-started' },
      value: 73,
    })
  })

  it('publishes, lists, verifies, and explains from one publication to another question', async () => {
    const published = await tijdig(
      ...['publish', 'ozj/quarterly', '--cut-off', '2023-03-31', '--known-at', '2023-04-06'],
    )
    expect(published.code).toBe(0)
    // What nobody wrote is said, and is no reason to stop.
    const told = published.errors.split('\n')
    expect(told[0]).toBe(
      'Let op: 5 zinnen van dit rapport zijn niet geschreven en staan er niet in:',
    )
    expect(told).toContain(
      '- boven de eerste kop: Wat was dit kwartaal het belangrijkste voor de gezinnen?',
    )
    expect(told).toContain(
      '- onder "Aanmeldingen en trajecten": Waardoor nam het aantal aanmeldingen toe of af?',
    )
    expect(published.out).toMatch(
      /^Publicatie 1: .* Openbaar: \/archief\/ozj-quarterly\/2023-03-31\.\n$/,
    )
    const listed = await tijdig('publications', '--format', 'json')
    expect(JSON.parse(listed.out)).toMatchObject([{ number: 1, template: 'ozj/quarterly' }])
    const verified = await tijdig('verify', 'ozj-quarterly/2023-03-31')
    expect(verified).toMatchObject({ code: 0, errors: '' })
    expect(verified.out).toContain('Publicatie 1 is identiek')
    const explained = await tijdig('explain', '1', '2023-03-31@2023-04-14', '--format', 'json')
    const rows = JSON.parse(explained.out) as { indicator: string; by: object }[]
    const notStarted = rows.find(({ by }) => 'status' in by && by.status === 'not-started')
    expect(notStarted).toMatchObject({ from: 73, to: 0 })
  })

  it('shows one trajectory with what became known when', async () => {
    const ran = await tijdig('trajectory', 'ot', 'OT-0003')
    expect(ran).toMatchObject({ code: 0, errors: '' })
    expect(ran.out).toMatch(/^OT-0003 \(Ondersteuningsteam\): /)
    expect(ran.out).toMatch(/^2022-04-04 {2}2022-04-04 10:23 {2}Aangemeld /m)
  })

  it('keeps refused lines beside what went in, also from standard input', async () => {
    const good = `{"id":"nieuw-1","trajectory":"OT-0003","route":"ot","type":"contacted","validOn":"2023-05-01","recordedAt":"2023-05-01T08:00:00Z"}`
    const ran = await runCli(
      join(folder, 'data'),
      ['import', '-'],
      `${good}\n{"id":"x"}\ngeen json\n`,
      folder,
    )
    expect(ran).toMatchObject({ code: 2 })
    expect(ran.out).toContain('1 nieuw, 0 al aanwezig, 2 geweigerd')
    const refused = readFileSync(join(folder, 'stdin.rejected.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
    expect(refused.map((line) => JSON.parse(line).code)).toEqual(['key-missing', 'not-json'])
  })

  it('says what the house refuses, with code 1 and nothing on standard output', async () => {
    const ran = await tijdig('verify', '99')
    expect(ran).toEqual({
      code: 1,
      out: '',
      errors: 'Publicatie 99 bestaat niet. Er is er 1.\n',
    })
  })

  it('still verifies what was published before that', async () => {
    expect(await tijdig('verify', '1')).toMatchObject({ code: 0 })
  })

  it('delivers a month once, lists, shows and verifies it', async () => {
    const order = ['delivery', 'make', '--month', '2023-02', '--format', 'text']
    const first = await tijdig(...order)
    expect(first).toMatchObject({ code: 0, errors: '' })
    expect(first.out).toMatch(/^Levering 2 over 2023-02, van DJGB aan ALKMAAR\. \d+ cijfers\.$/m)
    expect((await tijdig(...order)).out).toContain('was er al')
    await tijdig('delivery', 'make', '--month', '2023-03')
    const listed = await tijdig('delivery', 'list', '--format', 'json')
    expect(JSON.parse(listed.out)).toMatchObject([
      { number: 3, month: '2023-03', comparedWith: 2 },
      { number: 2, month: '2023-02', comparedWith: null },
    ])
    const shown = await tijdig('delivery', 'show', '2', '--format', 'text')
    expect(shown.out).toContain('Dit is de eerste levering: er is geen eerdere.')
    expect(shown.out).toMatch(/^Op tijd +Norm: gedragen plan binnen zes weken +\d+,\d%$/m)
    expect(await tijdig('verify', '3')).toMatchObject({ code: 0, errors: '' })
    const beside = await tijdig('explain', '1', '2')
    expect(beside.errors).toContain('zijn te vergelijken')
  })
})

function sorted(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).map(withSortedCell).sort())).sort()
}

function withSortedCell([key, value]: [string, unknown]): [string, unknown] {
  return typeof value === 'object' && value !== null
    ? [key, Object.entries(value).sort()]
    : [key, value]
}

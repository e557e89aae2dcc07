import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { catalogue } from '@tijdig/catalogue'
import { momentOfMilliseconds } from '@tijdig/core'
import { type House, openHouse } from '@tijdig/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectAsOwner } from '../../../packages/store/src/testing/connect-as-owner.ts'
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

async function tijdig(...args: string[]) {
  let [out, errors] = ['', '']
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

async function tamper(sql: string): Promise<void> {
  const owner = await connectAsOwner(folder)
  await owner.query(
    `alter table tijdig.audit disable trigger user; ${sql}; alter table tijdig.audit enable trigger user`,
  )
  await owner.end()
}

describe('tijdig audit', () => {
  it('knows who used the command line, and that nothing was changed since the checkpoint', async () => {
    expect(await tijdig('trajectory', 'jbjr', 'JB-1')).toMatchObject({ code: 1 })
    expect(await tijdig('publications')).toMatchObject({ code: 0 })
    const { out } = await tijdig('audit', 'checkpoint')
    expect(JSON.parse(out)).toMatchObject({
      chains: expect.arrayContaining([{ chain: 0, position: 0, hash: expect.any(String) }]),
    })
    expect(out.split('\n').filter((line) => line.includes('"chain":'))).toHaveLength(17)
    await writeFile(join(folder, 'ijkpunt.json'), out)
    const verified = await tijdig('audit', 'verify', '--checkpoint', join(folder, 'ijkpunt.json'))
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('is heel: 4 regels') })
  })

  it('names the record that somebody changed by hand', async () => {
    await tamper(
      `update tijdig.audit set record = jsonb_set(record, '{user,UserName}', '"x"') where ctid = (select min(ctid) from tijdig.audit)`,
    )
    const owner = await connectAsOwner(folder)
    const { rows } = await owner.query<{ number: string }>(
      `select record -> 'event' ->> 'EventID' as number from tijdig.audit where record -> 'user' ->> 'UserName' = 'x'`,
    )
    await owner.end()
    expect(await tijdig('audit', 'verify')).toMatchObject({
      code: 2,
      out: `Het controleboek is niet heel: regel ${rows[0]?.number} is veranderd.\n`,
    })
  })

  it.each([
    [['audit', 'wis'], '"audit wis" kan niet. Schrijf: audit verify, of audit checkpoint.'],
    [['audit', 'checkpoint', '--checkpoint', 'x'], '--checkpoint hoort bij audit verify.'],
    [['audit', 'verify', '--checkpoint', 'nergens.json'], 'nergens.json is geen ijkpunt.'],
  ])('%j is told what to do', async (args, sentence) => {
    expect(await tijdig(...args)).toMatchObject({
      code: 1,
      errors: expect.stringContaining(sentence),
    })
  })
})

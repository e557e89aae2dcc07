import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { catalogue } from '@tijdig/catalogue'
import { getMoment } from '@tijdig/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectAsOwner } from '../../../../packages/store/src/testing/connect-as-owner.ts'
import type { House } from '../house/house.ts'
import { openHouse } from '../house/open-house.ts'
import { tracesIn, tracesUnder } from '../testing/find-traces.ts'
import { closeServed, serve, temporaryFolder } from '../testing/test-house.ts'
import { DEMO_TRACES, demoFamily } from './demo-families.ts'
import { loadDemo } from './load-demo.ts'
import { loadDemoFamilies } from './load-demo-families.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let house: House
const said: string[] = []

beforeAll(async () => {
  folder = await temporaryFolder()
  const opened = await openHouse({
    dataFolder: folder.path,
    role: 'server',
    environment: {},
    catalogue,
    now: () => getMoment('2023-06-01T10:00:00Z'),
    notify: (sentence) => said.push(sentence),
  })
  if (!opened.ok) throw new Error(opened.error.reason)
  house = opened.value
  await loadDemo(house, folder.path, (line) => said.push(line))
}, 240_000)
afterAll(async () => {
  await closeServed(house)
  await folder.remove()
})

async function ownerRows(sql: string): Promise<Record<string, unknown>[]> {
  const client = await connectAsOwner(folder.path)
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('the families of the demo', () => {
  it('are there, for who helps them', async () => {
    const { enter } = await serve(house)
    const worker = await enter({ role: 'worker', organisation: 'OT', kind: 'support-team' })
    const read = await worker.get('trajectories/ot/OT-0262/persons')
    const { persons } = demoFamily({
      route: 'ot',
      id: 'OT-0262',
      children: ['OT-0262-K1', 'OT-0262-K2', 'OT-0262-K3'],
      birthYear: undefined,
      changedAt: getMoment('2023-01-01T00:00:00Z'),
    })
    expect(read.json().persons.map(({ name }: { name: string }) => name)).toEqual(
      persons.map(({ name }) => name),
    )
    const [count] = await ownerRows(
      'select count(distinct number)::int as n from tijdig.vault_person',
    )
    const [all] = await ownerRows(
      "select count(*)::int as n from tijdig.trajectory where route not like 'programme%'",
    )
    expect(count).toEqual(all)
  })

  it('are loaded once', async () => expect(await loadDemoFamilies(house)).toBe(0))

  it('leave no byte in what the server says and sends, in figures, reports and publications', async () => {
    const { get } = await serve(house)
    const question = 'cutOff=2023-03-31&knownAt=2023-04-14'
    const answers = await Promise.all(
      [
        ...['ot', 'jbjr'].flatMap((route) => [
          `figures?route=${route}&${question}`,
          `figures.csv?route=${route}&${question}`,
          `explanations?route=${route}&from=2023-03-31@2023-04-06&to=2023-03-31@2023-04-14`,
        ]),
        'publications/2',
        'publications/2/report.html',
        'publications/2/report.pdf',
        'publications/2/figures.csv',
        'publications/2/figures.json',
      ].map(get),
    )
    for (const { statusCode, rawPayload } of answers) {
      expect(statusCode).toBe(200)
      expect(tracesIn(rawPayload, DEMO_TRACES)).toEqual([])
    }
    expect(tracesIn(Buffer.from(said.join('\n')), DEMO_TRACES)).toEqual([])
  })

  it('leave no byte in lists, trajectories, terms of keeping and the audit', async () => {
    const { enter } = await serve(house)
    const at = { organisation: 'OT', kind: 'support-team' } as const
    const lead = await enter({ role: 'team-lead', purpose: 'help', ...at })
    const auditor = await enter({ role: 'auditor', ...at })
    const answers = await Promise.all([
      ...[
        'routes',
        'session',
        'organisations',
        'trajectories?route=ot&pageSize=200',
        'trajectories/ot/OT-0262',
        'shared?route=ot',
        'retention?route=ot',
        'retention?route=ot&month=2043-03',
        'notices',
        'publications',
        'openapi.json',
      ].map((path) => lead.get(path)),
      ...['audit', 'audit/unusual', 'audit/checkpoint'].map((path) => auditor.get(path)),
    ])
    for (const { statusCode, rawPayload } of answers) {
      expect(statusCode).toBe(200)
      expect(tracesIn(rawPayload, DEMO_TRACES)).toEqual([])
    }
    // Where they may be read, they are found.
    const persons = await lead.get('trajectories/ot/OT-0262/persons')
    expect(tracesIn(persons.rawPayload, DEMO_TRACES)).not.toEqual([])
  })

  it('leave no byte in any table, read as text', async () => {
    const tables = await ownerRows(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'tijdig' and c.relkind = 'r'`,
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables) {
      const rows = await ownerRows(`select t::text as line from ${name} t`)
      const text = Buffer.from(rows.map(({ line }) => line).join('\n'))
      expect([name, tracesIn(text, DEMO_TRACES)]).toEqual([name, []])
    }
  }, 120_000)

  it('leave no byte in any file: of PostgreSQL, of the figures, of the keys', async () => {
    await house.facts.use(async () => undefined)
    await ownerRows('checkpoint')
    expect(await tracesUnder(folder.path, DEMO_TRACES)).toEqual([])
    // A trace would be found.
    await appendFile(join(folder.path, 'figures', 'control'), `x${DEMO_TRACES[0]}x`)
    expect(await tracesUnder(folder.path, DEMO_TRACES)).toHaveLength(1)
  }, 240_000)
})

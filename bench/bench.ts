import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { catalogue } from '../catalogue/index.ts'
import { benchAccess } from './access-bench.ts'
import { benchAuditPages, benchLooks } from './audit-bench.ts'
import { benchBackup } from './backup-bench.ts'
import { benchIndicators, benchReportFigures, copyFactsToPostgres } from './figures-bench.ts'
import { benchFollow } from './follow-bench.ts'
import { GeneratedLog } from './generated-log.ts'
import { benchImport } from './import-bench.ts'
import type { Row } from './measure.ts'
import { benchReport } from './report-bench.ts'
import { benchTrajectories, fillLog, RESTRICTED_PARTIES } from './trajectories-bench.ts'
import { benchWork } from './work-bench.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    counted: { type: 'string' },
    audited: { type: 'string' },
    listed: { type: 'string' },
    only: { type: 'string' },
  },
})
const PARTS = [
  'access',
  'report',
  'import',
  'backup',
  'lists',
  'work',
  'looks',
  'audit',
  'counts',
  'figures',
] as const
type Part = (typeof PARTS)[number]
const only = values.only?.split(',') ?? PARTS
for (const name of only) {
  if (!PARTS.includes(name as Part)) throw new Error(`${name} is none of ${PARTS.join(', ')}`)
}
if (values.only && values.write) throw new Error('a part of it is no table to write')
const wants = (...parts: readonly Part[]) => parts.some((part) => only.includes(part))
const full = {
  imported: 20_000,
  listed: 1_000_000,
  asked: 300,
  counted: 2_000_000,
  audited: 1_000_000,
  looked: 30,
  printed: 9,
}
const small = {
  imported: 3_000,
  listed: 12_000,
  asked: 100,
  counted: 12_000,
  audited: 20_000,
  looked: 3,
  printed: 3,
}
const chosen = values.small ? small : full
// Another number of trajectories to count over, for a machine with less time.
const size = {
  ...chosen,
  counted: Number(values.counted ?? chosen.counted),
  // And of records of the audit.
  audited: Number(values.audited ?? chosen.audited),
  // And of trajectories in the lists.
  listed: Number(values.listed ?? chosen.listed),
}

const started = Date.now()
const tell = (sentence: string) =>
  console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${sentence}`)

const rows: Row[] = []
const measure = async (
  part: Part,
  sentence: string,
  bench: () => Promise<readonly Row[]> | Row[],
) => {
  if (!wants(part)) return
  tell(sentence)
  rows.push(...(await bench()))
}

await measure('access', 'deciding who may see what', () => benchAccess(catalogue.routes))
await measure('report', 'a long report as PDF', () => benchReport(size.printed))
await measure('import', 'import beside COPY', () => benchImport(size.imported, 3))
await measure('backup', 'backup and restore beside COPY', () => benchBackup(size.imported, 3))
if (wants('lists', 'work', 'looks', 'audit', 'counts', 'figures')) await inWorkplace()
print(rows)

async function inWorkplace() {
  const workplace = await openWorkplace(RESTRICTED_PARTIES)
  const { listed } = size
  try {
    if (wants('lists', 'work', 'looks')) {
      tell('filling a log')
      await fillLog(workplace, listed, tell)
    }
    await measure('lists', 'turning pages of the list', () =>
      benchTrajectories(workplace, listed, size.asked),
    )
    await measure('work', 'asking for work lists', () => benchWork(workplace, listed))
    await measure('looks', 'fifty people at once', () => benchLooks(workplace, listed, size.looked))
    await measure('audit', 'turning pages of the audit', () =>
      benchAuditPages(workplace, size.audited),
    )
    if (wants('counts', 'figures')) rows.push(...(await figures(workplace)))
  } finally {
    await workplace.clear()
  }
}

async function figures(workplace: Workplace): Promise<Row[]> {
  tell('building facts, and following')
  const log = new GeneratedLog(size.counted)
  const { file, rows: followed } = await benchFollow(workplace, log, size.counted, tell)
  try {
    tell('counting all that a report can ask')
    const counted = await benchReportFigures(file, log, catalogue.indicators, size.counted)
    const first = [...followed, ...counted]
    if (!wants('figures')) return first
    tell('putting the same facts in PostgreSQL')
    return await workplace.asOwner(async (client) => {
      await copyFactsToPostgres(file, client, workplace.folder)
      tell('asking every indicator, three ways')
      return [...first, ...(await benchIndicators(file, log, client, catalogue.indicators, 5))]
    })
  } finally {
    file.close()
  }
}

function print(measured: readonly Row[]) {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
  const table = [
    `${new Date().toISOString().slice(0, 10)}; ${machine}; indicators over ${size.counted.toLocaleString('en')} trajectories of ten events on average.`,
    '',
    '| what | ours | peer | ratio | aim |',
    '|---|---:|---:|---:|---|',
    ...measured.map(
      ({ what, ours, peer, ratio, aim }) => `| ${what} | ${ours} | ${peer} | ${ratio} | ${aim} |`,
    ),
  ].join('\n')
  console.log(table)
  if (!values.write) return
  const path = fileURLToPath(new URL('../docs/performance.md', import.meta.url))
  const [before, , after] = readFileSync(path, 'utf8').split(
    /<!-- (?:begin|end) of the table -->\n/,
  )
  writeFileSync(
    path,
    `${before}<!-- begin of the table -->\n${table}\n<!-- end of the table -->\n${after}`,
  )
}

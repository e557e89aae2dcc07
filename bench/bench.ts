import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { catalogue } from '../catalogue/index.ts'
import { benchAccess } from './access-bench.ts'
import { benchAuditPages, benchLooks } from './audit-bench.ts'
import { benchBackup } from './backup-bench.ts'
import { benchIndicators, copyFactsToPostgres } from './figures-bench.ts'
import { benchFollow } from './follow-bench.ts'
import { GeneratedLog } from './generated-log.ts'
import { benchImport } from './import-bench.ts'
import type { Row } from './measure.ts'
import { benchReport } from './report-bench.ts'
import { benchTrajectories, fillLog, RESTRICTED_PARTIES } from './trajectories-bench.ts'
import { benchWork } from './work-bench.ts'
import { openWorkplace } from './workplace.ts'

const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    counted: { type: 'string' },
    audited: { type: 'string' },
  },
})
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
}

const started = Date.now()
const tell = (sentence: string) =>
  console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${sentence}`)

tell('deciding who may see what')
const rows: Row[] = await benchAccess(catalogue.routes)
tell('a long report as PDF')
rows.push(...(await benchReport(size.printed)))
tell('import beside COPY')
rows.push(...(await benchImport(size.imported, 3)))
tell('backup and restore beside COPY')
rows.push(...(await benchBackup(size.imported, 3)))
const workplace = await openWorkplace(RESTRICTED_PARTIES)
try {
  tell('filling a log')
  await fillLog(workplace, size.listed, tell)
  tell('turning pages of the list')
  rows.push(...(await benchTrajectories(workplace, size.listed, size.asked)))
  tell('asking for work lists')
  rows.push(...(await benchWork(workplace, size.listed)))
  tell('fifty people at once')
  rows.push(...(await benchLooks(workplace, size.listed, size.looked)))
  tell('turning pages of the audit')
  rows.push(...(await benchAuditPages(workplace, size.audited)))
  tell('building facts, and following')
  const log = new GeneratedLog(size.counted)
  const { file, rows: followed } = await benchFollow(workplace, log, size.counted, tell)
  rows.push(...followed)
  tell('putting the same facts in PostgreSQL')
  await workplace.asOwner(async (client) => {
    await copyFactsToPostgres(file, client, workplace.folder)
    tell('asking every indicator, three ways')
    rows.push(...(await benchIndicators(file, log, client, catalogue.indicators, 5)))
  })
  file.close()
  print(rows)
} finally {
  await workplace.clear()
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

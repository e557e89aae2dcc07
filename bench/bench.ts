import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { catalogue } from '../catalogue/index.ts'
import { benchIndicators, copyFactsToPostgres } from './figures-bench.ts'
import { benchFollow, fillLog } from './follow-bench.ts'
import { benchImport } from './import-bench.ts'
import type { Row } from './measure.ts'
import { benchTrajectories } from './trajectories-bench.ts'
import { openWorkplace } from './workplace.ts'

const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const size = values.small
  ? { imported: 3_000, runs: 3, trajectories: 12_000, listed: 100 }
  : { imported: 100_000, runs: 3, trajectories: 2_000_000, listed: 300 }

const started = Date.now()
const tell = (sentence: string) =>
  console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${sentence}`)

tell('import beside COPY')
const rows: Row[] = await benchImport(size.imported, size.runs)
const workplace = await openWorkplace()
try {
  tell('filling a log')
  const events = await fillLog(workplace, size.trajectories, tell)
  tell(`building the facts of ${events} events`)
  const { file, rows: followed } = await benchFollow(workplace, size.trajectories, tell)
  rows.push(...followed)
  tell('putting the same facts in PostgreSQL')
  await workplace.asOwner(async (client) => {
    await copyFactsToPostgres(file, client, workplace.folder)
    tell('asking every indicator, three ways')
    rows.push(...(await benchIndicators(file, workplace.store, client, catalogue.indicators, 5)))
  })
  file.close()
  tell('turning pages of the list')
  rows.push(...(await benchTrajectories(workplace, size.trajectories, size.listed)))
  print(rows, events)
} finally {
  await workplace.clear()
}

function print(measured: readonly Row[], events: number) {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
  const table = [
    `${new Date().toISOString().slice(0, 10)}; ${machine}; ${size.trajectories.toLocaleString('en')} trajectories, ${events.toLocaleString('en')} events.`,
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

import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Event, formatDay, formatMoment } from '@tijdig/core'
import { from as copyFrom } from 'pg-copy-streams'
import { importLog } from '../apps/server/src/import/import-log.ts'
import { compare } from './figures-bench.ts'
import { quantile, type Row, time } from './measure.ts'
import { syntheticTrajectory } from './synthetic-log.ts'
import { openWorkplace } from './workplace.ts'

/**
 * `tijdig import` of a log in the order of recording, beside a plain COPY of the same rows into a
 * table with a primary key in the same PostgreSQL. Each run has a database of its own.
 */
export async function benchImport(trajectories: number, runs: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tijdig-bench-log-'))
  const [log, csv] = [join(folder, 'log.ndjson'), join(folder, 'log.csv')]
  const events = await writeLog(trajectories, log, csv)
  const ours: number[] = []
  const copied: number[] = []
  for (let run = 0; run < runs; run++) {
    const workplace = await openWorkplace()
    copied.push(
      await workplace.asOwner(async (client) => {
        await client.query(PLAIN)
        return time(() => pipeline(createReadStream(csv), client.query(copyFrom(COPY))))
      }),
    )
    ours.push(
      await time(async () => {
        const done = await importLog({
          store: workplace.store,
          paths: [log],
          input: process.stdin,
          workingFolder: folder,
        })
        if (!done.ok || done.value.fresh !== events) throw new Error('not all events went in')
      }),
    )
    await workplace.clear()
  }
  await rm(folder, { recursive: true })
  const what = `import of ${events.toLocaleString('en')} events beside a plain COPY`
  return [compare(what, quantile(ours), quantile(copied), 'slower', 4)]
}

const PLAIN = `CREATE TABLE public.plain (id text COLLATE "C" PRIMARY KEY, trajectory text, route text,
  type text, valid_on date, recorded_at timestamptz, supersedes text, data jsonb)`
const COPY = 'COPY public.plain FROM STDIN (FORMAT csv)'

async function writeLog(trajectories: number, log: string, csv: string): Promise<number> {
  const events: Event[] = []
  for (let number = 0; number < trajectories; number++) events.push(...syntheticTrajectory(number))
  events.sort((a, b) => a.recordedAt - b.recordedAt)
  await writeLines(log, events, (event) =>
    JSON.stringify({
      ...event,
      validOn: formatDay(event.validOn),
      recordedAt: formatMoment(event.recordedAt),
    }),
  )
  await writeLines(csv, events, (event) =>
    [
      event.id,
      event.trajectory,
      event.route,
      event.type,
      formatDay(event.validOn),
      formatMoment(event.recordedAt),
      event.supersedes ?? '',
      `"${JSON.stringify(event.data).replaceAll('"', '""')}"`,
    ].join(','),
  )
  return events.length
}

async function writeLines(path: string, events: readonly Event[], line: (event: Event) => string) {
  const file = await open(path, 'w')
  for (let from = 0; from < events.length; from += 10_000) {
    await file.write(
      `${events
        .slice(from, from + 10_000)
        .map(line)
        .join('\n')}\n`,
    )
  }
  await file.close()
}

import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { backUp, openFileKeys, restore } from '@tijdig/store'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { databaseUrl } from '../packages/store/src/testing/database-url.ts'
import { compare } from './figures-bench.ts'
import { quantile, type Row, time } from './measure.ts'
import { syntheticTrajectory } from './synthetic-log.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

/**
 * `tijdig backup` beside a plain COPY of the events to a file, and `tijdig restore` beside a plain
 * COPY of them into a table with a primary key, in the same PostgreSQL.
 */
export async function benchBackup(trajectories: number, runs: number): Promise<Row[]> {
  const workplace = await openWorkplace()
  const folder = await mkdtemp(join(tmpdir(), 'tijdig-bench-backup-'))
  try {
    await fill(workplace, trajectories)
    const { position } = await workplace.store.head()
    const [keys, keysTo, csv] = ['keys', 'copy', 'events.csv'].map((name) =>
      join(folder, name),
    ) as [string, string, string]
    await openFileKeys({ folder: keys, role: 'server', random: randomBytes })
    const taken = { backup: [], out: [], restore: [], into: [] } as Record<string, number[]>
    for (let run = 0; run < runs; run++) {
      const name = `bench_${run}`
      let made = ''
      taken.backup?.push(
        await time(async () => {
          const done = await backUp({
            ...{ pool: workplace.database.pool, to: join(folder, 'to'), keysTo, keys },
            ...{ madeAt: `2026-01-01T00:00:0${run}Z`, masterKeyGiven: false, random: randomBytes },
          })
          if (!done.ok) throw new Error(done.error.reason)
          made = done.value.folder
        }),
      )
      await workplace.asOwner(async (client) => {
        const out = client.query(copyTo('copy tijdig.event to stdout (format csv)'))
        taken.out?.push(await time(() => pipeline(out, createWriteStream(csv))))
        await client.query('create table public.plain (like tijdig.event, primary key (position))')
        const into = client.query(copyFrom('copy public.plain from stdin (format csv)'))
        taken.into?.push(await time(() => pipeline(createReadStream(csv), into)))
        await client.query('drop table public.plain')
        await client.query(`create database ${name}`)
        const address = databaseUrl({ ...client, password: undefined }, name)
        taken.restore?.push(
          await time(async () => {
            const done = await restore({
              ...{ dataFolder: join(folder, name), environment: { DATABASE_URL: address } },
              ...{ from: made, keysFrom: keysTo, keys: join(folder, name, 'keys') },
              masterKey: undefined,
            })
            if (!done.ok) throw new Error(done.error.reason)
          }),
        )
        await client.query(`drop database ${name} with (force)`)
      })
    }
    const median = (which: string) => quantile(taken[which] ?? [])
    const events = position.toLocaleString('en')
    return [
      compare(
        `backup of ${events} events, whole, beside a plain COPY of the events to a file`,
        ...([median('backup'), median('out'), 'slower', 4] as const),
      ),
      compare(
        `restore of ${events} events, checked, beside a plain COPY of the events into a table`,
        ...([median('restore'), median('into'), 'slower', 6] as const),
      ),
    ]
  } finally {
    await workplace.clear()
    await rm(folder, { recursive: true, force: true })
  }
}

async function fill({ store }: Workplace, trajectories: number): Promise<void> {
  const appender = store.bulkAppender()
  for (let from = 0; from < trajectories; from += 2_000) {
    const size = Math.min(2_000, trajectories - from)
    const batch = Array.from({ length: size }, (_, place) =>
      syntheticTrajectory(from + place),
    ).flat()
    const { fresh } = await appender.append(batch)
    if (fresh < batch.length) throw new Error('a made-up event was refused')
  }
  await appender.commit()
}

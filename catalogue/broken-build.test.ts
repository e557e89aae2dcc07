import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createCalendar, createFoldPlan, type TrajectoryEvents } from '@tijdig/core'
import { FactsFile, factTable, quote } from '@tijdig/figures'
import { expect, it } from 'vitest'
import { MemoryLog } from '../packages/core/src/testing/memory-log.ts'
import { catalogue } from './index.ts'
import { readExampleLog } from './testing/example-log.ts'

const plans = catalogue.routes.map((each) => createFoldPlan(each, createCalendar()))

/** The example several times over: a writer hands on rows to DuckDB by the thousand. */
const example = readExampleLog('ot-2023-03.ndjson')
const events = Array.from({ length: 12 }, (_, copy) =>
  example.map((event) => ({
    ...event,
    id: `${copy}-${event.id}`,
    trajectory: `${copy}-${event.trajectory}`,
    ...(event.supersedes === undefined ? {} : { supersedes: `${copy}-${event.supersedes}` }),
  })),
).flat()

/** A log whose database goes away while all of it is read. */
class LosingLog extends MemoryLog {
  override async *readTrajectories(upTo: number): AsyncIterable<readonly TrajectoryEvents[]> {
    for await (const batch of super.readTrajectories(upTo)) {
      yield batch.slice(0, batch.length / 2)
      throw new Error('the database is away')
    }
  }
}

/** A file that builds anew whatever changed. */
async function openFile(): Promise<FactsFile> {
  const opened = await FactsFile.open(':memory:', plans, 0)
  if (!opened.ok) throw new Error(opened.error.reason)
  return opened.value
}

async function rowsIn(file: FactsFile): Promise<Record<string, number>> {
  const rows: Record<string, number> = {}
  for (const { route, facts } of plans) {
    for (const { name } of facts) {
      const table = factTable(route.code, name)
      const counted = await file.connection.runAndReadAll(`SELECT count(*) FROM ${quote(table)}`)
      rows[table] = Number(counted.getRowsJS()[0]?.[0])
    }
  }
  return rows
}

it('a build that is broken off leaves the facts as they were, also once it is cleared away', async () => {
  setFlagsFromString('--expose-gc')
  const clearAway: () => void = runInNewContext('gc')
  const file = await openFile()
  await file.follow(new MemoryLog(events.slice(0, 2_000)))
  const [head, before] = [file.head, await rowsIn(file)]
  await expect(file.follow(new LosingLog(events))).rejects.toThrow('the database is away')
  for (let turn = 0; turn < 5; turn++) {
    clearAway()
    // What is cleared away is let go of in a turn of its own.
    await setImmediate()
  }
  expect(file.head).toEqual(head)
  expect(await rowsIn(file)).toEqual(before)

  await file.follow(new MemoryLog(events))
  const fresh = await openFile()
  await fresh.follow(new MemoryLog(events))
  expect(await rowsIn(file)).toEqual(await rowsIn(fresh))
  file.close()
  fresh.close()
})

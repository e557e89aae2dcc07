import { rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FoldPlan, LogSource } from '@tijdig/core'
import { FactsFile, type FollowProgress } from '@tijdig/figures'

/** More processes than this never work in one data folder at once. */
const MOST_FILES = 64

/**
 * The facts file of this process. DuckDB lets one process have a file open, so each process takes
 * the first that is free; all follow the same log, so it does not matter which.
 */
export class FactsShelf {
  readonly #folder: string
  readonly #plans: readonly FoldPlan[]
  readonly #log: LogSource
  readonly #progress: (progress: FollowProgress) => void
  #file: Promise<FactsFile> | undefined

  constructor(
    folder: string,
    plans: readonly FoldPlan[],
    log: LogSource,
    progress: (progress: FollowProgress) => void = () => undefined,
  ) {
    this.#folder = folder
    this.#plans = plans
    this.#log = log
    this.#progress = progress
  }

  /**
   * Works with the facts as the log now stands. One piece of work at a time; work that asks for the
   * file again waits for itself, so it is handed the file.
   */
  async use<T>(work: (file: FactsFile) => Promise<T>): Promise<T> {
    this.#file ??= openFirstFree(this.#folder, this.#plans)
    const file = await this.#file.catch((error: unknown) => {
      this.#file = undefined
      throw error
    })
    return file.exclusively(async () => {
      await file.follow(this.#log, undefined, this.#progress)
      return work(file)
    })
  }

  async close(): Promise<void> {
    const file = await this.#file?.catch(() => undefined)
    this.#file = undefined
    await file?.exclusively(async () => file.close())
  }
}

async function openFirstFree(folder: string, plans: readonly FoldPlan[]): Promise<FactsFile> {
  await mkdir(folder, { recursive: true })
  for (let number = 1; number <= MOST_FILES; number++) {
    const file = await openOrRenew(join(folder, `facts-${number}.duckdb`), plans)
    if (file) return file
  }
  throw new Error(`all ${MOST_FILES} facts files in ${folder} are in use`)
}

/** The file; undefined while another process has it. One that cannot be read is made anew. */
async function openOrRenew(
  path: string,
  plans: readonly FoldPlan[],
): Promise<FactsFile | undefined> {
  try {
    return found(await FactsFile.open(path, plans))
  } catch {
    // Damaged, or of another DuckDB: all that is in it comes from the log.
    try {
      for (const part of [path, `${path}.wal`]) rmSync(part, { force: true })
    } catch {
      return undefined
    }
    return found(await FactsFile.open(path, plans))
  }
}

function found(opened: Awaited<ReturnType<typeof FactsFile.open>>): FactsFile | undefined {
  return opened.ok ? opened.value : undefined
}

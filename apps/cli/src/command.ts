/** One thing that `tijdig` can do. */
export interface Command {
  readonly name: string
  /** What comes after `tijdig`, on one line. */
  readonly usage: string
  /** What it does, in one sentence. */
  readonly summary: string
  /** Options and examples; what `tijdig help <name>` shows under the sentence. */
  readonly help: string
  /** Gives the exit code. */
  run(args: readonly string[], surroundings: Surroundings): Promise<number>
}

/** What a command reads and writes, beside the data folder. */
export interface Surroundings {
  /** The result and nothing else. */
  print(text: string): void
  /** Progress and everything that is wrong. */
  tell(line: string): void
  readonly isTerminal: boolean
  readonly environment: NodeJS.ProcessEnv
  readonly input: NodeJS.ReadableStream
}

import type { Command, Surroundings } from './command.ts'
import { audit } from './commands/audit.ts'
import { backup } from './commands/backup.ts'
import { delivery } from './commands/delivery.ts'
import { explain } from './commands/explain.ts'
import { figures } from './commands/figures.ts'
import { helpFor, unknownCommand } from './commands/help.ts'
import { importCommand } from './commands/import.ts'
import { person } from './commands/person.ts'
import { publications } from './commands/publications.ts'
import { publish } from './commands/publish.ts'
import { report } from './commands/report.ts'
import { restore } from './commands/restore.ts'
import { trajectory } from './commands/trajectory.ts'
import { verify } from './commands/verify.ts'

const COMMANDS: readonly Command[] = [
  importCommand,
  figures,
  report,
  publish,
  publications,
  delivery,
  verify,
  explain,
  trajectory,
  person,
  audit,
  backup,
  restore,
]

/** Runs one command; gives its exit code. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const help = helpFor(COMMANDS)
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h') return help.run([], surroundings)
  const command = [...COMMANDS, help].find((each) => each.name === name)
  if (command) return command.run(rest, surroundings)
  surroundings.tell(unknownCommand(name, COMMANDS))
  return 1
}

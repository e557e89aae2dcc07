import type { ParseArgsConfig } from 'node:util'
import { err, type Result } from '@tijdig/core'
import type { AuditEntry, House } from '@tijdig/server'
import type { Command, Surroundings } from './command.ts'
import { readOptions } from './read-options.ts'
import { withHouse } from './with-house.ts'

type Options = NonNullable<ParseArgsConfig['options']>

interface Form<O extends Options, T> extends Pick<Command, 'name' | 'usage' | 'summary' | 'help'> {
  readonly options: O
  /** Options that cannot be left out. */
  readonly required?: readonly (keyof O & string)[]
  /** How many words it takes besides its options, and what they are called. */
  readonly words?: { readonly least: number; readonly most: number; readonly names: string }
  /** Reads what was given before anything is opened; an error is how the command was misused. */
  read(given: Given, surroundings: Surroundings): Result<T, string>
}

interface Definition<O extends Options, T> extends Form<O, T> {
  /** Which trajectory is looked at, for the audit. */
  about?(asked: T): Pick<AuditEntry, 'route' | 'trajectory'>
  /** Whether its use is no record of the audit: where that would disturb what it looks at. */
  readonly unrecorded?: true
  /** Gives the exit code. */
  run(house: House, asked: T, surroundings: Surroundings): Promise<number>
}

/** Options by name, and the words beside them. */
export interface Given {
  /** The value of an option; empty where it was not given, which `required` rules out. */
  text(option: string): string
  find(option: string): string | undefined
  has(option: string): boolean
  readonly words: readonly string[]
}

/** A command of which options, help and the opening of the data folder go the same way as of all others. */
export function defineCommand<const O extends Options, T>(definition: Definition<O, T>): Command {
  return defineBareCommand({
    ...definition,
    run: (asked, data, surroundings) =>
      withHouse(surroundings, data, async (house) => {
        if (!definition.unrecorded) {
          await recordUse(house, definition.name, definition.about?.(asked))
        }
        const code = await definition.run(house, asked, surroundings)
        if (!definition.unrecorded) {
          await recordUse(house, definition.name, definition.about?.(asked), code)
        }
        return code
      }),
  })
}

/**
 * Writes in the audit that a command was used.
 * @param code How it ended; left out: it begins.
 */
export async function recordUse(
  { store }: Pick<House, 'store'>,
  command: string,
  about: Pick<AuditEntry, 'route' | 'trajectory'> = {},
  code?: number,
): Promise<void> {
  await store.audit.writeOwn('opdrachtregel', {
    ...about,
    kind: 'command',
    outcome: 'done',
    detail: { command, ...(code !== undefined && { code }) },
  })
}

interface BareDefinition<O extends Options, T> extends Form<O, T> {
  /**
   * Gives the exit code.
   * @param data The data folder that was named.
   */
  run(asked: T, data: string | undefined, surroundings: Surroundings): Promise<number>
}

/** A command that opens no data folder before it starts. */
export function defineBareCommand<const O extends Options, T>(
  definition: BareDefinition<O, T>,
): Command {
  const { name, usage, summary, help, options, required = [] } = definition
  const words = definition.words ?? { least: 0, most: 0, names: '' }
  return {
    name,
    usage,
    summary,
    help,
    async run(args, surroundings) {
      const { print, tell } = surroundings
      const misused = (sentence: string) => {
        tell(sentence)
        tell(`Gebruik: tijdig ${usage}\nMeer uitleg: tijdig help ${name}`)
        return 1
      }
      const read = readOptions(args, { options, required, words })
      if (!read.ok) return misused(read.error)
      const { values } = read.value
      if (values.help === true) {
        print(describeCommand(this))
        return 0
      }
      const find = (option: string) => {
        const value = values[option]
        return typeof value === 'string' ? value : undefined
      }
      const asked = definition.read(
        {
          find,
          text: (option) => find(option) ?? '',
          has: (option) => values[option] === true,
          words: read.value.words,
        },
        surroundings,
      )
      if (!asked.ok) return misused(asked.error)
      return definition.run(asked.value, find('data'), surroundings)
    },
  }
}

/** All that there is to know about a command. */
export function describeCommand({ usage, summary, help }: Command): string {
  return `${summary}\n\nGebruik: tijdig ${usage}\n\n${help}\n  --data MAP             de map met gegevens (standaard TIJDIG_DATA, anders .tijdig)\n`
}

/** A publication's number as somebody writes it. */
export function readNumber(text: string): Result<number, string> {
  return /^\d{1,9}$/.test(text)
    ? { ok: true, value: Number(text) }
    : err(`"${text}" is geen nummer van een publicatie. Geef bijvoorbeeld 1.`)
}

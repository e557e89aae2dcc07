import { type ParseArgsConfig, parseArgs } from 'node:util'
import { err, ok, type Result } from '@tijdig/core'

type Options = NonNullable<ParseArgsConfig['options']>

/** The options that every command takes. */
const SHARED = {
  data: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Options

interface Wanted<O extends Options> {
  readonly options: O
  /** How many words it takes besides its options, and what they are called. */
  readonly words: { readonly least: number; readonly most: number; readonly names: string }
  /** Options that cannot be left out. */
  readonly required?: readonly (keyof O & string)[]
}

/** Reads a command's options and words; what is wrong is told in a sentence. */
export function readOptions<const O extends Options>(args: readonly string[], wanted: Wanted<O>) {
  const { options, words, required = [] } = wanted
  const parsed = parse(args, { ...options, ...SHARED })
  if (!parsed.ok) return parsed
  const { positionals } = parsed.value
  const values: Readonly<Record<string, unknown>> = parsed.value.values
  if (values.help) return ok({ values, words: positionals })
  for (const name of required) {
    if (values[name] === undefined) {
      return err(`De optie --${name} ontbreekt.`)
    }
  }
  if (positionals.length < words.least) return err(`Er ontbreekt iets: geef ${words.names}.`)
  if (positionals.length > words.most) {
    return err(`"${positionals[words.most]}" is te veel. Kijk of de aanhalingstekens goed staan.`)
  }
  return ok({ values, words: positionals })
}

function parse<const O extends Options>(args: readonly string[], options: O) {
  try {
    return ok(parseArgs({ args: [...args], options, allowPositionals: true }))
  } catch (error) {
    return err(sentenceFor(error))
  }
}

function sentenceFor(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  const name = /'(?:-\w, )?(--?[^\s']+)/.exec(message)?.[1] ?? ''
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `De optie ${name} bestaat hier niet.`
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `De optie ${name} is niet goed ingevuld.`
    default:
      throw error
  }
}

/** One of a few words, such as the form of the output. */
export function readChoice<T extends string>(
  option: string,
  value: string | undefined,
  choices: readonly T[],
  otherwise: T,
): Result<T, string> {
  if (value === undefined) return ok(otherwise)
  const choice = choices.find((each) => each === value)
  return choice === undefined
    ? err(`--${option} ${value} kan niet. Kies uit: ${choices.join(', ')}.`)
    : ok(choice)
}

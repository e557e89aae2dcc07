import Markdoc, { type Node, type ValidateError } from '@markdoc/markdoc'
import { markdocConfig, TAGS, VARIABLES } from './schema.ts'
import type { TemplateError, TemplateErrorCode } from './template-error.ts'

/** What Markdoc itself finds wrong, in our codes and in Dutch. */
export function markdocErrors(text: Node): TemplateError[] {
  const declared: Record<string, string> = Object.assign(Object.create(null), VARIABLES)
  const errors = Markdoc.validate(text, markdocConfig(declared)).map(toTemplateError)
  // What is refused as a whole need not be told about its parts.
  const refused = errors.filter(({ code }) => code === 'text-form-not-allowed')
  return errors.filter(
    ({ code, line }) =>
      code !== 'unknown-attribute' || !refused.some((one) => one.line === line || line === 1),
  )
}

/** Markdoc's own error ids, and the code and words that they become here. */
const MEANINGS: Readonly<Record<string, readonly [TemplateErrorCode, (name: string) => string]>> = {
  'tag-undefined': [
    'unknown-tag',
    (name) =>
      `De tag "${name}" bestaat niet. Gebruik een van: ${Object.keys(TAGS).join(', ')}, if, else.`,
  ],
  'tag-placement-invalid': [
    'misplaced-tag',
    (name) =>
      TAGS[name as keyof typeof TAGS]?.inline
        ? `De tag "${name}" hoort in een zin. Zet hem niet alleen op een regel.`
        : `De tag "${name}" hoort alleen op een regel. Haal hem uit de zin.`,
  ],
  'tag-selfclosing-has-children': [
    'misplaced-tag',
    (name) => `De tag "${name}" heeft geen inhoud. Sluit hem af met "/%}".`,
  ],
  'variable-undefined': [
    'unknown-variable',
    (name) =>
      `De naam "$${name}" bestaat niet. Gebruik een van: ${Object.keys(VARIABLES)
        .map((variable) => `$${variable}`)
        .join(', ')}.`,
  ],
  'attribute-undefined': [
    'unknown-attribute',
    (name) => `Deze tag kent "${name}" niet. Haal het weg of verbeter de naam.`,
  ],
  'attribute-missing-required': [
    'missing-attribute',
    (name) => `Bij deze tag ontbreekt "${name}". Vul het in.`,
  ],
  'attribute-type-invalid': [
    'wrong-attribute',
    (name) => `"${name}" heeft een verkeerde vorm. Kijk hoe het in een ander sjabloon staat.`,
  ],
  'attribute-value-invalid': [
    'wrong-attribute',
    (name) => `"${name}" heeft een waarde die niet kan. Kies een van de toegestane waarden.`,
  ],
  'text-form-not-allowed': [
    'text-form-not-allowed',
    (name) =>
      `Een rapport kent geen "${name}". Gebruik koppen, alinea's, lijsten en de eigen tags.`,
  ],
}

function toTemplateError({ error, lines, location }: ValidateError): TemplateError {
  const line = (error.location?.start.line ?? location?.start.line ?? lines[0] ?? 0) + 1
  const name = /'([^']+)'/.exec(error.message)?.[1] ?? error.message
  const meaning = MEANINGS[error.id]
  if (meaning) return { code: meaning[0], line, message: meaning[1](name) }
  const message = `Deze tekst is niet te lezen (${error.message}). Kijk of elke "{%" een "%}" heeft en elke tag wordt gesloten.`
  return { code: 'syntax', line, message }
}

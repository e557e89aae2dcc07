import Markdoc, { type Node, type ValidateError } from '@markdoc/markdoc'
import { err, ok, type Result } from '@tijdig/core'
import { parseFrontMatter } from './front-matter.ts'
import { lineOf, markdocConfig, TAGS, VARIABLES } from './schema.ts'
import type { Template } from './template.ts'
import type { TemplateError, TemplateErrorCode } from './template-error.ts'

/**
 * Reads a report template: Markdoc under a head of `name: value` lines. Nothing of it is run.
 * Any error blocks; all of them are given, in the order of the lines.
 */
export function parseTemplate(source: string): Result<Template, TemplateError[]> {
  const text = Markdoc.parse(source.replace(/\r\n?/g, '\n'))
  const frontMatter: unknown = text.attributes.frontmatter
  if (typeof frontMatter !== 'string') {
    const message = 'Het sjabloon heeft geen kop. Begin met een regel "---", de kop en weer "---".'
    return err([{ code: 'front-matter-missing', line: 1, message }])
  }
  const head = parseFrontMatter(frontMatter)
  const errors = [...(head.ok ? [] : head.error), ...markdocErrors(text), ...textErrors(text)]
  if (!head.ok || errors.length > 0) return err(errors.sort((a, b) => a.line - b.line))
  return ok({ ...head.value, source, text })
}

function markdocErrors(text: Node): TemplateError[] {
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

/** What Markdoc does not look at: the order of headings, links, and computed attributes. */
function textErrors(text: Node): TemplateError[] {
  const errors: TemplateError[] = []
  const report = (code: TemplateErrorCode, node: Node, message: string) =>
    errors.push({ code, line: lineOf(node), message })
  let level = 1
  for (const node of text.walk()) {
    if (node.type === 'heading') {
      const next: number = node.attributes.level
      if (next === 1) report('heading-level', node, 'De titel staat in de kop. Begin met "##".')
      else if (next > 4)
        report('heading-level', node, 'Een kop heeft hooguit vier hekjes. Maak er "####" van.')
      else if (next > level + 1)
        report(
          'heading-level',
          node,
          `Deze kop slaat een niveau over. Maak er ${level + 1} hekjes van.`,
        )
      level = Math.max(2, Math.min(next, 4))
    }
    if (node.type === 'text' && /\{%|%\}/.test(String(node.attributes.content))) {
      report(
        'syntax',
        node,
        'Hier staat een "{%" of "%}" los. Open elke tag met "{%" en sluit hem met "%}".',
      )
    }
    if (node.type === 'link' && !isSafeLink(node.attributes.href)) {
      report(
        'link-not-allowed',
        node,
        'Deze verwijzing kan niet. Gebruik https://, mailto: of #naam-van-kop.',
      )
    }
    if (node.type === 'tag' && node.tag !== undefined && node.tag in TAGS) {
      for (const [name, value] of Object.entries(node.attributes)) {
        if (holdsVariable(value))
          report(
            'wrong-attribute',
            node,
            `"${name}" mag geen $naam bevatten. Schrijf de waarde uit.`,
          )
      }
    }
    if (node.type === 'tag' && node.tag === 'footnote') {
      for (const inner of node.walk()) {
        if (inner.tag === 'footnote')
          report(
            'nested-footnote',
            node,
            'Een voetnoot kan niet in een voetnoot staan. Zet hem erachter.',
          )
      }
    }
    for (const value of Object.values(node.attributes)) {
      if (isAst(value, 'Variable') && (value.path?.length ?? 0) > 1)
        report(
          'unknown-variable',
          node,
          'Na een $naam komt geen punt of haak. Gebruik alleen de naam.',
        )
      if (isAst(value, 'Function') && node.tag !== 'if' && node.tag !== 'else')
        report(
          'text-form-not-allowed',
          node,
          'Een rapport rekent niet. Gebruik alleen $namen en de eigen tags.',
        )
    }
  }
  return errors
}

const SAFE_LINK = /^(https:\/\/[^\s]+|mailto:[^\s]+|#[a-z0-9-]+)$/

function isSafeLink(href: unknown): boolean {
  return typeof href === 'string' && SAFE_LINK.test(href)
}

function isAst(value: unknown, kind?: string): value is { readonly path?: readonly unknown[] } {
  if (typeof value !== 'object' || value === null || !('$$mdtype' in value)) return false
  return kind === undefined || value.$$mdtype === kind
}

function holdsVariable(value: unknown): boolean {
  if (isAst(value)) return true
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(holdsVariable)
}

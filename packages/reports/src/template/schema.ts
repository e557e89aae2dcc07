import Markdoc, {
  type Config,
  type Node,
  type Schema,
  type ValidationError,
} from '@markdoc/markdoc'

import { PARTS_COUNTED, PARTS_SHOWN } from './programme-tags.ts'

const { Tag } = Markdoc

/** What an own tag may carry; each arrives at the document under its own name, with its line. */
/** Words that may not be left empty. */
const words = { type: String, required: true, matches: /\S/ }
const indicator = { type: String, required: true } as const
const indicators = { type: [String, Array], required: true }
const cell = { type: Object }
const dimensions = { type: Array }
const rowChoices = {
  where: cell,
  only: { type: Array },
  sort: { type: String, matches: ['value', 'code', 'order'] },
  limit: { type: Number },
  rest: { type: Boolean },
  zeros: { type: Boolean },
}

/** The tags of a report's text. One without a transform would vanish without a word. */
export const TAGS = {
  figure: ownTag('figure', {
    inline: true,
    selfClosing: true,
    attributes: {
      indicator,
      by: cell,
      part: {
        type: String,
        matches: [
          ...['value', 'numerator', 'denominator'],
          // Of the change since the reading that the report is compared with.
          ...['from', 'to', 'difference', 'late', 'corrected', 'redefined', 'happened'],
        ],
      },
      decimals: { type: Number, validate: checkDecimals },
    },
  }),
  footnote: ownTag('footnote', { inline: true, attributes: {} }),
  table: ownTag('table', {
    inline: false,
    selfClosing: true,
    attributes: {
      indicator: indicators,
      by: dimensions,
      caption: words,
      total: { type: Boolean },
      decimals: { type: Number, validate: checkDecimals },
      ...rowChoices,
    },
  }),
  chart: ownTag('chart', {
    inline: false,
    selfClosing: true,
    attributes: {
      indicator,
      by: { type: Array, required: true },
      kind: { type: String, required: true, matches: ['bar', 'stacked-bar', 'line', 'map'] },
      title: words,
      description: { type: String },
      ...rowChoices,
    },
  }),
  change: ownTag('change', {
    inline: false,
    selfClosing: true,
    attributes: { indicator, by: cell, title: { type: String } },
  }),
  changes: ownTag('changes', {
    inline: false,
    selfClosing: true,
    attributes: {
      indicator: { type: [String, Array] },
      by: dimensions,
      caption: words,
    },
  }),
  parts: ownTag('parts', {
    inline: false,
    selfClosing: true,
    attributes: {
      programme: words,
      show: { type: String, required: true, matches: [...PARTS_SHOWN] },
      caption: words,
      within: { type: String },
      report: { type: String },
      from: { type: String, matches: /^\d{4}-(0[1-9]|1[0-2])$/ },
      until: { type: String, matches: /^\d{4}-(0[1-9]|1[0-2])$/ },
    },
  }),
  count: ownTag('count', {
    inline: true,
    selfClosing: true,
    attributes: {
      programme: words,
      of: { type: String, required: true, matches: [...PARTS_COUNTED] },
      light: { type: String, matches: ['no-action', 'under-way', 'stalled', 'done', 'dropped'] },
      within: { type: String },
    },
  }),
  kept: ownTag('kept', {
    inline: true,
    selfClosing: true,
    attributes: { programme: words, key: words },
  }),
  definition: ownTag('definition', {
    inline: false,
    selfClosing: true,
    attributes: { indicator: { type: String } },
  }),
  /** A question to whoever writes the report, in the place of the sentence that answers it. */
  prompt: ownTag('prompt', { inline: false, selfClosing: true, attributes: { question: words } }),
} satisfies Record<string, Schema>

export type TagName = keyof typeof TAGS

/** Names that a text may use as `$name`, each with what it stands for. */
export const VARIABLES = {
  title: 'de titel van het rapport',
  period: 'de periode in woorden: februari en maart 2023',
  cutOff: 'de peildag in woorden: 31 maart 2023',
  cutOffMonth: 'de maand van de peildag: maart 2023',
  knownAt: 'de dag waarop de stand bekend was: 14 april 2023',
  author: 'de organisatie die publiceert',
  programmes: 'waar als de programma’s die het rapport noemt er op de peildag zijn',
  explained: 'waar als er met een eerdere stand wordt vergeleken',
  earlierCutOff: 'de peildag van de eerdere stand',
  earlierKnownAt: 'de dag waarop de eerdere stand bekend was',
} as const

export type VariableName = keyof typeof VARIABLES

/** Text forms that are not used in reports: they would vanish or bring in a page from elsewhere. */
const refused: Schema = {
  transform: () => null,
  validate: (node) => [
    { id: 'text-form-not-allowed', level: 'critical', message: node.tag ?? node.type },
  ],
}

/** What Markdoc needs to check and to read a template; variables are added by the caller. */
export function markdocConfig(variables: Readonly<Record<string, string | boolean>>): Config {
  return {
    tags: { ...TAGS, partial: refused, slot: refused },
    nodes: {
      document: { render: 'document', attributes: { frontmatter: { render: false } } },
      heading: ownNode('heading', { level: { type: Number, required: true } }),
      paragraph: ownNode('paragraph'),
      list: ownNode('list', {
        ordered: { type: Boolean },
        start: { type: Number },
        marker: { type: String },
      }),
      item: ownNode('item'),
      strong: ownNode('strong', { marker: { type: String } }),
      em: ownNode('em', { marker: { type: String } }),
      link: ownNode('link', { href: { type: String, required: true }, title: { type: String } }),
      hardbreak: ownNode('hardbreak'),
      blockquote: refused,
      code: refused,
      fence: refused,
      hr: refused,
      image: refused,
      s: refused,
      table: refused,
    },
    variables,
  }
}

/** A decimal more than two suggests a precision that these figures do not have. */
function checkDecimals(value: unknown): ValidationError[] {
  if (typeof value !== 'number' || value === 0 || value === 1 || value === 2) return []
  return [{ id: 'attribute-value-invalid', level: 'error', message: `Attribute 'decimals'` }]
}

function ownTag(name: string, schema: Schema): Schema {
  return { ...schema, transform: (node, config) => toTag(name, node, config) }
}

function ownNode(name: string, attributes: NonNullable<Schema['attributes']> = {}): Schema {
  return { attributes, transform: (node, config) => toTag(name, node, config) }
}

function toTag(name: string, node: Node, config: Config) {
  const attributes = { ...node.transformAttributes(config), line: lineOf(node) }
  return new Tag(name, attributes, node.transformChildren(config))
}

/** The line on which a node begins, from 1. */
export function lineOf(node: Node): number {
  return (node.location?.start.line ?? node.lines[0] ?? 0) + 1
}

import type { Node } from '@markdoc/markdoc'
import { lineOf, TAGS } from './schema.ts'
import type { TemplateError, TemplateErrorCode } from './template-error.ts'

/** What Markdoc does not look at: the order of headings, links, and computed attributes. */
export function textErrors(text: Node): TemplateError[] {
  const errors: TemplateError[] = []
  const report = (code: TemplateErrorCode, node: Node, message: string) =>
    errors.push({ code, line: lineOf(node), message })
  let level = 1
  for (const node of text.walk()) {
    if (node.type === 'heading') {
      const next: number = node.attributes.level
      if (node.children.every(({ children }) => children.length === 0))
        report('heading-level', node, 'Deze kop is leeg. Zet er woorden achter of haal hem weg.')
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
    // A link to a script or to data is left standing as text by the reader of Markdown.
    const unread = node.type === 'text' && String(node.attributes.content).includes('](')
    if (unread || (node.type === 'link' && !isSafeLink(node.attributes.href))) {
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

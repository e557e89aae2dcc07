import Markdoc from '@markdoc/markdoc'
import { err, ok, type Result } from '@tijdig/core'
import { parseFrontMatter } from './front-matter.ts'
import { markdocErrors } from './markdoc-errors.ts'
import type { Template } from './template.ts'
import type { TemplateError } from './template-error.ts'
import { textErrors } from './text-errors.ts'

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

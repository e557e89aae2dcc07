import { err, ok, type Result } from '@tijdig/core'
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { PERIODS, type Period } from '../wording/period.ts'
import type { AudienceName, ProtectionName, TemplateHead } from './template.ts'
import type { TemplateError } from './template-error.ts'

const KEYS = [
  'template',
  'title',
  'description',
  'route',
  'author',
  'protection',
  'audience',
  'period',
  'pinned',
] as const

const PROTECTIONS: readonly ProtectionName[] = ['exact', 'rounded-5', 'rounded-5-hidden-10']
const AUDIENCES: readonly AudienceName[] = ['public', 'chain']

/** Of a template that says nothing: who leaves it out, shows no small counts. */
const DEFAULT_PROTECTION: ProtectionName = 'rounded-5-hidden-10'

/** Line of the first key: the line under the opening `---`. */
const FIRST_LINE = 2

/** Reads what stands between the two lines `---` above a template. */
export function parseFrontMatter(source: string): Result<TemplateHead, TemplateError[]> {
  const lines = new LineCounter()
  const yaml = parseDocument(source, { lineCounter: lines, version: '1.2', merge: false })
  const errors: TemplateError[] = []
  const report = (offset: number | undefined, message: string) =>
    errors.push({
      code: 'front-matter-invalid',
      line: offset === undefined ? 1 : lines.linePos(offset).line + FIRST_LINE - 1,
      message,
    })

  for (const error of yaml.errors) {
    report(
      error.pos[0],
      'De kop van het sjabloon is niet te lezen. Schrijf elke regel als "naam: waarde".',
    )
  }
  if (errors.length > 0) return err(errors)
  if (!isMap(yaml.contents)) {
    report(undefined, `De kop van het sjabloon is leeg. Zet erin: ${KEYS.join(', ')}.`)
    return err(errors)
  }

  const values = new Map<string, { readonly value: unknown; readonly offset: number }>()
  for (const pair of yaml.contents.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : ''
    const offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0
    if (!(KEYS as readonly string[]).includes(key)) {
      report(offset, `De kop kent geen "${key}". Gebruik alleen: ${KEYS.join(', ')}.`)
      continue
    }
    const node = pair.value
    const value = isScalar(node) ? node.value : isMap(node) ? node.toJS(yaml) : undefined
    values.set(key, { value, offset })
  }

  const text = (key: (typeof KEYS)[number]): string => {
    const found = values.get(key)
    if (typeof found?.value === 'string' && found.value.trim() !== '') return found.value.trim()
    report(found?.offset, `In de kop ontbreekt "${key}". Zet er een regel "${key}: …" in.`)
    return ''
  }
  const choice = <T extends string>(key: (typeof KEYS)[number], allowed: readonly T[]): T => {
    const value = text(key)
    const found = allowed.find((one) => one === value)
    if (found !== undefined) return found
    if (value !== '') {
      report(
        values.get(key)?.offset,
        `"${key}: ${value}" bestaat niet. Kies een van: ${allowed.join(', ')}.`,
      )
    }
    return allowed[0] as T
  }

  const head: TemplateHead = {
    id: text('template'),
    title: text('title'),
    description: text('description'),
    route: text('route'),
    author: text('author'),
    protection: values.has('protection') ? choice('protection', PROTECTIONS) : DEFAULT_PROTECTION,
    // Nothing is for everybody unless a template says so.
    audience: values.has('audience') ? choice('audience', AUDIENCES) : 'chain',
    period: choice<Period>('period', PERIODS),
    pinned: pinnedVersions(values.get('pinned'), report),
  }
  return errors.length > 0 ? err(errors) : ok(head)
}

function pinnedVersions(
  found: { readonly value: unknown; readonly offset: number } | undefined,
  report: (offset: number | undefined, message: string) => void,
): Record<string, number> {
  const pinned: Record<string, number> = Object.create(null)
  if (found === undefined) return pinned
  const wrong = () =>
    report(
      found.offset,
      'Vastgezette definities zijn niet te lezen. Schrijf "pinned: {ot.status: 1}".',
    )
  if (typeof found.value !== 'object' || found.value === null) {
    wrong()
    return pinned
  }
  for (const [indicator, version] of Object.entries(found.value)) {
    if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
      wrong()
      return pinned
    }
    pinned[indicator] = version
  }
  return pinned
}

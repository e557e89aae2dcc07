import type { AttributeValue, TagUse } from '../attributes.ts'
import { promptOf } from '../text/prompts-of-text.ts'
import type { IndicatorWords } from './block-kind.ts'
import { findBlockKind } from './block-kinds.ts'

/** A block in words. */
export interface TagWords {
  /** `Tabel` */
  readonly kind: string
  /** `Kinderen in de gezinnen` */
  readonly what: string
  /** Of which cell, and how divided: each a line. */
  readonly details: readonly string[]
}

const PARTS: Readonly<Record<string, string>> = {
  numerator: 'de teller',
  denominator: 'de noemer',
  from: 'het eerdere cijfer',
  to: 'het cijfer van nu',
  difference: 'het verschil',
  late: 'wat later bekend werd',
  corrected: 'wat is verbeterd of ingetrokken',
  redefined: 'wat anders is gedefinieerd',
  happened: 'wat echt is gebeurd',
}

/** What a block shows, in plain words, for whoever looks at it and for who cannot see it. */
export function describeTag(use: TagUse, indicators: readonly IndicatorWords[]): TagWords {
  const question = promptOf(use)
  if (question !== undefined) return { kind: 'Hier schrijft u zelf', what: question, details: [] }
  const { attributes } = use
  const codes = indicatorsOf(use)
  const found = codes.map((code) => indicators.find((one) => one.code === code))
  const [first] = found
  const named = found.map((one, index) => one?.label ?? codes[index] ?? '')
  const dimension = (name: string) => first?.dimensions[name]?.label ?? name
  const details: string[] = []
  if (Array.isArray(attributes.by) && attributes.by.length > 0) {
    details.push(
      `Verdeeld naar ${joined(attributes.by.map((name) => dimension(String(name)).toLowerCase()))}`,
    )
  }
  for (const cell of [attributes.by, attributes.where]) {
    if (!isCell(cell)) continue
    for (const [name, codesOfCell] of Object.entries(cell)) {
      const values = [codesOfCell].flat().map((code) => {
        const label = first?.dimensions[name]?.values[String(code)]
        return label ?? String(code)
      })
      details.push(`${dimension(name)}: ${joined(values, 'of')}`)
    }
  }
  for (const field of findBlockKind(use.tag)?.fields ?? []) {
    if (first?.kind !== 'programme') break
    const value = attributes[field.name]
    if (typeof value !== 'string' || value === '' || field.kind === 'text') continue
    const option = field.options?.find((one) => one.value === value)
    const known = first.dimensions[field.name]?.values[value]
    details.push(`${field.label}: ${option?.label ?? known ?? value}`)
  }
  const part = typeof attributes.part === 'string' ? PARTS[attributes.part] : undefined
  if (part) details.push(`Hiervan ${part}`)
  for (const name of ['title', 'caption']) {
    const words = attributes[name]
    if (typeof words === 'string') details.push(`“${words}”`)
  }
  const kind = findBlockKind(use.tag)?.label ?? `Onderdeel “${use.tag}”`
  return {
    kind,
    what: named.length === 0 ? 'alle cijfers van dit rapport' : joined(named),
    details,
  }
}

/** The codes of the indicators that a tag names, or that of its programme. */
export function indicatorsOf({ attributes }: TagUse): readonly string[] {
  const { indicator, programme } = attributes
  if (typeof programme === 'string') return [programme]
  if (typeof indicator === 'string') return [indicator]
  return Array.isArray(indicator) ? indicator.map(String) : []
}

function isCell(
  value: AttributeValue | undefined,
): value is { readonly [name: string]: AttributeValue } {
  return typeof value === 'object' && !Array.isArray(value)
}

function joined(words: readonly string[], word = 'en'): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${word} ${last}`
}

import {
  type Attributes,
  type AttributeValue,
  type BlockField,
  type BlockKind,
  findBlockKind,
  type IndicatorWords,
  indicatorsOf,
  type TagUse,
} from '@tijdig/drafts'

/** What somebody is choosing: a kind of block, an indicator, and what its fields ask. */
export interface TagDraft {
  readonly kind: BlockKind
  readonly indicator: IndicatorWords
  readonly values: Readonly<Record<string, AttributeValue>>
  /** Attributes that no field asks for: they stay as they are. */
  readonly rest: Attributes
}

/** The fields that are asked for an indicator. */
export function fieldsOf({ kind, indicator }: Pick<TagDraft, 'kind' | 'indicator'>): BlockField[] {
  return kind.fields.filter(({ only, kind: form, name, required }) => {
    if (only !== undefined && only !== indicator.kind) return false
    if (form === 'value')
      return required || Object.keys(indicator.dimensions[name]?.values ?? {}).length > 0
    const divides = form === 'cell' || form === 'dimensions'
    return !divides || Object.keys(indicator.dimensions).length > 0
  })
}

/** The kinds that can be made of an indicator, or of a programme. */
export function kindsFor(
  kinds: readonly BlockKind[],
  { kind: what }: Pick<IndicatorWords, 'kind'>,
): BlockKind[] {
  return kinds.filter(({ indicator }) => (indicator === 'programme') === (what === 'programme'))
}

/** A new block of a kind, with what is usual already filled in. */
export function newTagDraft(kind: BlockKind, indicator: IndicatorWords): TagDraft {
  const values: Record<string, AttributeValue> = {}
  for (const field of fieldsOf({ kind, indicator })) {
    const [first] = Object.keys(indicator.dimensions)
    if (field.suggest) values[field.name] = field.suggest(indicator)
    else if (field.kind === 'choice' && field.required)
      values[field.name] = field.options?.[0]?.value ?? ''
    else if (field.kind === 'dimensions' && first !== undefined && (field.least ?? 0) > 0)
      values[field.name] = [first]
  }
  return { kind, indicator, values, rest: {} }
}

/** A block that stands in the text, to change it; undefined where nothing of it can be chosen. */
export function tagDraftOf(
  use: TagUse,
  indicators: readonly IndicatorWords[],
): TagDraft | undefined {
  const kind = findBlockKind(use.tag)
  const codes = indicatorsOf(use)
  const indicator = indicators.find(({ code }) => code === codes[0])
  if (!kind || !indicator || codes.length !== 1) return undefined
  const names = new Set(fieldsOf({ kind, indicator }).map(({ name }) => name))
  const entries = Object.entries(use.attributes)
  return {
    kind,
    indicator,
    values: Object.fromEntries(entries.filter(([name]) => names.has(name))),
    rest: Object.fromEntries(
      entries.filter(([name]) => !names.has(name) && name !== 'indicator' && name !== 'programme'),
    ),
  }
}

/** The tag that is put in the text. */
export function tagOf({ kind, indicator, values, rest }: TagDraft): TagUse {
  const named = kind.indicator === 'list' ? [indicator.code] : indicator.code
  const attributes: Record<string, AttributeValue> =
    kind.indicator === 'programme' ? { programme: indicator.code } : { indicator: named }
  for (const field of fieldsOf({ kind, indicator })) {
    const value = values[field.name]
    if (value !== undefined && !isDefault(field, value)) attributes[field.name] = value
  }
  return { tag: kind.tag, attributes: { ...attributes, ...rest } }
}

/** What keeps it from being put in: a sentence, or nothing. */
export function whatLacks(draft: TagDraft): string | undefined {
  for (const field of fieldsOf(draft)) {
    const value = draft.values[field.name]
    if (field.kind === 'text' && field.required && !String(value ?? '').trim())
      return `Vul bij “${field.label}” iets in.`
    if (field.kind === 'value' && field.required && !value) return `Kies bij “${field.label}” iets.`
    if (
      field.kind === 'dimensions' &&
      (Array.isArray(value) ? value.length : 0) < (field.least ?? 0)
    )
      return `Kies bij “${field.label}” minstens één verdeling.`
  }
  return undefined
}

function isDefault(field: BlockField, value: AttributeValue): boolean {
  if (field.kind === 'choice') return !field.required && value === field.options?.[0]?.value
  if (field.kind === 'yes') return value === false
  if (field.kind === 'text' || field.kind === 'value') return String(value).trim() === ''
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** Finds indicators by what people call them: each word must be somewhere in its words. */
export function findIndicators(
  indicators: readonly IndicatorWords[],
  asked: string,
): readonly IndicatorWords[] {
  const words = plain(asked)
    .split(/\s+/)
    .filter((word) => word !== '')
  const scored = indicators.flatMap((indicator) => {
    const label = plain(`${indicator.label} ${indicator.unit}`)
    const rest = plain(
      Object.values(indicator.dimensions)
        .flatMap((dimension) => [dimension.label, ...Object.values(dimension.values)])
        .join(' '),
    )
    if (!words.every((word) => label.includes(word) || rest.includes(word))) return []
    return [{ indicator, score: words.filter((word) => label.includes(word)).length }]
  })
  return scored.sort((a, b) => b.score - a.score).map(({ indicator }) => indicator)
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

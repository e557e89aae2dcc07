/** What a person must know of an indicator, or of a programme, to put it in a text; the API gives it. */
export interface IndicatorWords {
  readonly code: string
  readonly label: string
  readonly unit: string
  readonly kind: 'count' | 'share' | 'programme'
  /** What it means by each definition, the newest last; a programme has none. */
  readonly versions?: readonly { readonly version: number; readonly words: string }[]
  /** Of a programme: what a field of kind `value` offers, by the name of that field. */
  readonly dimensions: Readonly<
    Record<string, { readonly label: string; readonly values: Readonly<Record<string, string>> }>
  >
}

/** Something that is asked of whoever puts a block in: one attribute of its tag. */
export interface BlockField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** `value`: one of what the programme has under the name of the field. */
  readonly kind: 'cell' | 'dimensions' | 'choice' | 'value' | 'text' | 'yes'
  /** Of a choice; the first is meant where nothing is chosen, and is then not written. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** Of dimensions: how many there may be, and must be. */
  readonly most?: number
  readonly least?: number
  /** Of a text: that it may not be left empty, and what stands in it at first. */
  readonly required?: boolean
  readonly suggest?: (indicator: IndicatorWords) => string
  /** Left out: for each indicator. */
  readonly only?: 'count' | 'share'
}

/** A kind of block that can be put in a text: one file each, listed in `block-kinds.ts`. */
export interface BlockKind {
  /** The tag of the template that it is. */
  readonly tag: string
  readonly label: string
  readonly hint: string
  readonly place: 'sentence' | 'line'
  /** Whether it tells of a change, which is only there where the draft is compared with something. */
  readonly compares: boolean
  /** That its parts would tell what was rounded: only for a report with counts as they are. */
  readonly exactOnly?: boolean
  /** How the tag names its indicator; `none`: it may do without; `programme`: it names a programme. */
  readonly indicator: 'one' | 'list' | 'none' | 'programme'
  readonly fields: readonly BlockField[]
}

/**
 * Texts of attributes as small numbers, by route and attribute. Facts hold the numbers:
 * a column of small numbers is counted several times faster than one of text.
 */
export class Dictionary {
  readonly #codes = new Map<string, Map<string, number>>()
  readonly #texts = new Map<string, string[]>()
  #unsaved: DictionaryEntry[] = []

  constructor(entries: readonly DictionaryEntry[] = []) {
    for (const entry of entries) this.#put(entry)
  }

  /** The code of a text; a new one where it has none yet. 0 is that there is no text. */
  code(route: string, attribute: string, text: string | null): number {
    if (text === null) return 0
    const known = this.#codes.get(name(route, attribute))?.get(text)
    if (known !== undefined) return known
    const code = (this.#codes.get(name(route, attribute))?.size ?? 0) + 1
    const entry = { route, attribute, code, text }
    this.#put(entry)
    this.#unsaved.push(entry)
    return code
  }

  find(route: string, attribute: string, text: string): number | undefined {
    return this.#codes.get(name(route, attribute))?.get(text)
  }

  text(route: string, attribute: string, code: number): string | undefined {
    return this.#texts.get(name(route, attribute))?.[code]
  }

  /** The entries that came since the last call. */
  takeUnsaved(): DictionaryEntry[] {
    const entries = this.#unsaved
    this.#unsaved = []
    return entries
  }

  #put({ route, attribute, code, text }: DictionaryEntry) {
    const key = name(route, attribute)
    const codes = this.#codes.get(key) ?? new Map<string, number>()
    const texts = this.#texts.get(key) ?? []
    codes.set(text, code)
    texts[code] = text
    this.#codes.set(key, codes)
    this.#texts.set(key, texts)
  }
}

export interface DictionaryEntry {
  readonly route: string
  readonly attribute: string
  readonly code: number
  readonly text: string
}

function name(route: string, attribute: string): string {
  return `${route}\n${attribute}`
}

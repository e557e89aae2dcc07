/**
 * A text as a Typst string literal. All that a report brings in goes through here, so that no
 * text is ever read as Typst.
 */
export function literal(text: string): string {
  const escaped = text.replace(/[\\"\p{Cc}\u2028\u2029]/gu, (character) => {
    if (character === '\\' || character === '"') return `\\${character}`
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  })
  return `"${escaped}"`
}

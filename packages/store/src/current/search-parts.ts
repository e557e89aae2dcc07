/** How many characters a part has by which ids are found. */
export const PART_LENGTH = 3

/** The runs of three characters in a text, each once; a shorter text has none. */
export function searchParts(lowered: string): string[] {
  const characters = [...lowered]
  const parts = new Set<string>()
  for (let at = 0; at + PART_LENGTH <= characters.length; at++) {
    parts.add(characters.slice(at, at + PART_LENGTH).join(''))
  }
  return [...parts]
}

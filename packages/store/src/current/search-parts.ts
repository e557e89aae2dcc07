/** The longest run of characters that is kept of each id. */
const LONGEST_PART = 3

/** The runs of two and three characters in a text, each once: by these ids are found. */
export function searchParts(lowered: string): string[] {
  return runs(lowered, [2, LONGEST_PART])
}

/** The characters in a text, each once: too common to find by, they are only counted. */
export function searchCharacters(lowered: string): string[] {
  return runs(lowered, [1])
}

/** The parts that an id must have for it to have this in it: the longest, as the rarest. */
export function partsToFind(search: string): string[] {
  return runs(search, [Math.min(LONGEST_PART, [...search].length)])
}

function runs(text: string, lengths: readonly number[]): string[] {
  const characters = [...text]
  const parts = new Set<string>()
  for (const length of lengths) {
    for (let at = 0; at + length <= characters.length; at++) {
      parts.add(characters.slice(at, at + length).join(''))
    }
  }
  return [...parts]
}

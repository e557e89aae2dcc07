import { findTable } from './woff.ts'

/** The characters that a font can show, as code points. */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const cmap = findTable(font, 'cmap')
  const characters = new Set<number>()
  if (!cmap) return characters
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4))
    const format = subtable.readUInt16BE(0)
    if (format === 4) addSegments(subtable, characters)
    if (format === 12) addGroups(subtable, characters)
  }
  return characters
}

/** Format 4: segments of the first 65,536 characters, each with a shift or a list of glyphs. */
function addSegments(subtable: Buffer, characters: Set<number>): void {
  const doubled = subtable.readUInt16BE(6)
  const ends = 14
  const starts = ends + doubled + 2
  const shifts = starts + doubled
  const ranges = shifts + doubled
  for (let at = 0; at < doubled; at += 2) {
    const first = subtable.readUInt16BE(starts + at)
    const last = subtable.readUInt16BE(ends + at)
    const range = subtable.readUInt16BE(ranges + at)
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const glyph =
        range === 0
          ? (code + subtable.readUInt16BE(shifts + at)) & 0xffff
          : subtable.readUInt16BE(ranges + at + range + 2 * (code - first))
      if (glyph !== 0) characters.add(code)
    }
  }
}

/** Format 12: groups of any characters. */
function addGroups(subtable: Buffer, characters: Set<number>): void {
  for (let group = 0; group < subtable.readUInt32BE(12); group++) {
    const at = 16 + 12 * group
    const last = subtable.readUInt32BE(at + 4)
    for (let code = subtable.readUInt32BE(at); code <= last; code++) characters.add(code)
  }
}

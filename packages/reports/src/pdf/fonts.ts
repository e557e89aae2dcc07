import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { charactersOf } from './glyph-coverage.ts'
import { findTable, unpackWoff } from './woff.ts'

/** Western letters, and those of the rest of Europe: Fontsource has them in two files. */
const FAMILIES = { latin: 'Tijdig Sans A', 'latin-ext': 'Tijdig Sans B' } as const

const STYLES = ['400-normal', '400-italic', '600-normal', '700-normal'] as const

/** What Typst is told to set text in, and nothing besides. */
export const FONT_FAMILIES: readonly string[] = Object.values(FAMILIES)

export interface Fonts {
  readonly files: readonly Buffer[]
  /** Whether a character can be shown, in each style. */
  readonly has: (codePoint: number) => boolean
  /** The family that shows it; for one that none shows, the first. */
  readonly familyOf: (codePoint: number) => string
}

let loaded: Fonts | undefined

/** The bundled fonts; unpacked once. */
export function loadFonts(): Fonts {
  loaded ??= readFonts()
  return loaded
}

function readFonts(): Fonts {
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('@fontsource/source-sans-3/package.json'))
  const styles = STYLES.map((style) =>
    Object.entries(FAMILIES).map(([subset, family]) => {
      const path = join(folder, 'files', `source-sans-3-${subset}-${style}.woff`)
      return renamed(unpackWoff(readFileSync(path)), family)
    }),
  )
  const coverage = styles.map((files) => files.map(charactersOf))
  return {
    files: styles.flat(),
    has: (codePoint) => coverage.every((files) => files.some((one) => one.has(codePoint))),
    familyOf: (codePoint) =>
      FONT_FAMILIES.find((_, index) => coverage.every((files) => files[index]?.has(codePoint))) ??
      FAMILIES.latin,
  }
}

/**
 * Gives a font a family name of our own, as long as the one it had. Each file can then be named,
 * and a font of the same name that happens to be on the machine changes nothing.
 */
function renamed(font: Buffer, family: string): Buffer {
  const names = findTable(font, 'name')
  if (!names) throw new Error('a font without names')
  for (const encoding of ['latin1', 'utf16le'] as const) {
    const [from, to] = ['Source Sans 3', family].map((name) => {
      const bytes = Buffer.from(name, encoding)
      return encoding === 'utf16le' ? bytes.swap16() : bytes
    }) as [Buffer, Buffer]
    for (let at = names.indexOf(from); at >= 0; at = names.indexOf(from, at + 1)) to.copy(names, at)
  }
  return font
}

import { readFileSync } from 'node:fs'

/** The rows of a table beside this file, each by the names in its first line. */
export function readTable<K extends string>(
  name: string,
  separator: ';' | ',' = ';',
): Readonly<Record<K, string>>[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  const [head = [], ...rows] = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => cellsOf(line, separator))
  return rows.map((cells) => {
    if (cells.length !== head.length) throw new Error(`${name}: ${cells.join(separator)}`)
    return Object.fromEntries(head.map((key, place) => [key, cells[place] ?? ''])) as Record<
      K,
      string
    >
  })
}

/** Between quotes a separator is part of the text. */
function cellsOf(line: string, separator: string): string[] {
  const cells = ['']
  let isQuoted = false
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted
    else if (sign === separator && !isQuoted) cells.push('')
    else cells[cells.length - 1] += sign
  }
  return cells
}

import { err, ok, type Result } from '@tijdig/core'
import { MOST_COLUMNS, MOST_ROWS, type TableFault, type TableRow } from './table.ts'

/** Reads CSV with semicolons, commas or tabs between its cells: whichever its first line has most of. */
export function readCsv(text: string): Result<TableRow[], TableFault> {
  // No file of text has this sign: it is of another kind.
  if (text.includes('\0')) return err('not-a-table')
  const separator = separatorOf(text)
  const rows: TableRow[] = []
  let cells: string[] = []
  let number = 0
  for (const { cell, end } of cellsOf(text, separator)) {
    if (cells.length < MOST_COLUMNS) cells.push(cell)
    if (end === 'cell') continue
    number++
    if (cells.some((each) => each.trim() !== '')) rows.push({ number, cells })
    if (rows.length > MOST_ROWS) return err('table-too-large')
    cells = []
  }
  return rows.length === 0 ? err('not-a-table') : ok(rows)
}

function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/)
  const first = end < 0 ? text : text.slice(0, end)
  const count = (sign: string) => first.split(sign).length
  return [';', ',', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most))
}

interface CsvCell {
  readonly cell: string
  /** What comes after it: another cell, or another row. */
  readonly end: 'cell' | 'row'
}

function* cellsOf(text: string, separator: string): Generator<CsvCell> {
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    const read = text[at] === '"' ? quoted(text, at, separator) : plain(text, at, separator)
    at = read.next
    const isCell = text[at] === separator
    if (!isCell && text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    yield { cell: read.cell, end: isCell ? 'cell' : 'row' }
    // A separator at the very end has an empty cell behind it.
    if (isCell && at >= text.length) yield { cell: '', end: 'row' }
  }
}

function plain(text: string, from: number, separator: string) {
  let next = from
  while (next < text.length && !isEnd(text[next], separator)) next++
  return { cell: text.slice(from, next), next }
}

function isEnd(sign: string | undefined, separator: string): boolean {
  return sign === separator || sign === '\r' || sign === '\n'
}

/** A cell in quotes, in which two quotes are one; what comes behind it, up to its end, belongs to it. */
function quoted(text: string, from: number, separator: string) {
  let cell = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { cell: cell + text.slice(at), next: text.length }
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      const rest = plain(text, quote + 1, separator)
      return { cell: cell + rest.cell, next: rest.next }
    }
    cell += '"'
    at = quote + 2
  }
}

import { addDays, err, formatDay, getDay, ok, type Result } from '@tijdig/core'
import { strFromU8, unzipSync } from 'fflate'
import { readTags } from './read-tags.ts'
import { type Cell, MOST_COLUMNS, MOST_ROWS, type TableFault, type TableRow } from './table.ts'

/** The parts of a workbook are no larger together, unpacked: a packed file of a few kB may be a trap. */
const LARGEST = 20_000_000

/** Reads the first sheet of an XLSX: what stands in its cells, days as `2023-03-31`. */
export function readWorkbook(bytes: Uint8Array): Result<TableRow[], TableFault> {
  let size = 0
  let files: Readonly<Record<string, Uint8Array>>
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^xl\/.*\.(xml|rels)$/.test(name)) return false
        size += originalSize
        return size <= LARGEST
      },
    })
  } catch {
    return err('not-a-table')
  }
  if (size > LARGEST) return err('table-too-large')
  const part = (name: string) => (files[name] ? strFromU8(files[name]) : '')
  const sheet = part(firstSheet(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels')))
  if (sheet === '') return err('not-a-table')
  return readSheet(sheet, {
    texts: sharedTexts(part('xl/sharedStrings.xml')),
    dayStyles: dayStyles(part('xl/styles.xml')),
    firstDay: firstDay(part('xl/workbook.xml')),
  })
}

/** What the cells of a sheet refer to. */
interface Shared {
  readonly texts: readonly string[]
  /** The styles that show a number as a day. */
  readonly dayStyles: ReadonlySet<number>
  /** The day with number 0. */
  readonly firstDay: ReturnType<typeof getDay>
}

function firstSheet(workbook: string, relations: string): string {
  const [first] = [...readTags(workbook)].filter(({ name, isEnd }) => name === 'sheet' && !isEnd)
  const id = first?.attributes['r:id']
  const related = [...readTags(relations)].find(({ attributes }) => attributes.Id === id)
  const target = related?.attributes.Target ?? 'worksheets/sheet1.xml'
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function firstDay(workbook: string) {
  const isOf1904 = [...readTags(workbook)].some(
    ({ attributes }) => attributes.date1904 === '1' || attributes.date1904 === 'true',
  )
  return getDay(isOf1904 ? '1904-01-01' : '1899-12-30')
}

function sharedTexts(xml: string): string[] {
  const texts: string[] = []
  let isSpoken = false
  for (const { name, isEnd, text } of readTags(xml)) {
    if (name === 'si' && !isEnd) texts.push('')
    // How a word is pronounced is no part of it.
    if (name === 'rPh') isSpoken = !isEnd
    if (name === 't' && !isEnd && !isSpoken) texts[texts.length - 1] += text
  }
  return texts
}

const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 22])

function dayStyles(xml: string): Set<number> {
  const formats = new Set(BUILT_IN_DAYS)
  const styles = new Set<number>()
  let place = -1
  for (const { name, isEnd, attributes } of readTags(xml)) {
    if (name === 'numFmt' && !isEnd && showsDay(attributes.formatCode ?? '')) {
      formats.add(Number(attributes.numFmtId))
    }
    if (name === 'cellXfs') place = isEnd ? -1 : 0
    if (name === 'xf' && !isEnd && place >= 0) {
      if (formats.has(Number(attributes.numFmtId))) styles.add(place)
      place++
    }
  }
  return styles
}

/** Whether a format shows a year or a day, apart from what it says literally. */
function showsDay(format: string): boolean {
  return /[yjd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}

function readSheet(xml: string, shared: Shared): Result<TableRow[], TableFault> {
  const rows: TableRow[] = []
  let number = 0
  let cells: Cell[] = []
  let cell = { column: -1, type: '', style: 0, value: '' }
  for (const { name, isEnd, attributes, text } of readTags(xml)) {
    if (name === 'row' && !isEnd) {
      number = Number(attributes.r ?? number + 1)
      cells = []
      cell = { ...cell, column: -1 }
    } else if (name === 'c' && !isEnd) {
      const column = attributes.r === undefined ? cell.column + 1 : columnOf(attributes.r)
      cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '' }
    } else if ((name === 'v' || name === 't') && !isEnd) {
      cell.value += text
    } else if (name === 'c' && cell.value !== '' && cell.column < MOST_COLUMNS) {
      while (cells.length < cell.column) cells.push('')
      cells[cell.column] = meant(cell, shared)
    } else if (name === 'row' && cells.some((each) => each !== '')) {
      rows.push({ number, cells })
      if (rows.length > MOST_ROWS) return err('table-too-large')
    }
  }
  return rows.length === 0 ? err('not-a-table') : ok(rows)
}

/** `BC12` is column 54, counted from 0. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A'
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function meant(
  { type, style, value }: { readonly type: string; readonly style: number; readonly value: string },
  { texts, dayStyles: days, firstDay: first }: Shared,
): Cell {
  if (type === 's') return texts[Number(value)] ?? ''
  if (type !== 'n') return value
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  const isDay = days.has(style) && number >= 1 && number < 2_900_000
  return isDay ? formatDay(addDays(first, Math.floor(number))) : number
}

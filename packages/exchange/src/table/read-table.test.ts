import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeWorkbook } from '../testing/make-workbook.ts'
import { readTable } from './read-table.ts'
import { MOST_ROWS, type TableRow } from './table.ts'

function rowsOf(bytes: Uint8Array): string {
  const read = readTable(bytes)
  if (!read.ok) return read.error
  return read.value.map(({ number, cells }) => `${number}: ${JSON.stringify(cells)}`).join('\n')
}

describe('a CSV', () => {
  it.each([
    ['with semicolons', 'a;b\n1;2', '1: ["a","b"]\n2: ["1","2"]'],
    ['with commas', 'a,b\r\n1,2\r\n', '1: ["a","b"]\n2: ["1","2"]'],
    ['with tabs', 'a\tb\n1\t2', '1: ["a","b"]\n2: ["1","2"]'],
    ['with a byte order mark', '\ufeffa;b', '1: ["a","b"]'],
    [
      'with quotes',
      '"a;b";"zegt ""ja"""\n"1\n2";3',
      '1: ["a;b","zegt \\"ja\\""]\n2: ["1\\n2","3"]',
    ],
    ['with something behind a quote', '"a"b;c', '1: ["ab","c"]'],
    ['with a quote that never ends', '"a;b', '1: ["a;b"]'],
    ['with blank rows', 'a;b\n\n;\n1;2', '1: ["a","b"]\n4: ["1","2"]'],
    ['with an empty cell at the very end', 'a;', '1: ["a",""]'],
    ['with nothing', '', 'not-a-table'],
    ['with signs that no text has', 'a\0b', 'not-a-table'],
    ['with too many rows', 'a\n'.repeat(MOST_ROWS + 1), 'table-too-large'],
  ])('%s', (_, text, expected) => expect(rowsOf(strToU8(text))).toBe(expected))

  it('may be in the code page of an older spreadsheet', () => {
    expect(rowsOf(new Uint8Array([0x80, 0x3b, 0xeb]))).toBe('1: ["€","ë"]')
  })

  it('is read as it was written, whatever stands in it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ';', ',', '\n', '\r', ' ', 'é') })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 })
    fc.assert(
      fc.property(table, (rows) => {
        const written = rows
          .map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join('\t'))
          .join('\r\n')
        // Its first line says by what sign cells are parted.
        const read = readTable(strToU8(`x\ty\t\t\t\t\t\t\t\t\r\n${written}`))
        const expected = rows.flatMap((cells, place) =>
          cells.some((each) => each.trim() !== '') ? [{ number: place + 2, cells }] : [],
        )
        expect(read.ok && read.value.slice(1)).toEqual(expected)
      }),
      { seed: 20230331 },
    )
  })
})

describe('an XLSX', () => {
  it('gives what stands in the cells of its first sheet, days as days', () => {
    const book = makeWorkbook([
      ['budget', 'maand', 'bedrag'],
      [],
      ['CB & meer', { dayNumber: 44_986 }, 1250.5],
      ['', '2023-04', -3],
    ])
    expect(rowsOf(book)).toBe(
      '1: ["budget","maand","bedrag"]\n3: ["CB & meer","2023-03-01",1250.5]\n4: ["","2023-04",-3]',
    )
  })

  it.each([
    [
      'texts that stand in the cell',
      '<c r="A1" t="inlineStr"><is><t>a</t><t>b</t></is></c>',
      '1: ["ab"]',
    ],
    ['what a formula gives', '<c r="A1" t="str"><f>B1</f><v>a</v></c>', '1: ["a"]'],
    ['prefixes', '<x:c r="B1"><x:v>2</x:v></x:c>', '1: ["",2]'],
    ['no references', '<c><v>1</v></c><c><v>2</v></c>', '1: [1,2]'],
    ['a text that is not there', '<c r="A1" t="s"><v>9</v></c>', 'not-a-table'],
    ['columns far away', '<c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c>', '1: [1]'],
    ['tags that never end', '<c r="A1"><v>1</v', 'not-a-table'],
  ])('takes %s', (_, cells, expected) => {
    const sheet = `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`
    expect(rowsOf(zipSync({ 'xl/worksheets/sheet1.xml': strToU8(sheet) }))).toBe(expected)
  })

  it.each<[string, Uint8Array, string]>([
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'not-a-table'],
    ['a zip that is broken off', makeWorkbook([['a']]).slice(0, 200), 'not-a-table'],
    [
      'what is far larger than it looks',
      zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(21_000_000) }),
      'table-too-large',
    ],
  ])('is not %s', (_, bytes, expected) => expect(rowsOf(bytes)).toBe(expected))
})

it('reads any bytes without an accident', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isZip) => {
      const read = readTable(isZip ? new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]) : bytes)
      if (read.ok) expect(read.value.every(({ number }: TableRow) => number > 0)).toBe(true)
    }),
    { seed: 20230331 },
  )
})

import { strToU8, zipSync } from 'fflate'

/** A cell of a workbook for tests: a text, a number, or the number of a day, shown as one. */
export type MadeCell = string | number | { readonly dayNumber: number }

/** An XLSX with one sheet, as a spreadsheet writes it: texts apart, days as numbers with a style. */
export function makeWorkbook(rows: readonly (readonly MadeCell[])[], name = 'Blad'): Uint8Array {
  const texts: string[] = []
  const cellOf = (cell: MadeCell, column: number, row: number) => {
    const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`
    if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`
    if (typeof cell === 'object') return `<c ${at} s="1"><v>${cell.dayNumber}</v></c>`
    if (cell === '') return ''
    return `<c ${at} t="s"><v>${texts.push(cell) - 1}</v></c>`
  }
  const sheet = rows
    .map((cells, row) => {
      const made = cells.map((cell, column) => cellOf(cell, column, row)).join('')
      return `<row r="${row + 1}">${made}</row>`
    })
    .join('')
  const parts = {
    'xl/workbook.xml': `<workbook><sheets><sheet name="${name}" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId7" Target="worksheets/eerste.xml"/></Relationships>',
    'xl/worksheets/eerste.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="mmm\\ yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, xml]) => [path, strToU8(`<?xml version="1.0"?>${xml}`)]),
    ),
  )
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

import type { Result } from '@tijdig/core'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import type { TableFault, TableRow } from './table.ts'

/** Reads a table as people keep it: a CSV of any kind, or the first sheet of an XLSX. */
export function readTable(bytes: Uint8Array): Result<TableRow[], TableFault> {
  // An XLSX is a zip, and every zip begins so.
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isZip ? readWorkbook(bytes) : readCsv(textOf(bytes))
}

/** Spreadsheets write CSV in UTF-8, or in the code page of the machine: here Windows-1252. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Node's own decoder for this page takes it for Latin-1, which has no euro sign.
    const text = new TextDecoder('latin1').decode(bytes)
    return text.replace(/[\u0080-\u009f]/g, (sign) => HIGH[sign.charCodeAt(0) - 0x80] ?? sign)
  }
}

/** What Windows-1252 has where Latin-1 has control characters. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

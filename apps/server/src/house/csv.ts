/** Rows as CSV (RFC 4180). */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
}

// A spreadsheet would run text that begins like this as a formula.
const FORMULA = /^[=+\-@\t\r]/

/** Text in a cell, never a formula. */
export function csvText(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value
}

function quoted(value: string | number): string {
  const written = String(value)
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written
}

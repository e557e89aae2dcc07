import type { Cell } from '@tijdig/exchange'

/** An amount as people write it, in whole cents; undefined where it is none, or has parts of a cent. */
export function readAmount(cell: Cell): number | undefined {
  if (typeof cell === 'number') {
    // A workbook keeps 0.29 as something very near to it.
    const cents = Math.round(cell * 100)
    return Math.abs(cell * 100 - cents) < 1e-6 * Math.max(1, Math.abs(cents))
      ? safe(cents)
      : undefined
  }
  const text = cell.replace(/[\s\u00a0€]/g, '').replace(/,-{1,2}$/, '')
  const found = WITH_COMMA.exec(text) ?? WITH_POINT.exec(text)
  if (!found) return undefined
  const [, minus, whole = '', part = ''] = found
  const cents = Number(`${whole.replaceAll('.', '')}${part.padEnd(2, '0')}`)
  return safe(minus ? -cents : cents)
}

/** `1.250,50`, `1250,5` and `1250`. */
const WITH_COMMA = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,13})(?:,(\d{1,2}))?$/
/** `1250.50`: one or two digits after a point are no thousands. */
const WITH_POINT = /^(-?)(\d{1,13})\.(\d{1,2})$/

function safe(cents: number): number | undefined {
  return Number.isSafeInteger(cents) ? cents + 0 : undefined
}

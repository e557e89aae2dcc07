import { isDay } from '../../clocks/asked.ts'

/** Which lines of the audit are shown; all of it stands in the address. */
export interface AuditSearch {
  readonly traject?: string
  readonly wie?: string
  readonly van?: string
  readonly tot?: string
  readonly pagina?: number
}

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const { traject, wie, van, tot, pagina } = search
  const page = Number(pagina)
  return {
    ...(isFilled(traject) ? { traject: String(traject) } : {}),
    ...(isFilled(wie) ? { wie: String(wie) } : {}),
    ...(typeof van === 'string' && isDay(van) ? { van } : {}),
    ...(typeof tot === 'string' && isDay(tot) ? { tot } : {}),
    ...(Number.isInteger(page) && page > 1 ? { pagina: page } : {}),
  }
}

/** A number of figures alone is read from the address as a number. */
function isFilled(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number'
}

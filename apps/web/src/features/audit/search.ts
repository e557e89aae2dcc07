import { isDay } from '../../clocks/asked.ts'

/** Which lines of the audit are shown; all of it stands in the address. */
export interface AuditSearch {
  readonly traject?: string
  readonly wie?: string
  readonly van?: string
  readonly tot?: string
  /** The number of a line: only what is older. */
  readonly voor?: string
}

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const { traject, wie, van, tot, voor } = search
  return {
    ...(isFilled(traject) ? { traject: String(traject) } : {}),
    ...(isFilled(wie) ? { wie: String(wie) } : {}),
    ...(typeof van === 'string' && isDay(van) ? { van } : {}),
    ...(typeof tot === 'string' && isDay(tot) ? { tot } : {}),
    ...(/^(\d{1,2}-)?\d{1,15}$/.test(String(voor)) ? { voor: String(voor) } : {}),
  }
}

/** A number of figures alone is read from the address as a number. */
function isFilled(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number'
}

export interface RetentionSearch {
  readonly route?: string
  /** `2041-03` */
  readonly maand?: string
}

export function readRetentionSearch(search: Record<string, unknown>): RetentionSearch {
  const { route, maand } = search
  return {
    ...(typeof route === 'string' ? { route } : {}),
    ...(typeof maand === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(maand) ? { maand } : {}),
  }
}

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
]

/** `2023-03` as "maart 2023". */
export function monthInWords(month: string): string {
  return `${monthName(month)} ${month.slice(0, 4)}`
}

/** `2023-03` as "mrt". */
export function monthInBrief(month: string): string {
  const name = monthName(month)
  return name === 'maart' ? 'mrt' : name.slice(0, 3)
}

/** `2023-Q1` as "1e kwartaal 2023". */
export function quarterInWords(quarter: string): string {
  return `${quarter.slice(6)}e kwartaal ${quarter.slice(0, 4)}`
}

/** A code of a period in words; any other code as it is. */
export function periodInWords(code: string): string {
  if (/^\d{4}-Q[1-4]$/.test(code)) return quarterInWords(code)
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(code)) return monthInWords(code)
  return code
}

/** Whether a code stands for a month or a quarter, so that its order is that of time. */
export function isPeriod(code: string): boolean {
  return /^\d{4}-(Q[1-4]|0[1-9]|1[0-2])$/.test(code)
}

function monthName(month: string): string {
  return MONTHS[Number(month.slice(5, 7)) - 1] ?? month.slice(5, 7)
}

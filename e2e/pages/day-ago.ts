/** The day so many days ago, in the Netherlands, as the log and a field for a day write it. */
export function dayAgo(ago: number): string {
  const date = new Date(Date.now() - ago * 86_400_000)
  const of = (part: 'year' | 'month' | 'day') =>
    date.toLocaleDateString('nl-NL', {
      timeZone: 'Europe/Amsterdam',
      [part]: part === 'year' ? 'numeric' : '2-digit',
    })
  return `${of('year')}-${of('month').padStart(2, '0')}-${of('day').padStart(2, '0')}`
}

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2026, month, 15)).toLocaleDateString('nl-NL', { month: 'long' }),
)

/** The first day that a text names, as "5 december 2026", written as the log writes it. */
export function dayInText(text: string): string {
  const [, day = '', name = '', year = ''] = /(\d{1,2}) (\p{L}+) (\d{4})/u.exec(text) ?? []
  const month = MONTHS.indexOf(name) + 1
  if (month === 0) throw new Error(`Hier staat geen dag: ${text}`)
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

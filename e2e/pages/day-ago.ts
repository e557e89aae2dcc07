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

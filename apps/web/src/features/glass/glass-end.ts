/** Until when the glass stays broken, of those that were broken since this page was loaded. */
const ends = new Map<string, string>()

export function keepGlassEnd(route: string, id: string, endsAt: string): void {
  ends.set(`${route}/${id}`, endsAt)
}

/** A moment; undefined where it is not known any more. */
export function glassEndsAt(route: string, id: string): string | undefined {
  return ends.get(`${route}/${id}`)
}

/** "14.05": the time of a moment in the Netherlands. */
export function timeInWords(moment: string): string {
  return TIME.format(Date.parse(moment)).replace(':', '.')
}

const TIME = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
})

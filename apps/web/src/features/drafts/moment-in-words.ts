const form = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
})

/** `14 april om 11:30`, in the Netherlands. */
export function momentInWords(moment: string): string {
  return form.format(new Date(moment))
}

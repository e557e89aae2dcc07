/** "aanbieder, soort hulp en wachttijd": names of fields within a sentence. */
export function fieldNames(fields: readonly { readonly label: string }[]): string {
  const names = fields.map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1))
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`
}

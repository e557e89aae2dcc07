/**
 * A capital at the start, for what opens a line; the rest stays, so that RET stays RET.
 * Dutch writes the letter ij as one, and no accent on the capital of één.
 */
export function capital(words: string): string {
  if (words.startsWith('ij')) return `IJ${words.slice(2)}`
  if (/^één/u.test(words)) return `E${words.slice(1)}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

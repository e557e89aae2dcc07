/** A capital at the start, for what opens a line; the rest stays, so that RET stays RET. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

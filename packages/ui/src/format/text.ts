/** The first letter large: a word out of a list becomes a label or a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

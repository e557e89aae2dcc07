/** Letter of charts; the file of the letter is brought in by the page or the report. */
export const fontFamily = '"Source Sans 3", sans-serif'
export const fontSize = 15

/** About how wide a text is drawn, in pixels; there is nothing to measure with outside a browser. */
export function textWidth(text: string, size = fontSize): number {
  let units = 0
  for (const character of text) units += /[A-Zmw%@]/.test(character) ? 0.7 : 0.52
  return units * size
}

/** The widest of some texts. */
export function widest(texts: readonly string[], size = fontSize): number {
  return texts.reduce((width, text) => Math.max(width, textWidth(text, size)), 0)
}

/** Cuts a text in lines that fit in a width. */
export function wrapText(text: string, width: number, size = fontSize): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of text.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`
    if (current !== '' && textWidth(longer, size) > width) {
      lines.push(current)
      current = word
    } else current = longer
  }
  lines.push(current)
  return lines
}

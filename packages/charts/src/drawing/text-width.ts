/**
 * Widths of characters in parts of the font size. On the wide side: a reader without Source Sans
 * sees the system's own font, and no label may be cut off there.
 */
const NARROW = new Set("iljtfrI.,:;'|!()[]-‘’ \u00a0")
const WIDE = new Set('mwMW%@—')

/** About how many pixels a line of text takes. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0
  for (const character of text) {
    if (NARROW.has(character)) width += 0.36
    else if (WIDE.has(character)) width += 0.95
    else if (character >= 'A' && character <= 'Z') width += 0.69
    else width += 0.61
  }
  return width * fontSize
}

/** The widest of some texts. */
export function widest(texts: readonly string[], fontSize: number): number {
  return texts.reduce((width, text) => Math.max(width, textWidth(text, fontSize)), 0)
}

/** Breaks a text into lines that fit, between words and else within a word. */
export function wrapText(text: string, maximum: number, fontSize: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || textWidth(longer, fontSize) <= maximum) {
      line = longer
    } else {
      lines.push(line)
      line = word
    }
    while (textWidth(line, fontSize) > maximum && line.length > 1) {
      const cut = cutAt(line, maximum, fontSize)
      lines.push(line.slice(0, cut))
      line = line.slice(cut)
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}

/** After a hyphen or slash where one fits, else at the last character that fits. */
function cutAt(word: string, maximum: number, fontSize: number): number {
  let fits = 1
  while (fits < word.length && textWidth(word.slice(0, fits + 1), fontSize) <= maximum) fits++
  const soft = Math.max(word.lastIndexOf('-', fits - 1), word.lastIndexOf('/', fits - 1)) + 1
  if (soft > 1) return soft
  // Not between the halves of a character that takes two.
  const code = word.charCodeAt(fits - 1)
  return code >= 0xd800 && code <= 0xdbff && fits < word.length ? fits + 1 : fits
}

import type { Fonts } from './fonts.ts'

const LETTER_A = 0x61

/**
 * A drawing as Typst takes it: without the title and description for screens, since it has an
 * alternative text, and with each letter in the family that has it, since a drawing's text does
 * not go on to the next family by itself.
 */
export function drawingForPrint(svg: string, { familyOf }: Pick<Fonts, 'familyOf'>): string {
  const first = familyOf(LETTER_A)
  return svg
    .replace(/<title .*?<\/title><desc .*?<\/desc>/su, '')
    .replace(/>([^<]+)</g, (_, text: string) => `>${inFamilies(text, first, familyOf)}<`)
}

function inFamilies(text: string, first: string, familyOf: (codePoint: number) => string): string {
  let written = ''
  let current = first
  for (const character of text) {
    const family = familyOf(character.codePointAt(0) ?? 0)
    if (family !== current) {
      if (current !== first) written += '</tspan>'
      if (family !== first) written += `<tspan font-family="${family}">`
      current = family
    }
    written += character
  }
  return current === first ? written : `${written}</tspan>`
}

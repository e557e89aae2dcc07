import { withoutControls } from '@tijdig/charts'

const REPLACEMENT = '?'

/**
 * A document of which each text can be set in the given fonts: PDF/UA refuses a character that
 * cannot be shown. One that is not in them becomes a question mark.
 */
export function printable<T>(value: T, has: (codePoint: number) => boolean): T {
  if (typeof value === 'string') return printableText(value, has) as T
  if (Array.isArray(value)) return value.map((one) => printable(one, has)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, printable(one, has)]),
  ) as T
}

function printableText(text: string, has: (codePoint: number) => boolean): string {
  const printed = [...withoutControls(text).normalize('NFC').replace(/\s/g, keepSpace)]
    .map((character) => {
      if (has(character.codePointAt(0) ?? 0)) return character
      // What only steers the text around it may go unseen.
      return /\p{Cf}|\p{Mn}/u.test(character) ? '' : REPLACEMENT
    })
    .join('')
  // A heading of nothing but what goes unseen is still one, and PDF/UA refuses an empty one.
  return printed === '' && text !== '' ? REPLACEMENT : printed
}

function keepSpace(space: string): string {
  return space === '\u00a0' ? space : ' '
}

import type { Inline } from './document.ts'

/** The words alone, without numbers of footnotes. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'figure':
        case 'kept':
          return inline.text
        case 'break':
          return ' '
        case 'footnote':
          return ''
        case 'strong':
        case 'em':
        case 'link':
          return plainText(inline.inlines)
        default:
          return inline satisfies never
      }
    })
    .join('')
}

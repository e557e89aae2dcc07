import { HARD_WORDS } from './hard-words.ts'

/** Something in a sentence that could be plainer; it is never wrong to leave it. */
export interface LanguageHint {
  readonly kind: 'long' | 'very-long' | 'hard'
  /** Where it stands in the text that was given. */
  readonly from: number
  readonly to: number
  readonly words: string
  readonly advice: string
}

const LONG = 20
const VERY_LONG = 25

const plainOf = new Map(
  HARD_WORDS.flatMap(({ forms, plain }) => forms.map((form) => [form, plain] as const)),
)
const longestFirst = [...plainOf.keys()].sort((a, b) => b.length - a.length)
const hard = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu')

/**
 * Hints for plain Dutch (B1) at one paragraph: sentences of more than twenty words, and words that
 * people do not say. Where a figure stands in it, that is one word (`\uFFFC`).
 */
export function languageHints(paragraph: string): readonly LanguageHint[] {
  return [...longSentences(paragraph), ...hardWords(paragraph)].sort((a, b) => a.from - b.from)
}

function longSentences(paragraph: string): LanguageHint[] {
  return sentencesOf(paragraph).flatMap(({ from, words }) => {
    const count = words.split(/\s+/).filter((word) => /[\p{L}\p{N}\uFFFC]/u.test(word)).length
    if (count <= LONG) return []
    const kind = count > VERY_LONG ? 'very-long' : 'long'
    const advice =
      kind === 'long'
        ? `Deze zin telt ${count} woorden. Kan hij in tweeën?`
        : `Deze zin telt ${count} woorden. Maak er twee of drie zinnen van.`
    return [{ kind, from, to: from + words.length, words, advice } as const]
  })
}

function hardWords(paragraph: string): LanguageHint[] {
  return [...paragraph.matchAll(hard)].map((found) => {
    const [words] = found
    const plain = plainOf.get(words.toLowerCase()) ?? ''
    return {
      kind: 'hard',
      from: found.index,
      to: found.index + words.length,
      words,
      advice: `“${words}” is een moeilijk woord. Liever: ${plain}.`,
    }
  })
}

/** A sentence ends at a dot, question or exclamation mark before a space and a capital or figure. */
function sentencesOf(paragraph: string): { readonly from: number; readonly words: string }[] {
  const sentences: { from: number; words: string }[] = []
  let start = 0
  const ends = [...paragraph.matchAll(/[.?!…]["”’)]*\s+(?=["“‘(]*[\p{Lu}\p{N}\uFFFC])/gu)]
  for (const end of [...ends.map((one) => one.index + one[0].length), paragraph.length]) {
    const whole = paragraph.slice(start, end)
    const words = whole.trim()
    if (words !== '') sentences.push({ from: start + whole.indexOf(words), words })
    start = end
  }
  return sentences
}

import { describe, expect, it } from 'vitest'
import { HARD_WORDS } from './hard-words.ts'
import { languageHints } from './language-hints.ts'

const words = (count: number) => `Wij ${'zien '.repeat(count - 2)}dit.`
const kindsOf = (text: string) =>
  languageHints(text).map(({ kind, words: found }) => `${kind} ${found}`)

it.each<[string, readonly string[]]>([
  ['Wij zien dit.', []],
  [words(20), []],
  [words(21), [`long ${words(21)}`]],
  [words(25), [`long ${words(25)}`]],
  [words(26), [`very-long ${words(26)}`]],
  [`Kort. ${words(21)} Kort.`, [`long ${words(21)}`]],
  [`${words(12)} ${words(12)}`, []],
  ['Er zijn \uFFFC kinderen.', []],
  ['Indien dit kan.', ['hard Indien']],
  ['Dit geldt tevens, ten aanzien van hulp.', ['hard tevens', 'hard ten aanzien van']],
  ['Mitsen en tevensgoed zijn geen woorden.', []],
  ['Wij belden om 10.30 uur met mw. De Wit.', []],
])('%j', (text, found) => expect(kindsOf(text)).toEqual(found))

it('says where a hint is, and what is plainer', () => {
  expect(languageHints('Wij doen dit reeds.')).toEqual([
    {
      kind: 'hard',
      from: 13,
      to: 18,
      words: 'reeds',
      advice: '“reeds” is een moeilijk woord. Liever: al.',
    },
  ])
})

describe('the list of hard words', () => {
  it('has more than 150, each with something plainer', () => {
    expect(HARD_WORDS.length).toBeGreaterThan(150)
    expect(HARD_WORDS.filter(({ forms, plain }) => plain === '' || forms.includes(''))).toEqual([])
  })

  it('has none twice, and none as the advice for another', () => {
    const all = HARD_WORDS.flatMap(({ forms }) => forms)
    expect(all.filter((form, index) => all.indexOf(form) !== index)).toEqual([])
    const hard = new Set(all)
    expect(
      HARD_WORDS.filter(({ plain }) => plain.split(', ').some((one) => hard.has(one))),
    ).toEqual([])
  })
})

import { expect, it } from 'vitest'
import { openPrompts } from './open-prompts.ts'
import { parseTemplate } from './parse-template.ts'

const HEAD = `---
template: ot/x
title: X
description: Een proef.
route: ot
author: Team
period: quarter
---
`
const asked = (text: string) => {
  const template = parseTemplate(`${HEAD}${text}`)
  if (!template.ok) throw new Error(JSON.stringify(template.error))
  return openPrompts(template.value).map(({ question, section }) => [section, question])
}
const prompt = (question: string) => `{% prompt question="${question}" /%}`

it.each([
  ['asks nothing', 'Tekst.\n\n## Kop\n\nMeer.', []],
  ['asks above the first heading', prompt('Wat?'), [[undefined, 'Wat?']]],
  [
    'asks under headings, in their order',
    `${prompt('A?')}\n\n## Een *mooie* kop\n\nZin.\n\n${prompt('B?')}\n\n${prompt('C?')}\n\n### Diep\n\n${prompt('D?')}`,
    [
      [undefined, 'A?'],
      ['Een mooie kop', 'B?'],
      ['Een mooie kop', 'C?'],
      ['Diep', 'D?'],
    ],
  ],
  [
    'asks also where it stands only beside an earlier report',
    `## Anders\n\n{% if $explained %}\n\n${prompt('Waarom?')}\n\n{% /if %}`,
    [['Anders', 'Waarom?']],
  ],
])('a template that %s', (_, text, expected) => {
  expect(asked(text)).toEqual(expected)
})

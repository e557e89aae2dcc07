import { expect, it } from 'vitest'
import { neededFigures, usedIndicators } from './needed-figures.ts'
import { parseTemplate } from './parse-template.ts'

const HEAD = `---
template: ot/proef
title: Proef
description: Een proef
route: ot
author: Wij
protection: exact
period: quarter
---
`

function templateOf(text: string, head = HEAD) {
  const read = parseTemplate(head + text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

function neededBy(text: string, head = HEAD) {
  return neededFigures(templateOf(text, head)).map(({ indicator, by }) =>
    [indicator, ...by].join(' '),
  )
}

it.each<[string, string[]]>([
  ['Geen cijfers.', []],
  ['Een {% figure indicator="a" /%}.', ['a']],
  ['Een {% figure indicator="a" by={z: "1", b: ["2", "3"]} /%}.', ['a b z']],
  ['{% table indicator=["a", "b"] by=["m"] caption="c" /%}', ['a m', 'b m']],
  ['{% chart indicator="a" where={n: "1"} by=["q"] kind="bar" title="t" /%}', ['a n q']],
  ['Tweemaal {% figure indicator="a" /%} en {% figure indicator="a" /%}.', ['a']],
  ['{% if $explained %}\n\n{% change indicator="a" by={m: "1"} /%}\n\n{% /if %}', ['a m']],
  ['{% footnote %}Een {% figure indicator="a" /%}.{% /footnote %} Tekst.', ['a']],
  ['{% definition indicator="a" /%}', []],
])('%j needs %j', (text, needed) => expect(neededBy(text)).toEqual(needed))

it('needs the totals of a table where small counts are hidden, since they cannot be added', () => {
  const table = '{% table indicator="a" by=["m", "n"] where={p: "1"} caption="c" total=true /%}'
  expect(neededBy(table)).toEqual(['a m n p'])
  const careful = HEAD.replace('protection: exact\n', '')
  expect(neededBy(table, careful)).toEqual(['a m n p', 'a n p'])
})

it('uses each indicator that it names, also where only its words are told', () => {
  const text =
    'Een {% figure indicator="b" /%}.\n\n{% definition indicator="c" /%}\n\n{% table indicator=["a", "b"] by=["m"] caption="c" /%}'
  expect(usedIndicators(templateOf(text))).toEqual(['a', 'b', 'c'])
})

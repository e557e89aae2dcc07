import { expect, it } from 'vitest'
import { neededFigures } from './needed-figures.ts'
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

function neededBy(text: string) {
  const read = parseTemplate(HEAD + text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return neededFigures(read.value).map(({ indicator, by }) => [indicator, ...by].join(' '))
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

import { describe, expect, it } from 'vitest'
import { readTemplate } from '../testing/example-input.ts'
import { parseTemplate } from './parse-template.ts'
import type { TemplateErrorCode } from './template-error.ts'

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
const FIRST_LINE = 10

function errorsOf(source: string): readonly (readonly [TemplateErrorCode, number])[] {
  const read = parseTemplate(source)
  return read.ok ? [] : read.error.map(({ code, line }) => [code, line] as const)
}

describe('a text that is right', () => {
  it.each([
    'Een alinea met **vet**, *schuin* en een [verwijzing](https://voorbeeld.nl/a?b=c).',
    '## Kop\n\n### Onder\n\n- een\n- twee\n\n1. eerst\n2. dan',
    'Er zijn {% figure indicator="ot.children" by={placement: "network"} /%} kinderen.',
    'Om 10:30 {% footnote %}Een *noot*.{% /footnote %} en daarna.',
    '{% table indicator="a" by=["b"] caption="c" total=true limit=3 rest=true /%}',
    '{% chart indicator="a" by=["b"] kind="bar" title="t" /%}',
    '{% if $explained %}\n\n{% changes caption="c" /%}\n\n{% else /%}\n\nNiets.\n\n{% /if %}',
    'Op {% $cutOff %}, bekend op {% $knownAt %}.',
    'Een <b>teken</b> & nog een "teken".',
  ])('%j', (text) => expect(errorsOf(HEAD + text)).toEqual([]))

  it('gives the head as data, with pinned versions that reach nothing else', () => {
    const read = parseTemplate(HEAD.replace('\n---\n', '\npinned: {ot.status: 1}\n---\n'))
    if (!read.ok) throw new Error('was read wrong')
    const { id, title, protection, period, pinned } = read.value
    expect({ id, title, protection, period }).toEqual({
      id: 'ot/proef',
      title: 'Proef',
      protection: 'exact',
      period: 'quarter',
    })
    expect(Object.entries(pinned)).toEqual([['ot.status', 1]])
    expect(Object.getPrototypeOf(pinned)).toBe(null)
  })

  it('protects most where it says nothing of protection', () => {
    const read = parseTemplate(HEAD.replace('protection: exact\n', ''))
    expect(read.ok && read.value.protection).toBe('rounded-5-hidden-10')
  })

  it.each(['ot/reports/progress.md', 'ozj/reports/quarterly.md', 'jbjr/reports/progress.md'])(
    '%s of the catalogue',
    (path) => expect(readTemplate(path).text.children.length).toBeGreaterThan(5),
  )
})

describe('a text that is wrong', () => {
  it.each<[string, TemplateErrorCode]>([
    ['{% nope /%}', 'unknown-tag'],
    ['{% partial file="x" /%}', 'text-form-not-allowed'],
    ['{% figure indicator="a" /%}', 'misplaced-tag'],
    ['Een {% table indicator="a" caption="b" /%} in een zin.', 'misplaced-tag'],
    ['Een {% figure indicator="a" %}3{% /figure %}.', 'misplaced-tag'],
    ['Een {% figure /%}.', 'missing-attribute'],
    ['Een {% figure indicator="a" colour="red" /%}.', 'unknown-attribute'],
    ['Een {% figure indicator=1 /%}.', 'wrong-attribute'],
    ['Een {% figure indicator="a" decimals=7 /%}.', 'wrong-attribute'],
    ['Een {% figure indicator=$title /%}.', 'wrong-attribute'],
    ['Een {% figure indicator="a" by={b: $title} /%}.', 'wrong-attribute'],
    ['{% chart indicator="a" by=["b"] kind="pie" title="t" /%}', 'wrong-attribute'],
    ['{% chart indicator="a" by=["b"] kind="bar" title=" " /%}', 'wrong-attribute'],
    ['{% $nope %}', 'unknown-variable'],
    ['{% $__proto__ %}', 'unknown-variable'],
    ['{% $constructor %}', 'unknown-variable'],
    ['{% $cutOff.length %}', 'unknown-variable'],
    ['{% debug($cutOff) %}', 'text-form-not-allowed'],
    ['# Titel', 'heading-level'],
    ['#### Te diep', 'heading-level'],
    ['##', 'heading-level'],
    ['[x](http://voorbeeld.nl)', 'link-not-allowed'],
    ['[x](//voorbeeld.nl)', 'link-not-allowed'],
    ['[x](javascript:alert(1))', 'link-not-allowed'],
    ['[x](data:text/html;base64,PHNjcmlwdD4=)', 'link-not-allowed'],
    ['![x](https://voorbeeld.nl/x.png)', 'text-form-not-allowed'],
    ['`code`', 'text-form-not-allowed'],
    ['```\ncode\n```', 'text-form-not-allowed'],
    ['> citaat', 'text-form-not-allowed'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'text-form-not-allowed'],
    ['Een {% figure indicator="a"', 'syntax'],
    ['Een {% footnote %}a {% footnote %}b{% /footnote %}{% /footnote %}.', 'nested-footnote'],
  ])('%j is %s', (text, code) => expect(errorsOf(HEAD + text)).toContainEqual([code, FIRST_LINE]))

  it('tells all that is wrong, by line', () => {
    const text = 'Goed.\n\n{% nope /%}\n\n#### Te diep\n\n{% $nope %}'
    expect(errorsOf(HEAD + text)).toEqual([
      ['unknown-tag', FIRST_LINE + 2],
      ['heading-level', FIRST_LINE + 4],
      ['unknown-variable', FIRST_LINE + 6],
    ])
  })

  it('says what happened and what to do, in Dutch', () => {
    const read = parseTemplate(`${HEAD}{% nope /%}`)
    expect(read.ok ? '' : read.error[0]?.message).toBe(
      'De tag "nope" bestaat niet. Gebruik een van: figure, footnote, table, chart, change, changes, parts, count, kept, definition, prompt, if, else.',
    )
  })
})

describe('a head that is wrong', () => {
  it.each<[string, string, TemplateErrorCode, number]>([
    ['none', 'Zonder kop.', 'front-matter-missing', 1],
    ['no YAML', HEAD.replace('title: Proef', 'title: "Proef'), 'front-matter-invalid', 8],
    ['a name that is not known', HEAD.replace('route:', 'rute:'), 'front-matter-invalid', 5],
    ['a name that is missing', HEAD.replace('author: Wij\n', ''), 'front-matter-invalid', 1],
    ['a protection that is not known', HEAD.replace('exact', 'none'), 'front-matter-invalid', 7],
    ['a period that is not known', HEAD.replace('quarter', 'week'), 'front-matter-invalid', 8],
    ['an empty title', HEAD.replace('Proef', '""'), 'front-matter-invalid', 3],
    [
      'a version that is no number',
      HEAD.replace('\n---\n', '\npinned: {ot.status: one}\n---\n'),
      'front-matter-invalid',
      9,
    ],
  ])('%s', (_what, source, code, line) => expect(errorsOf(source)).toContainEqual([code, line]))
})

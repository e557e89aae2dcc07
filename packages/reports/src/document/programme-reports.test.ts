import { describe, expect, it } from 'vitest'
import { parseTemplate } from '../template/parse-template.ts'
import { getDocument } from '../testing/example-input.ts'
import { programmeReport } from '../testing/example-programmes.ts'
import { outline } from '../testing/outline.ts'
import { buildDocument } from './build-document.ts'

const ZVJ = 'programme/reports/zvj-half-yearly.md'
const ZOU = 'programme/reports/zou-yearly.md'

describe('reports that write themselves from what a programme keeps', () => {
  it.each([
    [
      'the half-yearly report with its annex of milestones',
      ZVJ,
      '2020-12-31',
      '2020-06-30',
      'zvj-half-yearly-2020',
    ],
    [
      'the regional agenda, with its summary for the councils',
      ZOU,
      '2022-12-31',
      undefined,
      'zou-yearly-2022',
    ],
  ])('%s', async (_what, path, cutOff, earlier, file) => {
    const document = getDocument(programmeReport(path, cutOff, earlier))
    await expect(outline(document)).toMatchFileSnapshot(`./published/${file}.txt`)
  })

  it('the annex lists all 156 milestones, each at the lines for which it counts', () => {
    const { blocks } = getDocument(programmeReport(ZVJ, '2020-12-31'))
    const annex = blocks.flatMap((block) =>
      block.kind === 'parts' && block.caption.startsWith('Mijlpalen') ? block.rows : [],
    )
    const listed = annex.map(
      ([title = '', lines = '']) => [title, lines.split(', ').length] as const,
    )
    const each = new Map<string, number>()
    for (const [title] of listed) each.set(title, (each.get(title) ?? 0) + 1)
    // A milestone of two lines stands at both; some titles are used by more than one milestone.
    const rows = listed.reduce((sum, [, lines]) => sum + 1 / lines, 0)
    expect(Math.round(rows)).toBe(156)
  })

  it('as of a day before it was there, a programme cannot be told of', () => {
    const built = buildDocument(programmeReport(ZVJ, '2010-01-01'))
    expect(built.ok ? [] : [...new Set(built.error.map(({ code }) => code))]).toEqual([
      'unknown-programme',
    ])
  })
})

describe('a text about a programme that is wrong', () => {
  const head = `---\ntemplate: a/b\ntitle: T\ndescription: D\nroute: programme\nauthor: W\nperiod: year\n---\n`
  it.each([
    ['{% parts programme="NIX" show="actions" caption="c" /%}', 'unknown-programme'],
    ['{% parts programme="ZOU" show="actions" within="9" caption="c" /%}', 'unknown-part'],
    ['Er zijn {% count programme="NIX" of="actions" /%}.', 'unknown-programme'],
    ['Er is {% kept programme="ZOU" key="nothing.like-this" /%}.', 'unknown-part'],
  ])('%s', (text, code) => {
    const template = parseTemplate(head + text)
    if (!template.ok) throw new Error(JSON.stringify(template.error))
    const built = buildDocument({ ...programmeReport(ZOU, '2022-12-31'), template: template.value })
    expect(built.ok ? [] : built.error.map((one) => [one.code, one.line])).toEqual([[code, 9]])
  })

  it.each([
    ['{% parts programme="ZOU" show="all" caption="c" /%}', 'wrong-attribute'],
    ['{% parts programme="ZOU" show="grid" from="2022" caption="c" /%}', 'wrong-attribute'],
    ['{% count programme="ZOU" of="actions" light="blue" /%}', 'misplaced-tag'],
    ['Er is {% count programme="ZOU" of="actions" light="blue" /%}.', 'wrong-attribute'],
  ])('%s is refused before anything is read', (text, code) => {
    const template = parseTemplate(head + text)
    expect(template.ok ? [] : template.error.map((one) => one.code)).toContain(code)
  })
})

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTemplateShelf } from '../house/template-shelf.ts'
import {
  type Caller,
  loadExamples,
  openTestHouse,
  serve,
  temporaryFolder,
} from '../testing/test-house.ts'
import type {
  DraftView,
  Explanations,
  Publication,
  ReportTemplate,
  Verification,
} from './contract.ts'

/** Pins a version of the other route too, and says nothing of protection. */
const TEMPLATE = `---
template: samen/kwartaal
title: Twee routes naast elkaar
description: Kinderen met steun en maatregelen, in één bericht.
route: ot
author: Programma
period: quarter
pinned: {ot.status: 1, jbjr.norm: 1}
---

Er zijn {% figure indicator="ot.registrations" /%} aanmeldingen en {% figure indicator="jbjr.norm" /%} termijnen.

{% table indicator="jbjr.norm" by=["norm", "outcome"] caption="Termijnen" total=true /%}

{% definition /%}
`
/** The same without the second, and with counts as they were counted. */
const ONE_ROUTE = TEMPLATE.replace('samen/kwartaal', 'samen/alleen')
  .replace('period: quarter', 'period: quarter\nprotection: exact')
  .replace(', jbjr.norm: 1', '')
  .replace(' en {% figure indicator="jbjr.norm" /%} termijnen', '')
  .replace(/^\{% table .*$/m, '')
const ORDER = { template: 'samen/kwartaal', cutOff: '2023-03-31', knownAt: '2023-04-14' }

let served: Caller & Pick<Awaited<ReturnType<typeof serve>>, 'enter'>
let positions: () => Promise<number>
let close: () => Promise<void>

beforeAll(async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder.path, 'samen', 'reports'), { recursive: true })
  await writeFile(join(folder.path, 'samen', 'reports', 'kwartaal.md'), TEMPLATE)
  await writeFile(join(folder.path, 'samen', 'reports', 'alleen.md'), ONE_ROUTE)
  const opened = await openTestHouse()
  close = async () => {
    await opened.close()
    await folder.remove()
  }
  const house = { ...opened.house, templates: openTemplateShelf(folder.path, 'reports') }
  await loadExamples(house, 'ot-2023-03.ndjson', 'jbjr-2023-03.ndjson')
  positions = async () => (await house.store.head()).position
  served = await serve(house)
}, 120_000)
afterAll(() => close())

describe('a report of two routes', () => {
  it('is offered with both', async () => {
    const offered = (await served.get('reports')).json<ReportTemplate[]>()
    const template = offered.find((each) => each.template === ORDER.template)
    expect(template).toMatchObject({ route: 'ot', routes: ['ot', 'jbjr'] })
  })

  it('is published with the figures of both, at one place in the log', async () => {
    const made = await served.post('publications', ORDER)
    expect(made.statusCode, made.body).toBe(201)
    const published = (await served.get('publications/1')).json<Publication>()
    expect(published).toMatchObject({
      route: 'ot',
      routes: ['ot', 'jbjr'],
      position: await positions(),
    })
    const codes = new Set(published.figureRows.map(({ indicator }) => indicator))
    expect(codes).toEqual(new Set(['ot.registrations', 'jbjr.norm']))
    expect(published.definitions.map(({ indicator }) => indicator).sort()).toEqual([
      'jbjr.norm',
      'ot.registrations',
    ])
    const page = await served.get('publications/1/report.html')
    expect(page.body).toContain('ongeveer 375')
  }, 120_000)

  it('hides small counts without being asked to, and keeps its totals', async () => {
    const { figureRows } = (await served.get('publications/1')).json<Publication>()
    const divided = figureRows.filter(({ by }) => Object.keys(by).length === 2)
    expect(divided.some(({ shown }) => shown.kind === 'suppressed')).toBe(true)
    for (const { shown, value } of divided)
      expect(shown.kind === 'suppressed' ? value : (value ?? 0) >= 10).toBe(
        shown.kind === 'suppressed' ? null : true,
      )
    const totals = figureRows.filter(({ by }) => Object.keys(by).join() === 'outcome')
    expect(totals.length).toBeGreaterThan(0)
    expect(totals.every(({ shown }) => shown.kind === 'rounded')).toBe(true)
  })

  it('is made again to the same, and its changes are told for both', async () => {
    const verified = (await served.post('publications/1/verification')).json<Verification>()
    expect(verified).toMatchObject({ identical: true, differences: [] })
    const { explanations } = (await served.get('publications/1/changes/1')).json<Explanations>()
    expect(new Set(explanations.map(({ indicator }) => indicator))).toEqual(
      new Set(['ot.registrations', 'jbjr.norm']),
    )
    const asked = await served.get('explanations?from=1&to=1&indicator=jbjr.norm')
    expect(asked.json<Explanations>().explanations.length).toBeGreaterThan(0)
  }, 120_000)

  it('is for who may ask over both', async () => {
    const team = await served.enter({
      role: 'policy-officer',
      organisation: 'OT',
      kind: 'support-team',
    })
    for (const path of ['reports/preview?template=samen/k&cutOff=2023-03-31&knownAt=2023-04-14']) {
      const answer = await team.get(path)
      expect(answer.json()).toMatchObject({ status: 403, code: 'not-allowed' })
    }
    expect((await team.post('publications', ORDER)).statusCode).toBe(403)
    const offered = (await team.get('reports')).json<ReportTemplate[]>()
    expect(offered.map(({ template }) => template)).toEqual(['samen/alleen'])
  })
})

describe('a draft with figures of two routes', () => {
  const FIGURE = { tag: 'figure', attributes: { indicator: 'jbjr.norm' } }
  const USE = { ...FIGURE, attributes: JSON.stringify(FIGURE.attributes), place: 'sentence' }
  const TABLE = JSON.stringify({ ...FIGURE.attributes, caption: 'Termijnen' })
  const STEP = JSON.stringify({
    stepType: 'replace',
    from: 0,
    to: 0,
    slice: { content: [{ type: 'paragraph', content: [{ type: 'inlineTag', attrs: FIGURE }] }] },
  })
  const begin = (who: Caller, template: string) =>
    who.post('drafts', { ...ORDER, template, comparedWith: '2023-03-31@2023-04-06' })

  it('is for who may ask over both, and says what to do where its counts are rounded', async () => {
    const overseer = await served.enter({
      role: 'policy-officer',
      organisation: 'PB',
      kind: 'programme-office',
    })
    const begun = await begin(overseer, 'samen/kwartaal')
    expect(begun.statusCode, begun.body).toBe(201)
    const { id } = begun.json<{ id: string }>()
    const page = await overseer.get(`drafts/${id}/preview.html?version=0`)
    expect(page.body).toContain('ongeveer 375')
    expect((await overseer.get(`drafts/${id}`)).json<DraftView>()).toMatchObject({
      audience: 'chain',
      exact: false,
    })
    const explained = await overseer.post(`drafts/${id}/explanation`, { use: USE })
    expect(explained.json()).toMatchObject({ code: 'explanation-missing' })
    expect(explained.json().detail).toContain('rondt aantallen af')
  }, 120_000)

  it('tells nothing of the other route to who may ask over one, also not by writing it in', async () => {
    const team = await served.enter({
      role: 'policy-officer',
      organisation: 'OT',
      kind: 'support-team',
    })
    expect((await begin(team, 'samen/kwartaal')).json()).toMatchObject({ code: 'not-allowed' })
    const begun = await begin(team, 'samen/alleen')
    const { id } = begun.json<{ id: string }>()
    const answers = [
      await team.post(`drafts/${id}/values`, { uses: [USE] }),
      await team.post(`drafts/${id}/values`, {
        uses: [{ ...USE, tag: 'table', attributes: TABLE, place: 'line' }],
      }),
      await team.post(`drafts/${id}/explanation`, { use: USE }),
    ]
    await team.post(`drafts/${id}/steps`, { after: 0, client: 'c', steps: [STEP] })
    answers.push(await team.get(`drafts/${id}/preview.html?version=1`))
    answers.push(await team.get(`drafts/${id}/problems?version=1`))
    answers.push(await team.post(`drafts/${id}/events`, { kind: 'submitted', version: 1 }))
    expect(answers.map((each) => each.json().code)).toEqual(answers.map(() => 'not-allowed'))
  }, 120_000)
})

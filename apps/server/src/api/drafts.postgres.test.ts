import { draftSchema, findText, promptsOfText } from '@tijdig/drafts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, loadExamples, openTestHouse, serve } from '../testing/test-house.ts'
import type {
  DraftChanges,
  DraftProblemView,
  DraftVersion,
  DraftView,
  ExplanationNodes,
  Publication,
  TagValueView,
  Verification,
} from './contract.ts'

const PB = { organisation: 'PB', kind: 'programme-office' } as const
const ORDER = { template: 'ot/progress', cutOff: '2023-03-31', knownAt: '2023-04-14' }

let author: Caller
let publisher: Caller
let foreign: Caller
let asOwner: (sql: string) => Promise<unknown>
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openTestHouse()
  close = opened.close
  asOwner = opened.asOwner
  await loadExamples(opened.house, 'ot-2023-03.ndjson')
  const served = await serve(opened.house)
  author = await served.enter({ role: 'policy-officer', ...PB })
  publisher = await served.enter({ role: 'publisher', ...PB })
  foreign = await served.enter({ role: 'publisher', organisation: 'IGJ', kind: 'inspectorate' })
})
afterAll(() => close())

async function begun(order: object = {}): Promise<string> {
  const answer = await author.post('drafts', {
    ...ORDER,
    comparedWith: '2023-03-31@2023-04-06',
    ...order,
  })
  expect(answer.statusCode).toBe(201)
  return answer.json<{ id: string }>().id
}

const draftOf = async (id: string, who = author) =>
  (await who.get(`drafts/${id}`)).json<DraftView>()

/** A paragraph put before all else. */
const paragraph = (...content: object[]) =>
  JSON.stringify({
    stepType: 'replace',
    from: 0,
    to: 0,
    slice: { content: [{ type: 'paragraph', content }] },
  })
const words = (text: string) => ({ type: 'text', text })
const figure = (attributes: object) => ({ type: 'inlineTag', attrs: { tag: 'figure', attributes } })
const write = (id: string, after: number, steps: string[], who = author) =>
  who.post(`drafts/${id}/steps`, { after, client: 'c1', steps })

describe('a draft', () => {
  it('is already written when it is begun', async () => {
    const draft = await draftOf(await begun())
    const text = findText(JSON.parse(draft.text))
    expect(text?.textContent).toContain('Wij steunen ouders en kinderen')
    expect(draft).toMatchObject({ state: 'writing', version: 0, cutOff: '2023-03-31' })
    expect(draft.may).toMatchObject({ write: true, submit: true, approve: false })
  })

  it('is written in by two at once: who comes second is told, and misses nothing', async () => {
    const id = await begun()
    expect((await write(id, 0, [paragraph(words('Een'))])).statusCode).toBe(201)
    const second = await write(id, 0, [paragraph(words('Twee'))], publisher)
    expect([second.statusCode, second.json().code]).toEqual([409, 'draft-behind'])
    const missed = (await publisher.get(`drafts/${id}/changes?after=0`)).json<DraftChanges>()
    expect(missed.steps.map(({ client, name }) => [client, name])).toEqual([
      ['c1', 'policy-officer van PB'],
    ])
    expect((await write(id, 1, [paragraph(words('Twee'))], publisher)).statusCode).toBe(201)
  })

  it.each([
    ['no JSON', 'x'],
    ['no step', '{}'],
    ['a form that there is not', paragraph({ type: 'script' })],
    ['beyond the end', paragraph(words('x')).replace('"from":0,"to":0', '"from":1e9,"to":1e9')],
  ])('takes no step with %s', async (_what, step) => {
    const answer = await write(await begun(), 0, [step])
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'steps-invalid'])
  })

  it('shows as a report what is right, and says where the rest is wrong', async () => {
    const id = await begun()
    await write(id, 0, [
      paragraph(words('Hier staan '), figure({ indicator: 'ot.children' }), words(' kinderen.')),
      paragraph(words('Dit is fout: '), figure({ indicator: 'ot.nope' })),
      paragraph(words('Iemand typt {% table /%} en <script>alert(1)</script>.')),
      paragraph(words('Iemand typt <b>vet</b> & **sterren**.')),
    ])
    const problems = (await author.get(`drafts/${id}/problems?version=4`)).json<
      DraftProblemView[]
    >()
    expect(problems).toHaveLength(2)
    expect(problems.map(({ message }) => message).join()).toContain('"ot.nope" bestaat niet')
    const draft = await draftOf(id)
    const text = draftSchema.nodeFromJSON(JSON.parse(draft.text))
    expect(problems.map(({ from, to }) => text.textBetween(from, to)).sort()).toEqual([
      'Dit is fout: ',
      'Iemand typt {% table /%} en <script>alert(1)</script>.',
    ])
    const page = await author.get(`drafts/${id}/preview.html?version=4`)
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.body).toContain('&lt;b&gt;vet&lt;/b&gt; &amp; **sterren**.')
    expect(page.body).toMatch(/Hier staan <data[^>]*>693<\/data> kinderen\./)
    expect(page.body).not.toContain('<script')
    const submitted = await author.post(`drafts/${id}/events`, { kind: 'submitted', version: 4 })
    expect(submitted.json().code).toBe('draft-faulty')
  })

  it('tells what blocks show', async () => {
    const id = await begun()
    const uses = [
      { tag: 'figure', attributes: '{"indicator":"ot.children"}', place: 'sentence' },
      {
        tag: 'table',
        attributes: '{"indicator":"ot.children","caption":"Kinderen"}',
        place: 'line',
      },
      { tag: 'figure', attributes: '{"indicator":"ot.nope"}', place: 'sentence' },
    ]
    const values = (await author.post(`drafts/${id}/values`, { uses })).json<TagValueView[]>()
    expect(values[0]).toEqual({ text: '693', rows: [], problem: null })
    expect(values[1]).toMatchObject({ text: 'Kinderen', problem: null })
    expect(values[1]?.rows.flat()).toContain('693')
    expect(values[2]?.text).toBeNull()
  })

  it('explains a figure in a footnote whose numbers are figures', async () => {
    const id = await begun()
    const use = { tag: 'figure', attributes: '{"indicator":"ot.children"}', place: 'sentence' }
    const answer = await author.post(`drafts/${id}/explanation`, { use })
    const nodes: object[] = JSON.parse(answer.json<ExplanationNodes>().nodes)
    await write(id, 0, [paragraph(words('Kinderen'), { type: 'footnote', content: nodes })])
    const { body } = await author.get(`drafts/${id}/preview.html?version=1`)
    const note = /<li id="noot-1">(.*?) <a /.exec(body)?.[1]?.replace(/<[^>]+>/g, '')
    expect(note).toBe(
      'In de eerdere stand stond hier 670. Er kwamen 23 kinderen bij die later bekend werden.',
    )
  })

  it('is approved by another, published as it was approved, and recalculated', async () => {
    const id = await begun()
    await write(id, 0, [paragraph(words('Een zin van ons.'))], publisher)
    await publisher.post(`drafts/${id}/events`, { kind: 'submitted', version: 1 })
    expect((await draftOf(id, publisher)).needsSecond).toBe(true)
    const self = await publisher.post(`drafts/${id}/events`, { kind: 'approved', version: 1 })
    expect([self.statusCode, self.json().code]).toEqual([409, 'second-person-needed'])
    const late = await write(id, 1, [paragraph(words('Nog iets.'))])
    expect([late.statusCode, late.json().code]).toEqual([409, 'draft-closed'])
    const officer = await author.post(`drafts/${id}/events`, { kind: 'approved', version: 1 })
    expect([officer.statusCode, officer.json().code]).toEqual([403, 'not-allowed'])
    const early = await publisher.post(`drafts/${id}/publication`, { version: 1 })
    expect(early.json().code).toBe('draft-not-now')

    await author.post(`drafts/${id}/events`, { kind: 'taken-back', version: 1 })
    await write(id, 1, [paragraph(words('En een van een ander.'))])
    await author.post(`drafts/${id}/events`, { kind: 'submitted', version: 2 })
    const empty = await publisher.post(`drafts/${id}/events`, { kind: 'rejected', version: 2 })
    expect(empty.json().code).toBe('reason-missing')
    expect(
      (await publisher.post(`drafts/${id}/events`, { kind: 'approved', version: 2 })).statusCode,
    ).toBe(204)
    const made = await publisher.post(`drafts/${id}/publication`, { version: 2 })
    expect(made.statusCode, made.body).toBe(201)
    const { number } = made.json<Publication>()
    // For whom its template says, unless somebody says otherwise.
    expect(made.json<Publication>()).toMatchObject({
      audience: 'chain',
      address: null,
    })
    const page = await publisher.get(`publications/${number}/report.html`)
    expect(page.body).toContain('Een zin van ons.')
    const checked = await publisher.post(`publications/${number}/verification`)
    expect(checked.json<Verification>()).toMatchObject({ identical: true, differences: [] })
    expect(await draftOf(id)).toMatchObject({ state: 'published' })
    const twice = await publisher.post(`drafts/${id}/publication`, { version: 2 })
    expect(twice.json().code).toBe('draft-not-now')

    const next = await draftOf(await begun({ from: number, comparedWith: String(number) }))
    expect(next.text).toContain('Een zin van ons.')
  })

  it('keeps versions, and says what differs from one', async () => {
    const id = await begun()
    await write(id, 0, [paragraph(words('Erbij.'))])
    await author.post(`drafts/${id}/moments`, { version: 1, name: 'Voor de vergadering' })
    await write(id, 1, [paragraph(words('Later.'))])
    const moments = (await author.get(`drafts/${id}/moments`)).json<{ called: string | null }[]>()
    expect(moments.map(({ called }) => called)).toContain('Voor de vergadering')
    const { differences } = (await author.get(`drafts/${id}/versions/1`)).json<DraftVersion>()
    expect(differences.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'added', words: 'Later.' },
    ])
  })

  it('keeps remarks at their place while others write, and out of the report', async () => {
    const id = await begun()
    await write(id, 0, [paragraph(words('Klopt dit cijfer?'))])
    await publisher.post(`drafts/${id}/remarks`, {
      kind: 'remark',
      place: { version: 1, from: 1, to: 7 },
      quote: 'Klopt',
      words: 'Dit moet anders.',
    })
    await write(id, 1, [paragraph(words('Eerst dit.'))])
    const { remarks } = (await author.get(`drafts/${id}/changes?after=2`)).json<DraftChanges>()
    expect(remarks[0]?.place).toEqual({ from: 13, to: 19, gone: false })
    const page = await author.get(`drafts/${id}/preview.html?version=2`)
    expect(page.body).not.toContain('Dit moet anders.')
  })

  it('is not there for another organisation, in any way', async () => {
    const id = await begun()
    for (const [method, path, body] of [
      ['GET', `drafts/${id}`, undefined],
      ['GET', `drafts/${id}/changes?after=0`, undefined],
      ['GET', `drafts/${id}/preview.html?version=0`, undefined],
      ['GET', `drafts/${id}/versions/0`, undefined],
      ['POST', `drafts/${id}/steps`, { after: 0, client: 'x', steps: [paragraph(words('x'))] }],
      ['POST', `drafts/${id}/events`, { kind: 'discarded', version: 0 }],
      ['POST', `drafts/${id}/publication`, { version: 0 }],
    ] as const) {
      const answer = await foreign.send(method, path, body)
      expect([path, answer.statusCode, answer.json().code]).toEqual([path, 404, 'draft-unknown'])
    }
    expect((await foreign.get('drafts')).json()).toEqual([])
  })

  it('is in the audit each time that somebody opens it', async () => {
    const id = await begun()
    await draftOf(id, publisher)
    const rows = await asOwner(`
      select record -> 'user' ->> 'RoleIDCode' as role from tijdig.audit
      where record -> 'event' ->> 'EventTypeCode' = 'draft'
        and record -> 'participantObject' -> 0 -> 'ParticipantObjectDetail' -> 'params' ->> 'id' = '${id}'`)
    expect(rows).toEqual([{ role: 'publisher' }])
  })

  it('is for everybody, where the publisher says so', async () => {
    const id = await begun()
    await author.post(`drafts/${id}/events`, { kind: 'submitted', version: 0 })
    await publisher.post(`drafts/${id}/events`, { kind: 'approved', version: 0 })
    const order = { version: 0, audience: 'public' }
    const made = await publisher.post(`drafts/${id}/publication`, order)
    expect(made.json<Publication>()).toMatchObject({
      audience: 'public',
      address: 'ot-progress/2023-03-31',
    })
  })

  it('is not approved while the template still asks something of whoever writes', async () => {
    const id = await begun({ template: 'ozj/quarterly' })
    const asked = promptsOfText(draftSchema.nodeFromJSON(JSON.parse((await draftOf(id)).text)))
    expect(asked).toHaveLength(5)
    const problems = async (version: number) =>
      (await author.get(`drafts/${id}/problems?version=${version}`)).json<DraftProblemView[]>()
    expect((await problems(0)).map(({ from, to }) => [from, to])).toEqual(
      asked.map(({ from, to }) => [from, to]),
    )
    const early = await author.post(`drafts/${id}/events`, { kind: 'submitted', version: 0 })
    expect(early.json()).toMatchObject({
      code: 'draft-faulty',
      detail: '5 plaatsen in de tekst zijn nog niet af. Maak dat eerst goed.',
    })
    const steps = [...asked]
      .reverse()
      .map(({ from, to }) => JSON.stringify({ stepType: 'replace', from, to }))
    await write(id, 0, steps)
    expect(await problems(5)).toEqual([])
    const later = await author.post(`drafts/${id}/events`, { kind: 'submitted', version: 5 })
    expect(later.statusCode, later.body).toBe(204)
  })
})

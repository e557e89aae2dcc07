import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../house/house.ts'
import { loadExamples, openTestHouse, record, serve } from '../testing/test-house.ts'
import type { Problem, Verification } from './contract.ts'

let house: House
let served: Awaited<ReturnType<typeof serve>>
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openTestHouse()
  house = opened.house
  close = opened.close
  await loadExamples(house, 'ot-2023-03.ndjson', 'jbjr-2023-03.ndjson', 'programmes-2023.ndjson')
  served = await serve(house)
})
afterAll(() => close())

const publish = async (
  template: string,
  cutOff: string,
  knownAt: string,
  comparedWith?: string,
) => {
  const answer = await served.post('publications', {
    ...{ template, cutOff, knownAt },
    ...(comparedWith && { comparedWith }),
  })
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([201, expect.any(String)])
  return Number(answer.headers.location?.split('/').at(-1))
}
const textOf = async (number: number) =>
  (await served.get(`publications/${number}/report.html`)).body.replace(/<[^>]+>/g, ' ')

describe('a report about a programme', () => {
  it.each([
    ['zvj/half-yearly', '2020-12-31', '2021-01-31', 'Bijlage: mijlpalen'],
    ['jbjr/progress', '2023-03-31', '2023-04-14', 'Eén weg en één formulier voor alle expertteams'],
    ['ozj/quarterly', '2023-03-31', '2023-04-30', 'Toegekend, besteed en nog verwacht'],
    ['ot/learning', '2023-03-31', '2023-04-14', 'Waar gezinnen steun bij vragen'],
  ])('%s is published, and verifies', async (template, cutOff, knownAt, words) => {
    const number = await publish(template, cutOff, knownAt)
    expect(await textOf(number)).toContain(words)
    const verified = await served.post(`publications/${number}/verification`)
    expect(verified.json<Verification>()).toMatchObject({ identical: true, differences: [] })
  })

  it('stays as it was when the past is put right later, and the next one says what moved', async () => {
    const before = await publish('zou/yearly', '2022-12-31', '2023-01-31')
    expect(await textOf(before)).toMatch(/1\.2\. Voorwaarden[\s\S]*?nog geen actie/)
    await record(house, {
      ...{ id: 'late-1', trajectory: 'ZOU-1.2', route: 'programme-action', type: 'begun' },
      ...{ validOn: '2022-12-01', recordedAt: '2023-02-10T09:00:00Z', data: {} },
    })
    const again = await served.post(`publications/${before}/verification`)
    expect(again.json<Verification>()).toMatchObject({ identical: true })

    const after = await publish('zou/yearly', '2022-12-31', '2023-02-28', String(before))
    expect(await textOf(after)).toMatch(
      /1\.2\. Voorwaarden voor lokale teams uitwerken\s+is begonnen[\s\S]*?later vastgelegd/,
    )
    const verified = await served.post(`publications/${after}/verification`)
    expect(verified.json<Verification>()).toMatchObject({ identical: true, differences: [] })
  })

  it('on a day without the programme it cannot be made, and says which one is missing', async () => {
    const answer = await served.post('publications', {
      ...{ template: 'zou/yearly', cutOff: '2019-12-31', knownAt: '2020-01-31' },
    })
    expect(answer.json<Problem>()).toMatchObject({ code: 'report-invalid' })
    expect(answer.json<Problem>().detail).toContain('Programma "ZOU" is er op deze dag niet')
  })
})

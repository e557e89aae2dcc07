import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

test.use({ who: 'Samira Bakker', apart: 'handover' })

const day = (ago: number) =>
  new Date(Date.now() - ago * 86_400_000).toLocaleDateString('sv-SE', {
    timeZone: 'Europe/Amsterdam',
  })

async function send(page: Page, server: string, path: string, data: object) {
  const answer = await page.request.post(`${server}/api/v1/trajectories${path}`, {
    data,
    headers: { origin: server },
  })
  expect(answer.status()).toBe(201)
  return answer.json()
}

/** A case of this week that the intake team started, and that is Samira's. */
async function startedBy(page: Page, lead: Page, server: string): Promise<string> {
  const { id } = await send(page, server, '', {
    route: 'jbjr',
    events: [
      {
        ...{ type: 'orderImposed', validOn: day(4) },
        data: { order: 'ots', region: 'IJmond', municipality: 'Velsen' },
      },
    ],
  })
  const event = (by: Page, type: string, ago: number, data: object) =>
    send(by, server, `/jbjr/${id}/events`, { type, validOn: day(ago), data })
  await event(page, 'institutionNotified', 3, { institution: 'WSS' })
  const colleagues = await (await page.request.get(`${server}/api/v1/colleagues`)).json()
  const { code } = colleagues.find(({ name }: { name: string }) => name === 'Samira Bakker')
  await event(lead, 'workerAssigned', 2, { worker: code })
  await event(lead, 'partyJoined', 2, { organisation: 'WSS', team: 'instroom' })
  return id
}

/** What the norm of a worker within five days counts now, as the API gives it. */
async function figuresOf(page: Page, server: string): Promise<unknown> {
  const asked = `route=jbjr&cutOff=${day(0)}&knownAt=${day(0)}&by=norm,outcome`
  const answer = await page.request.get(`${server}/api/v1/figures?${asked}&indicator=jbjr.norm`)
  expect(answer.status()).toBe(200)
  const { figures } = await answer.json()
  return figures.filter(({ by }: { by: { norm: string } }) => by.norm === 'worker-assigned')
}

test(
  'a case goes from the intake team to a fixed worker, both seeing it for a while',
  NARROW,
  async ({ page, server, browserOf }) => {
    test.slow()
    const lead = await (await browserOf('Marieke Postma')).newPage()
    const lotte = await (await browserOf('Lotte Vermeer')).newPage()
    const number = await startedBy(page, lead, server.url)
    const figures = await figuresOf(page, server.url)
    await lotte.goto(`/trajecten/jbjr/${number}`)
    await expect(lotte.getByText('Dit traject is er niet, of u mag het niet zien.')).toBeVisible()

    await page.goto(`/trajecten/jbjr/${number}`)
    await page.getByRole('link', { name: 'Iets vastleggen' }).click()
    await page.getByLabel('Wat gebeurde er?').selectOption({ label: 'Warme overdracht begonnen' })
    await expect(page.getByLabel(/^Team dat het overneemt/)).toHaveCount(0)
    await page
      .getByLabel('Wie het overneemt')
      .selectOption({ label: 'Lotte Vermeer, hulpverlener, Team Noord' })
    await page.getByLabel(/^Samen tot en met/).fill(day(-14))
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await expect(page.getByText('Vastgelegd: Warme overdracht begonnen')).toBeVisible()
    await expect(
      page.getByText('Van u (Instroomteam) naar Lotte Vermeer (Team Noord).'),
    ).toBeVisible()
    await expect(page.getByText('Tot dan blijft het traject van u.')).toBeVisible()
    await expectAccessible(page)

    for (const [who, words] of [
      [page, 'Lotte Vermeer loopt met u mee, tot en met'],
      [lotte, 'U loopt mee met Samira Bakker, tot en met'],
    ] as const) {
      await who.goto('/werk?deel=later')
      await expect(who.getByRole('row').filter({ hasText: number }).getByText(words)).toBeVisible()
      await expectAccessible(who)
    }

    await lotte.goto(`/trajecten/jbjr/${number}`)
    await expect(lotte.getByText('Neemt u het over? Rond de overdracht dan af.')).toBeVisible()
    await expectAccessible(lotte)
    await lotte.getByRole('link', { name: 'Leg vast: overdracht afgerond' }).click()
    await expect(lotte.getByLabel('Wat gebeurde er?')).toHaveValue('handoverCompleted')
    await lotte.getByRole('button', { name: 'Vastleggen' }).click()
    await expect(lotte.getByText('Vastgelegd: Overdracht afgerond')).toBeVisible()
    await expect(lotte.getByText('Dit traject wordt warm overgedragen.')).toHaveCount(0)
    await expectAccessible(lotte)

    await page.goto(`/trajecten/jbjr/${number}`)
    await expect(page.getByText('Dit traject is er niet, of u mag het niet zien.')).toBeVisible()
    expect(await figuresOf(page, server.url)).toEqual(figures)
  },
)

test('what is undone was never begun', NARROW, async ({ page, server, browserOf }) => {
  const lead = await (await browserOf('Marieke Postma')).newPage()
  const number = await startedBy(page, lead, server.url)
  await page.goto(`/trajecten/jbjr/${number}/vastleggen?stap=handoverBegan`)
  await page
    .getByLabel('Wie het overneemt')
    .selectOption({ label: 'Marieke Postma, teamleider, Team Noord, Team Zuid' })
  await page.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(page.getByText('Kies in welk team de collega dit traject overneemt.')).toBeVisible()
  await page.getByLabel(/^Team dat het overneemt/).selectOption({ label: 'Team Zuid' })
  await page.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(page.getByText('Dit traject wordt warm overgedragen.')).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(page.getByText('Ongedaan gemaakt: dit telt niet meer mee.')).toBeVisible()
  await expect(page.getByText('Dit traject wordt warm overgedragen.')).toHaveCount(0)
})

test.describe('who leads both teams', () => {
  test.use({ who: 'Marieke Postma' })

  test('sees what goes from one to the other once', NARROW, async ({ page }) => {
    await page.goto('/werk?van=team&deel=later')
    const line = page.getByRole('row').filter({ hasText: 'JB-00919' })
    const handed = line.filter({ hasText: 'Lotte Vermeer loopt mee met Rachid Bouzid' })
    await expect(handed).toHaveCount(1)
    await page.goto('/trajecten?route=jbjr&zoek=JB-00919')
    await expect(page.getByRole('link', { name: 'JB-00919' })).toHaveCount(1)
    await page.goto('/werk?van=team&deel=te-laat')
    await expect(page.getByText(/loopt mee met Samira Bakker.*Dat is voorbij/)).toBeVisible()
    await expectAccessible(page)
    await page.goto('/trajecten/jbjr/JB-00918')
    await expect(page.getByText('De warme overdracht is nog niet afgerond.')).toBeVisible()
    await expectAccessible(page)
  })
})

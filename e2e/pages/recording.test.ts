import type { Page } from '@playwright/test'
import { dayAgo } from './day-ago.ts'
import { expect, expectAccessible, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

test.use({ who: 'Lotte Vermeer', apart: 'recording' })

const term = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Termijnen' }).getByRole('listitem').filter({ hasText: name })
const record = async (page: Page, number: string, step: string) => {
  await page.goto(`/trajecten/jbjr/${number}`)
  await page.getByRole('link', { name: 'Iets vastleggen' }).click()
  await page.getByLabel('Wat gebeurde er?').selectOption({ label: step })
}
/** An order of this week, of one's own institution. */
async function orderOf(page: Page, server: string): Promise<string> {
  const send = async (path: string, data: object) => {
    const answer = await page.request.post(`${server}/api/v1/trajectories${path}`, {
      data,
      headers: { origin: server },
    })
    expect(answer.status()).toBe(201)
    return answer.json()
  }
  const imposed = {
    ...{ type: 'orderImposed', validOn: dayAgo(4) },
    data: { order: 'ots', region: 'IJmond', municipality: 'Velsen' },
  }
  const { id } = await send('', { route: 'jbjr', events: [imposed] })
  const notified = { type: 'institutionNotified', validOn: dayAgo(3), data: { institution: 'WSS' } }
  await send(`/jbjr/${id}/events`, notified)
  return id
}
/** What the tab keeps of what was typed; the router keeps how far pages were scrolled. */
const keptIn = (page: Page) =>
  page.evaluate(() =>
    Object.entries({ ...sessionStorage }).flatMap(([name, value]) =>
      name.startsWith('tijdig.') ? [String(value)] : [],
    ),
  )
const CONTACT = 'Eerste contact met het gezin'

test(
  'a contact of yesterday, corrected to the day before, undone, and withdrawn',
  NARROW,
  async ({ page, server }) => {
    test.slow()
    const number = await orderOf(page, server.url)
    await record(page, number, CONTACT)
    await page.getByLabel('Op welke dag?').fill(dayAgo(1))
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await expect(page.getByText(`Vastgelegd: ${CONTACT}`)).toBeVisible()
    await expect(term(page, 'Eerste contact')).toContainText(/[Oo]p tijd/)
    await expectAccessible(page)

    await page.getByRole('link', { name: new RegExp(`^Verbeteren: ${CONTACT}`) }).click()
    await page.getByRole('button', { name: 'Verbetering vastleggen' }).click()
    await expect(page.getByText('U hebt nog niets veranderd.')).toBeVisible()
    await expect(page.getByLabel('Op welke dag?')).toBeFocused()
    await page.getByLabel('Op welke dag?').fill(dayAgo(2))
    await page.getByRole('button', { name: 'Verbetering vastleggen' }).click()
    await expect(page.getByLabel('Waarom?')).toBeFocused()
    await expectAccessible(page)
    await page.getByLabel('Waarom?').selectOption({ label: 'Verkeerd ingevuld' })
    await page.getByRole('button', { name: 'Verbetering vastleggen' }).click()
    await expect(page.getByText(`Verbeterd: ${CONTACT}`)).toBeVisible()
    await expect(page.getByText('Waarom: verkeerd ingevuld.')).toBeVisible()
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(page.getByText('Ongedaan gemaakt: er staat weer wat er stond.')).toBeVisible()

    await page.getByRole('link', { name: new RegExp(`^Intrekken: ${CONTACT}`) }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Intrekken' }).click()
    await expect(page.getByLabel('Waarom?')).toBeFocused()
    await page.getByLabel('Waarom?').selectOption({ label: 'Hoort bij een ander traject' })
    await page.getByRole('button', { name: 'Intrekken' }).click()
    await expect(page.getByText(`Ingetrokken: ${CONTACT}`)).toBeVisible()
    await expect(term(page, 'Eerste contact')).not.toContainText(/[Oo]p tijd/)
  },
)

test(
  'what was typed survives a reload and a lost connection, and is recorded once',
  NARROW,
  async ({ page, context }, { project }) => {
    const number = project.name === 'smal' ? 'JB-00905' : 'JB-00906'
    await record(page, number, 'Hulp gestart')
    await page.getByLabel(/^Soort hulp/).selectOption({ label: 'Hulp thuis' })
    await page.reload()
    await expect(page.getByText('U was hier al mee bezig.')).toBeVisible()
    await expect(page.getByLabel(/^Soort hulp/)).toHaveValue('ambulant')
    await expectAccessible(page)
    // Only steps and codes: nothing of who it is about.
    const [draft = '', ...others] = await keptIn(page)
    expect(others).toEqual([])
    expect(Object.keys(JSON.parse(draft)).sort()).toEqual(['key', 'validOn', 'values'])

    // It is recorded, but the answer is lost.
    await page.route('**/events', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await expect(page.getByText('Nog niet vastgelegd: er is geen verbinding.')).toBeVisible()
    await expectAccessible(page)
    await page.unroute('**/events')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Stuur opnieuw' }).click()
    await expect(page.getByText('Nog niet vastgelegd: er is geen verbinding.')).toBeVisible()
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Stuur opnieuw' }).click()
    await expect(page.getByText('Vastgelegd: Hulp gestart')).toBeVisible()
    await expect(page.getByRole('heading', { level: 3, name: 'Hulp gestart' })).toHaveCount(1)
    expect(await keptIn(page)).toEqual([])
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(page.getByText('Ongedaan gemaakt: dit telt niet meer mee.')).toBeVisible()
  },
)

test(
  'the second of two people is told what changed, and loses nothing',
  NARROW,
  async ({ page, browserOf }, { project }) => {
    const number = project.name === 'smal' ? 'JB-00904' : 'JB-00902'
    await record(page, number, 'Hulp gestart')
    await page.getByLabel(/^Soort hulp/).selectOption({ label: 'Pleegzorg' })
    const other = await (await browserOf('Marieke Postma')).newPage()
    await record(other, number, 'Plan vastgesteld')
    await other.getByRole('button', { name: 'Vastleggen' }).click()
    await expect(other.getByText('Vastgelegd: Plan vastgesteld')).toBeVisible()

    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await expect(page.getByText('Intussen heeft iemand anders iets vastgelegd.')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'Plan vastgesteld' })).toBeVisible()
    await expect(page.getByLabel(/^Soort hulp/)).toHaveValue('foster-care')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Toch vastleggen' }).click()
    await expect(page.getByText('Vastgelegd: Hulp gestart')).toBeVisible()
  },
)

test.describe('a lead', () => {
  test.use({ who: 'Marieke Postma' })

  test('assigns an order to a colleague, by name', NARROW, async ({ page }, { project }) => {
    const number = project.name === 'smal' ? 'JB-00912' : 'JB-00913'
    await record(page, number, 'Vaste jeugdbeschermer toegewezen')
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await expect(page.getByText('Vul dit in.')).toBeVisible()
    await expect(page.getByLabel('Jeugdbeschermer')).toBeFocused()
    await page
      .getByLabel('Jeugdbeschermer')
      .selectOption({ label: 'Lotte Vermeer, hulpverlener, Team Noord' })
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await expect(page.getByText('Vastgelegd: Vaste jeugdbeschermer toegewezen')).toBeVisible()
  })
})

test.describe('the support team', () => {
  test.use({ who: 'Sanne de Wit' })

  test('opens a trajectory', async ({ page }) => {
    await page.goto('/trajecten?route=ot')
    await page.getByRole('link', { name: 'Nieuw traject' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Traject beginnen' }).click()
    await expect(page.getByLabel('Aangemeld via')).toBeFocused()
    await page.getByLabel('Aangemeld via').selectOption({ label: 'Rechtstreeks' })
    await page.getByLabel('Wie meldt aan').selectOption({ label: 'Moeder' })
    await page.getByLabel('Woonprovincie').selectOption({ label: 'Utrecht' })
    await page.getByRole('button', { name: 'Traject beginnen' }).click()
    await expect(page.getByText(/^Begonnen: traject OT-/)).toBeVisible()
    await expect(page.getByText('Aangemeld', { exact: true }).first()).toBeVisible()
  })

  test(
    'takes a call with the keyboard alone, and is told what to ask later',
    NARROW,
    async ({ page }) => {
      await page.goto('/trajecten?route=ot')
      await page.getByRole('link', { name: 'Aanmelding aan de telefoon' }).click()
      await expect(page.getByText(/^Nog te vragen.*woonprovincie/)).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('group', { name: 'Aangemeld via' }).getByRole('radio').first().focus()
      await page.keyboard.press('ArrowDown')
      await expect(page.getByRole('radio', { name: 'Rechtstreeks' })).toBeChecked()
      await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowDown')
      await expect(page.getByRole('radio', { name: 'Moeder' })).toBeChecked()
      await page.keyboard.press('Enter')
      await expect(page.getByText(/Nog te vragen: woonprovincie\./)).toBeVisible()
      await expect(term(page, 'Aanmelding aanvullen')).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('link', { name: /^Verbeteren: Aangemeld/ }).click()
      await page.getByLabel('Woonprovincie').selectOption({ label: 'Drenthe' })
      await page.getByLabel('Waarom?').selectOption({ label: 'Later bleek het anders' })
      await page.getByRole('button', { name: 'Verbetering vastleggen' }).click()
      await expect(page.getByText('Verbeterd: Aangemeld')).toBeVisible()
    },
  )
})

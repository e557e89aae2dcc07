import type { Page } from '@playwright/test'
import { expect, expectAccessible, holdBack, letFail, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

test.use({ who: 'Tom Verhoeven' })

const card = (page: Page, name: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) })

test(
  'the second clock goes from 14 to 6 April: 693 children become 670, and it says why',
  NARROW,
  async ({ page }) => {
    await page.goto('/overzicht')
    await expect(card(page, 'Aanmeldingen')).toContainText('376')
    await expect(card(page, 'Kinderen in de gezinnen')).toContainText('693')
    await expect(page.getByLabel('Zoals bekend op', { exact: true })).toHaveValue('2023-04-14')

    await page.getByLabel('Zoals bekend op', { exact: true }).fill('2023-04-06')
    await page.keyboard.press('Enter')

    const children = card(page, 'Kinderen in de gezinnen')
    await expect(children).toContainText('693 →')
    await expect(children).toContainText('670')
    await expect(children).toContainText('23 minder door wat pas na 6 april 2023 is vastgelegd.')
    await expect(card(page, 'Aanmeldingen')).toContainText('376')
    await expect(card(page, 'Aanmeldingen')).toContainText('niet veranderd')
    await expect(
      page.getByText(
        'U vergelijkt met de vorige stand: stand op 31 maart 2023, zoals bekend op 14 april 2023.',
      ),
    ).toBeVisible()
    await expect(
      page.getByRole('img', { name: /Kinderen in de gezinnen: van 693 naar 670/ }),
    ).toBeVisible()
    await expectAccessible(page)
  },
)

test('a link gives the same page: both clocks, and what is compared', async ({ page, context }) => {
  await page.goto(
    '/overzicht?route=ot&op=2023-03-31&bekend=2023-04-06&vorige=2023-03-31@2023-04-14',
  )
  await expect(card(page, 'Kinderen in de gezinnen')).toContainText('670')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(card(other, 'Kinderen in de gezinnen')).toContainText('693 →')
  await expect(other.getByLabel('Zoals bekend op', { exact: true })).toHaveValue('2023-04-06')
})

test('what was moved can be taken back', async ({ page }) => {
  await page.goto(
    '/overzicht?route=ot&op=2023-03-31&bekend=2023-04-06&vorige=2023-03-31@2023-04-14',
  )
  await page.getByRole('button', { name: 'Terug naar vorige stand' }).click()
  await expect(card(page, 'Kinderen in de gezinnen').locator('strong')).toHaveText('693')
  await expect(page.getByText('U vergelijkt met de vorige stand')).toBeHidden()
  await expect(page.getByLabel('Zoals bekend op', { exact: true })).toHaveValue('2023-04-14')
})

test('with the keyboard alone: eight days back, one at a time', async ({ page }) => {
  await page.goto('/overzicht?route=ot&op=2023-03-31&bekend=2023-04-14')
  await expect(card(page, 'Kinderen in de gezinnen')).toContainText('693')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused()
  await page.keyboard.press('Enter')
  const back = page.getByRole('button', { name: 'Zoals bekend op: een dag terug' })
  for (let tabs = 0; tabs < 30; tabs++) {
    if (await back.evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(back).toBeFocused()
  for (const day of ['13', '12', '11', '10', '09', '08', '07', '06']) {
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`bekend=2023-04-${day}`))
  }
  await expect(back).toBeFocused()
  await expect(card(page, 'Kinderen in de gezinnen')).toContainText('693 →')
  await expect(card(page, 'Kinderen in de gezinnen')).toContainText('670')
})

test('a chart has its numbers as a table', async ({ page }) => {
  await page.goto('/overzicht?route=ot&op=2023-03-31&bekend=2023-04-14')
  const chart = page.getByRole('figure').filter({ hasText: 'Aanmeldingen naar maand' })
  await chart.getByText('Tabel').click()
  await expect(chart.getByRole('row', { name: 'april 2022 60' })).toBeVisible()
})

test('the other route shows its norms', NARROW, async ({ page }) => {
  await page.goto('/overzicht')
  await page.getByRole('navigation', { name: 'Route' }).getByRole('link').nth(1).click()
  await expect(page).toHaveURL(/route=jbjr/)
  await expect(page.getByRole('heading', { name: /Op tijd: vaste jeugdbeschermer/ })).toBeVisible()
  await expectAccessible(page)
})

test('while it waits there is room for what comes', NARROW, async ({ page }) => {
  const release = await holdBack(page, '**/api/v1/figures?*')
  await page.goto('/overzicht')
  await expect(page.getByText('De cijfers worden opgehaald.')).toBeAttached()
  await expectAccessible(page)
  release()
  await expect(card(page, 'Aanmeldingen')).toContainText('376')
})

test('what fails is said in a sentence, and can be tried again', NARROW, async ({ page }) => {
  await letFail(page, '**/api/v1/figures?*')
  await page.goto('/overzicht')
  await expect(page.getByRole('alert')).toContainText('Er ging iets mis op de server.')
  await expectAccessible(page)
  await page.unroute('**/api/v1/figures?*')
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await expect(card(page, 'Aanmeldingen')).toContainText('376')
})

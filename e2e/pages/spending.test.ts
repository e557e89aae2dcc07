import type { Page } from '@playwright/test'
import { expect, expectAccessible, holdBack, letFail, test } from './page-test.ts'

const NARROW = { tag: '@smal' }
const MONEY = '/programmas/NW4?beeld=geld'
const PATH = '**/api/v1/programmes/NW4/spending'

// Spending is recorded: nobody else counts on this server.
test.use({ apart: 'spending', who: 'Bram Kooistra' })

async function choose(page: Page, text: string, name = 'uitgaven.csv') {
  await page
    .getByLabel('Bestand', { exact: true })
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

test('each row of a file gets an answer, and the money shows it', NARROW, async ({ page }) => {
  await page.goto(MONEY)
  const budget = page
    .getByRole('table', { name: 'Budgetten' })
    .getByRole('row', { name: /zorgmakelaar/ })
  await expect(budget).toContainText(/Gaat eroverheen in augustus 2023: €\s5\.800,00 te veel/)
  await page.getByText('Uitgaven inlezen', { exact: true }).focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: 'Uitgaven inlezen' })
  await expect(form).toContainText('CB-2022 (Geld voor de zorgmakelaar)')
  await expectAccessible(page)

  await form.getByRole('button', { name: 'Inlezen' }).click()
  await expect(form).toContainText('Kies eerst een bestand.')
  await expect(page.getByLabel('Bestand', { exact: true })).toBeFocused()

  await choose(
    page,
    'budget;maand;bedrag;soort\nCB-2022;februari 2023;16.000,50;\nCB-2022;2023-01;15.100;\nCB-2022;ooit;12;\n',
  )
  const release = await holdBack(page, PATH)
  await form.getByRole('button', { name: 'Inlezen' }).click()
  await expect(form.getByRole('progressbar', { name: 'Inlezen' })).toBeVisible()
  await expect(form).toContainText('De rijen worden een voor een vastgelegd.')
  await expectAccessible(page)
  release()

  const answers = page.getByRole('region', { name: 'Ingelezen' })
  await expect(answers).toContainText('Van de 3 rijen: 1 vastgelegd, 1 stond er al, 1 geweigerd.')
  await expect(page.getByRole('heading', { name: 'Ingelezen' })).toBeFocused()
  const rows = answers.getByRole('table').getByRole('row')
  await expect(rows.nth(1)).toContainText(/Rij 4\s*Geweigerd"ooit" is geen maand/)
  await expect(rows.nth(2)).toContainText(/Rij 2\s*Vastgelegd/)
  await expect(rows.nth(2)).toContainText(/Februari 2023\s*€\s16\.000,50 uitgegeven/)
  await expect(rows.nth(3)).toContainText(/Rij 3\s*Stond er al/)
  await expect(answers).toContainText(
    /gaat in augustus 2023 over wat is toegekend: naar verwachting is dat €\s6\.800,50 te veel\. Voor het inlezen was er €\s5\.800,00 te veel/,
  )
  await expect(budget).toContainText(/€\s6\.800,50 te veel/)
  await expectAccessible(page)
})

test(
  'a file that is no table, or a server that fails, says what to do',
  NARROW,
  async ({ page }) => {
    await page.goto(MONEY)
    await page.getByText('Uitgaven inlezen', { exact: true }).click()
    await choose(page, 'budget;bedrag\nCB-2022;12\n')
    await page.getByRole('button', { name: 'Inlezen' }).click()
    await expect(page.getByRole('alert')).toContainText('Er ontbreekt: "maand".')
    await expectAccessible(page)
    await choose(page, 'x'.repeat(45_001))
    await page.getByRole('button', { name: 'Inlezen' }).click()
    await expect(page.getByText('Dit bestand is groter dan 45 kB.')).toBeVisible()
    await letFail(page, PATH)
    await choose(page, 'budget;maand;bedrag\nCB-2022;2023-01;15.100\n')
    await page.getByRole('button', { name: 'Inlezen' }).click()
    await expect(page.getByRole('alert')).toContainText('Er ging iets mis op de server.')
  },
)

test('it is not there on an earlier day, nor for who has nothing to do with a budget', async ({
  page,
  browserOf,
}) => {
  await page.goto(`${MONEY}&op=2022-12-31&bekend=2023-01-15`)
  await expect(page.getByRole('heading', { level: 2, name: 'Geld' })).toBeVisible()
  await expect(page.getByText('Uitgaven inlezen', { exact: true })).toHaveCount(0)
  const other = await (await browserOf('Marieke Postma')).newPage()
  await other.goto(MONEY)
  await expect(other.getByText('Bij dit programma is geen geld vastgelegd.')).toBeVisible()
  await expect(other.getByText('Uitgaven inlezen', { exact: true })).toHaveCount(0)
})

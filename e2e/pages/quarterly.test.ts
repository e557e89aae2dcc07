import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { inRoot } from '../../scripts/root.mjs'
import { dayAgo } from './day-ago.ts'
import { expect, expectAccessible, test } from './page-test.ts'

const PHONE = { width: 390, height: 844 }
const ADDRESS = 'ozj-quarterly/2023-06-30'
const REASON = 'De gemeenten kiezen in september een projectleider'

test.use({ who: 'Esra Demir', apart: 'quarterly' })

const prompts = (page: Page) => page.getByRole('button', { name: /^Hier schrijft u zelf/ })
const saved = (page: Page) =>
  expect(page.getByText('Bewaard', { exact: true })).toBeVisible({ timeout: 20_000 })

test('the quarterly report: already written, a reason changed, added to, approved, open to everybody, verified', async ({
  page,
  browser,
  browserOf,
  server,
}) => {
  test.setTimeout(300_000)
  // Why an action stands still is put otherwise: the report takes that over by itself.
  await page.goto('/programmas/OZJ')
  await page
    .getByRole('link', { name: /^Reden aanpassen: Werkpakketten uitvoeren/ })
    .first()
    .click()
  await page.getByLabel('Op welke dag?').fill('2023-06-29')
  await page.getByLabel('Waarom het vastloopt').fill(REASON)
  await page.getByLabel('Wie is aan zet').fill('PB')
  await page.getByLabel('Aan zet uiterlijk op').fill('2023-09-30')
  await page.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(page.getByText(/^Vastgelegd: Loopt vast/)).toBeVisible()

  // About the quarter, as it is known now that this was recorded.
  await page.goto(`/rapporten?sjabloon=ozj/quarterly&op=2023-06-30&bekend=${dayAgo(0)}`)
  await page.getByRole('button', { name: 'Begin een concept' }).click()
  await page.getByLabel('Vergelijk de cijfers met').selectOption('1')
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  const text = page.getByRole('textbox', { name: /^Tekst van/ })
  await expect(text).toContainText('Er zijn in totaal', { timeout: 30_000 })
  await expect(prompts(page)).toHaveCount(5)
  await expectAccessible(page)
  // Also whoever comes straight to the draft sees the report beside it, as wide as there is room.
  await page.reload()
  await expect(prompts(page)).toHaveCount(5, { timeout: 30_000 })
  const preview = page.getByTitle('Voorbeeld van het rapport')
  await expect.poll(async () => (await preview.boundingBox())?.width).toBeGreaterThan(400)
  await expect(preview.contentFrame().getByText(REASON, { exact: true })).toBeVisible({
    timeout: 30_000,
  })

  // What a person must add is not left open.
  await page.getByRole('button', { name: 'Laat goedkeuren' }).click()
  await expect(page.getByText('In de tekst is nog iets niet af.')).toBeVisible({ timeout: 20_000 })
  await prompts(page).first().click()
  const asked = page.getByRole('dialog', { name: 'Hier schrijft u zelf' })
  await asked.getByLabel('Uw tekst').fill('Meer gezinnen weten nu waar zij aan toe zijn.')
  await expectAccessible(page)
  await asked.getByRole('button', { name: 'Zet in de tekst' }).click()
  await expect(text).toContainText('Meer gezinnen weten nu waar zij aan toe zijn.')
  for (let left = 4; left > 0; left--) {
    await expect(prompts(page)).toHaveCount(left)
    await prompts(page).first().click()
    await asked.getByRole('button', { name: 'Laat weg' }).click()
  }
  await expect(prompts(page)).toHaveCount(0)

  // What a programme keeps is put in by searching for it, and cannot be typed over.
  await page.getByRole('button', { name: 'Invoegen' }).click()
  const insert = page.getByRole('dialog', { name: 'Cijfer, tabel of grafiek invoegen' })
  await insert.getByLabel('Zoek een cijfer of een programma').fill('portfolio')
  await insert.getByText('Portfolio van het OZJ', { exact: true }).click()
  await insert.getByLabel('Wat u laat zien').selectOption('grid')
  await insert.getByLabel('Bijschrift').fill('De acties per maand')
  await expect(insert.getByRole('rowheader', { name: /^BB1/ })).toBeVisible({ timeout: 20_000 })
  await expectAccessible(page)
  await insert.getByRole('button', { name: 'Zet in de tekst' }).click()
  await expect(text).toContainText('De acties per maand')

  // A figure that moved gets its footnote, ready to edit.
  await page
    .getByRole('button', { name: /^Cijfer in een zin, Kinderen in de gezinnen: 693/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Voeg uitleg toe' }).click()
  const note = page.getByRole('dialog', { name: 'Voetnoot' })
  await expect(note).toContainText('In het vorige rapport stond hier 670', { timeout: 20_000 })
  await note.getByRole('button', { name: 'Klaar' }).click()
  await saved(page)
  await page.getByRole('button', { name: 'Laat goedkeuren' }).click()
  await expect(page.getByText('Een andere rapporteur moet hem goedkeuren.')).toBeVisible({
    timeout: 30_000,
  })

  const colleague = await (await browserOf('Anouk Visser')).newPage()
  await colleague.goto(page.url())
  await colleague.getByRole('button', { name: 'Keur goed' }).click({ timeout: 30_000 })
  await colleague.getByRole('button', { name: 'Publiceer' }).click({ timeout: 30_000 })
  await expect(colleague.getByRole('radio', { name: /^Iedereen/ })).toBeChecked()
  await expectAccessible(colleague)
  await colleague.getByRole('button', { name: 'Ja, publiceer' }).click()
  await expect(colleague).toHaveURL(/\/rapporten\/\d+$/, { timeout: 60_000 })

  const phone = await browser.newContext({ baseURL: server.url, viewport: PHONE, hasTouch: true })
  const reader = await phone.newPage()
  await reader.goto(`/archief/${ADDRESS}`)
  await expect(reader.getByText('Meer gezinnen weten nu waar zij aan toe zijn.')).toBeVisible()
  await expect(reader.locator('#cijfer-ot-children')).toHaveText('693')
  await expect(reader.getByText(/In het vorige rapport stond hier 670\./)).toBeVisible()
  await expect(reader.getByText(REASON, { exact: true })).toBeVisible()
  await expect(reader.getByRole('table', { name: /De acties per maand/ })).toBeVisible()
  await expect(reader.locator('body')).not.toContainText('Hier schrijft u zelf')
  await expectAccessible(reader)
  await phone.close()

  const { stdout } = await promisify(execFile)(
    process.execPath,
    [inRoot('apps', 'cli', 'bin', 'tijdig.mjs'), 'verify', ADDRESS],
    { env: { ...process.env, TIJDIG_DATA: server.dataFolder } },
  )
  expect(stdout).toContain('is identiek')
})

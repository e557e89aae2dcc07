import type { BrowserContext, Page } from '@playwright/test'
import { expect, expectAccessible, holdBack, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

test.use({ who: 'Esra Demir', apart: 'drafts' })

/** Begins a draft over 31 March 2023, compared with what was known on 6 April. */
async function begin(page: Page): Promise<string> {
  await page.goto('/rapporten?sjabloon=ot/progress&op=2023-03-31&bekend=2023-04-14')
  await page.getByRole('button', { name: 'Begin een concept' }).click()
  await page.getByLabel('Vergelijk de cijfers met').selectOption('1')
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await expect(page).toHaveURL(/\/rapporten\/concept\//, { timeout: 30_000 })
  await expect(text(page)).toContainText('Wij steunen ouders en kinderen')
  return page.url()
}

const text = (page: Page) => page.getByRole('textbox', { name: /^Tekst van/ })
const first = (page: Page) => text(page).locator('p').first()
const saved = (page: Page) =>
  expect(page.getByText('Bewaard', { exact: true })).toBeVisible({ timeout: 20_000 })

async function typeAtEnd(page: Page, words: string): Promise<void> {
  await first(page).click()
  await page.keyboard.press('End')
  for (let line = 0; line < 8; line++) await page.keyboard.press('ArrowDown')
  await first(page).click({ position: { x: 5, y: 8 } })
  await page.keyboard.press('Home')
  await page.keyboard.type(words)
}

async function openAs(
  browserOf: (who: string) => Promise<BrowserContext>,
  who: string,
  address: string,
): Promise<Page> {
  const page = await (await browserOf(who)).newPage()
  await page.goto(address)
  await expect(text(page)).toContainText('Wij steunen')
  return page
}

test('a report that is already written is added to, approved and published', async ({
  page,
  browserOf,
}) => {
  test.setTimeout(240_000)
  const address = await begin(page)
  await expectAccessible(page)
  await typeAtEnd(page, 'Dit schreven wij erbij. ')
  await saved(page)
  const preview = page.frameLocator('iframe[title="Voorbeeld van het rapport"]')
  await expect(preview.getByText('Dit schreven wij erbij.')).toBeVisible({ timeout: 30_000 })

  // A figure says what it is, and explains itself in a footnote whose numbers are figures.
  await page
    .getByRole('button', { name: /^Cijfer in een zin, Kinderen in de gezinnen: 693/ })
    .first()
    .click()
  const figure = page.getByRole('dialog', { name: 'Cijfer in een zin' })
  await expect(figure).toContainText('Stand op 31 maart 2023, zoals bekend op 14 april 2023.')
  await expectAccessible(page)
  await figure.getByRole('button', { name: 'Voeg uitleg toe' }).click()
  const note = page.getByRole('dialog', { name: 'Voetnoot' })
  await expect(note).toContainText('In het vorige rapport stond hier 670', { timeout: 20_000 })
  await expect(note).toContainText('Er kwamen 23 kinderen bij die later bekend werden.')
  await expectAccessible(page)
  await note.getByRole('button', { name: 'Klaar' }).click()
  await saved(page)

  await page.getByRole('button', { name: 'Laat goedkeuren' }).click()
  await expect(page.getByText('Een andere rapporteur moet hem goedkeuren.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Keur goed' })).toBeHidden()

  const other = await openAs(browserOf, 'Anouk Visser', address)
  await other.getByRole('button', { name: 'Stuur terug' }).click()
  await other.getByLabel('Wat moet er anders?').fill('Noem ook de regio.')
  await other.getByRole('dialog').getByRole('button', { name: 'Stuur terug' }).click()
  await expect(page.getByText('Noem ook de regio.').first()).toBeVisible({ timeout: 20_000 })
  await typeAtEnd(page, 'In elke regio. ')
  await saved(page)
  await page.getByRole('button', { name: 'Laat goedkeuren' }).click()
  await other.getByRole('button', { name: 'Keur goed' }).click({ timeout: 20_000 })
  await other.getByRole('button', { name: 'Publiceer' }).click({ timeout: 20_000 })
  await expectAccessible(other)
  await other.getByRole('button', { name: 'Ja, publiceer' }).click()
  await expect(other).toHaveURL(/\/rapporten\/\d+$/, { timeout: 60_000 })
  await other.getByRole('button', { name: 'Controleer' }).click()
  await expect(other.getByText('Alles is gelijk aan wat is gepubliceerd.')).toBeVisible({
    timeout: 60_000,
  })
})

test('two who write in one paragraph lose nothing, also when one has no connection', async ({
  page,
  context,
  browserOf,
}) => {
  test.setTimeout(180_000)
  const address = await begin(page)
  const other = await openAs(browserOf, 'Tom Verhoeven', address)
  await typeAtEnd(page, 'Een. ')
  await expect(text(other)).toContainText('Een. ', { timeout: 20_000 })
  await context.setOffline(true)
  await typeAtEnd(page, 'Zonder verbinding. ')
  await expect(page.getByText('Wat u typt, blijft hier staan.')).toBeVisible({ timeout: 20_000 })
  await typeAtEnd(other, 'Intussen van Tom. ')
  await saved(other)
  await context.setOffline(false)
  await saved(page)
  for (const one of [page, other]) {
    for (const words of ['Een. ', 'Zonder verbinding. ', 'Intussen van Tom. ']) {
      await expect(first(one)).toContainText(words, { timeout: 20_000 })
    }
  }
  expect(await first(page).textContent()).toBe(await first(other).textContent())
})

test(
  'what was typed without a connection is there again after the page was closed',
  NARROW,
  async ({ page, context }) => {
    test.setTimeout(120_000)
    const address = await begin(page)
    await page.route('**/api/v1/drafts/*/steps', (route) => route.abort())
    await typeAtEnd(page, 'Bijna kwijt. ')
    await expect(page.getByText('Wat u typt, blijft hier staan.')).toBeVisible({ timeout: 20_000 })
    await page.close({ runBeforeUnload: false })
    const again = await context.newPage()
    await again.goto(address)
    await expect(text(again)).toContainText('Bijna kwijt.', { timeout: 20_000 })
    await saved(again)
  },
)

test('what comes in late takes nothing from who is typing', NARROW, async ({ page }) => {
  const release = await holdBack(page, '**/api/v1/programmes')
  await begin(page)
  await typeAtEnd(page, 'Half')
  const came = page.waitForResponse('**/api/v1/programmes')
  release()
  await came
  await page.keyboard.type('weg, want wie schrijft, wordt niet gestoord door wat nog binnenkomt. ')
  await expect(text(page)).toContainText(/Halfweg, want .* wat nog binnenkomt\. /)
  await saved(page)
})

test('leaving with what is not kept yet is asked about', async ({ page }) => {
  test.setTimeout(120_000)
  await begin(page)
  await page.route('**/api/v1/drafts/*/steps', (route) => route.abort())
  await typeAtEnd(page, 'Nog niet. ')
  await expect(page.getByText('Wat u typt, blijft hier staan.')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('link', { name: 'Alle rapporten' }).click()
  await expect(page.getByRole('dialog', { name: 'Nog niet alles is bewaard' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Blijf hier' }).click()
  await expect(text(page)).toContainText('Nog niet.')
})

test('what can no longer be kept is told and offered to copy', async ({ page, browserOf }) => {
  test.setTimeout(120_000)
  const address = await begin(page)
  const other = await openAs(browserOf, 'Anouk Visser', address)
  await page.route('**/api/v1/drafts/*/changes*', (route) => route.abort())
  await other.getByRole('button', { name: 'Laat goedkeuren' }).click()
  await expect(other.getByText('In dit concept kunt u nu niet schrijven.')).toBeVisible({
    timeout: 20_000,
  })
  await typeAtEnd(page, 'Te laat. ')
  await expect(page.getByLabel('De tekst zoals u die zag, om te kopiëren')).toHaveValue(
    /Te laat\./,
    {
      timeout: 20_000,
    },
  )
  await expectAccessible(page)
})

test(
  'a block is put in by keyboard: searched, chosen, seen and placed',
  NARROW,
  async ({ page }) => {
    test.setTimeout(120_000)
    await begin(page)
    await first(page).click({ position: { x: 5, y: 8 } })
    await page.getByRole('button', { name: 'Invoegen: cijfer, tabel of grafiek' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: /invoegen/ })
    await dialog.getByLabel('Zoek een cijfer').fill('kinderen uit huis')
    await dialog.getByRole('radio', { name: 'Kinderen die uit huis zijn geplaatst' }).press('Space')
    await dialog.getByLabel('In welke vorm').selectOption('table')
    await dialog.getByRole('checkbox').first().press('Space')
    await expect(dialog.getByText('Zo komt het te staan:')).toBeVisible({ timeout: 20_000 })
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Zet in de tekst' }).press('Enter')
    await expect(dialog).toBeHidden()
    await expect(
      page.getByRole('button', { name: /^Tabel, Kinderen die uit huis zijn geplaatst/ }).first(),
    ).toBeVisible()
    // The new block is selected: Enter opens it.
    await page.keyboard.press('Enter')
    const opened = page.getByRole('dialog', { name: 'Tabel' })
    await opened.getByRole('button', { name: 'Haal weg' }).press('Enter')
    await expect(opened).toBeHidden()
    await saved(page)
    await expectAccessible(page)
  },
)

test('remarks, language and versions stand beside the text', NARROW, async ({ page }) => {
  test.setTimeout(120_000)
  await begin(page)
  await typeAtEnd(page, 'Indien dit kan. ')
  await saved(page)
  await page.getByRole('button', { name: 'Taal' }).click()
  await expect(page.getByText('“Indien” is een moeilijk woord. Liever: als.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ga naar “Indien”' }).click()
  await page.getByRole('button', { name: 'Opmerking bij de geselecteerde tekst' }).click()
  await page.getByLabel('Opmerking bij “Indien”').fill('Liever als.')
  await page.getByRole('button', { name: 'Plaats de opmerking' }).click()
  await expect(page.getByRole('button', { name: 'Bij “Indien”' })).toBeVisible({ timeout: 20_000 })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Versies' }).click()
  await page.getByLabel('Bewaar deze versie onder een naam').fill('Voor het overleg')
  await page.getByRole('button', { name: 'Bewaar deze versie' }).click()
  await expect(page.getByText('Voor het overleg')).toBeVisible()
  await page
    .getByRole('button', { name: /Bekijk wat er sindsdien/ })
    .last()
    .click()
  const differences = page.getByRole('dialog', { name: 'Wat er sindsdien anders is' })
  await expect(differences.locator('ins')).toContainText('Indien dit kan.')
  await expectAccessible(page)
  await differences.getByRole('button', { name: 'Zet deze tekst terug' }).click()
  await expect(text(page)).not.toContainText('Indien dit kan.')
  await saved(page)
})

test('a draft that is not there says so', NARROW, async ({ page }) => {
  await page.goto('/rapporten/concept/00000000-0000-4000-8000-000000000000')
  await expect(page.getByText('Dit concept is er niet.')).toBeVisible()
  await expectAccessible(page)
})

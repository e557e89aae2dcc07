import { expect, expectAccessible, test } from './page-test.ts'

const NARROW = { tag: '@smal' }
const REPORT = '/archief/ot-progress/2023-03-31'
const CHANGES = '/archief/ozj-quarterly/wijzigingen'

test.describe('the public archive, without signing in and without scripts', () => {
  test.use({ who: null })

  test(
    'is searched, read, pointed into and compared',
    NARROW,
    async ({ browser, baseURL, viewport }) => {
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport,
        ...(baseURL === undefined ? {} : { baseURL }),
      })
      const page = await context.newPage()
      await page.goto('/archief')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alle rapporten')
      await page.getByLabel('Woorden uit titel of tekst').fill('pleeggezin')
      await page.getByRole('button', { name: 'Zoek' }).click()
      await expect(page.getByText('Eén uitgave.')).toBeVisible()
      await page
        .getByRole('link', { name: /Voortgang van het ondersteuningsteam, stand op/ })
        .click()
      await expect(page).toHaveURL(new RegExp(`${REPORT}$`))

      await page.getByRole('link', { name: 'Link naar dit onderdeel De kinderen' }).click()
      await expect(page).toHaveURL(/#de-kinderen$/)
      await page.locator('#cijfer-ot-children a').click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kinderen in de gezinnen')
      await expect(page.locator('.waarde')).toHaveText('693')
      await page.getByRole('link', { name: 'Naar deze plek in het rapport' }).click()
      await expect(page.locator('#cijfer-ot-children')).toBeInViewport()

      await page.goto(CHANGES)
      await page.getByLabel('Van', { exact: true }).selectOption('2023-03-31')
      await page.getByLabel('Naar', { exact: true }).selectOption('2023-03-31-2')
      await page.getByRole('button', { name: 'Vergelijk' }).click()
      await expect(
        page.getByRole('row', { name: /Kinderen in de gezinnen 670 \+23 0 0 0 693/ }),
      ).toBeVisible()
      await expect(page.locator('del').filter({ hasText: '670' })).toBeVisible()
      await context.close()
    },
  )

  test('gives feeds and a map that are well formed', async ({ page }) => {
    await page.goto('/archief')
    for (const path of ['/archief/feed.xml', '/archief/ot-progress/feed.xml', '/sitemap.xml']) {
      const text = await (await page.request.get(path)).text()
      const faults = await page.evaluate(
        (xml) =>
          new DOMParser().parseFromString(xml, 'application/xml').querySelectorAll('parsererror')
            .length,
        text,
      )
      expect(faults, path).toBe(0)
    }
  })

  for (const path of [
    '/archief',
    '/archief/ozj-quarterly',
    REPORT,
    '/archief/ozj-quarterly/2023-03-31-2/cijfers/ot-children',
    `${CHANGES}?van=2023-03-31&naar=2023-03-31-2`,
    '/archief/nergens',
  ]) {
    test(`can be used by everybody: ${path}`, NARROW, async ({ page }) => {
      // A whole report has more than axe looks through in a moment.
      test.slow()
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Tab')
      await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused()
    })
  }
})

test.describe('a publication for everybody', () => {
  test.use({ who: 'Esra Demir' })

  test('is chosen so, read by strangers, and withdrawn', async ({ page, browser, baseURL }) => {
    test.slow()
    await page.goto('/rapporten?sjabloon=ot/progress&op=2023-01-31&bekend=2023-02-06')
    await page.getByRole('button', { name: 'Publiceer dit rapport' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('radio', { name: /Alleen wie inlogt/ })).toBeChecked()
    await dialog.getByRole('radio', { name: /^Iedereen/ }).check()
    await expect(dialog.getByText('Dit rapport toont aantallen zoals geteld.')).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Ja, publiceer' }).click()
    await expect(page).toHaveURL(/\/rapporten\/\d+$/, { timeout: 45_000 })
    const link = page.getByRole('link', { name: 'bekijk het in het openbare archief' })
    const address = (await link.getAttribute('href')) ?? ''
    expect(address).toBe('/archief/ot-progress/2023-01-31')

    const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
    const stranger = await context.newPage()
    await stranger.goto(address)
    await expect(stranger.getByRole('link', { name: 'PDF', exact: true })).toBeVisible()

    await page.getByRole('button', { name: 'Trek dit rapport in' }).click()
    await page.getByRole('button', { name: 'Ja, trek het in' }).click()
    await expect(page.getByText('Schrijf waarom u het intrekt.')).toBeVisible()
    await page.getByLabel('Waarom trekt u het in?').fill('Een aantal klopte niet.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ja, trek het in' }).click()
    await expect(page.getByText(/^Ingetrokken op/)).toBeVisible()
    await expectAccessible(page)

    await stranger.goto(address)
    await expect(stranger.getByText('Deze uitgave is ingetrokken')).toBeVisible()
    await expect(stranger.getByText('Een aantal klopte niet.')).toBeVisible()
    await expectAccessible(stranger)
    await context.close()
  })
})

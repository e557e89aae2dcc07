import { expect, expectAccessible, letFail, test } from './page-test.ts'

const NARROW = { tag: '@smal' }
const MONTH =
  /^(Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December) 20\d\d$/

test.describe('for who delivers', () => {
  test.use({ who: 'Joost Mulder' })

  test('what was delivered, what changed, and whether it still holds', NARROW, async ({ page }) => {
    test.slow()
    await page.goto('/')
    await page
      .getByRole('navigation', { name: 'Hoofdmenu' })
      .getByRole('link', { name: 'Leveringen' })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: 'Leveringen' })).toBeVisible()
    await expect(page.getByText(/wordt vanzelf gemaakt op \d+ \w+ 20\d\d/)).toBeVisible()
    const months = page.getByRole('table').getByRole('link', { name: MONTH })
    await expect(months).toHaveCount(2)
    await expect(page.getByText('eerste levering')).toBeVisible()
    await expectAccessible(page)

    await months.first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Levering over/)
    const changed = page.getByRole('region', { name: /Wat er veranderde/ })
    await expect(changed.getByText(/De vorige levering ging over de stand op/)).toBeVisible()
    await expect(
      page.getByRole('row', { name: /Gedragen plan binnen zes weken/ }).first(),
    ).toBeVisible()
    for (const file of ['report.pdf', 'figures.csv']) {
      const href = await page
        .getByRole('link', { name: file === 'report.pdf' ? /PDF/ : 'Cijfers als CSV' })
        .getAttribute('href')
      const answer = await page.request.get(href ?? '')
      expect([answer.status(), href?.endsWith(file)]).toEqual([200, true])
    }
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Controleer' }).click()
    await expect(page.getByText('Alles is gelijk aan wat is gepubliceerd.')).toBeVisible({
      timeout: 45_000,
    })
  })

  test('as it stands now it says that it is not delivered', NARROW, async ({ page }) => {
    await page.goto('/leveringen')
    await page.getByRole('link', { name: 'Bekijk hoe het er nu voor staat' }).click()
    await expect(page.getByText('Dit is nog niet geleverd.')).toBeVisible()
    await expect(page.getByText(/U ziet hier de precieze aantallen/)).toBeVisible()
    await expect(page.getByRole('row', { name: /Passende hulp/ }).first()).toBeVisible()
    await expectAccessible(page)
  })

  test('what fails says so, and that it will be tried again', NARROW, async ({ page }) => {
    await page.route('**/api/v1/deliveries', async (route) => {
      const answer = await route.fetch()
      const body = await answer.json()
      const failed = { tries: 3, at: '2023-04-11T08:00:00Z' }
      body.awaited = [{ ...body.awaited[0], isDue: true, failed }]
      body.lines = []
      await route.fulfill({ json: body })
    })
    await page.goto('/leveringen')
    await expect(page.getByText(/is nog niet gelukt/)).toBeVisible()
    await expect(
      page.getByText(/Het is 3 keer geprobeerd, voor het laatst op 11 april 2023/),
    ).toBeVisible()
    await expect(page.getByText('Er is nog niets geleverd.')).toBeVisible()
    await expectAccessible(page)
  })

  test('a list that fails, and a delivery that is not there', NARROW, async ({ page }) => {
    await page.goto('/leveringen/9999')
    await expect(page.getByText('Deze levering is er niet, of u mag haar niet zien.')).toBeVisible()
    await expectAccessible(page)
    await letFail(page, '**/api/v1/deliveries')
    await page.goto('/leveringen')
    await expect(page.getByRole('alert')).toContainText('Er ging iets mis op de server.')
  })
})

test.describe('for who gets it', () => {
  test.use({ who: 'Yvonne Kramer' })

  test('the municipality reads it, and not how it stands now', NARROW, async ({ page }) => {
    await page.goto('/leveringen')
    const months = page.getByRole('table').getByRole('link', { name: MONTH })
    await expect(months).toHaveCount(2)
    await expect(page.getByText('Bekijk hoe het er nu voor staat')).toBeHidden()
    await months.last().click()
    await expect(page.getByText('Dit is de eerste levering.')).toBeVisible()
    await expect(page.getByText(/minder dan 3/).first()).toBeVisible()
    await expectAccessible(page)
    await page.goto('/rapporten')
    await expect(page.getByText('Maandelijkse levering')).toBeHidden()
  })
})

test.describe('for anybody else', () => {
  test.use({ who: 'Marieke Postma' })

  test('there are none', async ({ page }) => {
    await page.goto('/leveringen')
    await expect(page.getByText('Deze pagina is niet voor uw rol.')).toBeVisible()
    await expect(
      page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Leveringen' }),
    ).toBeHidden()
  })
})

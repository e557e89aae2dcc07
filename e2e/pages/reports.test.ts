import { expect, expectAccessible, letFail, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

test.use({ who: 'Esra Demir' })

test('preview, publish, verify, and what changed since', async ({ page }) => {
  test.slow()
  for (const knownAt of ['2023-04-06', '2023-04-14']) {
    await page.goto(`/rapporten?sjabloon=ot/progress&op=2023-03-31&bekend=${knownAt}`)
    const preview = page.frameLocator('iframe[title^="Voorbeeld van"]')
    await expect(preview.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(preview.getByText(knownAt === '2023-04-06' ? '670' : '693').first()).toBeVisible()
    await page.getByRole('button', { name: 'Publiceer dit rapport' }).click()
    const dialog = page.getByRole('dialog', { name: 'Dit rapport publiceren?' })
    await expect(dialog).toContainText('31 maart 2023')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Ja, publiceer' }).click()
    await expect(page).toHaveURL(/\/rapporten\/\d+$/, { timeout: 45_000 })
  }

  const number = Number(page.url().split('/').at(-1))
  await expect(page.getByText(`Publicatie nummer ${number}`)).toBeVisible()
  const children = page.getByRole('group').filter({ hasText: 'Kinderen in de gezinnen' })
  await expect(children).toContainText('693')
  await children.getByText('Kinderen in de gezinnen').first().click()
  await expect(children.getByRole('row', { name: 'Totaal versie 1 693' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Controleer' }).click()
  await expect(page.getByText('Alles is gelijk aan wat is gepubliceerd.')).toBeVisible({
    timeout: 45_000,
  })
  await expectAccessible(page)

  const files = ['report.html', 'report.pdf', 'report.docx', 'figures.csv', 'figures.json']
  for (const file of [...files, 'definitions.csv', 'definitions.json']) {
    await expect(page.locator(`a[href$="/${number}/${file}"]`)).toBeVisible()
    const answer = await page.request.get(`/api/v1/publications/${number}/${file}`)
    expect(answer.ok()).toBe(true)
  }

  await page.getByRole('link', { name: new RegExp(`nummer ${number - 1}:`) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`sinds nummer ${number - 1}`)
  await page.getByLabel('Cijfer', { exact: true }).selectOption('ot.children')
  await expect(page.getByRole('img', { name: /van 670 naar 693/ })).toBeVisible()
  await expect(
    page.getByText('23 meer door wat na 6 april 2023 alsnog is vastgelegd.', { exact: true }),
  ).toBeVisible()
  await expectAccessible(page)

  await page.goto('/rapporten')
  await expect(page.getByRole('link', { name: new RegExp(`Nummer ${number}:`) })).toBeVisible()
  await expectAccessible(page)
})

test('publishing can be thought over', NARROW, async ({ page }) => {
  await page.goto('/rapporten?sjabloon=ot/progress')
  const button = page.getByRole('button', { name: 'Publiceer dit rapport' })
  await button.click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Nee, terug' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(button).toBeFocused()
  await expectAccessible(page)
})

test(
  'what nobody has written yet is said first, and is not published',
  NARROW,
  async ({ page }) => {
    test.slow()
    await page.goto('/rapporten?sjabloon=ozj/quarterly&op=2023-03-31&bekend=2023-04-06')
    const asked = page.getByRole('status').filter({ hasText: 'nog 5 zinnen te schrijven' })
    await expect(asked.getByRole('listitem')).toHaveCount(5)
    const question = 'Waardoor nam het aantal aanmeldingen toe of af?'
    await expect(asked).toContainText(`Onder “Aanmeldingen en trajecten”: ${question}`)
    await expect(asked.getByRole('button').first()).toHaveText('Begin een concept')
    await expectAccessible(page)
    await asked.getByRole('button', { name: 'Publiceer zonder deze zinnen' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('nog 5 zinnen te schrijven. Die komen er dan niet in.')
    await dialog.getByRole('radio', { name: /Alleen wie inlogt/ }).check()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Ja, publiceer' }).click()
    await expect(page).toHaveURL(/\/rapporten\/\d+$/, { timeout: 45_000 })
    const number = page.url().split('/').at(-1)
    const answer = await page.request.get(`/api/v1/publications/${number}/report.html`)
    expect(await answer.text()).toContain('Aanmeldingen en trajecten')
    expect(await answer.text()).not.toContain(question)
  },
)

test('what went wrong with publishing is said in the dialogue', NARROW, async ({ page }) => {
  await page.goto('/rapporten?sjabloon=ot/progress')
  await page.route('**/api/v1/publications', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: '{"code":"stopping","status":503}',
        })
      : route.continue(),
  )
  await page.getByRole('button', { name: 'Publiceer dit rapport' }).click()
  await page.getByRole('button', { name: 'Ja, publiceer' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText('De server wordt gestopt.')
  await expect(dialog.getByRole('button', { name: 'Probeer opnieuw' })).toBeVisible()
  await expectAccessible(page)
})

test('what is known in the future cannot be published', NARROW, async ({ page }) => {
  await page.goto('/rapporten?sjabloon=ot/progress&op=2023-03-31&bekend=2199-01-01')
  await page.getByRole('button', { name: 'Publiceer dit rapport' }).click()
  await page.getByRole('button', { name: 'Ja, publiceer' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(
    'Over de toekomst is nog niets bekend.',
  )
})

test('a difference is shown as one', NARROW, async ({ page }) => {
  await page.route('**/api/v1/publications/*/verification', (route) =>
    route.fulfill({
      contentType: 'application/json',
      body: JSON.stringify({
        number: 1,
        identical: false,
        position: 10,
        eventsRead: 10,
        differences: [
          { what: 'figure', name: 'ot.children', published: '693', recalculated: '692' },
        ],
      }),
    }),
  )
  await page.goto('/rapporten?sjabloon=ot/progress&op=2023-01-31&bekend=2023-02-06')
  await page.getByRole('button', { name: 'Publiceer dit rapport' }).click()
  await page.getByRole('button', { name: 'Ja, publiceer' }).click()
  await expect(page).toHaveURL(/\/rapporten\/\d+$/, { timeout: 45_000 })
  await page.getByRole('button', { name: 'Controleer' }).click()
  await expect(page.getByRole('alert')).toContainText('Er is één verschil.')
  await expect(page.getByRole('row', { name: /^ot\.children Cijfer/ })).toContainText('692')
  await expectAccessible(page)
})

test('a publication that is not there', NARROW, async ({ page }) => {
  await page.goto('/rapporten/9999')
  await expect(page.getByText('Publicatie 9999 is niet gevonden.')).toBeVisible()
  await expectAccessible(page)
})

test('a list that fails says so', NARROW, async ({ page }) => {
  await letFail(page, '**/api/v1/publications')
  await page.goto('/rapporten')
  await expect(page.getByRole('alert')).toContainText('Er ging iets mis op de server.')
  await expectAccessible(page)
})

import { expect, expectAccessible, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

test.use({ who: 'Marieke Postma' })

test(
  'shared with a provider: what was chosen and no more, until it is ended',
  NARROW,
  async ({ page, browserOf }, { project }) => {
    test.slow()
    const number = project.name === 'smal' ? 'JB-00371' : 'JB-00386'
    await page.goto(`/trajecten/jbjr/${number}`)
    await expect(page.getByRole('region', { name: 'Betrokken' })).toContainText(
      'William Schrikker Stichting',
    )
    await page.getByRole('link', { name: 'Delen met een andere organisatie' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Controleer wat u deelt' }).click()
    await expect(page.getByText('Kies met wie u deelt.')).toBeVisible()
    await expect(page.getByLabel('Met welke organisatie?')).toBeFocused()
    await expectAccessible(page)

    await page
      .getByLabel('Met welke organisatie?')
      .selectOption({ label: 'De Brug jeugdhulp (zorgaanbieder)' })
    await page.getByRole('checkbox', { name: 'Maatregel', exact: true }).check()
    await page.getByRole('radio', { name: 'Gegeven', exact: true }).check()
    await page.getByRole('button', { name: 'Controleer wat u deelt' }).click()
    await expect(page.getByRole('heading', { name: 'Klopt dit?' })).toBeFocused()
    await expect(page.getByRole('region', { name: 'Klopt dit?' })).toContainText(
      'De Brug jeugdhulp',
    )
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Deel deze gegevens' }).click()
    await expect(page.getByText(/^Gedeeld met De Brug jeugdhulp, tot en met/)).toBeVisible()
    await expect(page.getByRole('region', { name: 'Betrokken' })).toContainText(
      /De Brug jeugdhulp ziet tot en met .*: maatregel\./,
    )
    await expectAccessible(page)

    const provider = await (await browserOf('Noor Jansma')).newPage()
    await provider.goto('/trajecten?route=jbjr')
    await expect(provider.getByRole('link', { name: 'Met ons gedeeld' })).toHaveAttribute(
      'aria-current',
      'page',
    )
    await expectAccessible(provider)
    await provider.getByRole('link', { name: number }).click()
    await expect(provider.getByText('Dit traject is met uw organisatie gedeeld.')).toBeVisible()
    await expect(provider.getByText(/U ziet alleen: maatregel\. Dat kan tot en met/)).toBeVisible()
    await expect(provider.getByText('Gemeente')).toHaveCount(0)
    await expectAccessible(provider)

    await page.getByRole('button', { name: 'Delen stoppen met De Brug jeugdhulp' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ja, stop met delen' }).click()
    await expect(page.getByRole('button', { name: /^Delen stoppen/ })).toHaveCount(0)
    await provider.reload()
    await expect(
      provider.getByText('Dit traject is er niet, of u mag het niet zien.'),
    ).toBeVisible()
  },
)

test('a family that refuses: it is recorded, and nothing is shared', async ({ page }) => {
  await page.goto('/trajecten/jbjr/JB-00461/delen')
  await page
    .getByLabel('Met welke organisatie?')
    .selectOption({ label: 'De Brug jeugdhulp (zorgaanbieder)' })
  await page.getByRole('checkbox').first().check()
  await page.getByRole('radio', { name: /^Geweigerd/ }).check()
  await page.getByRole('button', { name: 'Controleer wat u deelt' }).click()
  await expect(page.getByText('Er wordt niets gedeeld.')).toBeVisible()
  await page.getByRole('button', { name: 'Leg de weigering vast' }).click()
  await expect(page.getByText(/^Vastgelegd dat het gezin geen toestemming gaf/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Betrokken' })).not.toContainText('De Brug')
})

test('a step is recorded, and stands in what happened', NARROW, async ({ page }, { project }) => {
  const number = project.name === 'smal' ? 'JB-00528' : 'JB-00587'
  await page.goto(`/trajecten/jbjr/${number}`)
  await page.getByRole('link', { name: 'Iets vastleggen' }).click()
  await page.getByLabel('Wat gebeurde er?').selectOption({ label: 'Hulp gestart' })
  await page.getByLabel('Op welke dag?').fill('2023-03-20')
  await page.getByLabel('Soort hulp (hoeft niet)').selectOption({ label: 'Hulp thuis' })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(page.getByText('Vastgelegd: Hulp gestart, 20 maart 2023.')).toBeVisible()
  const item = page.locator('.tijdig-timeline__item').filter({ hasText: 'Hulp gestart' })
  await expect(item).toContainText('hulp thuis')
  await expectAccessible(page)
})

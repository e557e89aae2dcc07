import { expect, expectAccessible, holdBack, letFail, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

test('a correction shows what it replaced, and when it became known', NARROW, async ({ page }) => {
  await page.goto('/trajecten/ot/OT-0094')
  const timeline = page.getByRole('list').filter({ has: page.locator('.tijdig-timeline__item') })
  const before = timeline.getByRole('listitem').filter({ hasText: 'Verbeterd: geldt niet meer' })
  const after = timeline.getByRole('listitem').filter({ hasText: 'Vervangt' })
  await expect(before.getByRole('heading').locator('del')).toHaveText('Aangemeld')
  await expect(before).toContainText('Vervangen op 10 juni 2022')
  await expect(after).toContainText('Bekend op 10 juni 2022 (16 dagen later)')
  await before.getByRole('link').click()
  await expect(after).toBeInViewport()
  await expect(page.getByRole('img', { name: /1 later verbeterd of ingetrokken/ })).toBeVisible()
  await expectAccessible(page)
})

test('before the correction was known, there was none', async ({ page }) => {
  await page.goto('/trajecten/ot/OT-0094?op=2022-06-09&bekend=2022-06-09')
  await expect(
    page.getByText('Bekeken: stand op 9 juni 2022, zoals bekend op 9 juni 2022'),
  ).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Aangemeld' })).toBeVisible()
  await expect(page.getByText('Verbeterd: geldt niet meer')).toHaveCount(0)
  await page.getByRole('button', { name: 'Toon alles wat nu bekend is' }).click()
  await expect(page.getByText('Verbeterd: geldt niet meer')).toBeVisible()
})

test('terms say how they ended, in words', NARROW, async ({ browserOf }) => {
  const page = await (await browserOf('Fatima el Amrani')).newPage()
  await page.goto('/trajecten/jbjr/JB-00066')
  const terms = page.getByRole('region', { name: 'Termijnen' }).getByRole('listitem')
  await expect(terms).toHaveCount(4)
  for (const term of await terms.all()) {
    await expect(term).toContainText(/Op tijd|Te laat|Nog niet gedaan, te laat|Loopt nog|Vervallen/)
    await expect(term).toContainText(/Norm: /)
  }
  await expectAccessible(page)
})

test('a number that is not there', NARROW, async ({ page }) => {
  await page.goto('/trajecten/ot/OT-9999')
  await expect(page.getByText('Dit traject is er niet, of u mag het niet zien.')).toBeVisible()
  await expectAccessible(page)
})

test('waiting and failing have their own sight', NARROW, async ({ page }) => {
  const release = await holdBack(page, '**/api/v1/trajectories/ot/*')
  await page.goto('/trajecten/ot/OT-0001')
  await expect(page.getByText('Het traject wordt opgehaald.')).toBeAttached()
  await expectAccessible(page)
  release()
  await expect(page.getByRole('heading', { name: 'Wat er gebeurde' })).toBeVisible()
  await page.unrouteAll({ behavior: 'wait' })
  await letFail(page, '**/api/v1/trajectories/ot/*')
  await page.goto('/trajecten/ot/OT-0002')
  await expect(page.getByRole('alert')).toContainText('Er ging iets mis op de server.')
  await expectAccessible(page)
})

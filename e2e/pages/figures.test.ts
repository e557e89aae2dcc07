import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, letFail, test } from './page-test.ts'

const NARROW = { tag: '@smal' }
test.use({ who: 'Tom Verhoeven' })

const AT_14 = 'route=ot&op=2023-03-31&bekend=2023-04-14'

test(
  'a figure, split up, as chart and table, with its definition in words',
  NARROW,
  async ({ page }) => {
    await page.goto(`/cijfers?${AT_14}`)
    await page.getByLabel('Cijfer', { exact: true }).selectOption('ot.children-placed')
    await expect(page.getByText('279', { exact: true })).toBeVisible()
    await expect(page.getByText(/Definitie versie 1, geldt vanaf/)).toBeVisible()
    await page.getByLabel('Uitgesplitst naar').selectOption('placement')
    await expect(page).toHaveURL(/per=placement/)
    await expect(page.getByRole('img', { name: /naar / })).toBeVisible()
    await expect(page.getByRole('row', { name: /leeggezin/ })).toContainText('94')
    await expectAccessible(page)
  },
)

test('the file to download holds the same numbers', async ({ page }) => {
  await page.goto(`/cijfers?${AT_14}&cijfer=ot.children-placed&per=placement`)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download als CSV' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text).toMatch(/foster-family.*\b94\b/)
  expect(text.trim().split('\n')).toHaveLength(8)
})

test('two versions of a definition stand side by side', async ({ page }) => {
  await page.goto(`/cijfers?${AT_14}&cijfer=ot.status&definitie=all`)
  await expect(page.getByRole('row', { name: /^Niet gestart/ })).toContainText('73')
  await expect(page.getByRole('row', { name: /^Nog niet gestart/ })).toContainText('27')
  await expectAccessible(page)
})

test('a second question explains the difference', NARROW, async ({ page }) => {
  await page.goto(`/cijfers?${AT_14}&cijfer=ot.children&met=2023-03-31@2023-04-06`)
  await expect(page.getByText('670 → 693')).toBeVisible()
  await expect(
    page.getByText('23 meer door wat na 6 april 2023 alsnog is vastgelegd.', { exact: true }),
  ).toBeVisible()
  await expect(page.getByRole('img', { name: /van 670 naar 693/ })).toBeVisible()
  await expectAccessible(page)
})

test('an old definition is a reason of its own', async ({ page }) => {
  await page.goto(
    `/cijfers?${AT_14}&cijfer=ot.status&definitie=2023-02-01&met=2023-03-31@2023-04-14%232022-04-04`,
  )
  await expect(
    page.getByRole('listitem').filter({ hasText: 'door een andere definitie van het cijfer' }),
  ).toBeVisible()
})

test('a split that cannot be made says so', NARROW, async ({ page }) => {
  await letFail(page, '**/api/v1/figures?*', 400, 'dimension-unknown')
  await page.goto(`/cijfers?${AT_14}&cijfer=ot.children-placed&per=placement`)
  await expect(page.getByRole('alert')).toContainText('Zo is dit cijfer niet uit te splitsen.')
  await expectAccessible(page)
})

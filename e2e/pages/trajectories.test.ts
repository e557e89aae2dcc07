import { expect, expectAccessible, holdBack, letFail, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

test('all trajectories, a page at a time', NARROW, async ({ page }) => {
  await page.goto('/trajecten?route=ot')
  await expect(page.getByText('381 trajecten, pagina 1 van 16')).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(26)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Volgende, pagina 2' }).click()
  await expect(page).toHaveURL(/pagina=2/)
  await expect(page.getByText('pagina 2 van 16')).toBeVisible()
  await page.goBack()
  await expect(page.getByText('pagina 1 van 16')).toBeVisible()
})

test('part of a number finds a trajectory while it is typed', async ({ page }) => {
  await page.goto('/trajecten?route=ot')
  await page.getByLabel('Nummer', { exact: true }).pressSequentially('0094')
  await expect(page).toHaveURL(/zoek=0094/)
  await expect(page.getByText('1 traject', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'OT-0094' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Traject OT-0094' })).toBeFocused()
  await page.goBack()
  await expect(page.getByLabel('Nummer', { exact: true })).toHaveValue('0094')
})

test('a state and an attribute narrow the list, and stand in the address', async ({ page }) => {
  await page.goto('/trajecten?route=ot')
  await page.getByLabel('Toestand', { exact: true }).selectOption({ label: 'Heropend' })
  await expect(page.getByText('10 trajecten', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(/toestand=reopened/)
  const kinds = page.getByLabel('Kenmerk', { exact: true })
  const value = await kinds.locator('optgroup option').first().getAttribute('value')
  await kinds.selectOption(value)
  await expect(page).toHaveURL(/kenmerk=/)
  const fewer = await page
    .locator('.tijdig-trajectories__total strong')
    .textContent()
    .catch(() => '0')
  expect(Number(fewer)).toBeLessThanOrEqual(10)
  await page.reload()
  await expect(page.getByLabel('Toestand', { exact: true })).toHaveValue('reopened')
  await expect(kinds).toHaveValue(value ?? '')
})

test('a column head sorts, and says how', async ({ page }) => {
  await page.goto('/trajecten?route=ot')
  const head = page.getByRole('columnheader', { name: 'Nummer' })
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await expect(page.getByRole('rowheader').first()).toHaveText('OT-0381')
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await expect(page.getByRole('rowheader').first()).toHaveText('OT-0001')
})

test('nothing found says what to do', NARROW, async ({ page }) => {
  await page.goto('/trajecten?route=ot&zoek=bestaat-niet')
  await expect(page.getByText('Er is geen traject gevonden.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Alle trajecten tonen' }).click()
  await expect(page.getByText('381 trajecten')).toBeVisible()
})

test('waiting and failing have their own sight', NARROW, async ({ page }) => {
  const release = await holdBack(page, '**/api/v1/trajectories?*')
  await page.goto('/trajecten?route=ot')
  await expect(page.getByText('De trajecten worden opgehaald.')).toBeAttached()
  await expectAccessible(page)
  release()
  await expect(page.getByText('381 trajecten')).toBeVisible()
  await page.unrouteAll({ behavior: 'wait' })
  await letFail(page, '**/api/v1/trajectories?*', 503, 'stopping')
  await page.goto('/trajecten?route=ot&zoek=1')
  await expect(page.getByRole('alert')).toContainText('De server wordt gestopt.')
  await expectAccessible(page)
})

import { expect, expectAccessible, holdBack, letFail, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

test.describe('a worker', () => {
  test.use({ who: 'Lotte Vermeer' })

  test(
    'begins at what is to be done, with its reason and the step to take',
    NARROW,
    async ({ page }) => {
      await page.goto('/')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mijn werk')
      const parts = page.getByRole('navigation', { name: 'Welk deel' })
      await expect(parts.getByRole('link', { name: /Te laat/ })).toHaveAttribute(
        'aria-current',
        'page',
      )
      const line = page.getByRole('row').filter({ hasText: 'JB-00901' })
      await expect(line).toContainText('Gedragen plan')
      await expect(line).toContainText(
        'Binnen zes weken een plan waar het gezin achter staat. De termijn begon op',
      )
      await expect(line).toContainText(/\d+ dag(en)? te laat/)
      await expectAccessible(page)
      await line.getByRole('link', { name: /^Leg vast: plan vastgesteld/ }).click()
      await expect(page.getByLabel('Wat gebeurde er?')).toHaveValue('planEstablished')
    },
  )

  test('counts as many as there are lines, in each part', async ({ page }) => {
    await page.goto('/werk')
    const parts = page.getByRole('navigation', { name: 'Welk deel' }).getByRole('link')
    await expect(parts).toHaveCount(5)
    for (let place = 0; place < 5; place++) {
      const part = parts.nth(place)
      const count = Number(await part.locator('.tijdig-part__count').textContent())
      await part.click()
      await expect(part).toHaveAttribute('aria-current', 'page')
      if (count === 0) await expect(page.getByText(/^Hier staat niets/)).toBeVisible()
      else await expect(page.getByRole('row')).toHaveCount(count + 1)
    }
  })

  test('sees what stands still, and what waits for a lead', NARROW, async ({ page }) => {
    await page.goto('/werk?deel=wacht')
    const still = page.getByRole('row').filter({ hasText: 'JB-00907' })
    await expect(still).toContainText('en staat nu stil.')
    await page.getByRole('link', { name: 'Van mijn team' }).click()
    await page.getByRole('link', { name: /Wacht op een ander/ }).click()
    const waiting = page.getByRole('row').filter({ hasText: 'JB-00912' })
    await expect(waiting).toContainText('Dit is aan de teamleider of coördinator.')
    await expect(waiting).toContainText('nog niemand')
    await expectAccessible(page)
  })

  test('waiting and failing have their own sight', NARROW, async ({ page }) => {
    const release = await holdBack(page, '**/api/v1/work*')
    await page.goto('/werk')
    await expect(page.getByText('Het werk wordt opgehaald.')).toBeAttached()
    release()
    await expect(page.getByRole('navigation', { name: 'Welk deel' })).toBeVisible()
    await page.unrouteAll({ behavior: 'wait' })
    await letFail(page, '**/api/v1/work*', 503, 'stopping')
    await page.reload()
    await expect(page.getByRole('alert')).toContainText('De server wordt gestopt.')
    await expectAccessible(page)
  })
})

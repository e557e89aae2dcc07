import { expect, expectAccessible, test } from './page-test.ts'

const NARROW = { tag: '@smal' }
const AT = 'op=2023-03-31&bekend=2023-04-10'

test.describe('for who helps families', () => {
  test.use({ who: 'Lotte Vermeer' })

  test(
    'a norm, by month, with its target, and the trajectories behind a number',
    NARROW,
    async ({ page }) => {
      await page.goto(`/normen?route=jbjr&norm=plan&${AT}`)
      await expect(page.getByRole('heading', { name: 'Gedragen plan', level: 2 })).toBeVisible()
      await expect(page.getByText(/Het doel is 100% sinds 1 september 2022/)).toBeVisible()
      const drawing = page.getByRole('img', { name: /Gedragen plan: op tijd naar maand/ })
      await expect(drawing).toBeVisible()
      await expect(drawing).toContainText('doel 100%')
      const row = page.getByRole('row', { name: /^Januari 2023/ })
      const link = row.getByRole('link', { name: /^Te laat gedaan/ })
      const count = Number(await link.textContent())
      expect(count).toBeGreaterThan(0)
      await link.click()
      await expect(page).toHaveURL(/uitkomst=te-laat/)
      const cases = page.getByRole('region', { name: 'De trajecten achter een getal' })
      await expect(cases.getByText(new RegExp(`: ${count} traject`))).toBeVisible()
      await expect(cases.getByRole('link', { name: /^JB-/ })).toHaveCount(Math.min(count, 25))
      await expectAccessible(page)
    },
  )

  test('the way goes on to the trajectory itself, on the same two clocks', async ({ page }) => {
    await page.goto(`/normen?route=jbjr&norm=plan&${AT}&uitkomst=te-laat`)
    await page.getByRole('link', { name: /^JB-/ }).first().click()
    await expect(page).toHaveURL(/\/trajecten\/jbjr\/JB-.*op=2023-03-31&bekend=2023-04-10/)
  })

  test('an estimate says that it is one, and how it did before', NARROW, async ({ page }) => {
    await page.goto(`/normen?route=jbjr&norm=help&${AT}`)
    const estimate = page.getByRole('region', {
      name: 'Schatting: wat waarschijnlijk te laat wordt',
    })
    await expect(
      estimate.getByText(/naar schatting \d+ van de \d+ lopende termijnen/),
    ).toBeVisible()
    await expect(estimate.getByText(/Dit is een schatting, geen telling/)).toBeVisible()
    await expect(estimate.getByRole('row', { name: /^1 maart 2023/ })).toBeVisible()
  })
})

test.describe('for who looks after figures', () => {
  test.use({ who: 'Tom Verhoeven' })

  test('split up it is bars; no target is drawn where none is named', NARROW, async ({ page }) => {
    await page.goto(`/normen?route=ot&norm=contact&op=2023-03-31&bekend=2023-04-14`)
    await expect(page.getByText('Voor deze norm noemt geen bron een doel.')).toBeVisible()
    await page.getByLabel('Per', { exact: true }).selectOption('alles')
    const row = page.getByRole('row', { name: /^Alles bij elkaar/ })
    await expect(row).toContainText('81,9%')
    await page.getByLabel('Per', { exact: true }).selectOption('kwartaal')
    const drawing = page.getByRole('img', { name: /Eerste contact: op tijd naar kwartaal/ })
    await expect(drawing).toBeVisible()
    await expect(drawing).not.toContainText('doel')
    await expectAccessible(page)
  })

  test('what changed since another day is taken apart', async ({ page }) => {
    await page.goto(
      `/normen?route=ot&norm=contact&op=2023-03-31&bekend=2023-04-14&met=2023-03-31@2023-04-06`,
    )
    const changed = page.getByRole('region', { name: 'Wat er veranderde' })
    await expect(changed.getByRole('heading', { name: 'Waarom verschilt het?' })).toBeVisible()
  })
})

import { expect, expectAccessible, letFail, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

test.use({ who: 'Rachid Bouzid' })

test(
  'every look of a worker is found back by an auditor',
  NARROW,
  async ({ page, browserOf }, { project }) => {
    const looked =
      project.name === 'smal'
        ? ['JB-00003', 'JB-00004', 'JB-00009']
        : ['JB-00010', 'JB-00014', 'JB-00019']
    const opened: string[] = []
    page.on('response', (response) => {
      const [, id] = /\/trajectories\/jbjr\/([^/?]+)(?:\?|$)/.exec(response.url()) ?? []
      if (id !== undefined) opened.push(id)
    })
    for (const id of looked) {
      await page.goto(`/trajecten/jbjr/${id}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect.poll(() => opened.includes(id)).toBe(true)
    }

    const auditor = await (await browserOf('Geert Dijkman')).newPage()
    await auditor.goto('/controle')
    await expect(auditor.getByRole('heading', { level: 1, name: 'Controle' })).toBeVisible()
    await expect(auditor.getByText(/^(meer dan )?[\d.]+ regels?/)).toBeVisible()
    await expectAccessible(auditor)
    for (const id of looked) {
      await auditor.getByLabel('Nummer van het traject').fill(id)
      await auditor.getByRole('button', { name: 'Zoeken' }).click()
      const looks = auditor
        .getByRole('listitem')
        .filter({ hasText: /^traject bekeken/ })
        .filter({ hasText: 'Rachid Bouzid' })
      // No fewer than the browser got: what it asked and did not wait for was looked at too.
      const answered = opened.filter((each) => each === id).length
      await expect.poll(() => looks.count()).toBeGreaterThanOrEqual(answered)
    }
    await auditor.getByRole('link', { name: 'Rachid Bouzid' }).first().click()
    await expect(auditor.getByText(/^(meer dan )?[\d.]+ regels? van Rachid Bouzid/)).toBeVisible()
    await auditor.getByRole('link', { name: 'Alles tonen' }).click()
    await auditor.getByLabel('Nummer van het traject').fill('JB-99999')
    await auditor.getByRole('button', { name: 'Zoeken' }).click()
    await expect(auditor.getByText('Er is niets gevonden.')).toBeVisible()
    await expectAccessible(auditor)
  },
)

test.describe('an auditor', () => {
  test.use({ who: 'Geert Dijkman' })

  test('is told when the audit cannot be read', NARROW, async ({ page }) => {
    await letFail(page, '**/api/v1/audit*')
    await page.goto('/controle')
    await expect(page.getByRole('button', { name: /opnieuw/i }).first()).toBeVisible()
    await expectAccessible(page)
  })
})

import { expect, expectAccessible, letFail, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

test.use({ who: 'Rachid Bouzid' })

test(
  'the glass is broken for a reason, the page opens, and the lead of the family hears of it',
  NARROW,
  async ({ page, browserOf }, { project }) => {
    const number = project.name === 'smal' ? 'JB-00637' : 'JB-00021'
    await page.goto(`/trajecten/jbjr/${number}`)
    await page.getByRole('link', { name: 'Vraag noodtoegang' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Noodtoegang' })).toBeFocused()
    await expect(page.getByLabel('Nummer van het traject')).toHaveValue(number)
    await expectAccessible(page)

    await page.getByLabel('Waarom kan het niet wachten?').fill('haast')
    await page.getByRole('button', { name: 'Verder' }).click()
    await expect(page.getByText(/Schrijf op waarom het niet kan wachten/)).toBeVisible()
    await expect(page.getByLabel('Waarom kan het niet wachten?')).toBeFocused()
    await expectAccessible(page)

    const reason = `Kind vannacht in het ziekenhuis, niemand bereikbaar (${project.name}).`
    await page.getByLabel('Waarom kan het niet wachten?').fill(reason)
    await page.getByRole('button', { name: 'Verder' }).click()
    const dialog = page.getByRole('dialog', { name: `Traject ${number} openen?` })
    await expect(dialog.getByRole('button', { name: 'Nee, terug' })).toBeFocused()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Ja, open en meld het' }).click()

    await expect(page.getByText('U ziet dit traject door noodtoegang.')).toBeVisible()
    await expect(page.getByText(/De toegang eindigt vanzelf om \d\d\.\d\d uur/)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Wat er gebeurde' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Iets vastleggen' })).toHaveCount(0)
    await expectAccessible(page)

    const lead = await (await browserOf('Joost Mulder')).newPage()
    await lead.goto('/')
    const notices = lead.getByRole('link', { name: /^Meldingen/ })
    await expect(notices).toContainText(/\d nieuw/)
    await notices.click()
    const notice = lead.getByRole('listitem').filter({ hasText: reason })
    await expect(notice).toContainText(`Rachid Bouzid opende traject ${number}`)
    await expect(notice).toContainText('hulpverlener bij William Schrikker Stichting')
    await expectAccessible(lead)
    await notice.getByRole('button', { name: /^Ik heb dit gezien/ }).click()
    await expect(notice).toContainText('Gezien op')
    await expect(notice.getByRole('button')).toHaveCount(0)
  },
)

test('breaking it for what is not there tells nothing', NARROW, async ({ page }) => {
  await page.goto('/noodtoegang?route=jbjr&traject=JB-99999')
  await page.getByLabel('Waarom kan het niet wachten?').fill('Kijken of er iets is.')
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('button', { name: 'Ja, open en meld het' }).click()
  await expect(page.getByText('Dit traject is er niet, of u mag het niet zien.')).toBeVisible()
})

test.describe('notices', () => {
  test.use({ who: 'Hans Schuurman' })
  test('none yet, and a list that fails', NARROW, async ({ page }) => {
    await page.goto('/meldingen')
    await expect(page.getByText('Er zijn geen meldingen.')).toBeVisible()
    await expectAccessible(page)
    await letFail(page, '**/api/v1/notices')
    await page.reload()
    await expect(page.getByRole('alert')).toContainText('Er ging iets mis op de server.')
    await expectAccessible(page)
  })
})

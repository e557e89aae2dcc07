import { expect, expectAccessible, letFail, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

test.use({ who: 'Inge Brouwer' })

test(
  'somebody new gets a role, one more, and loses it again',
  NARROW,
  async ({ page }, { project }) => {
    const name = `Yara Smit ${project.name}`
    await page.goto('/beheer')
    await expect(page.getByRole('heading', { name: 'Lotte Vermeer' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Fatima el Amrani' })).toHaveCount(0)
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Persoon toevoegen' }).click()
    const form = page.getByRole('form', { name: 'Persoon toevoegen' })
    await expect(form.getByRole('heading')).toBeFocused()
    await form.getByRole('button', { name: 'Voeg toe' }).click()
    await expect(form.getByLabel('Naam')).toBeFocused()
    await expectAccessible(page)
    await form.getByLabel('Naam').fill(name)
    await form.getByLabel('E-mailadres').fill(`yara.${project.name}@example.org`)
    await form.getByLabel('Rol').selectOption({ label: 'Hulpverlener' })
    await form.getByLabel('Team Noord').check()
    await form.getByRole('button', { name: 'Voeg toe' }).click()
    await expect(page.getByText(new RegExp(`^${name} is toegevoegd`))).toBeVisible()

    const person = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name, exact: true }) })
    await expect(person).toContainText('Hulpverlener, Team Noord')
    await person.getByRole('button', { name: `Rol geven aan ${name}` }).click()
    await person.getByLabel('Rol', { exact: true }).selectOption({ label: 'Controleur' })
    await expectAccessible(page)
    await person.getByRole('button', { name: 'Geef deze rol' }).click()
    await expect(person).toContainText('Controleur')

    await person.getByRole('button', { name: `Intrekken: controleur, ${name}` }).click()
    await expect(page.getByRole('button', { name: 'Nee, terug' })).toBeFocused()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ja, trek de rol in' }).click()
    await expect(person).toContainText('Eén rol is eerder ingetrokken.')
    await expect(person).not.toContainText('Controleur')

    await person.getByRole('button', { name: `Toegang beëindigen van ${name}` }).click()
    await page.getByRole('button', { name: 'Ja, beëindig de toegang' }).click()
    await expect(person).toContainText('Geen toegang')
  },
)

test('a right that was withdrawn is gone at the very next step', async ({ page, browserOf }) => {
  const auditor = await (await browserOf('Willem Kuipers')).newPage()
  await auditor.goto('/rapporten')
  await expect(auditor.getByRole('heading', { name: 'Gepubliceerd' })).toBeVisible()
  await page.goto('/beheer')
  const withdraw = page.getByRole('button', { name: 'Intrekken: controleur, Willem Kuipers' })
  await withdraw.click()
  await page.getByRole('button', { name: 'Ja, trek de rol in' }).click()
  await expect(withdraw).toHaveCount(0)
  await auditor.getByRole('link', { name: /^Meldingen/ }).click()
  await expect(auditor.getByRole('heading', { level: 1 })).toHaveText('Inloggen bij Tijdig')
})

test('teams', NARROW, async ({ page }, { project }) => {
  await page.goto('/beheer?deel=teams')
  await expect(page.getByRole('row', { name: /Team Zuid/ })).toBeVisible()
  await page.getByRole('button', { name: 'Team toevoegen' }).click()
  const form = page.getByRole('form', { name: 'Team toevoegen' })
  await form.getByLabel('Naam').fill(`Team Oost ${project.name}`)
  await form.getByLabel('Code').fill('met spatie')
  await form.getByRole('button', { name: 'Voeg toe' }).click()
  await expect(form.getByText(/zonder spaties\.$/).first()).toBeVisible()
  await expectAccessible(page)
  await form.getByLabel('Code').fill(`oost-${project.name}`)
  await form.getByRole('button', { name: 'Voeg toe' }).click()
  await expect(page.getByRole('row', { name: new RegExp(`oost-${project.name}`) })).toBeVisible()
})

test('a key is shown once, and can be withdrawn', NARROW, async ({ page }, { project }) => {
  const name = `Registratiesysteem ${project.name}`
  await page.goto('/beheer?deel=sleutels')
  await page.getByRole('button', { name: 'Sleutel maken' }).click()
  const form = page.getByRole('form', { name: 'Sleutel maken' })
  await expectAccessible(page)
  await form.getByLabel('Naam').fill(name)
  await form.getByLabel('Rol').selectOption({ label: 'Hulpverlener' })
  await form.getByLabel('Trajecten lezen').check()
  await form.getByRole('button', { name: 'Maak de sleutel' }).click()
  await expect(page.getByLabel('De nieuwe sleutel')).toHaveValue(/^tdg_/)
  await expect(page.getByText(/U ziet hem maar één keer/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ik heb de sleutel bewaard' }).click()
  await expect(page.getByLabel('De nieuwe sleutel')).toHaveCount(0)
  const row = page.getByRole('row', { name: new RegExp(name) })
  await expect(row).toContainText('Trajecten lezen')
  await expectAccessible(page)
  await row.getByRole('button', { name: /^Intrekken/ }).click()
  await page.getByRole('button', { name: 'Ja, trek de sleutel in' }).click()
  await expect(row).toContainText('ingetrokken')
})

test('a list of people that fails says so', NARROW, async ({ page }) => {
  await letFail(page, '**/api/v1/people')
  await page.goto('/beheer')
  await expect(page.getByRole('alert')).toContainText('Er ging iets mis op de server.')
  await expectAccessible(page)
})

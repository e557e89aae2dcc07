import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { inRoot } from '../../scripts/root.mjs'
import { SignedIn } from '../sign-in.ts'
import { startServer } from '../start-server.ts'
import { expect, expectAccessible, holdBack, letFail, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

test('who a family is can be kept, changed, found and removed', NARROW, async ({ page }, info) => {
  const number = info.project.name === 'smal' ? 'OT-0021' : 'OT-0020'
  const surname = info.project.name === 'smal' ? 'Kievitsbloem' : 'Kwartelkoning'
  await page.goto(`/trajecten/ot/${number}`)
  const family = page.getByRole('region', { name: 'Gezin' })
  await expect(family.getByRole('listitem').first()).toBeVisible()
  await expectAccessible(page)

  await family.getByRole('button', { name: 'Persoon toevoegen' }).click()
  await expect(family.getByRole('heading', { name: 'Persoon toevoegen' })).toBeFocused()
  await family.getByRole('button', { name: 'Bewaren' }).click()
  await expect(family.getByLabel('Naam')).toBeFocused()
  await expect(family.getByText('Vul een naam in.')).toBeVisible()
  await family.getByLabel('Wie is het?').selectOption('other')
  await family.getByLabel('Naam').fill(`Oma ${surname}`)
  await family.getByLabel('Geboortedatum').fill('1950-06-07')
  await family.getByLabel('Burgerservicenummer').fill('123456789')
  await family.getByRole('button', { name: 'Bewaren' }).click()
  await expect(family.getByText(/elfproef/)).toBeVisible()
  await expect(family.getByLabel('Burgerservicenummer')).toBeFocused()
  await expectAccessible(page)
  await family.getByLabel('Burgerservicenummer').fill('')
  await family.getByRole('button', { name: 'Bewaren' }).click()
  const entry = family.getByRole('listitem').filter({ hasText: `Oma ${surname}` })
  await expect(entry).toContainText('7 juni 1950')

  await entry.getByRole('button', { name: 'Wijzigen' }).click()
  await family.getByLabel('Telefoon').fill('06 12345678')
  await family.getByRole('button', { name: 'Bewaren' }).click()
  await expect(entry).toContainText('06 12345678')

  await page.goto('/trajecten')
  await page.getByRole('link', { name: 'Gezin zoeken' }).click()
  await page.getByLabel('Achternaam en geboortedatum').check()
  await page.getByLabel('Achternaam', { exact: true }).fill(surname.toUpperCase())
  await page.getByLabel('Geboortedatum', { exact: true }).fill('1950-06-07')
  await page.getByRole('button', { name: 'Zoeken' }).click()
  await expect(page.getByRole('heading', { name: 'Eén traject gevonden' })).toBeVisible()
  expect(page.url()).not.toContain(surname)
  await expectAccessible(page)
  await page.getByRole('link', { name: `Traject ${number}` }).click()

  await entry.getByRole('button', { name: 'Weghalen' }).click()
  await page.getByRole('button', { name: 'Ja, haal weg' }).click()
  await expect(entry).toHaveCount(0)
})

test('two people destroy a file of which the term is over', async ({
  browser,
  contextOptions,
  viewport,
}) => {
  // Of its own: a registration of long ago would count in what other tests look at.
  const server = await startServer({ empty: true })
  const signedIn = new SignedIn(browser, server.url)
  const pageOf = async (who: string) => {
    const storageState = await signedIn.as(who)
    const options = { ...contextOptions, viewport, storageState, baseURL: server.url }
    return (await browser.newContext(options)).newPage()
  }
  const page = await pageOf('Petra Hoekstra')
  const number = 'OT-9700'
  const file = join(server.dataFolder, `${number}.ndjson`)
  const event = {
    id: `e-${number}`,
    trajectory: number,
    route: 'ot',
    type: 'registered',
    validOn: '1999-04-05',
    recordedAt: '1999-04-05T10:00:00Z',
    data: { channel: 'direct', applicant: 'mother', residence: 'Drenthe' },
  }
  await writeFile(file, `${JSON.stringify(event)}\n`)
  await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', inRoot('apps', 'cli', 'src', 'main.ts'), 'import', file],
    { cwd: inRoot(), env: { ...process.env, TIJDIG_DATA: server.dataFolder } },
  )
  await rm(file)

  await page.goto('/trajecten/bewaren?route=ot')
  const line = page.getByRole('listitem').filter({ hasText: `Traject ${number}` })
  await expect(line).toContainText('Bewaard tot en met 5 april 2019')
  await expectAccessible(page)
  await line.getByRole('button', { name: 'Vernietigen voorstellen' }).click()
  await page.getByRole('button', { name: 'Ja, stel het voor' }).click()
  await expect(line).toContainText('Petra Hoekstra stelde op')
  await expect(line).toContainText('Een ander moet beslissen.')
  await expect(line.getByRole('button', { name: /^Vernietigen:/ })).toHaveCount(0)

  const other = await pageOf('Mehmet Yilmaz')
  await other.goto('/trajecten/bewaren?route=ot')
  const same = other.getByRole('listitem').filter({ hasText: `Traject ${number}` })
  await same.getByRole('button', { name: `Vernietigen: traject ${number}` }).click()
  await expectAccessible(other)
  await other.getByRole('button', { name: 'Ja, vernietig het' }).click()
  await expect(same).toContainText('Vernietigd op')

  await page.goto(`/trajecten/ot/${number}`)
  await expect(page.getByRole('region', { name: 'Gezin', exact: true })).toContainText(
    'Vernietigd op',
  )
  await expect(page.getByRole('heading', { name: 'Aangemeld' })).toBeVisible()
  await expectAccessible(page)
  await page.context().close()
  await other.context().close()
  await server.stop()
})

test('a family gets all that is kept about it, and who looked', NARROW, async ({ page }, info) => {
  await page.goto('/trajecten/ot/OT-0262')
  const part = page.getByRole('region', { name: 'Inzage voor het gezin' })
  const asPdf = part.getByRole('button', { name: 'Overzicht als PDF' })
  await expect(asPdf).toBeVisible()
  const release = await holdBack(page, '**/file.pdf')
  const download = page.waitForEvent('download')
  await asPdf.click()
  await expect(part.getByRole('button', { name: 'Wordt gemaakt…' })).toBeDisabled()
  await expectAccessible(page)
  release()
  const pdf = await download
  expect(pdf.suggestedFilename()).toBe('inzage-OT-0262.pdf')
  expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-')
  await expect(part.getByText('Het overzicht staat bij uw downloads.')).toBeVisible()
  await expectAccessible(page)

  await letFail(page, '**/file.html', 503, 'stopping')
  await part.getByRole('button', { name: 'Overzicht als webpagina' }).click()
  await expect(part.getByText('De server wordt gestopt.')).toBeVisible()
  await expectAccessible(page)
  await page.unroute('**/file.html')
  const saved = page.waitForEvent('download')
  await part.getByRole('button', { name: 'Probeer opnieuw' }).click()
  const file = info.outputPath('inzage.html')
  await (await saved).saveAs(file)
  await page.goto(pathToFileURL(file).href)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Alles wat wij over uw gezin bewaren',
  )
  const looked = page.getByRole('table', { name: /^Wie keek in / }).first()
  await expect(looked.getByRole('row').filter({ hasText: 'Petra Hoekstra' }).first()).toContainText(
    'Bekeek het dossier',
  )
  await expectAccessible(page)
})

import { signIn } from '../sign-in.ts'
import { startServer } from '../start-server.ts'
import { expect, expectAccessible, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

const PAGES = [
  { path: '/overzicht', title: 'Overzicht' },
  { path: '/trajecten', title: 'Trajecten' },
  { path: '/cijfers', title: 'Cijfers' },
  { path: '/rapporten', title: 'Rapporten' },
]

test('going to another page moves the focus to its heading and names the tab', async ({ page }) => {
  await page.goto('/overzicht')
  for (const { title } of PAGES.slice(1)) {
    await page
      .getByRole('navigation', { name: 'Hoofdmenu' })
      .getByRole('link', { name: title })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused()
    await expect(page).toHaveTitle(`${title} | Tijdig`)
  }
})

test('an address at which nothing stands', NARROW, async ({ page }) => {
  await page.goto('/bestaat-niet')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pagina bestaat niet')
  await expectAccessible(page)
})

test(
  'without a connection the page says so, and when it is back',
  NARROW,
  async ({ page, context }) => {
    await page.goto('/overzicht')
    await context.setOffline(true)
    await expect(page.getByText('U hebt geen verbinding.')).toBeVisible()
    await expectAccessible(page)
    await context.setOffline(false)
    await expect(page.getByText('U hebt geen verbinding.')).toBeHidden()
  },
)

test('without JavaScript there is an explanation', async ({ browser, server }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(server.url)
  await expect(page.getByRole('main')).toContainText('Deze pagina werkt alleen met JavaScript.')
  await page.close()
})

test('on paper there are figures, and no buttons', async ({ page }) => {
  await page.goto('/overzicht?route=ot&op=2023-03-31&bekend=2023-04-14')
  await expect(page.getByRole('heading', { name: 'Kerncijfers' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: 'Kerncijfers' })).toBeVisible()
  await expect(
    page.getByText('Stand op 31 maart 2023, zoals bekend op 14 april 2023.'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: /een dag terug/ }).first()).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeHidden()
})

test('an empty Tijdig says how to begin, on every page', NARROW, async ({ page }) => {
  const server = await startServer({ empty: true })
  await signIn(page, 'Petra Hoekstra', '/', server.url)
  for (const { path, title } of PAGES) {
    await page.goto(`${server.url}${path}`)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByText('npx tijdig import BESTAND.ndjson')).toBeVisible()
    await expectAccessible(page)
  }
  await server.stop()
})

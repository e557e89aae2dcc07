import type { Page } from '@playwright/test'
import { choose, signIn } from '../sign-in.ts'
import { expect, expectAccessible, holdBack, letFail, test } from './page-test.ts'

const NARROW = { tag: '@smal' }

test.use({ who: null })

const account = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}`) })

test(
  'who is not signed in sees no page, and comes back to it after signing in',
  NARROW,
  async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/api/v1/')) asked.push(new URL(request.url()).pathname)
    })
    await page.goto('/trajecten?route=ot&zoek=0094')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inloggen bij Tijdig')
    // Nothing was asked for that could have been shown for a moment.
    expect(new Set(asked)).toEqual(new Set(['/api/v1/session', '/api/v1/sign-in']))
    await expect(page.getByText('Dit is een proefomgeving.')).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Inloggen' }).click()
    await expect(page.getByText('Dit zijn verzonnen mensen')).toBeVisible()
    await expectAccessible(page)
    await choose(page, 'Petra Hoekstra')
    await expect(page.getByText('1 traject', { exact: true })).toBeVisible()
    await expect(page).toHaveURL(/\/trajecten\?route=ot&zoek=0094$/)
  },
)

test('with the keyboard alone: in, and out again', async ({ page }) => {
  const reach = async (name: string | RegExp, role: 'button' | 'link') => {
    const wanted = page.getByRole(role, { name })
    await expect(wanted.first()).toBeVisible()
    for (let tabs = 0; tabs < 40; tabs++) {
      if (await wanted.first().evaluate((control) => control === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await expect(wanted.first()).toBeFocused()
    await page.keyboard.press('Enter')
  }
  await page.goto('/')
  await reach('Inloggen', 'link')
  await reach(/^Lotte Vermeer/, 'button')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mijn werk')
  await reach(/^Lotte Vermeer/, 'button')
  await expect(page.getByRole('button', { name: 'Uitloggen', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(account(page, 'Lotte Vermeer')).toBeFocused()
  await expect(page.getByRole('button', { name: 'Uitloggen', exact: true })).toBeHidden()
  await page.keyboard.press('Enter')
  await reach('Uitloggen', 'button')
  await expect(page.getByText('U bent uitgelogd.')).toBeVisible()
  await page.goBack()
  await page.goto('/trajecten')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inloggen bij Tijdig')
})

test('another appointment is another Tijdig', NARROW, async ({ page }) => {
  await signIn(page, 'Annelies Bos')
  const menu = account(page, 'Annelies Bos')
  await expect(menu).toContainText('Coördinator, Regionaal Expertteam Noord-Holland')
  await menu.click()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Hulpverlener, De Jeugd/ }).click()
  await expect(menu).toContainText('Hulpverlener, De Jeugd- & Gezinsbeschermers')
  await page.goto('/trajecten?route=jbjr')
  await expect(page.getByText('565 trajecten, pagina 1 van 23')).toBeVisible()
})

test('another purpose is chosen in the same place', async ({ page }) => {
  await signIn(page, 'Marieke Postma')
  const menu = account(page, 'Marieke Postma')
  await menu.click()
  await expect(page.getByRole('button', { name: 'Hulp verlenen' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.getByRole('button', { name: 'Toezicht houden' }).click()
  await expect(page.getByRole('button', { name: 'Toezicht houden' })).toBeHidden()
  await menu.click()
  await expect(page.getByRole('button', { name: 'Toezicht houden' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})

test(
  'signed out everywhere, another window says so and keeps its place',
  NARROW,
  async ({ page, browser, baseURL }) => {
    await signIn(page, 'Dewi Tahapary', '/trajecten?route=jbjr')
    await expect(page.getByText('137 trajecten')).toBeVisible()
    const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL })
    const other = await elsewhere.newPage()
    await signIn(other, 'Dewi Tahapary')
    // What this window asked for comes back refused while it is on its way out, and is no news.
    const release = await holdBack(other, '**/api/v1/trajectories?*')
    await other.goto('/trajecten?route=jbjr')
    await other.route('**/aanmelden?*', async (route) => {
      const refused = other.waitForResponse((response) => response.status() === 401)
      release()
      await refused
      await route.continue()
    })
    await account(other, 'Dewi Tahapary').click()
    await other.getByRole('button', { name: 'Overal uitloggen' }).click()
    await expect(other.getByText('U bent overal uitgelogd.')).toBeVisible()
    await elsewhere.close()

    await page.getByLabel('Nummer', { exact: true }).fill('0011')
    await expect(page.getByText(/^U bent uitgelogd, omdat/)).toBeVisible()
    await expect(page.getByText('137 trajecten')).toHaveCount(0)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Inloggen' }).click()
    await choose(page, 'Dewi Tahapary')
    await expect(page.getByLabel('Nummer', { exact: true })).toHaveValue('0011')
  },
)

test(
  'waiting for who one is, and not finding out, have their own sight',
  NARROW,
  async ({ page }) => {
    const release = await holdBack(page, '**/api/v1/session')
    await page.goto('/')
    await expect(page.getByText('Tijdig kijkt of u bent ingelogd.')).toBeAttached()
    await expectAccessible(page)
    release()
    await expect(page.getByRole('link', { name: 'Inloggen' })).toBeVisible()
    await page.unrouteAll({ behavior: 'wait' })
    await letFail(page, '**/api/v1/session', 503, 'stopping')
    await page.goto('/trajecten')
    await expect(page.getByRole('alert')).toContainText('De server wordt gestopt.')
    await expectAccessible(page)
  },
)

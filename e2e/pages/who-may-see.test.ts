import { expect, expectAccessible, test } from './page-test.ts'

const NARROW = { tag: '@smal' }
/** Of De Jeugd- & Gezinsbeschermers. */
const OF_OTHERS = 'JB-00066'

test.describe('a worker of one institution', () => {
  test.use({ who: 'Lotte Vermeer' })

  test(
    'finds nothing of a family of another: not in lists, searches, counts or by its number',
    NARROW,
    async ({ page }) => {
      await page.goto('/trajecten?route=jbjr')
      await expect(page.getByText('221 trajecten, pagina 1 van 9')).toBeVisible()
      await page.goto(`/trajecten?route=jbjr&zoek=${OF_OTHERS}`)
      await expect(page.getByText('Er is geen traject gevonden.')).toBeVisible()
      await page.goto('/trajecten?route=jbjr&kenmerk=institution:DJGB')
      await expect(page.getByText('Er is geen traject gevonden.')).toBeVisible()

      // One of others and one that is not there: the same words, but for the number asked for.
      const words: string[] = []
      for (const number of [OF_OTHERS, 'JB-99999']) {
        await page.goto(`/trajecten/jbjr/${number}`)
        await expect(
          page.getByText('Dit traject is er niet, of u mag het niet zien.'),
        ).toBeVisible()
        await expectAccessible(page)
        words.push(((await page.getByRole('main').textContent()) ?? '').replaceAll(number, '…'))
      }
      expect(words[0]).toBe(words[1])
    },
  )

  test('has figures of their own institution, and reads so', NARROW, async ({ page }) => {
    await page.goto('/overzicht')
    await expect(
      page.getByText('Cijfers over de trajecten van William Schrikker Stichting.'),
    ).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Kerncijfers' })).toBeVisible()
    await expectAccessible(page)
    await page.goto('/cijfers?route=jbjr')
    await expect(
      page.getByText('Cijfers over de trajecten van William Schrikker Stichting.'),
    ).toBeVisible()
  })

  test('reads published reports, and makes none', NARROW, async ({ page }) => {
    await page.goto('/rapporten')
    await expect(page.getByRole('link', { name: /^Nummer 1:/ })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Rapport maken' })).toHaveCount(0)
    await expectAccessible(page)
    await page.goto('/rapporten/1')
    await expect(page.getByRole('heading', { name: 'Cijfers zoals gepubliceerd' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Controleer' })).toHaveCount(0)
  })

  test('opens a page of another role, and is told so', NARROW, async ({ page }) => {
    await page.goto('/beheer')
    await expect(page.getByText('Deze pagina is niet voor uw rol.')).toBeVisible()
    await expect(page.getByRole('main')).toContainText(
      'U werkt nu als hulpverlener bij William Schrikker Stichting.',
    )
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Naar uw eigen begin' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mijn werk')
  })
})

const MENUS = [
  {
    who: 'Lotte Vermeer',
    begins: 'Mijn werk',
    menu: "Mijn werk Overzicht Trajecten Programma's Cijfers Normen Rapporten",
  },
  { who: 'Noor Jansma', begins: 'Trajecten', menu: 'Trajecten Rapporten' },
  { who: 'Inge Brouwer', begins: 'Beheer', menu: 'Rapporten Beheer' },
  { who: 'Geert Dijkman', begins: 'Meldingen', menu: 'Rapporten Meldingen Controle' },
  {
    who: 'Tom Verhoeven',
    begins: 'Mijn werk',
    menu: "Mijn werk Overzicht Trajecten Programma's Cijfers Normen Rapporten",
  },
]

for (const { who, begins, menu } of MENUS) {
  test.describe(who, () => {
    test.use({ who })
    test(`begins at ${begins}, and has no other pages than their own`, async ({ page }) => {
      await page.goto('/')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(begins)
      const links = page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link')
      const names = (await links.allInnerTexts()).map((text) => text.replace(/\s+\d+.*$/s, ''))
      expect(names.join(' ')).toBe(menu)
    })
  })
}

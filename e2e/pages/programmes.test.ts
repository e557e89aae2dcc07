import { expect, expectAccessible, holdBack, letFail, test } from './page-test.ts'

const NARROW = { tag: '@smal' }
const PLAN = '/programmas/NW4'
const AT = 'op=2022-12-31&bekend=2023-01-15'

// One test says why an action is stuck: nobody else counts on this server.
test.use({ apart: 'programmes', who: 'Bram Kooistra' })

test('the list tells how a programme stands, and what it costs', NARROW, async ({ page }) => {
  await page.goto('/programmas')
  const card = page.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: 'Verbeterplan jeugdbescherming en jeugdreclassering' }),
  })
  await expect(card).toContainText(/\d+ (loopt|lopen) vast/)
  await expect(card).toContainText('28 klaar')
  await expect(card).toContainText(/€\s167\.000,00 toegekend/)
  await expectAccessible(page)
  await card.getByRole('link').click()
  await expect(page).toHaveURL(/\/programmas\/NW4$/)
})

test(
  'the tree: first what is stuck and who moves next, then goals with their figures',
  NARROW,
  async ({ page }) => {
    await page.goto(`${PLAN}?${AT}`)
    const stuck = page.getByRole('region', { name: 'Wat vastloopt' })
    await expect(stuck.getByRole('listitem')).toHaveCount(1)
    await expect(stuck).toContainText('Vragen of het geld volgend jaar ook mag worden gebruikt')
    await expect(stuck).toContainText('Er is nog geen antwoord op de vraag of het geld mee mag')
    await expect(stuck).toContainText('Aan zet: VWS, uiterlijk op 15 februari 2023')
    const line = page.getByRole('region', { name: /Plezier in het werk/ })
    const goal = line
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: /Norm 2: op tijd een gedragen plan/ }) })
    await expect(goal).toContainText(/Nu \d+,\d%\. Doel 100%\./)
    await expect(goal).toContainText(/(Hoger|Lager|Gelijk gebleven).* sinds 30 september 2022/)
    await expectAccessible(page)
  },
)

test('as of an earlier day the reason was another; before all of it there is nothing', async ({
  page,
}) => {
  await page.goto(`${PLAN}?op=2022-07-31&bekend=2022-08-15`)
  await expect(
    page.getByText('Stand op 31 juli 2022, zoals bekend op 15 augustus 2022.').first(),
  ).toBeVisible()
  const stuck = page.getByRole('region', { name: 'Wat vastloopt' })
  await expect(stuck).toContainText('Het geld is voor één jaar gegeven.')
  // What is over now cannot be said of then.
  await expect(stuck.getByRole('link', { name: /^Reden aanpassen/ })).toHaveCount(0)
  await page.goto(`${PLAN}?op=2022-01-01&bekend=2022-01-01`)
  await expect(
    page.getByText('Op deze dag was er van dit programma nog niets bekend.'),
  ).toBeVisible()
  await expectAccessible(page)
})

test(
  'the month grid is read and walked without a mouse: one stop for Tab, arrows inside',
  NARROW,
  async ({ page }) => {
    await page.goto(`${PLAN}?beeld=maanden&${AT}`)
    const grid = page.getByRole('grid', { name: /^Acties per maand/ })
    await expect(grid.getByRole('columnheader', { name: 'september 2022' })).toBeVisible()
    const row = grid.getByRole('row', { name: /Vragen of het geld volgend jaar/ })
    await expect(row.getByRole('rowheader')).toContainText('B2')
    const months = row.getByRole('gridcell')
    await expect(months).toHaveText([
      'nog niet begonnen',
      'loopt vast, gepland',
      'loopt vast',
      'loopt vast',
      'is bezig',
      'is bezig',
      'loopt vast',
      'niets gepland',
      'niets gepland',
      'niets gepland',
    ])
    await page.getByRole('button', { name: 'Print op A3' }).focus()
    await page.keyboard.press('Tab')
    const first = grid.getByRole('row').nth(3)
    await expect(first.getByRole('link')).toBeFocused()
    const name = row.getByRole('link')
    await name.focus()
    await page.keyboard.press('End')
    await expect(months.last()).toBeFocused()
    await expect(months.last()).toHaveAccessibleDescription('Zorgmakelaar')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await expect(months.nth(1)).toBeFocused()
    // Not under the names, which stand still.
    const [cell, head] = await Promise.all([
      months.nth(1).boundingBox(),
      row.getByRole('rowheader').boundingBox(),
    ])
    expect(cell?.x).toBeGreaterThanOrEqual((head?.x ?? 0) + (head?.width ?? 0) - 1)
    // Out of the grid with one key, and back to where one was.
    await page.keyboard.press('Tab')
    await expect(grid.locator(':focus')).toHaveCount(0)
    await page.keyboard.press('Shift+Tab')
    await expect(months.nth(1)).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/trajecten\/programme-action\/.*op=2022-12-31/)
    // And back: the same view, the same day, the same place.
    const place = page.getByRole('navigation', { name: 'Plaats in het programma' })
    await expect(place.getByRole('link', { name: 'Zorgmakelaar' })).toBeVisible()
    await expectAccessible(page)
    await place.getByRole('link', { name: /^Verbeterplan/ }).click()
    await expect(page).toHaveURL(/NW4\?beeld=maanden&op=2022-12-31&bekend=2023-01-15#B2$/)
    await expect(name).toBeFocused()
    await expect(name).toBeInViewport()
  },
)

test('the month grid prints on one sheet of A3, lying', async ({ page }) => {
  await page.goto(`${PLAN}?beeld=maanden&${AT}`)
  await expect(page.getByRole('grid')).toBeVisible()
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  const [, width, height] = /\/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)/.exec(pdf) ?? []
  expect([width, height]).toEqual(['1191', '841'])
})

test('what changed is told in sentences, by cause', NARROW, async ({ page }) => {
  await page.goto(`${PLAN}?beeld=veranderd&${AT}&sinds=2022-09-30@2022-10-01`)
  const happened = page.getByRole('region', { name: 'Wat er gebeurde' })
  await expect(happened).toContainText('Tussentijds evalueren is klaar.')
  await expect(happened).toContainText(
    'loopt nu om een andere reden vast: “Er is nog geen antwoord op de vraag of het geld mee mag naar 2023.”',
  )
  await expect(page.getByRole('region', { name: 'Wat later bekend werd' })).toContainText(
    'Zorgmakelaar werven is klaar.',
  )
  await expectAccessible(page)
  await page.getByLabel('Sinds wanneer?').selectOption({ index: 1 })
  await expect(page).toHaveURL(/sinds=2022-06-30@2022-06-30/)
})

test('money that will not do is said before it is spent', NARROW, async ({ page }) => {
  await page.goto(`${PLAN}?beeld=geld`)
  const row = page.getByRole('row', { name: /Geld voor de zorgmakelaar/ })
  await expect(row).toContainText(/Gaat eroverheen in augustus 2023: €\s5\.800,00 te veel/)
  await page.getByText('Geld voor de zorgmakelaar, per maand').first().click()
  await expect(page.getByRole('row', { name: /^September 2022/ })).toContainText(/€\s9\.500,00/)
  await expectAccessible(page)
})

test('decisions, risks and meetings', async ({ page }) => {
  await page.goto(`${PLAN}?beeld=besluiten`)
  await expect(page.getByRole('region', { name: 'Besluiten' })).toContainText(
    'Besloten op 7 juli 2022: Stuurgroep en bestuurders zijn het eens met het verbeterplan.',
  )
  await expect(page.getByRole('region', { name: 'Risico’s' })).toContainText(
    'Kans: groot. Gevolg: groot.',
  )
  await expect(page.getByRole('region', { name: 'Overleg en bijeenkomsten' })).toContainText(
    'Gehouden op 7 juli 2022.',
  )
  await expectAccessible(page)
})

test.describe('of the national programme', () => {
  test.use({ who: 'Esra Demir' })

  test('milestones on a line of time, and as a list', NARROW, async ({ page }) => {
    await page.goto('/programmas/ZVJ?beeld=mijlpalen&op=2020-10-31&bekend=2020-11-14')
    await expect(
      page.getByRole('img', { name: /^Mijlpalen op een tijdlijn, per lijn\. .*\d+ bereikt/ }),
    ).toBeVisible()
    const line = page
      .getByRole('group')
      .filter({ hasText: /^Makkelijker bij jeugdhulp: 22 bereikt/ })
    await line.getByText(/^Makkelijker bij jeugdhulp/).click()
    await expect(line.getByRole('listitem')).toHaveCount(22)
    await expect(line.getByRole('listitem').first()).toContainText('In rapportage 1')
    await expectAccessible(page)
  })

  test('change tasks answer their five questions; activities are counted', async ({ page }) => {
    await page.goto('/programmas/ZVJ?beeld=opgaven')
    const task = page.getByRole('region', { name: /Contracteren/ })
    for (const question of [
      'Wat zagen we?',
      'Wat vinden we daarvan?',
      'Wat deden we?',
      'Wat leverde het op?',
      'Wat doen we hierna?',
    ])
      await expect(task.getByText(question)).toBeVisible()
    await expect(task).toContainText('We bemiddelden 35 keer')
    await expectAccessible(page)
    await page
      .getByRole('navigation', { name: 'Beeld van het programma' })
      .getByRole('link', { name: 'Besluiten en risico’s' })
      .click()
    await expect(
      page.getByText(/Gehouden tot en met deze dag: .*138 opgepakte vragen/),
    ).toBeVisible()
    await page.getByText('Per soort, kwartaal en regio', { exact: true }).click()
    await expectAccessible(page)
  })
})

test('a programme that is not there, or not to be seen, is the same', NARROW, async ({ page }) => {
  for (const code of ['BESTAAT-NIET', 'ZVJ']) {
    await page.goto(`/programmas/${code}`)
    await expect(
      page.getByText('Dit programma is er niet, of u hebt er niet mee te maken.'),
    ).toBeVisible()
  }
  await expectAccessible(page)
  await page.getByRole('link', { name: "Naar alle programma's" }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText("Programma's")
})

test('it says that it waits, and what to do when it fails', NARROW, async ({ page }) => {
  const release = await holdBack(page, '**/api/v1/programmes/NW4?*')
  await page.goto(PLAN)
  await expect(page.getByText('Het programma wordt opgehaald.')).toBeAttached()
  await expectAccessible(page)
  release()
  await expect(page.getByRole('heading', { name: 'Doelen en acties' })).toBeVisible()
  await letFail(page, '**/api/v1/programmes*')
  await page.goto('/programmas')
  await expect(page.getByText('Er ging iets mis op de server.')).toBeVisible()
  await expectAccessible(page)
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await expect(page.getByRole('link', { name: /^Verbeterplan/ })).toBeVisible()
})

test.describe('for who has nothing to do with programmes', () => {
  test.use({ who: 'Noor Jansma' })

  test('there is no entry in the menu, and the page says that it is not theirs', async ({
    page,
  }) => {
    await page.goto('/programmas')
    await expect(page.getByText('Deze pagina is niet voor uw rol.')).toBeVisible()
    await expect(page.getByRole('link', { name: "Programma's" })).toHaveCount(0)
  })
})

test('why an action is stuck is put otherwise in three steps', async ({ page }) => {
  await page.goto(PLAN)
  await page
    .getByRole('link', { name: /^Reden aanpassen: Eén weg en één formulier/ })
    .first()
    .click()
  await page.getByLabel('Waarom het vastloopt').fill('Het formulier ligt bij de juristen')
  await page.getByLabel('Wie is aan zet').fill('NW4')
  await page.getByLabel('Aan zet uiterlijk op').fill('2099-01-31')
  await page.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(page.getByText(/^Vastgelegd: Loopt vast/)).toBeVisible()
  await page.getByRole('link', { name: 'Terug naar het programma' }).click()
  await expect(page).toHaveURL(/\/programmas\/NW4(\?beeld=boom)?#\w+$/)
  await expect(
    page
      .getByRole('heading', { level: 4 })
      .getByRole('link', { name: /^Eén weg en één formulier/ }),
  ).toBeFocused()
  const stuck = page.getByRole('region', { name: 'Wat vastloopt' })
  await expect(stuck).toContainText('Het formulier ligt bij de juristen.')
  await expect(stuck).toContainText(
    'Aan zet: Samenwerkende jeugdregio’s NW4, uiterlijk op 31 januari 2099',
  )

  // Who looks after a line is told, and has its day of looking back on their own list.
  await expect(page.getByRole('region', { name: /Zorgmakelaar CB$/ })).toContainText(
    'Wie ervoor zorgtBram Kooistra (u)',
  )
  await page.goto('/werk?van=mij')
  const review = page.getByRole('row').filter({ hasText: 'NW4-CB' })
  await expect(review).toContainText('Terugblik')
  await expectAccessible(page)
})

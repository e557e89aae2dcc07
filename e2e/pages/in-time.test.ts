import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { inRoot } from '../../scripts/root.mjs'
import type { RunningServer } from '../start-server.ts'
import { dayAgo, dayInText } from './day-ago.ts'
import { expect, expectAccessible, test } from './page-test.ts'

// Somebody's own numbers, beside those of everybody: nobody else may open trajectories meanwhile.
test.use({ who: 'Jasper Vos', apart: 'in-time' })

const CONTACT = 'Eerste contact met het gezin'

/** Brings in five orders of this week, of the team Kust, assigned to who is signed in. */
async function bringInFive(page: Page, server: RunningServer, first: number): Promise<string[]> {
  const answer = await page.request.get(`${server.url}/api/v1/colleagues`)
  const colleagues: { name: string; code: string }[] = await answer.json()
  const worker = colleagues.find(({ name }) => name === 'Jasper Vos')?.code
  const numbers = [0, 1, 2, 3, 4].map((place) => `JB-${first + place}`)
  const steps = [
    ['orderImposed', 4, { order: 'ots', region: 'Alkmaar', municipality: 'Alkmaar' }],
    ['institutionNotified', 3, { institution: 'DJGB' }],
    ['partyJoined', 3, { organisation: 'DJGB', team: 'kust' }],
    ['workerAssigned', 3, { worker }],
  ] as const
  const lines = numbers.flatMap((trajectory) =>
    steps.map(([type, ago, data], place) =>
      JSON.stringify({
        ...{ id: `${trajectory}-${place}`, trajectory, route: 'jbjr', type, data },
        ...{ validOn: dayAgo(ago), recordedAt: `${dayAgo(ago)}T10:0${place}:00Z` },
      }),
    ),
  )
  const file = join(server.dataFolder, `${first}.ndjson`)
  await writeFile(file, `${lines.join('\n')}\n`)
  await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', inRoot('apps', 'cli', 'src', 'main.ts'), 'import', file],
    { cwd: inRoot(), env: { ...process.env, TIJDIG_DATA: server.dataFolder } },
  )
  await rm(file)
  return numbers
}

/** How many first contacts there are of each outcome, and the share in time, as the norm says it. */
async function inNorm(page: Page, cutOff = dayAgo(0)) {
  const asked = `periode=alles&op=${cutOff}&bekend=${dayAgo(0)}`
  await page.goto(`/normen?route=jbjr&norm=first-contact&${asked}`)
  const row = page.getByRole('row', { name: /^Alles bij elkaar/ })
  await expect(row).toBeVisible()
  const texts = await row.getByRole('cell').allInnerTexts()
  const [inTime = 0, late = 0, overdue = 0, , running = 0] = texts
    .slice(1)
    .map((text) => Number(text.replaceAll('.', '')))
  return { share: texts[0], inTime, late, overdue, running }
}

/** The same, as the monthly delivery to the municipality stands now; on the day that it says. */
async function inDelivery(page: Page) {
  await page.goto('/leveringen/nu/jbjr.monthly')
  const stand = await page.getByText(/^De levering over .* Stand op/).textContent()
  const all = page.getByRole('region', { name: 'Alle maatregelen tot en met de peildag' })
  const row = all.getByRole('row', { name: /^Eerste contact binnen vijf werkdagen/ })
  await expect(row).toBeVisible()
  const texts = await row.getByRole('cell').allInnerTexts()
  const [inTime = 0, late = 0, overdue = 0, , running = 0] = texts
    .slice(1)
    .map((text) => Number(text.replaceAll('.', '')))
  return {
    cutOff: dayInText(stand ?? ''),
    told: { share: texts[0], inTime, late, overdue, running },
  }
}

/** Which of these numbers wait for a first contact, in the list of work of whoever looks. */
async function awaitingIn(page: Page, whose: 'mij' | 'team', numbers: readonly string[]) {
  const found: string[] = []
  // Five working days after three days ago is in one of these, whatever day it is.
  for (const part of ['deze-week', 'later']) {
    await page.goto(`/werk?van=${whose}&deel=${part}`)
    await expect(page.getByRole('navigation', { name: 'Welk deel' })).toBeVisible()
    const lines = page.getByRole('row').filter({ hasText: 'Eerste contact' })
    for (const number of numbers) {
      if ((await lines.filter({ hasText: number }).count()) > 0) found.push(number)
    }
  }
  return found
}

test(
  'a first contact of yesterday, put right: the term, the norm, the list of the team and the delivery agree',
  { tag: '@smal' },
  async ({ page, server, browserOf }, { project }) => {
    test.slow()
    const numbers = await bringInFive(page, server, project.name === 'smal' ? 92001 : 91001)
    const [number = '', ...others] = numbers
    const lead = await (await browserOf('Karin Dekker')).newPage()
    const before = await inNorm(page)
    expect(await awaitingIn(lead, 'team', numbers)).toEqual(numbers)
    expect(await awaitingIn(page, 'mij', numbers)).toEqual(numbers)

    // Each place that tells of it, one by one.
    const allAgree = async () => {
      await expect(term(page, 'Eerste contact')).toContainText(/[Oo]p tijd/)
      const { share, ...counts } = await inNorm(page)
      expect(counts).toEqual({
        ...{ inTime: before.inTime + 1, running: before.running - 1 },
        ...{ late: before.late, overdue: before.overdue },
      })
      const ended = counts.inTime + counts.late + counts.overdue
      const percentage = (100 * counts.inTime) / ended
      expect(share).toBe(`${percentage.toFixed(1).replace('.', ',').replace(/,0$/, '')}%`)
      expect(await awaitingIn(lead, 'team', numbers)).toEqual(others)
      // In the first days of a month the delivery is still about the month before.
      const { cutOff, told } = await inDelivery(lead)
      expect(told).toEqual(await inNorm(page, cutOff))
      if (cutOff === dayAgo(0)) expect(told).toEqual({ share, ...counts })
    }

    await page.goto(`/trajecten/jbjr/${number}`)
    await page.getByRole('link', { name: 'Iets vastleggen' }).click()
    await page.getByLabel('Wat gebeurde er?').selectOption({ label: CONTACT })
    await page.getByLabel('Op welke dag?').fill(dayAgo(1))
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await expect(page.getByText(`Vastgelegd: ${CONTACT}`)).toBeVisible()
    await expectAccessible(page)
    await allAgree()

    await page.goto(`/trajecten/jbjr/${number}`)
    await page.getByRole('link', { name: new RegExp(`^Verbeteren: ${CONTACT}`) }).click()
    await page.getByLabel('Op welke dag?').fill(dayAgo(2))
    await page.getByLabel('Waarom?').selectOption({ label: 'Verkeerd ingevuld' })
    await page.getByRole('button', { name: 'Verbetering vastleggen' }).click()
    await expect(page.getByText(`Verbeterd: ${CONTACT}`)).toBeVisible()
    await allAgree()
    expect(await awaitingIn(page, 'mij', numbers)).toEqual(others)
  },
)

const term = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Termijnen' }).getByRole('listitem').filter({ hasText: name })

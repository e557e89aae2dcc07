import { expect, test } from 'vitest'
import { homeOf, mayAskFigures, mayOpen, pageAt, pagesOf } from './pages.ts'

const nothing = {
  see: false,
  record: false,
  open: false,
  breakGlass: false,
  ownFigures: false,
  allFigures: false,
  publish: false,
}
const may = (
  house: Partial<Record<'administer' | 'readNotices' | 'readLog' | 'readAudit', boolean>>,
  jbjr: Partial<typeof nothing> = {},
  deliveries: 'none' | 'own' | 'received' = 'none',
) => ({
  may: {
    administer: false,
    readNotices: false,
    readLog: false,
    readAudit: false,
    deliveries,
    ...house,
    routes: { ot: nothing, jbjr: { ...nothing, ...jbjr } },
  },
})
const receiver = may({}, { ownFigures: true }, 'received')
const provider = may({}, { see: true })
const lead = may({ readNotices: true }, { see: true, record: true, ownFigures: true })
const administrator = may({ administer: true })
const auditor = may({ readNotices: true, readLog: true, readAudit: true })

test('the menu holds what is for the role, and no more', () => {
  expect(pagesOf(provider)).toEqual(['trajectories', 'reports'])
  expect(pagesOf(lead)).toEqual([
    'work',
    'overview',
    'trajectories',
    'figures',
    'norms',
    'reports',
    'notices',
  ])
  expect(pagesOf(administrator)).toEqual(['reports', 'administration'])
  expect(pagesOf(receiver)).toEqual(['overview', 'figures', 'norms', 'deliveries', 'reports'])
  expect(pagesOf(auditor)).toEqual(['reports', 'notices', 'audit'])
})

test('everybody begins at the first page that is theirs; reports only where there is nothing else', () => {
  expect([receiver, provider, lead, administrator, auditor, may({})].map(homeOf)).toEqual([
    '/leveringen',
    '/trajecten',
    '/werk',
    '/beheer',
    '/meldingen',
    '/rapporten',
  ])
})

test('programmes are for who may see their parts', () => {
  const { may: own } = may({})
  const officer = { may: { ...own, routes: { programme: { ...nothing, see: true } } } }
  expect(pagesOf(officer)).toEqual(['trajectories', 'programmes', 'reports'])
  expect(mayOpen(provider, 'programmes')).toBe(false)
  expect(['/programmas', '/programmas/NW4'].map(pageAt)).toEqual(['programmes', 'programmes'])
})

test('an address belongs to a page, also deeper in it', () => {
  expect(
    ['/overzicht', '/', '/trajecten/ot/OT-0001', '/noodtoegang', '/beheer', '/bestaat-niet'].map(
      pageAt,
    ),
  ).toEqual(['overview', undefined, 'trajectories', 'trajectories', 'administration', undefined])
})

test('figures of a route that one has nothing to do with are not asked', () => {
  expect(mayAskFigures(lead, 'jbjr')).toBe(true)
  expect(mayAskFigures(lead, 'ot')).toBe(false)
  expect(mayAskFigures(lead, 'ret')).toBe(false)
  expect(mayOpen(provider, 'figures')).toBe(false)
})

import type { WorkLine } from '@tijdig/server/contract'
import { expect, test } from 'vitest'
import { reasonOf, timeLeft } from './reason.ts'

const line: WorkLine = {
  route: 'jbjr',
  routeLabel: 'Jeugdbescherming en jeugdreclassering',
  id: 'JB-1',
  state: 'met vaste jeugdbeschermer',
  term: 'JB-T03',
  label: 'Gedragen plan',
  norm: 'binnen zes weken een plan waar het gezin achter staat',
  startedOn: '2026-10-01',
  dueOn: '2026-11-12',
  daysLeft: -4,
  step: { code: 'planEstablished', label: 'Plan vastgesteld', may: true },
  waitsFor: [],
  worker: null,
  beside: null,
}

test.each([
  [-400, '400 dagen te laat'],
  [-1, '1 dag te laat'],
  [0, 'vandaag'],
  [1, 'morgen'],
  [2, 'nog 2 dagen'],
  [null, 'staat stil'],
])('%s days from now is said as "%s"', (daysLeft, words) => {
  expect(timeLeft({ daysLeft })).toBe(words)
})

test('a line says by which norm it stands there, since when, and for whom it waits', () => {
  const norm =
    'Binnen zes weken een plan waar het gezin achter staat. De termijn begon op 1 oktober 2026'
  expect(reasonOf(line)).toBe(`${norm}.`)
  expect(reasonOf({ ...line, dueOn: null })).toBe(`${norm} en staat nu stil.`)
  const others = {
    ...line,
    step: { ...line.step, may: false },
    waitsFor: [
      { code: 'team-lead', label: 'teamleider' },
      { code: 'coordinator', label: 'coördinator' },
    ],
  }
  expect(reasonOf(others)).toBe(`${norm}. Dit is aan de teamleider of coördinator.`)
  expect(reasonOf({ ...others, waitsFor: [] })).toBe(`${norm}. Een ander moet dit doen.`)
})

test('a handover says who walks along with whom, and what is to be done once that is over', () => {
  const [lotte, rachid] = ['Lotte Vermeer', 'Rachid Bouzid'].map((name) => ({
    code: name,
    name,
    isMe: false,
  }))
  if (!lotte || !rachid) throw new Error('nobody')
  const handed = { ...line, dueOn: '2026-12-01', daysLeft: 5, worker: lotte, beside: rachid }
  const me = (who: typeof lotte) => ({ ...who, isMe: true })
  expect(reasonOf({ ...handed, beside: me(rachid) })).toBe(
    'U loopt mee met Lotte Vermeer, tot en met 1 december 2026.',
  )
  expect(reasonOf({ ...handed, worker: me(lotte) })).toBe(
    'Rachid Bouzid loopt met u mee, tot en met 1 december 2026.',
  )
  expect(reasonOf(handed)).toBe(
    'Rachid Bouzid loopt mee met Lotte Vermeer, tot en met 1 december 2026.',
  )
  expect(reasonOf({ ...handed, daysLeft: -2, worker: { ...me(lotte), name: null } })).toBe(
    'Rachid Bouzid loopt met u mee, tot en met 1 december 2026. Dat is voorbij: rond de overdracht af, of leg vast dat zij niet doorgaat. Tot dan blijft het traject van u.',
  )
  expect(reasonOf({ ...handed, daysLeft: -2, worker: null })).toBe(
    'Rachid Bouzid neemt dit traject over, uiterlijk op 1 december 2026. Dat is voorbij: rond de overdracht af, of leg vast dat zij niet doorgaat.',
  )
})

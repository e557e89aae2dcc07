import type { TimelineEntry } from '@tijdig/server/contract'
import { expect, test } from 'vitest'
import { timelineItems } from './timeline-items.tsx'
import { summaryOf } from './timeline-summary.ts'

const entry = (parts: Partial<TimelineEntry>): TimelineEntry => ({
  id: 'e1',
  type: 'registered',
  label: 'Aangemeld',
  validOn: '2022-05-25',
  recordedAt: '2022-05-25T09:00:00Z',
  knownAfterDays: 0,
  details: [],
  status: 'stands',
  supersedes: null,
  supersededBy: null,
  why: null,
  may: 'nothing',
  data: null,
  remarks: [],
  ...parts,
})

const corrected = [
  entry({ status: 'corrected', supersededBy: 'e2' }),
  entry({
    id: 'e2',
    recordedAt: '2022-06-10T09:53:44Z',
    knownAfterDays: 16,
    supersedes: 'e1',
  }),
]

test('each says when it happened and when that became known', () => {
  const [before, after] = timelineItems(corrected, '2023-01-01')
  expect(before).toMatchObject({
    happenedOn: '25 mei 2022',
    knownOn: '25 mei 2022',
    status: 'corrected',
  })
  expect(before).not.toHaveProperty('delay')
  expect(after).toMatchObject({ knownOn: '10 juni 2022', delay: '16 dagen later' })
})

test('a correction is tied to what it replaced, both ways', () => {
  const items = timelineItems(corrected, '2023-01-01')
  expect(items.every((item) => item.relation !== undefined)).toBe(true)
  expect(timelineItems([entry({})], '2023-01-01')[0]).not.toHaveProperty('relation')
})

test('what happened after the day of the reading is said not to count', () => {
  expect(timelineItems([entry({})], '2022-05-24')[0]?.remarks).toEqual([
    'Gebeurde na de dag van deze stand en telt hier nog niet mee.',
  ])
  expect(timelineItems([entry({})], '2022-05-25')[0]?.remarks).toEqual([])
})

test('the drawing is told in a sentence', () => {
  expect(summaryOf(corrected)).toBe(
    '2 gebeurtenissen; 1 later bekend geworden, hoogstens 16 dagen later; 1 later verbeterd of ingetrokken.',
  )
  expect(summaryOf([entry({})])).toBe('1 gebeurtenis; alles was dezelfde dag bekend.')
})

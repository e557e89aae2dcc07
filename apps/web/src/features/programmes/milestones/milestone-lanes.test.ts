import type { Part, Programme } from '@tijdig/server/contract'
import { expect, test } from 'vitest'
import { countsInWords, lanesOf, marksOf, yearsOf } from './milestone-lanes.ts'

const part = (route: string, code: string, title: string) => ({ route, code, title, id: code })
const parts = [
  part('programme-line', '2', 'Thuis opgroeien'),
  part('programme-line', '1', 'Makkelijker hulp'),
  part('programme-milestone', 'M1', 'Eerste'),
  part('programme-milestone', 'M2', 'Tweede'),
  part('programme-milestone', 'M3', 'Derde'),
] as unknown as Part[]

const mark = (
  code: string,
  lines: string[],
  standing: Programme['milestones'][number]['standing'],
  day: string | null,
) => ({ code, lines, standing, day, reports: [] })

const lanes = lanesOf({
  parts,
  milestones: [
    mark('M1', ['1', '2'], 'reached', '2019-05-31'),
    mark('M2', ['1'], 'reached', '2019-05-31'),
    mark('M3', ['1'], 'late', '2020-10-31'),
    mark('M3', [], 'no-day', null),
    mark('weg', ['1'], 'due', '2021-01-01'),
  ],
})

test('milestones stand with each line for which they count, in the order of the tree', () => {
  expect(
    lanes.map(({ title, milestones }) => [title, milestones.map((each) => each.part.code)]),
  ).toEqual([
    ['Bij het hele programma', ['M3']],
    ['Thuis opgroeien', ['M1']],
    ['Makkelijker hulp', ['M1', 'M2', 'M3']],
  ])
})

test('those of one day and one standing are one mark; without a day there is none', () => {
  expect(lanes.map((lane) => marksOf(lane).map(({ key, count }) => `${key} ${count}`))).toEqual([
    [],
    ['2019-05-31/reached 1'],
    ['2019-05-31/reached 2', '2020-10-31/late 1'],
  ])
})

test('first is counted what is late', () => {
  expect(lanes.map(({ milestones }) => countsInWords(milestones))).toEqual([
    '1 zonder afgesproken dag',
    '1 bereikt',
    '1 te laat, 2 bereikt',
  ])
})

test('the years of the drawing are those of the days', () => {
  expect(yearsOf(lanes)).toEqual([2019, 2020])
  expect(yearsOf([])).toEqual([])
})

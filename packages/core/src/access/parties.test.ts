import { describe, expect, it } from 'vitest'
import { createCalendar } from '../calendar.ts'
import { currentFacts } from '../current-facts.ts'
import { getDay } from '../day.ts'
import type { Event, RecordedEvent } from '../event.ts'
import { createFoldPlan } from '../fold-plan.ts'
import { getMoment } from '../moment.ts'
import { exampleRoute } from '../testing/example-route.ts'
import { type Member, type Parties, partiesOf, relationOf } from './parties.ts'

const plan = createFoldPlan(exampleRoute, createCalendar())
const today = getDay('2023-03-10')

/** `partiesAfter('opened how=wide', 'partyJoined organisation=GI team=noord')`, a day each. */
function partiesAfter(...lines: string[]): Parties {
  const events = lines.map((line, index): RecordedEvent => {
    const [type = '', ...data] = line.split(' ')
    const day = `2023-03-0${index + 1}`
    return {
      id: `e${index}`,
      trajectory: 'T-1',
      route: 'example',
      type,
      validOn: getDay(day),
      recordedAt: getMoment(`${day}T12:00:00Z`),
      data: Object.fromEntries(data.map((pair) => pair.split('='))) as Event['data'],
      position: index + 1,
      superseders: [],
    }
  })
  return partiesOf(plan, currentFacts(plan, events))
}

const member = (organisation: string, ...teams: string[]): Member => ({ organisation, teams })

describe('who is party', () => {
  it.each<[string, string[], Parties['parties']]>([
    ['nobody yet', ['partyLeft organisation=GI'], []],
    ['whom the record names', ['opened how=wide'], [{ organisation: 'wide', team: null }]],
    ['the newest', ['opened how=wide', 'opened how=ajar'], [{ organisation: 'ajar', team: null }]],
    [
      'who joined beside it, with a team',
      ['opened how=wide', 'partyJoined organisation=GI team=noord'],
      [
        { organisation: 'wide', team: null },
        { organisation: 'GI', team: 'noord' },
      ],
    ],
    [
      'a team of whom the record names',
      ['opened how=wide', 'partyJoined organisation=wide team=zuid'],
      [{ organisation: 'wide', team: 'zuid' }],
    ],
    ['not who left', ['partyJoined organisation=GI', 'partyLeft organisation=GI'], []],
  ])('%s', (_, lines, parties) => {
    expect(partiesAfter(...lines).parties).toEqual(parties)
  })
})

describe('what is shared', () => {
  const shared = 'sharedWith organisation=Brug fields=how,where until=2023-03-10'
  it.each<[string, string[], Parties['shares']]>([
    [
      'the fields, until the day',
      [shared],
      [{ organisation: 'Brug', fields: ['how', 'where'], until: today }],
    ],
    ['no more once it ended', [shared, 'sharingEnded organisation=Brug'], []],
    ['never with a day that is none', ['sharedWith organisation=Brug fields=how until=ooit'], []],
  ])('%s', (_, lines, shares) => {
    expect(partiesAfter(...lines).shares).toEqual(shares)
  })
})

describe('what one is to a trajectory', () => {
  const parties = partiesAfter(
    'opened how=wide',
    'partyJoined organisation=GI team=noord',
    'sharedWith organisation=Brug fields=how until=2023-03-10',
    'sharedWith organisation=GI fields=how until=2023-03-10',
  )
  it.each<[string, Member, string, boolean, string]>([
    ['of the organisation', member('wide'), '2023-03-10', false, 'party'],
    ['of the team', member('GI', 'zuid', 'noord'), '2023-03-10', false, 'party'],
    ['of another team, but shared with', member('GI', 'zuid'), '2023-03-10', false, 'shared'],
    ['of another team', member('GI', 'zuid'), '2023-03-11', false, 'other-team'],
    ['shared with, on the last day', member('Brug'), '2023-03-10', false, 'shared'],
    ['shared with, a day too late', member('Brug'), '2023-03-11', false, 'none'],
    ['nobody', member('WSS'), '2023-03-10', false, 'none'],
    ['nobody, who broke the glass', member('WSS'), '2023-03-10', true, 'glass'],
    ['party, who broke the glass', member('wide'), '2023-03-10', true, 'party'],
  ])('%s', (_, who, day, brokeGlass, relation) => {
    expect(relationOf(who, parties, getDay(day), brokeGlass)).toBe(relation)
  })
})

import { performance } from 'node:perf_hooks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleRoute } from '../testing/example-route.ts'
import { type AccessQuestion, createAccessPlan, decide } from './decide.ts'
import { ORGANISATION_KINDS, PURPOSES, ROLES } from './role.ts'
import { ACTIONS, RELATIONS } from './route-access.ts'
import { naiveDecision } from './testing/naive-decision.ts'

const plan = createAccessPlan(exampleRoute)

const asked: AccessQuestion = {
  role: 'worker',
  purpose: 'help',
  kind: 'certified-institution',
  relation: 'party',
  action: 'see',
  detail: '',
  state: 'open',
  shared: [],
}

describe('one line each', () => {
  it.each<[string, Partial<AccessQuestion>, string]>([
    ['a worker sees what their organisation is party to', {}, 'allowed'],
    ['and nothing else', { relation: 'none' }, 'relation-may-not'],
    ['not what another team has', { relation: 'other-team' }, 'role-may-not'],
    ['a team lead does', { relation: 'other-team', role: 'team-lead' }, 'allowed'],
    ['not for a purpose that is not theirs', { purpose: 'policy' }, 'purpose-may-not'],
    [
      'a policy officer sees no trajectory',
      { role: 'policy-officer', purpose: 'policy' },
      'role-may-not',
    ],
    [
      'an administrator neither',
      { role: 'administrator', purpose: 'administration' },
      'role-may-not',
    ],
    ['an auditor neither', { role: 'auditor', purpose: 'oversight' }, 'role-may-not'],
    ['who broke the glass sees', { relation: 'glass' }, 'allowed'],
    [
      'who broke the glass records nothing',
      { relation: 'glass', action: 'record', detail: 'looked' },
      'relation-may-not',
    ],
    [
      'a provider breaks no glass',
      { role: 'provider', relation: 'none', action: 'break-glass' },
      'role-may-not',
    ],
    ['a worker does', { relation: 'none', action: 'break-glass' }, 'allowed'],
    [
      'a field that was shared is seen',
      { relation: 'shared', action: 'see-field', detail: 'how', shared: ['how'] },
      'allowed',
    ],
    [
      'one that was not, is not',
      { relation: 'shared', action: 'see-field', detail: 'where', shared: ['how'] },
      'not-shared',
    ],
    ['a field that is not there', { action: 'see-field', detail: 'nothing' }, 'unknown-detail'],
    ['who is party records', { action: 'record', detail: 'looked' }, 'allowed'],
    [
      'not before it is there',
      { relation: 'new', action: 'record', detail: 'looked' },
      'relation-may-not',
    ],
    [
      'sharing is not recorded by itself',
      { action: 'record', detail: 'sharedWith' },
      'role-may-not',
    ],
    ['who is party shares', { action: 'share' }, 'allowed'],
    [
      'what was shared is not shared on',
      { relation: 'shared', action: 'share' },
      'relation-may-not',
    ],
    ['a worker has figures of their own', { action: 'ask-own-figures' }, 'allowed'],
    ['not of all', { action: 'ask-all-figures' }, 'role-may-not'],
    [
      'a policy officer of a GI has not',
      { role: 'policy-officer', purpose: 'policy', action: 'ask-all-figures' },
      'kind-may-not',
    ],
    [
      'one of the inspectorate has',
      {
        role: 'policy-officer',
        purpose: 'policy',
        kind: 'inspectorate',
        action: 'ask-all-figures',
      },
      'allowed',
    ],
    [
      'a publisher of a programme publishes',
      { role: 'publisher', purpose: 'publication', kind: 'inspectorate', action: 'publish' },
      'allowed',
    ],
  ])('%s', (_, change, decision) => {
    expect(decide(plan, { ...asked, ...change })).toBe(decision)
  })
})

const fields = ['how', 'where', 'doors', 'locked', 'organisation', 'until', 'nothing', '']
const steps = [...Object.keys(exampleRoute.events), 'nothing', '']

const questions = fc.record({
  role: fc.constantFrom(...ROLES),
  purpose: fc.constantFrom(...PURPOSES),
  kind: fc.constantFrom(...ORGANISATION_KINDS),
  relation: fc.constantFrom(...RELATIONS),
  action: fc.constantFrom(...ACTIONS),
  detail: fc.constantFrom(...fields, ...steps),
  state: fc.constantFrom('', 'open', 'shut'),
  shared: fc.subarray(fields),
})

it('is what the definition says, read plainly, whatever is asked and whatever the definition', () => {
  const roles = fc.subarray([...ROLES])
  const purposes = fc.subarray([...PURPOSES])
  const step = fc.record(
    { roles, states: fc.subarray(['', 'open', 'shut']), opens: fc.boolean() },
    { requiredKeys: ['roles'] },
  )
  const field = fc.record({ roles, purposes }, { requiredKeys: [] })
  const definitions = fc
    .record({
      see: fc.record({ party: roles, 'other-team': roles, shared: roles, glass: roles }),
      purposes,
      record: step,
      ...{ share: roles, breakGlass: roles, ownFigures: roles, allFigures: roles, publish: roles },
      overseers: fc.subarray([...ORGANISATION_KINDS]),
      deliveries: fc.record({ party: roles, shared: roles }),
      partners: fc.option(roles, { nil: undefined }),
      opened: fc.option(step, { nil: undefined }),
      how: fc.option(field, { nil: undefined }),
    })
    .map(({ opened, how, partners, ...access }) => {
      const { events } = exampleRoute
      const { how: whole, ...others } = events.opened.fields
      return {
        ...exampleRoute,
        access: { ...access, parties: [], ...(partners && { partners }) },
        events: {
          ...events,
          opened: {
            ...events.opened,
            ...(opened && { may: opened }),
            fields: { ...others, how: { ...whole, ...(how && { may: how }) } },
          },
        },
      }
    })
  fc.assert(
    fc.property(definitions, fc.array(questions, { minLength: 20 }), (route, all) => {
      const made = createAccessPlan(route)
      for (const question of all) {
        expect([question, decide(made, question) === 'allowed']).toEqual([
          question,
          naiveDecision(route, question),
        ])
      }
    }),
    { seed: 20230331, numRuns: 300 },
  )
})

it('answers everything that can be asked', () => {
  const answers = new Set<string>()
  for (const role of ROLES)
    for (const purpose of PURPOSES)
      for (const relation of RELATIONS)
        for (const action of ACTIONS)
          for (const detail of ['', 'how', 'looked'])
            answers.add(decide(plan, { ...asked, role, purpose, relation, action, detail }))
  expect([...answers].sort()).toEqual([
    'allowed',
    'kind-may-not',
    'not-shared',
    'purpose-may-not',
    'relation-may-not',
    'role-may-not',
    'unknown-detail',
  ])
})

it('decides half a million times a second', () => {
  const all = fc.sample(questions, { numRuns: 2_000, seed: 1 })
  const started = performance.now()
  let allowed = 0
  for (let turn = 0; turn < 500; turn++) {
    for (const question of all) if (decide(plan, question) === 'allowed') allowed++
  }
  const perSecond = (500 * all.length) / ((performance.now() - started) / 1000)
  expect(allowed).toBeGreaterThan(0)
  expect(perSecond).toBeGreaterThan(500_000)
})

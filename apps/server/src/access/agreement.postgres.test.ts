import { catalogue } from '@tijdig/catalogue'
import {
  ACTIONS,
  type AccessPlan,
  type AccessQuestion,
  type Action,
  CORRECTION_EXPLAINED,
  createAccessPlan,
  decide,
  ORGANISATION_KINDS,
  PURPOSES,
  PURPOSES_OF,
  type Purpose,
  RELATIONS,
  ROLES,
  type Role,
  type RouteDefinition,
} from '@tijdig/core'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs } from '../testing/sign-in-as.ts'
import { openTestHouse, serve, type TestHouse } from '../testing/test-house.ts'
import { fieldsOf, OWN, OWN_TEAM, type Scenario, scenariosOf } from './testing/scenarios.ts'

/**
 * Routes that declare the same of who may what, are the same case: nothing else of a route is read to
 * decide. Of those the one with the most steps stands for all. That PostgreSQL has for each route what
 * the decision says, is asked of every route by the rows that it decides by.
 */
const routes = Object.values(byDeclaration(catalogue.routes)).map((alike) =>
  alike.reduce((most, each) => (stepsIn(each) > stepsIn(most) ? each : most)),
)
const plans = routes.map(createAccessPlan)
const scenarios = routes.flatMap(scenariosOf)
/** One way to each relation: how one came to have none matters to nobody who records. */
const oneOfEach = scenarios.filter(
  ({ route, relation, state }, place) =>
    scenarios.findIndex(
      (each) => each.route === route && each.relation === relation && each.state === state,
    ) === place,
)
const people = ROLES.flatMap((role) => PURPOSES_OF[role].map((purpose) => [role, purpose] as const))

let opened: TestHouse
let app: FastifyInstance
/** By id, the number under which the database keeps a trajectory. */
let numbers: Map<string, number>

beforeAll(async () => {
  opened = await openTestHouse()
  const results = await opened.house.store.append(scenarios.flatMap(({ events }) => events))
  const refused = results.find((result) => !result.ok)
  if (refused) throw new Error(JSON.stringify(refused))
  app = (await serve(opened.house)).app
  const rows = await opened.house.database.pool.query('select number, id from tijdig.trajectory')
  numbers = new Map(rows.rows.map(({ id, number }) => [id, number]))
}, 120_000)
afterAll(async () => {
  await app?.close()
  await opened?.close()
})

it('tries every way in which a route declares who may what', () => {
  const kinds = ['ot', 'jbjr', 'programme-budget', 'programme-milestone']
  expect(routes.map(({ code }) => code)).toEqual(kinds)
})

it.each(catalogue.routes.map((route) => [route.code, route] as const))(
  'PostgreSQL decides about route %s by the rows that the decision gives, and by no other',
  async (code, route) => {
    const plan = createAccessPlan(route)
    const { rows } = await opened.house.database.pool.query(
      `select concat_ws('/', role, purpose, action, relation, detail, state, kind) as rule
       from tijdig.access_rule where route = $1`,
      [code],
    )
    const found = new Set(rows.map(({ rule }) => rule))
    const wrong: string[] = []
    const used = new Set<string>()
    for (const asked of everyQuestion(plan)) {
      const fitting = rulesFor(asked).filter((rule) => found.has(rule))
      for (const rule of fitting) used.add(rule)
      const isAllowed = decide(plan, asked) === 'allowed'
      if (isAllowed !== fitting.length > 0) wrong.push(JSON.stringify(asked))
    }
    expect(wrong).toEqual([])
    expect(used).toEqual(found)
  },
)

/**
 * The decision, PostgreSQL and the API say the same about every role with each of its purposes, every
 * relation, route, field, step and state: all of them, one by one.
 */
describe.each(people)('a %s, to %s', (role, purpose) => {
  let cookie: string
  let hash: string
  beforeAll(async () => {
    const kind = 'certified-institution'
    const teams = [OWN_TEAM]
    const session = await signInAs(opened.house, { role, organisation: OWN, kind, teams, purpose })
    cookie = session.cookie
    hash = session.hash
    for (const { id, route, brokeGlass } of scenarios) {
      if (!brokeGlass) continue
      await opened.asOwner(`insert into tijdig.glass (person, appointment, route, trajectory, reason)
        select person, appointment, '${route}', '${id}', 'om te proberen'
        from tijdig.session where hash = decode('${hash}', 'hex')`)
    }
  })

  it('sees, by plain SQL, what the decision says', async () => {
    const seen = await asActor(hash, async (query) => {
      const lines: string[] = []
      for (const { id, route } of scenarios) {
        const found = await query('select relation from tijdig.find_trajectory($1, $2)', [
          route,
          id,
        ])
        const listed = await query('select from tijdig.trajectory_line where number = $1', [
          numbers.get(id),
        ])
        lines.push(`${id} ${found[0]?.relation ?? 'unseen'} ${listed.length > 0 ? 'listed' : '-'}`)
      }
      return lines
    })
    expect(seen).toEqual(
      scenarios.map((scenario) => {
        const isSeen = allowed(role, purpose, scenario, 'see')
        const isListed = isSeen && ['party', 'other-team'].includes(scenario.relation)
        return `${scenario.id} ${isSeen ? scenario.relation : 'unseen'} ${isListed ? 'listed' : '-'}`
      }),
    )
  })

  it('reads, by plain SQL, the fields that the decision says', async () => {
    const read = await asActor(hash, async (query) => {
      const lines: string[] = []
      for (const { id } of scenarios) {
        const events = await query('select data from tijdig.seen_events($1)', [numbers.get(id)])
        lines.push(`${id} ${keysOf(events.map(({ data }) => data as object)).join(' ')}`)
      }
      return lines
    })
    expect(read).toEqual(
      scenarios.map((scenario) => {
        const there = keysOf(scenario.events.map(({ data }) => data))
        const may = there.filter((field) => allowed(role, purpose, scenario, 'see-field', field))
        return `${scenario.id} ${may.join(' ')}`
      }),
    )
  })

  it('may record, says plain SQL, the steps that the decision says', async () => {
    const may = await asActor(hash, async (query) => {
      const lines: string[] = []
      for (const { id, route } of scenarios) {
        const rows = await query(
          'select type from unnest($2::text[]) with ordinality as t(type, n) where tijdig.may_record($1, type) order by n',
          [numbers.get(id), stepsOf(route)],
        )
        lines.push(`${id} ${rows.map(({ type }) => type).join(' ')}`)
      }
      return lines
    })
    expect(may).toEqual(
      scenarios.map((scenario) => {
        const steps = stepsOf(scenario.route).filter((type) =>
          SHARING.has(type)
            ? allowed(role, purpose, scenario, 'share')
            : allowed(role, purpose, scenario, 'record', type),
        )
        return `${scenario.id} ${steps.join(' ')}`
      }),
    )
  })

  it('sees and may do, by the API, what the decision says', async () => {
    const found: unknown[] = []
    const expected: unknown[] = []
    for (const scenario of scenarios) {
      const { id, route } = scenario
      const answer = await app.inject({
        url: `/api/v1/trajectories/${route}/${id}`,
        headers: { host: 'localhost', cookie },
      })
      const isSeen = allowed(role, purpose, scenario, 'see')
      const view = answer.json()
      found.push([
        id,
        answer.statusCode,
        ...(isSeen ? [view.relation, detailsOf(view), offered(view), view.mayShare] : []),
      ])
      const fields = fieldsOf(planOf(route).route).filter((field) =>
        allowed(role, purpose, scenario, 'see-field', field),
      )
      const steps = stepsOf(route).filter(
        (type) => allowed(role, purpose, scenario, 'record', type) && fits(scenario, type),
      )
      expected.push([
        id,
        isSeen ? 200 : seesAny(role, purpose, route) ? 404 : 403,
        ...(isSeen
          ? [
              scenario.relation,
              detailLabels(scenario, fields),
              steps,
              allowed(role, purpose, scenario, 'share'),
            ]
          : []),
      ])
    }
    expect(found).toEqual(expected)
  })

  it('may give a family its file, says plain SQL, where it may share and know who they are', async () => {
    const may = await asActor(hash, async (query) => {
      const ids: string[] = []
      for (const { id } of scenarios) {
        const rows = await query('select tijdig.may_give_file($1) as may', [numbers.get(id)])
        if (rows[0]?.may === true) ids.push(id)
      }
      return ids
    })
    const isForHelp = purpose === 'help' || purpose === 'coordination'
    const expected = scenarios.filter(
      (scenario) =>
        isForHelp &&
        allowed(role, purpose, scenario, 'share') &&
        ['party', 'other-team', 'glass'].includes(scenario.relation),
    )
    expect(may).toEqual(expected.map(({ id }) => id))
  })

  it('gives, by the API, the file of a family where the decision says', async () => {
    const found: unknown[] = []
    const expected: unknown[] = []
    const isForHelp = purpose === 'help' || purpose === 'coordination'
    for (const scenario of oneOfEach) {
      const { id, route } = scenario
      const { statusCode } = await app.inject({
        url: `/api/v1/trajectories/${route}/${id}/file.html`,
        headers: { host: 'localhost', cookie },
      })
      found.push([id, statusCode])
      const may = isForHelp && allowed(role, purpose, scenario, 'share')
      const sees = allowed(role, purpose, scenario, 'see')
      const mayAny =
        isForHelp &&
        scenarios.some((each) => each.route === route && allowed(role, purpose, each, 'share'))
      expected.push([id, may ? 200 : mayAny && !sees ? 404 : 403])
    }
    expect(found).toEqual(expected)
  })

  it('records, by the API, the steps that the decision says', async () => {
    const wrong: unknown[] = []
    for (const scenario of oneOfEach) {
      for (const type of stepsOf(scenario.route)) {
        // A day that never comes: what may be recorded is refused for that alone.
        const { statusCode, body } = await app.inject({
          method: 'POST',
          url: `/api/v1/trajectories/${scenario.route}/${scenario.id}/events`,
          headers: { host: 'localhost', origin: 'http://localhost', cookie },
          payload: { type, validOn: '2999-01-01', data: {} },
        })
        const isAllowed = allowed(role, purpose, scenario, 'record', type)
        const isAnswered = statusCode === (fits(scenario, type) ? 400 : 409)
        const isRefused = [403, 404, 409].includes(statusCode)
        if (isAllowed ? !isAnswered : !isRefused) wrong.push([scenario.id, type, statusCode, body])
      }
    }
    expect(wrong).toEqual([])
  }, 240_000)
})

describe.each(ORGANISATION_KINDS)('at a %s', (kind) => {
  it.each(people)('a %s, to %s, has the figures that the decision says', async (role, purpose) => {
    const organisation = `SOORT-${kind}`
    const { cookie } = await signInAs(opened.house, { role, organisation, kind, purpose })
    for (const plan of plans) {
      const of = (action: 'ask-own-figures' | 'ask-all-figures') =>
        decide(plan, { ...NOTHING, role, purpose, kind, action }) === 'allowed'
      const { code } = plan.route
      const answer = await app.inject({
        url: `/api/v1/figures?route=${code}&cutOff=2023-12-31&knownAt=2023-12-31`,
        headers: { host: 'localhost', cookie },
      })
      const all = of('ask-all-figures')
      expect([code, answer.statusCode]).toEqual([code, all || of('ask-own-figures') ? 200 : 403])
      // Only who has them over all is told where the log stands.
      if (answer.statusCode === 200) expect(answer.json().question.position !== null).toBe(all)
    }
  })
})

/** Routes under all that deciding reads of them, whatever their steps, fields and states are called. */
function byDeclaration(all: readonly RouteDefinition[]): Record<string, RouteDefinition[]> {
  const distinct = (parts: readonly unknown[]) =>
    [...new Set(parts.map((part) => JSON.stringify(part) ?? 'as the route says'))].sort()
  const found: Record<string, RouteDefinition[]> = {}
  for (const route of all) {
    const events = Object.values(route.events)
    const fields = events.flatMap((event) => Object.values(event.fields))
    const declaration = JSON.stringify([
      route.access,
      distinct(events.map(({ may }) => may)),
      distinct(fields.map(({ may }) => may)),
      distinct(Object.values(route.states).map(({ closed }) => closed)),
      route.assigned !== undefined,
    ])
    found[declaration] = [...(found[declaration] ?? []), route]
  }
  return found
}

function stepsIn({ events }: RouteDefinition): number {
  return Object.keys(events).length
}

/** Everything that can be asked of a route; of who shares a field, that it was shared. */
function* everyQuestion({ route, fields, steps }: AccessPlan): Generator<AccessQuestion> {
  const details: Partial<Record<Action, readonly string[]>> = {
    'see-field': [...fields.keys()],
    record: [...steps.keys()],
  }
  for (const action of ACTIONS)
    for (const detail of details[action] ?? [''])
      for (const state of action === 'record' ? ['', ...Object.keys(route.states)] : [''])
        for (const relation of RELATIONS)
          for (const kind of DECIDED_BY_KIND.has(action) ? ORGANISATION_KINDS : [ANY_KIND])
            for (const role of ROLES)
              for (const purpose of PURPOSES)
                yield { role, purpose, kind, relation, action, detail, state, shared: [detail] }
}

const DECIDED_BY_KIND = new Set<Action>(['ask-all-figures', 'publish'])
const [ANY_KIND] = ORGANISATION_KINDS

/** The rows by which PostgreSQL would allow it: `*` is any. */
function rulesFor({ role, purpose, action, relation, detail, state, kind }: AccessQuestion) {
  return [relation, '*'].flatMap((r) =>
    [state, '*'].flatMap((s) =>
      [kind, '*'].map((k) => [role, purpose, action, r, detail, s, k].join('/')),
    ),
  )
}

const SHARING = new Set(['consentAsked', 'sharedWith', 'sharingEnded'])
const NOTHING = { relation: 'none', detail: '', state: '', shared: [] } as const

function allowed(
  role: Role,
  purpose: Purpose,
  { route, relation, state, shared }: Scenario,
  action: 'see' | 'see-field' | 'record' | 'share',
  detail = '',
): boolean {
  const kind = 'certified-institution'
  const asked = { role, purpose, kind, relation, action, detail, state, shared } as const
  return decide(planOf(route), asked) === 'allowed'
}

/** What is handed over may be completed or called off; what is assigned and is not, handed over. */
function fits({ route, state, events }: Scenario, type: string): boolean {
  if (!type.startsWith('handover')) return true
  const types = events.map((event) => event.type)
  const last = types.findLast((each) => each.startsWith('handover'))
  const isOpen = state !== '' && !planOf(route).route.states[state]?.closed
  const runs = isOpen && last === 'handoverBegan'
  if (type !== 'handoverBegan') return runs
  const assigning = ['workerAssigned', 'guideAssigned', 'handoverCompleted']
  return !runs && types.some((each) => assigning.includes(each))
}

/** Who may see no trajectory, whatever the relation, is told that it is not for them. */
function seesAny(role: Role, purpose: Purpose, route: string): boolean {
  return scenarios.some(
    (scenario) => scenario.route === route && allowed(role, purpose, scenario, 'see'),
  )
}

function planOf(route: string): AccessPlan {
  return plans.find((plan) => plan.route.code === route) as AccessPlan
}

function stepsOf(route: string): string[] {
  return Object.keys(planOf(route).route.events)
}

function keysOf(data: readonly object[]): string[] {
  return [...new Set(data.flatMap((each) => Object.keys(each)))].sort()
}

interface View {
  readonly timeline: readonly { readonly details: readonly { readonly label: string }[] }[]
  readonly steps: readonly { readonly type: string }[]
}

function detailsOf(view: View): string[] {
  return [
    ...new Set(view.timeline.flatMap(({ details }) => details.map(({ label }) => label))),
  ].sort()
}

function offered(view: View): string[] {
  return view.steps.map(({ type }) => type)
}

/** The labels of the fields that the timeline shows, of those that may be read. */
function detailLabels({ route, events }: Scenario, fields: readonly string[]): string[] {
  const definitions = planOf(route).route.events
  // Why something was put right is told beside that, and is no happening of its own.
  const told = events.filter(({ type }) => type !== CORRECTION_EXPLAINED)
  const labels = told.flatMap(({ type, data }) =>
    Object.keys(data).flatMap((name) =>
      fields.includes(name) ? [definitions[type]?.fields[name]?.label ?? name] : [],
    ),
  )
  return [...new Set(labels)].sort()
}

/** Runs plain SQL with the rights of the application and somebody's session. */
async function asActor<T>(
  hash: string,
  work: (
    query: (sql: string, values: unknown[]) => Promise<Record<string, unknown>[]>,
  ) => Promise<T>,
): Promise<T> {
  const client = await opened.house.database.actorPool.connect()
  try {
    await client.query('begin')
    await client.query(`set local tijdig.session = '${hash}'`)
    return await work(async (sql, values) => (await client.query(sql, values)).rows)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

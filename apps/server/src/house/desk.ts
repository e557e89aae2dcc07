import type { Moment, Result } from '@tijdig/core'
import type { Audience, Publication, PublicationLine } from '@tijdig/store'
import type { NormCases, NormEstimate, Route } from '../api/contract.ts'
import type { Visitor } from '../sign-in/visitor.ts'
import { type Answer, ask } from './ask.ts'
import { type DefaultQuestion, defaultQuestion } from './default-question.ts'
import { type DeliveryNow, deliveryNow } from './deliveries/delivery-now.ts'
import {
  readDeliveries,
  readDelivery,
  type SeenDeliveries,
  verifyDelivery,
} from './deliveries/read-deliveries.ts'
import { describeRoutes } from './describe-route.ts'
import { type DraftDesk, openDraftDesk } from './drafts/draft-desk.ts'
import { type AskedChange, explainChange } from './explain-change.ts'
import type { Change } from './explain-tables.ts'
import { findArchived, isArchived } from './find-publication.ts'
import { type FrozenPublication, routesOf } from './frozen-publication.ts'
import { findPlan, type House, type Premises } from './house.ts'
import type { HouseError } from './house-error.ts'
import { makeReport, type Report, type ReportOrder } from './make-report.ts'
import { type AskedCases, findNormCases } from './norm-cases.ts'
import { type AskedEstimate, estimateNorm } from './norm-estimate.ts'
import type { Directory } from './organisations.ts'
import { figureScope, may, mayAskAll, mayReadLog, notAllowed } from './permission.ts'
import { publish } from './publish.ts'
import type { AskedQuestion } from './read-question.ts'
import { reporting } from './reporting.ts'
import { routesOfTemplate } from './routes-of-report.ts'
import type { Verification } from './verification.ts'
import { verify } from './verify.ts'
import type { Narrowed } from './wanted-tables.ts'
import { withdraw } from './withdraw.ts'

/**
 * All that an endpoint may do without the visit of who asks. It holds no store: a trajectory can
 * only be read through a visit, to which PostgreSQL itself gives no more than may be seen. What is
 * counted or published over all trajectories is decided here, for each call, before it is asked.
 */
export interface Desk extends Premises {
  readonly directory: Directory
  describeRoutes(visitor: Visitor): Promise<Route[]>
  ask(visitor: Visitor, asked: AskedQuestion, narrowed: Narrowed): Promise<Refusable<Answer>>
  /** The trajectories behind a norm: only those that the visit itself may see. */
  normCases(visitor: Visitor, asked: AskedCases): Promise<Refusable<NormCases>>
  normEstimate(visitor: Visitor, asked: AskedEstimate): Promise<Refusable<NormEstimate>>
  explain(visitor: Visitor, asked: AskedChange): Promise<Refusable<Change>>
  /** The templates of routes of which one may have figures over all. */
  templates(visitor: Visitor): Promise<readonly OfferedTemplate[]>
  makeReport(visitor: Visitor, order: ReportOrder): Promise<Refusable<Report>>
  publish(visitor: Visitor, order: ReportOrder): Promise<Refusable<Publication>>
  /** Not given out any more to who did not sign in, from now on. */
  withdraw(visitor: Visitor, number: number, reason: string): Promise<Refusable<Publication>>
  /** All but what was delivered to one organisation. */
  publications(): Promise<readonly PublicationLine[]>
  findPublication(number: number): Promise<Refusable<FrozenPublication>>
  verify(visitor: Visitor, number: number): Promise<Refusable<Verification>>
  /** Read through the visit: PostgreSQL gives those that may be seen. */
  deliveries(visitor: Visitor): Promise<Refusable<SeenDeliveries>>
  /** The next delivery of one's own organisation, as it would be now. */
  deliveryNow(visitor: Visitor, code: string): Promise<Refusable<DeliveryNow>>
  findDelivery(visitor: Visitor, number: number): Promise<Refusable<FrozenPublication>>
  verifyDelivery(visitor: Visitor, number: number): Promise<Refusable<Verification>>
  /** Texts of reports that people of one organisation work on. */
  readonly drafts: DraftDesk
}

type Refusable<T> = Result<T, HouseError>

interface OfferedTemplate {
  readonly template: string
  readonly title: string
  readonly description: string
  readonly route: string
  /** All of which it takes figures. */
  readonly routes: string[]
  /** For whom it is unless somebody says otherwise. */
  readonly audience: Audience
  /** Whether counts stand in it as they were counted. */
  readonly exact: boolean
  readonly prompts: { readonly question: string; readonly section: string | null }[]
  readonly defaultQuestion: DefaultQuestion | null
}

/** The desk of a house; the house stays behind it. */
export function openDesk(house: House): Desk {
  const { catalogue, plans, access, now, random, people, store } = house
  return {
    catalogue,
    plans,
    access,
    now,
    random,
    directory: {
      organisations: () => people.organisations(),
      teams: (organisation) => people.teams(organisation),
    },
    describeRoutes: (visitor) => describeRoutes(house, visitor),
    ask: (visitor, asked, narrowed) => askWithin(house, visitor, asked, narrowed),
    normCases: (visitor, asked) => findNormCases(house, visitor, asked),
    normEstimate: (visitor, asked) => estimateNorm(house, visitor, asked),
    explain: (visitor, asked) => explainWithin(house, visitor, asked),
    templates: (visitor) => offeredTemplates(house, visitor),
    makeReport: (visitor, order) =>
      whenAllowed(house, visitor, order, 'ask-all-figures', () => makeReport(house, order)),
    publish: (visitor, order) =>
      whenAllowed(house, visitor, order, 'publish', () =>
        publish(house, order, { session: visitor.hash, address: visitor.address }),
      ),
    withdraw: (visitor, number, reason) => withdrawFor(house, visitor, number, reason),
    publications: async () => (await store.publications()).filter(isArchived),
    findPublication: (number) => findArchived(house, number),
    verify: (visitor, number) => verifyFor(house, visitor, number),
    deliveries: (visitor) => readDeliveries(house, visitor),
    deliveryNow: ({ actor }, code) => deliveryNow(house, actor, code),
    findDelivery: (visitor, number) => readDelivery(house, visitor, number),
    verifyDelivery: (visitor, number) => verifyDelivery(house, visitor, number),
    drafts: openDraftDesk(house),
  }
}

async function askWithin(
  house: House,
  { actor }: Visitor,
  asked: AskedQuestion,
  narrowed: Narrowed,
): Promise<Refusable<Answer>> {
  const plan = findPlan(house, asked.route)
  if (!plan.ok) return plan
  const allowed = figureScope(house, actor, asked.route)
  if (!allowed.ok) return allowed
  return ask(house, asked, narrowed, allowed.value.scope)
}

/** Between publications only over all: these were made over all. */
async function explainWithin(
  house: House,
  { actor }: Visitor,
  asked: AskedChange,
): Promise<Refusable<Change>> {
  const routes = new Set(asked.route === undefined ? [] : [asked.route])
  let published = false
  for (const end of [asked.from, asked.to]) {
    if (!/^\d+$/.test(end)) continue
    const found = await findArchived(house, Number(end))
    if (!found.ok) return found
    published = true
    for (const route of routesOf(found.value.asked)) routes.add(route)
  }
  const scopes = []
  for (const route of routes) {
    const plan = findPlan(house, route)
    if (!plan.ok) return plan
    const allowed = published ? mayAskAll(house, actor, route) : figureScope(house, actor, route)
    if (!allowed.ok) return allowed
    scopes.push(allowed.value?.scope)
  }
  return explainChange(house, { ...asked, scope: scopes[0] })
}

async function offeredTemplates(house: House, { actor }: Visitor): Promise<OfferedTemplate[]> {
  const templates = await Promise.all(
    (await house.templates.list()).map(async (template) => ({
      template,
      routes: await routesOfTemplate(house, template),
    })),
  )
  const offered = templates.filter(({ routes }) =>
    mayWithAll(house, actor, routes, 'ask-all-figures'),
  )
  if (offered.length === 0) return []
  const counts = await house.store.countByRoute()
  const { openPrompts } = await reporting()
  return offered.map(({ template, routes }) => ({
    template: template.id,
    title: template.title,
    description: template.description,
    route: template.route,
    routes,
    audience: template.audience,
    exact: template.protection === 'exact',
    prompts: openPrompts(template).map(({ question, section = null }) => ({ question, section })),
    defaultQuestion: defaultQuestion(
      house,
      lastOf(routes.map((each) => counts.get(each)?.lastRecordedAt)),
    ),
  }))
}

async function whenAllowed<T>(
  house: House,
  { actor }: Visitor,
  order: ReportOrder,
  action: 'ask-all-figures' | 'publish',
  work: () => Promise<Refusable<T>>,
): Promise<Refusable<T>> {
  const template = await house.templates.find(order.template)
  if (!template.ok) return template
  const routes = await routesOfTemplate(house, template.value)
  return mayWithAll(house, actor, routes, action) ? work() : notAllowed()
}

/** A report of several routes is for who may do so in each of them. */
function mayWithAll(
  house: House,
  actor: Visitor['actor'],
  routes: readonly string[],
  action: 'ask-all-figures' | 'publish',
): boolean {
  return routes.every((route) => may(house, actor, route, action))
}

function lastOf(moments: readonly (Moment | null | undefined)[]): Moment | undefined {
  const known = moments.filter((moment) => moment !== null && moment !== undefined)
  return known.length === 0 ? undefined : (Math.max(...known) as Moment)
}

async function withdrawFor(
  house: House,
  { actor, hash, address }: Visitor,
  number: number,
  reason: string,
): Promise<Refusable<Publication>> {
  const found = await findArchived(house, number)
  if (!found.ok) return found
  const { publication, asked } = found.value
  if (!mayWithAll(house, actor, routesOf(asked), 'publish')) return notAllowed()
  return withdraw(house, publication, reason, { session: hash, address })
}

async function verifyFor(
  house: House,
  { actor }: Visitor,
  number: number,
): Promise<Refusable<Verification>> {
  const found = await findArchived(house, number)
  if (!found.ok) return found
  const refused = routesOf(found.value.asked)
    .map((route) => mayAskAll(house, actor, route))
    .find((allowed) => !allowed.ok)
  return !refused || mayReadLog(actor) ? verify(house, number) : refused
}

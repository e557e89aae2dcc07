import { addDays, type Day, type Event, formatDay, type Moment } from '@tijdig/core'

export interface NaiveLine {
  /** In the order in which trajectories came. */
  readonly number: number
  readonly id: string
  readonly state: string
  readonly stateSince: Day
  readonly openedOn: Day
  readonly shop: readonly string[]
  readonly colour: readonly string[]
  /** By organisation its team. */
  readonly parties: ReadonlyMap<string, string | null>
}

/**
 * What the log should hold and what should then hold, worked out the long way from the words of
 * the route `tool`: one event at a time, everything read again for each, nothing shared with the store.
 */
export class NaiveLog {
  readonly events: Event[] = []

  /** `new`, `already-there`, or the code of the refusal. */
  append(event: Event): string {
    const same = this.events.find(({ id }) => id === event.id)
    if (same) return isEqual(same, event) ? 'already-there' : 'id-with-other-content'
    const before = new Set(this.#remindersTooEarly())
    this.events.push(event)
    if (this.#remindersTooEarly().some((id) => !before.has(id))) {
      this.events.pop()
      return 'order-forbidden'
    }
    return 'new'
  }

  /** A line for each fact that holds, by trajectory: trajectory, fact, key, attributes, days. */
  facts(): string[] {
    const trajectories = [...new Set(this.events.map(({ trajectory }) => trajectory))]
    return trajectories.flatMap((id) => this.#factsOf(id)).sort()
  }

  #factsOf(trajectory: string): string[] {
    const read = this.#read(trajectory)
    const lent = read.find(({ type }) => type === 'lent')
    const facts: string[] = []
    const changes = read.filter(({ type }) => type === 'lent' || type === 'returned')
    const state = changes.at(-1)
    if (state) {
      const name = stateOf(state)
      // A state that is said again on another day begins anew; within a day the last word counts.
      const since = changes.findLast(({ validOn }) => validOn === state.validOn) as Event
      facts.push(line(trajectory, 'state', '', { state: name }, since.validOn))
    }
    if (lent) {
      const shop = String(lent.data.shop)
      facts.push(line(trajectory, 'loan', '', { shop }, lent.validOn))
      const met = read.find(
        ({ type, validOn }) => type === 'returned' && validOn >= lent.validOn,
      )?.validOn
      const due = addDays(lent.validOn, 7)
      facts.push(line(trajectory, 'return', '', { shop }, lent.validOn, due, met))
    }
    for (const part of new Set(read.flatMap(({ data }) => data.part ?? []))) {
      const last = read.findLast(({ data }) => data.part === part) as Event
      if (last.type !== 'partLent') continue
      const colour = String(last.data.colour)
      facts.push(line(trajectory, 'part', String(part), { colour }, last.validOn))
    }
    for (const party of this.#spells(read, 'partyJoined', 'partyLeft')) {
      const { organisation = '', team } = party.data as Record<string, string>
      // In the order in which PostgreSQL keeps them.
      const data: Record<string, string> =
        team === undefined ? { organisation } : { team, organisation }
      facts.push(line(trajectory, 'party', String(organisation), data, party.validOn))
    }
    for (const share of this.#spells(read, 'sharedWith', 'sharingEnded')) {
      const { organisation = '', fields = '', until = '' } = share.data as Record<string, string>
      const data = { until, fields, organisation }
      facts.push(line(trajectory, 'share', String(organisation), data, share.validOn))
    }
    return facts
  }

  /** Of each organisation what began it, where it was not ended since. */
  #spells(read: readonly Event[], begins: string, ends: string): Event[] {
    const said = read.filter(({ type }) => type === begins || type === ends)
    const organisations = new Set(said.map(({ data }) => data.organisation))
    return [...organisations].flatMap((organisation) => {
      const last = said.findLast(({ data }) => data.organisation === organisation)
      return last?.type === begins ? [last] : []
    })
  }

  /** What a list should say of each trajectory of which something is read. */
  listed(): NaiveLine[] {
    const ids = [...new Set(this.events.map(({ trajectory }) => trajectory))]
    return ids.flatMap((id, index) => {
      const read = this.#read(id)
      if (read.length === 0) return []
      const openedOn = (read[0] as Event).validOn
      const changes = read.filter(({ type }) => type === 'lent' || type === 'returned')
      const state = changes.at(-1)
      const since = changes.findLast(({ validOn }) => validOn === state?.validOn)
      const shop = read.find(({ type }) => type === 'lent')?.data.shop
      const parts = new Set(read.flatMap(({ data }) => data.part ?? []))
      const colours = [...parts].flatMap((part) => {
        const last = read.findLast(({ data }) => data.part === part) as Event
        return last.type === 'partLent' ? [String(last.data.colour)] : []
      })
      const parties = new Map<string, string | null>()
      if (shop !== undefined) parties.set(String(shop), null)
      for (const { data } of this.#spells(read, 'partyJoined', 'partyLeft')) {
        parties.set(String(data.organisation), data.team === undefined ? null : String(data.team))
      }
      return {
        number: index + 1,
        id,
        state: state ? stateOf(state) : '',
        stateSince: since?.validOn ?? openedOn,
        openedOn,
        shop: shop === undefined ? [] : [String(shop)],
        colour: [...new Set(colours)].sort(),
        parties,
      }
    })
  }

  #read(trajectory: string): Event[] {
    const superseded = new Set(this.events.map(({ supersedes }) => supersedes))
    return this.events
      .filter((event) => event.trajectory === trajectory)
      .filter(({ id, type }) => type !== 'retracted' && !superseded.has(id))
      .sort(
        (a, b) =>
          order(a.validOn, b.validOn) || order(a.recordedAt, b.recordedAt) || order(a.id, b.id),
      )
  }

  #remindersTooEarly(): string[] {
    const trajectories = [...new Set(this.events.map(({ trajectory }) => trajectory))]
    return trajectories.flatMap((trajectory) => {
      const read = this.#read(trajectory)
      return read
        .filter(({ type }) => type === 'reminded')
        .filter(({ validOn }) => !read.some((one) => one.type === 'lent' && one.validOn <= validOn))
        .map(({ id }) => id)
    })
  }
}

function stateOf({ type }: Event): string {
  return type === 'lent' ? 'lent' : 'back'
}

function order<T extends string | Day | Moment>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isEqual(a: Event, b: Event): boolean {
  const sorted = (event: Event) => [
    ...[event.trajectory, event.route, event.type, event.validOn, event.recordedAt],
    event.supersedes,
    ...Object.entries(event.data).sort().flat(),
  ]
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function line(
  trajectory: string,
  fact: string,
  key: string,
  attributes: Record<string, string>,
  from: Day,
  due?: Day,
  met?: Day,
): string {
  const days = [from, due, met].map((day) => (day === undefined ? '-' : formatDay(day)))
  return [trajectory, fact, key, JSON.stringify(attributes), ...days].join(' ')
}

import {
  createCalendar,
  createFoldPlan,
  type Day,
  type FoldPlan,
  formatDay,
  formatMoment,
  type LogSource,
  type Moment,
} from '@tijdig/core'
import {
  calculateAsKnown,
  explain,
  FactsFile,
  type Figure,
  listedTables,
  type Wanted,
} from '@tijdig/figures'
import { catalogue } from '../index.ts'

/** A route's figures over any log, in one facts file that goes from log to log. */
export class Asking {
  readonly plan: FoldPlan
  readonly file: FactsFile
  readonly wanted: readonly Wanted[]

  private constructor(plan: FoldPlan, file: FactsFile) {
    this.plan = plan
    this.file = file
    this.wanted = catalogue.indicators
      .filter(({ route, listed }) => route === plan.route.code && listed)
      .flatMap((indicator) =>
        indicator.versions.flatMap((version) => listedTables(indicator, version)),
      )
  }

  static async of(code: string): Promise<Asking> {
    const route = catalogue.routes.find((each) => each.code === code)
    if (!route) throw new Error(`no route ${code}`)
    const plan = createFoldPlan(route, createCalendar())
    // Never builds anew what it can follow: small logs would not show a mistake in following.
    const file = await FactsFile.open(':memory:', [plan], Number.POSITIVE_INFINITY)
    if (!file.ok) throw new Error(file.error.reason)
    return new Asking(plan, file.value)
  }

  async figures(
    log: LogSource,
    cutOff: Day,
    knownAt: Moment,
    position?: number,
    scope?: string,
  ): Promise<string[]> {
    await this.file.follow(log)
    const question = {
      cutOff: formatDay(cutOff),
      knownAt: formatMoment(knownAt),
      position: position ?? (await log.head()).position,
      scope,
    }
    const figures = await calculateAsKnown(this.file, log, this.plan, question, this.wanted)
    return figures.map(lineOf).sort()
  }

  /** Every change between two questions, each side with the tables of the versions in `from`/`to`. */
  async explain(
    log: LogSource,
    from: { cutOff: Day; knownAt: Moment; position?: number; version: number },
    to: { cutOff: Day; knownAt: Moment; position?: number; version: number },
    scope?: string,
  ) {
    await this.file.follow(log)
    const head = (await log.head()).position
    const side = ({ cutOff, knownAt, position, version }: typeof from) => ({
      cutOff: formatDay(cutOff),
      knownAt: formatMoment(knownAt),
      position: position ?? head,
      wanted: this.wanted.filter(
        (each) => each.version.version === Math.min(version, each.indicator.versions.length),
      ),
    })
    return explain(this.file, log, this.plan, side(from), side(to), scope)
  }
}

/** A figure as one line of text, as the naive readings write it. */
function lineOf({ indicator, definition, by, value, numerator, denominator }: Figure): string {
  const version = indicator === 'ot.status' ? `#${definition}` : ''
  const cell = Object.entries(by)
    .sort()
    .map((part) => part.join(' '))
    .join(' ')
  const count = denominator === undefined ? value : `${numerator}/${denominator}`
  return `${indicator}${version} ${cell}: ${count}`
}

import {
  dayOfMoment,
  endOfDay,
  err,
  findDay,
  findMoment,
  formatDay,
  formatMoment,
  type Moment,
  ok,
  type Result,
} from '@tijdig/core'
import type { Question } from '@tijdig/figures'
import { findPlan, type Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'

/** A question as people write it. */
export interface AskedQuestion {
  readonly route: string
  /** A day. */
  readonly cutOff: string
  /** A day, of which the end counts, or a moment. */
  readonly knownAt: string
  /** A day, or `all`; left out: the day of `knownAt` in the Netherlands. */
  readonly definitions?: string | undefined
}

/** Reads a question; its position in the log is given when it is answered. */
export function readQuestion(house: Premises, asked: AskedQuestion): Result<Question, HouseError> {
  const plan = findPlan(house, asked.route)
  if (!plan.ok) return plan
  const cutOff = findDay(asked.cutOff)
  if (cutOff === undefined) {
    return err(
      houseError('day-invalid', `De peildag "${asked.cutOff}" bestaat niet. Schrijf JJJJ-MM-DD.`),
    )
  }
  const knownAt = readKnownAt(asked.knownAt)
  if (!knownAt.ok) return knownAt
  const definitions = asked.definitions ?? formatDay(dayOfMoment(knownAt.value))
  if (definitions !== 'all' && findDay(definitions) === undefined) {
    return err(
      houseError(
        'definitions-invalid',
        `"${definitions}" is geen dag om definities van te nemen. Schrijf JJJJ-MM-DD, of all voor alle versies.`,
      ),
    )
  }
  return ok({
    route: asked.route,
    cutOff: formatDay(cutOff),
    knownAt: formatMoment(knownAt.value),
    definitions,
  })
}

/** A day means its end in the Netherlands; a moment is taken as it is. */
export function readKnownAt(text: string): Result<Moment, HouseError> {
  const day = findDay(text)
  if (day !== undefined) return ok(endOfDay(day))
  const moment = findMoment(text)
  if (moment !== undefined) return ok(moment)
  return err(
    houseError(
      'known-at-invalid',
      `"${text}" is geen dag en geen moment. Schrijf JJJJ-MM-DD, of een moment zoals 2023-04-06T09:30:00Z.`,
    ),
  )
}

/** Reads `D@T` or `D@T#DAY-OF-DEFINITIONS`. */
export function readWrittenQuestion(
  house: Premises,
  route: string,
  text: string,
): Result<Question, HouseError> {
  const parts = /^([^@#]+)@([^@#]+)(?:#([^@#]+))?$/.exec(text)
  if (!parts) {
    return err(
      houseError(
        'question-invalid',
        `"${text}" is geen vraag. Schrijf PEILDAG@BEKEND-OP, bijvoorbeeld 2023-03-31@2023-04-06, met eventueel #DAG-VAN-DE-DEFINITIES erachter.`,
      ),
    )
  }
  const [, cutOff = '', knownAt = '', definitions] = parts
  return readQuestion(house, { route, cutOff, knownAt, definitions })
}

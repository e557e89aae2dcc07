import { dayOfMoment, err, findDay, ok, type Result } from '@tijdig/core'
import { moneyOf, moved, type ProgrammeQuestion, readProgramme } from '@tijdig/programmes'
import type { Moves, Programme, ProgrammeLine } from '../../api/programmes-contract.ts'
import type { Visitor } from '../../sign-in/visitor.ts'
import type { Premises } from '../house.ts'
import { type HouseError, houseError } from '../house-error.ts'
import { mayAtAll, notAllowed } from '../permission.ts'
import { readKnownAt } from '../read-question.ts'
import { partPlansOf } from './part-plans.ts'
import { lightCounts, programmeInWords } from './programme-in-words.ts'

/** A cut-off day and what was known, as people write them. */
export interface AskedProgramme {
  readonly programme: string
  readonly cutOff: string
  readonly knownAt: string
}

/** The programmes of which the visitor may see something, as they are today. */
export async function listProgrammes(
  house: Premises,
  { actor, visit }: Visitor,
): Promise<Result<ProgrammeLine[], HouseError>> {
  const able = mayLookAtParts(house, actor)
  if (!able.ok) return able
  const plans = partPlansOf(house)
  const parts = await visit.parts({ routes: [...plans.keys()] })
  const asked = { asOf: dayOfMoment(house.now()), knownAt: house.now() }
  const codes = new Set(
    parts.flatMap(({ events }) => events.flatMap(({ data }) => data.programme ?? [])),
  )
  return ok(
    [...codes].map(String).flatMap((programme) => {
      const reading = readProgramme(plans, parts, { programme, ...asked })
      if (reading.parts.length === 0) return []
      const owner = reading.parts.find(({ parent }) => parent === null)?.owner ?? null
      const lights = lightCounts(reading.parts)
      const { granted, spent, forecast, left } = moneyOf(reading)
      const money = { granted, spent, forecast, left }
      return [{ programme, title: reading.title ?? programme, owner, lights, money }]
    }),
  )
}

/** One programme as of a day, as known at a moment. */
export async function findProgramme(
  house: Premises,
  visitor: Visitor,
  asked: AskedProgramme,
): Promise<Result<Programme, HouseError>> {
  const able = mayLookAtParts(house, visitor.actor)
  if (!able.ok) return able
  const question = readProgrammeQuestion(asked)
  if (!question.ok) return question
  const plans = partPlansOf(house)
  const parts = await visitor.visit.parts({
    routes: [...plans.keys()],
    programme: asked.programme,
  })
  if (parts.length === 0) return err(programmeUnknown())
  const reading = readProgramme(plans, parts, question.value)
  const codes = reading.parts.flatMap(({ worker }) => worker ?? [])
  const workers = await visitor.visit.workers([...new Set(codes)])
  return ok(programmeInWords(plans, reading, question.value, workers))
}

/** What moved in a programme between two readings, each move with its cause. */
export async function findMoves(
  house: Premises,
  visitor: Visitor,
  asked: { readonly programme: string; readonly from: string; readonly to: string },
): Promise<Result<Moves, HouseError>> {
  const able = mayLookAtParts(house, visitor.actor)
  if (!able.ok) return able
  const ends: ProgrammeQuestion[] = []
  const written: { cutOff: string; knownAt: string }[] = []
  for (const text of [asked.from, asked.to]) {
    const [cutOff = '', knownAt = ''] = text.split('@')
    const question = readProgrammeQuestion({ programme: asked.programme, cutOff, knownAt })
    if (!question.ok) return question
    ends.push(question.value)
    written.push({ cutOff, knownAt })
  }
  const [from, to] = ends as [ProgrammeQuestion, ProgrammeQuestion]
  const plans = partPlansOf(house)
  const parts = await visitor.visit.parts({
    routes: [...plans.keys()],
    programme: asked.programme,
  })
  if (parts.length === 0) return err(programmeUnknown())
  const routes = new Map(parts.map(({ trajectory, route }) => [trajectory, route]))
  return ok({
    from: written[0] as (typeof written)[number],
    to: written[1] as (typeof written)[number],
    moves: moved(plans, parts, from, to).map((move) => ({
      kind: move.kind,
      cause: move.cause,
      code: move.code,
      route: routes.get(move.trajectory) ?? '',
      id: move.trajectory,
      title: (move.after ?? move.before)?.title ?? move.code,
      detail: move.detail,
      from: move.from,
      to: move.to,
    })),
  })
}

function readProgrammeQuestion({
  programme,
  cutOff,
  knownAt,
}: AskedProgramme): Result<ProgrammeQuestion, HouseError> {
  const asOf = findDay(cutOff)
  if (asOf === undefined) {
    const reason = `De peildag "${cutOff}" bestaat niet. Schrijf JJJJ-MM-DD.`
    return err(houseError('day-invalid', reason))
  }
  const known = readKnownAt(knownAt)
  return known.ok ? ok({ programme, asOf, knownAt: known.value }) : known
}

function mayLookAtParts(house: Premises, actor: Visitor['actor']) {
  const able = [...partPlansOf(house).keys()].some(
    (route) => mayAtAll(house, actor, route, 'see').ok,
  )
  return able ? ok(undefined) : notAllowed()
}

/** The same for one that is not there and one that may not be seen. */
export function programmeUnknown(): HouseError {
  return houseError(
    'programme-unknown',
    'Dit programma bestaat niet, of u hebt er niet mee te maken. Kies er een uit de lijst.',
  )
}

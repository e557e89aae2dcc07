import type { NewEvent, Step, TimelineEntry } from '@tijdig/server/contract'
import { isDay } from '../../clocks/asked.ts'
import type { Wrong } from '../../shell/focus-wrong.ts'
import { faultIn, readValue, typedAs } from './typed-value.ts'

/** What somebody filled in: all texts, by field. */
export interface StepDraft {
  readonly validOn: string
  readonly values: Readonly<Record<string, string>>
}

export const DAY_ID = 'dag'

/** The id of a field of a step on the page. */
export function fieldId(code: string): string {
  return `veld-${code}`
}

/** The values once one was filled in: the team of another colleague is another. */
export function filledIn(
  step: Step,
  { values }: Pick<StepDraft, 'values'>,
  code: string,
  value: string,
): StepDraft['values'] {
  const teams = step.fields.filter(({ teamOf }) => teamOf === code)
  const without = Object.fromEntries(teams.map((team) => [team.code, '']))
  return { ...values, ...without, [code]: value }
}

/** What is still missing or wrong. */
export function wrongIn(step: Step, draft: StepDraft): Wrong {
  const wrong: Record<string, string> = {}
  if (!isDay(draft.validOn)) {
    wrong[DAY_ID] = 'Vul een dag in die op de kalender staat, bijvoorbeeld 31-03-2026.'
  }
  for (const field of step.fields) {
    const text = (draft.values[field.code] ?? '').trim()
    if (text === '' && field.required) {
      wrong[fieldId(field.code)] =
        field.kind === 'boolean' || field.choices.length > 0 ? 'Maak een keuze.' : 'Vul dit in.'
    } else {
      const fault = text === '' ? undefined : faultIn(field.kind, text)
      if (fault !== undefined) wrong[fieldId(field.code)] = fault
    }
  }
  return wrong
}

/** The event to record. Call only when nothing is wrong. */
export function eventOf(step: Step, draft: StepDraft): NewEvent {
  const data: Record<string, string | number | boolean> = {}
  for (const { code, kind } of step.fields) {
    const text = (draft.values[code] ?? '').trim()
    if (text === '') continue
    data[code] = readValue(kind, text)
  }
  return { type: step.type, validOn: draft.validOn, data }
}

/** What stands in an event, as somebody would have filled it in. */
export function draftOf(step: Step, { validOn, data }: TimelineEntry): StepDraft {
  const filled = step.fields.flatMap(({ code, kind }) => {
    const value = data?.[code]
    if (value === undefined) return []
    return [[code, typedAs(kind, value)] as const]
  })
  return { validOn, values: Object.fromEntries(filled) }
}

/** What stands in an event, in words, by field. */
export function wordsOf(
  step: Step,
  { data }: Pick<TimelineEntry, 'data'>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    step.fields.flatMap(({ code, kind, choices }) => {
      const value = data?.[code]
      if (value === undefined) return []
      const text = kind === 'number' ? String(value) : typedAs(kind, value)
      return [[code, choices.find((choice) => choice.code === value)?.label ?? text] as const]
    }),
  )
}

/** Whether two drafts of a step make the same event. */
export function isSameDraft(step: Step, a: StepDraft, b: StepDraft): boolean {
  return JSON.stringify(eventOf(step, a)) === JSON.stringify(eventOf(step, b))
}

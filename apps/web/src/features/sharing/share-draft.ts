import { addMonths, formatDay, getDay, PARTY_EVENTS } from '@tijdig/core'
import type { NewShare } from '@tijdig/server/contract'
import { isDay } from '../../clocks/asked.ts'
import type { Wrong } from '../../shell/focus-wrong.ts'

type Answer = NewShare['consent']['answer']

/** What somebody filled in. */
export interface ShareDraft {
  readonly organisation: string
  readonly fields: readonly string[]
  readonly until: string
  readonly answer: Answer | ''
  /** Why the family need not be asked. */
  readonly reason: string
}

const { answer, reason } = PARTY_EVENTS.consentAsked.fields
export const ANSWERS: Readonly<Record<Answer, string>> = answer.choices
export const REASONS: Readonly<Record<string, string>> = reason.choices

/** Nothing chosen yet, for three months from a day on. */
export function emptyShare(today: string): ShareDraft {
  const until = formatDay(addMonths(getDay(today), 3))
  return { organisation: '', fields: [], until, answer: '', reason: '' }
}

/** The last day until which can be shared at once: a year from a day on. */
export function lastDay(today: string): string {
  return formatDay(addMonths(getDay(today), 12))
}

/** What is still missing or wrong, by the id of its field. */
export function wrongIn(draft: ShareDraft, today: string): Wrong {
  return {
    ...(draft.organisation === '' ? { organisatie: 'Kies met wie u deelt.' } : {}),
    ...(draft.fields.length === 0 ? { gegevens: 'Kies minstens één gegeven.' } : {}),
    ...untilWrong(draft.until, today),
    ...(draft.answer === '' ? { toestemming: 'Kies wat het gezin antwoordde.' } : {}),
    ...(draft.answer === 'not-needed' && draft.reason === ''
      ? { reden: 'Kies waarom toestemming niet nodig is.' }
      : {}),
  }
}

function untilWrong(until: string, today: string): Wrong {
  if (!isDay(until)) return { tot: 'Vul een dag in die op de kalender staat.' }
  if (until < today) return { tot: 'Deze dag is al voorbij. Kies vandaag of later.' }
  if (until > lastDay(today)) return { tot: 'Delen kan hoogstens een jaar vooruit.' }
  return {}
}

/** The order to send. Call only when nothing is wrong. */
export function orderOf(draft: ShareDraft): NewShare {
  if (draft.answer === '') throw new Error('ordered to share without an answer of the family')
  return {
    organisation: draft.organisation,
    fields: [...draft.fields],
    until: draft.until,
    consent: {
      answer: draft.answer,
      ...(draft.answer === 'not-needed' ? { reason: draft.reason } : {}),
    },
  }
}

import { findDay, getDay } from '@tijdig/core'
import type { Clock } from '@tijdig/server/contract'
import { dayInWords, formatCount, type IconName, type Tone } from '@tijdig/ui'

/** How a term stands: in words, with a drawing and a tone that only repeat them. */
export interface OutcomeInWords {
  readonly label: string
  readonly icon: IconName
  readonly tone: Tone
  /** "binnen de termijn, met 3 dagen over" */
  readonly sentence: string
}

const SHOWN = {
  'in-time': { label: 'Op tijd', icon: 'check', tone: 'good' },
  late: { label: 'Te laat', icon: 'warning', tone: 'bad' },
  overdue: { label: 'Nog niet gedaan, te laat', icon: 'warning', tone: 'bad' },
  running: { label: 'Loopt nog', icon: 'clock', tone: 'busy' },
  lapsed: { label: 'Vervallen', icon: 'pause', tone: 'calm' },
} as const satisfies Record<Clock['outcome'], Omit<OutcomeInWords, 'sentence'>>

/** A term in words; `day` is the day at which it is looked at. */
export function outcomeInWords(clock: Clock, day: string): OutcomeInWords {
  const { outcome, dueOn } = clock
  const shown = outcome === 'running' && dueOn === null ? STANDS_STILL : SHOWN[outcome]
  const sentence = dueOn === null ? standingStill(clock) : sentenceOf({ ...clock, dueOn }, day)
  return { ...shown, sentence }
}

const STANDS_STILL = { label: 'Staat stil', icon: 'pause', tone: 'calm' } as const

function standingStill({ outcome, metOn, standsStillSince }: Clock): string {
  const since =
    standsStillSince === null ? '' : `De termijn staat stil sinds ${dayInWords(standsStillSince)}`
  if (metOn !== null) return `Gedaan op ${dayInWords(metOn)}. ${since}.`
  return outcome === 'lapsed' ? `${since}, en het hoefde niet meer.` : `${since}.`
}

/** A clock that does not stand still. */
type Running = Clock & { readonly dueOn: string }

function sentenceOf(clock: Running, day: string): string {
  const due = dayInWords(clock.dueOn)
  switch (clock.outcome) {
    case 'in-time':
    case 'late': {
      const met = clock.metOn ?? clock.dueOn
      const days = getDay(clock.dueOn) - getDay(met)
      if (days === 0) return `Gedaan op ${dayInWords(met)}, op de laatste dag.`
      return `Gedaan op ${dayInWords(met)}, ${counted(Math.abs(days))} ${days > 0 ? 'voor' : 'na'} de laatste dag (${due}).`
    }
    case 'overdue':
      return `Het moest uiterlijk op ${due}${since(clock, day)}.`
    case 'running':
      return `Het moet uiterlijk op ${due}${until(clock, day)}.`
    case 'lapsed':
      return `De termijn liep tot ${due}, maar het hoefde niet meer.`
  }
}

function since(clock: Running, day: string): string {
  return `; dat is ${counted(getDay(day) - getDay(clock.dueOn))} geleden`
}

function until(clock: Running, day: string): string {
  const left = getDay(clock.dueOn) - getDay(day)
  return left === 0 ? '; dat is de dag van deze stand' : `; nog ${counted(left)}`
}

/** Where the bar of a term is filled to, and where its due day stands, as parts of its length. */
export function termBar(clock: Clock, day: string): { filled: number; due: number } {
  const start = getDay(clock.startedOn)
  const at = findDay(clock.metOn) ?? getDay(clock.standsStillSince ?? day)
  // Where no last day is in sight, the bar ends where it stands still.
  const due = clock.dueOn === null ? at : getDay(clock.dueOn)
  const length = Math.max(due - start, at - start, 1)
  return {
    filled: Math.min(1, Math.max(0, (at - start) / length)),
    due: Math.min(1, (due - start) / length),
  }
}

function counted(days: number): string {
  return days === 1 ? '1 dag' : `${formatCount(days)} dagen`
}

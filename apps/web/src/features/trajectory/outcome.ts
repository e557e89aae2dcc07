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
  return { ...SHOWN[clock.outcome], sentence: sentenceOf(clock, day) }
}

function sentenceOf(clock: Clock, day: string): string {
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

function since(clock: Clock, day: string): string {
  return `; dat is ${counted(getDay(day) - getDay(clock.dueOn))} geleden`
}

function until(clock: Clock, day: string): string {
  const left = getDay(clock.dueOn) - getDay(day)
  return left === 0 ? '; dat is de dag van deze stand' : `; nog ${counted(left)}`
}

/** Where the bar of a term is filled to, and where its due day stands, as parts of its length. */
export function termBar(clock: Clock, day: string): { filled: number; due: number } {
  const start = getDay(clock.startedOn)
  const due = getDay(clock.dueOn)
  const at = findDay(clock.metOn) ?? getDay(day)
  const length = Math.max(due - start, at - start, 1)
  return {
    filled: Math.min(1, Math.max(0, (at - start) / length)),
    due: Math.min(1, (due - start) / length),
  }
}

function counted(days: number): string {
  return days === 1 ? '1 dag' : `${formatCount(days)} dagen`
}

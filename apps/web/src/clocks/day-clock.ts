import { addDays, addMonths, type Day, formatDay, getDay } from '@tijdig/core'
import { type DayClock, dayInBrief, dayInWords, monthInBrief, monthInWords } from '@tijdig/ui'
import { type Asked, dayOf, daysOfKnowledge } from './asked.ts'

/** The clock of the cut-off day: steps, ends of months, and the newest state. */
export function happenedClock(asked: Asked, newest: Asked): DayClock {
  const day = getDay(asked.cutOff)
  return clockOf(day, [
    endOfMonthChoice(monthEndBefore(day)),
    endOfMonthChoice(monthEndAfter(day)),
    {
      label: `Nieuwste: ${dayInBrief(newest.cutOff)}`,
      day: newest.cutOff,
    },
  ])
}

/** The clock of what was known: steps of a week, the cut-off day itself, and the newest. */
export function knownClock(asked: Asked, newest: Asked): DayClock {
  const day = getDay(dayOf(asked.knownAt))
  const latest = dayOf(newest.knownAt)
  return clockOf(day, [
    { label: 'Week terug', day: formatDay(addDays(day, -7)) },
    { label: 'Week verder', day: formatDay(addDays(day, 7)) },
    { label: 'Dag van de stand', day: asked.cutOff },
    { label: `Nieuwste: ${dayInBrief(latest)}`, day: latest },
  ])
}

/** How much of time the drawing shows around both clocks, with a tick at each month or quarter. */
export function clockDrawing(asked: Asked) {
  const one = getDay(asked.cutOff)
  const other = getDay(dayOf(asked.knownAt))
  const gap = Math.abs(one - other)
  const from = Math.min(one, other) - Math.max(75, Math.ceil(gap * 1.5))
  const to = Math.max(one, other) + Math.max(15, Math.ceil(gap * 0.2))
  return { from, to, ticks: monthTicks(from as Day, to as Day) }
}

/**
 * The first days of months in a span: each third or twelfth where they would crowd, and the
 * middles of months too in a short span.
 */
export function monthTicks(from: Day, to: Day): { position: number; label: string }[] {
  if (to - from <= SHORT) return halfMonthTicks(from, to)
  const every = to - from > 1500 ? 12 : to - from > 240 ? 3 : 1
  const ticks: { position: number; label: string }[] = []
  let first = getDay(`${formatDay(from).slice(0, 7)}-01`)
  while (first <= to) {
    const text = formatDay(first)
    const month = Number(text.slice(5, 7))
    if (first >= from && (month - 1) % every === 0) {
      const label =
        month === 1 || every > 1 ? `${monthInBrief(text)} ${text.slice(0, 4)}` : monthInBrief(text)
      ticks.push({ position: first, label })
    }
    first = addMonths(first, 1)
  }
  return ticks
}

/** What the distance between the two clocks means, said on a day. */
export function meaningOfClocks(asked: Asked, today: string): string {
  const days = daysOfKnowledge(asked)
  const known = dayInWords(dayOf(asked.knownAt))
  const cutOff = dayInWords(asked.cutOff)
  if (dayOf(asked.knownAt) > today)
    return `${known} is nog niet voorbij. U ziet wat er nu bekend is; dat kan nog veranderen.`
  if (days === 0)
    return `U ziet ${cutOff} zoals die dag zelf bekend was. Wat later binnenkwam, telt niet mee.`
  if (days < 0)
    return `Let op: op ${known} was ${cutOff} nog niet aangebroken. U ziet alleen wat toen al bekend was.`
  return `U ziet ${cutOff} met de kennis van ${counted(days)} later. Wat na ${known} is vastgelegd of verbeterd, telt niet mee.`
}

/** So few days that the firsts of months alone would leave it bare. */
const SHORT = 75

function halfMonthTicks(from: Day, to: Day): { position: number; label: string }[] {
  const ticks: { position: number; label: string }[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const text = formatDay(day)
    if (/-(01|15)$/.test(text))
      ticks.push({ position: day, label: `${Number(text.slice(8))} ${monthInBrief(text)}` })
  }
  return ticks
}

function clockOf(day: Day, choices: DayClock['choices']): DayClock {
  const text = formatDay(day)
  return {
    day: text,
    inWords: dayInWords(text),
    position: day,
    previousDay: formatDay(addDays(day, -1)),
    nextDay: formatDay(addDays(day, 1)),
    choices,
  }
}

function endOfMonthChoice(day: Day) {
  const text = formatDay(day)
  return { label: `Eind ${monthInWords(text)}`, day: text }
}

function monthEndBefore(day: Day): Day {
  return addDays(firstOfMonth(day), -1)
}

/** The end of this month; of the next where this day already ends a month. */
function monthEndAfter(day: Day): Day {
  const end = addDays(addMonths(firstOfMonth(day), 1), -1)
  return end > day ? end : addDays(addMonths(firstOfMonth(day), 2), -1)
}

function firstOfMonth(day: Day): Day {
  return getDay(`${formatDay(day).slice(0, 7)}-01`)
}

function counted(days: number): string {
  return days === 1 ? '1 dag' : `${days} dagen`
}

import { dayOfMoment, formatDay, momentOfMilliseconds } from '@tijdig/core'

/** The day in the Netherlands, `YYYY-MM-DD`. */
export function today(): string {
  return formatDay(dayOfMoment(momentOfMilliseconds(Date.now())))
}

import type { WorkLine } from '@tijdig/server/contract'
import { capital, dayInWords, formatCount } from '@tijdig/ui'

/** How much time is left, in a few words: "4 dagen te laat", "vandaag", "nog 3 dagen". */
export function timeLeft({ daysLeft }: Pick<WorkLine, 'daysLeft'>): string {
  if (daysLeft === null) return 'staat stil'
  if (daysLeft < 0) return `${counted(-daysLeft)} te laat`
  if (daysLeft === 0) return 'vandaag'
  return daysLeft === 1 ? 'morgen' : `nog ${counted(daysLeft)}`
}

/** Why a term stands where it stands: its norm, since when it runs, for whom it waits. */
export function reasonOf(line: WorkLine): string {
  const norm = `${capital(line.norm)}. De termijn begon op ${dayInWords(line.startedOn)}`
  if (line.dueOn === null) return `${norm} en staat nu stil.`
  if (line.step.may) return `${norm}.`
  const roles = line.waitsFor.map(({ label }) => label)
  if (roles.length === 0) return `${norm}. Een ander moet dit doen.`
  return `${norm}. Dit is aan de ${inOneBreath(roles)}.`
}

function inOneBreath(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} of ${last}`
}

function counted(days: number): string {
  return days === 1 ? '1 dag' : `${formatCount(days)} dagen`
}

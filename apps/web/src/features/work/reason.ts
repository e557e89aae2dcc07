import type { Worker, WorkLine } from '@tijdig/server/contract'
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
  if (line.beside !== null) return handoverReason(line, line.beside)
  const norm = `${capital(line.norm)}. De termijn begon op ${dayInWords(line.startedOn)}`
  if (line.dueOn === null) return `${norm} en staat nu stil.`
  if (line.step.may) return `${norm}.`
  const roles = line.waitsFor.map(({ label }) => label)
  if (roles.length === 0) return `${norm}. Een ander moet dit doen.`
  return `${norm}. Dit is aan de ${inOneBreath(roles)}.`
}

/** Who walks along with whom, until when; and whose it stays when that day is past. */
function handoverReason(
  { worker, dueOn, daysLeft }: WorkLine,
  beside: NonNullable<WorkLine['beside']>,
): string {
  const by = dueOn === null ? '' : dayInWords(dueOn)
  const to = capital(workerInWords(beside))
  const words =
    worker === null
      ? `${to} neemt dit traject over, uiterlijk op ${by}.`
      : beside.isMe
        ? `U loopt mee met ${workerInWords(worker)}, tot en met ${by}.`
        : `${to} loopt ${worker.isMe ? 'met u mee' : `mee met ${workerInWords(worker)}`}, tot en met ${by}.`
  if (daysLeft === null || daysLeft >= 0) return words
  const past = `${words} Dat is voorbij: rond de overdracht af, of leg vast dat zij niet doorgaat.`
  return worker === null ? past : `${past} Tot dan blijft het traject van ${workerInWords(worker)}.`
}

/** Somebody by name: "u", or the code of who is not known here. */
export function workerInWords({ code, name, isMe }: Worker): string {
  return isMe ? 'u' : (name ?? code)
}

function inOneBreath(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} of ${last}`
}

function counted(days: number): string {
  return days === 1 ? '1 dag' : `${formatCount(days)} dagen`
}

import type { NormEstimate } from '@tijdig/server/contract'
import { formatCount } from '@tijdig/ui'

/** "Waarschijnlijk te laat: naar schatting 7 van de 12 lopende termijnen." */
export function estimateInWords(groups: NormEstimate['groups']): string {
  const known = groups.filter(({ missed }) => missed !== null)
  const open = sum(known.map((group) => group.open))
  const unknown = sum(groups.map((group) => group.open)) - open
  const rest =
    unknown === 0 ? '' : ` Van ${terms(unknown)} is te weinig bekend om iets te schatten.`
  if (open === 0) {
    return unknown === 0 ? 'Er lopen nu geen termijnen.' : rest.trim()
  }
  const missed = sum(known.map((group) => group.missed ?? 0))
  const whole = open === 1 ? 'de ene lopende termijn' : `de ${formatCount(open)} lopende termijnen`
  return `Waarschijnlijk te laat: naar schatting ${number(missed)} van ${whole}.${rest}`
}

/** An estimate is no more exact than a whole number. */
export function number(estimated: number): string {
  return formatCount(Math.round(estimated))
}

function terms(count: number): string {
  return count === 1 ? '1 lopende termijn' : `${formatCount(count)} lopende termijnen`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

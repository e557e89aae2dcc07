import { createHash } from 'node:crypto'
import type { Question } from './figure.ts'
import type { IndicatorDefinition, IndicatorVersion } from './indicator.ts'

/** The versions of an indicator that a question asks for: pinned, all, or the one in force that day. */
export function versionsFor(
  indicator: IndicatorDefinition,
  question: Pick<Question, 'definitions' | 'pinned'>,
): readonly IndicatorVersion[] {
  const pinned = question.pinned?.[indicator.code]
  if (pinned !== undefined) return [getVersion(indicator, pinned)]
  if (question.definitions === 'all') return indicator.versions
  return [versionInForce(indicator, question.definitions)]
}

/** The version in force on a day; before the first came into force, the first. */
export function versionInForce(indicator: IndicatorDefinition, day: string): IndicatorVersion {
  let inForce: IndicatorVersion = indicator.versions[0]
  for (const version of indicator.versions) if (version.inForceFrom <= day) inForce = version
  return inForce
}

export function getVersion(indicator: IndicatorDefinition, number: number): IndicatorVersion {
  const version = indicator.versions.find((candidate) => candidate.version === number)
  if (!version) throw new Error(`${indicator.code} has no version ${number}`)
  return version
}

/**
 * SHA-256 of what a version means: a later change of its text or measure shows.
 * The facts of the route that it counts are part of what it means.
 */
export function versionHash(version: IndicatorVersion, facts: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([version, facts]))
    .digest('hex')
}

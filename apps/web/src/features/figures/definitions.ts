import type { Indicator } from '@tijdig/server/contract'
import { dayInWords } from '@tijdig/ui'
import { type Asked, dayOf } from '../../clocks/asked.ts'

type Version = Indicator['versions'][number]

/** The version in force on a day: the last that came into force by then, else the first. */
function versionInForce(indicator: Indicator, day: string): Version | undefined {
  return (
    indicator.versions.filter((version) => version.inForceFrom <= day).at(-1) ??
    indicator.versions[0]
  )
}

/** The versions that a question reads: one, or all of them. */
export function versionsOf(indicator: Indicator, asked: Asked): readonly Version[] {
  if (asked.definitions === 'all') return indicator.versions
  const version = versionInForce(indicator, asked.definitions ?? dayOf(asked.knownAt))
  return version ? [version] : []
}

/** What there is to choose for the definition of a figure. */
export function definitionChoices(indicator: Indicator, asked: Asked) {
  const usual = versionInForce(indicator, dayOf(asked.knownAt))
  return [
    {
      value: '',
      label: usual
        ? `Zoals die gold op ${dayInWords(dayOf(asked.knownAt))} (versie ${usual.version})`
        : 'Geldend',
    },
    ...indicator.versions.map((version) => ({
      value: version.inForceFrom,
      label: `Versie ${version.version}, geldt vanaf ${dayInWords(version.inForceFrom)}`,
    })),
    ...(indicator.versions.length > 1
      ? [{ value: 'all', label: 'Alle versies naast elkaar' }]
      : []),
  ]
}

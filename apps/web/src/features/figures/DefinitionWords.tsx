import type { Indicator } from '@tijdig/server/contract'
import { dayInWords, Heading, Paragraph } from '@tijdig/ui'

interface Props {
  readonly indicator: Indicator
  readonly versions: readonly Indicator['versions'][number][]
}

/** What exactly is counted, in words. */
export function DefinitionWords({ indicator, versions }: Props) {
  return (
    <section className="tijdig-section" aria-labelledby="telt">
      <Heading level={2} id="telt">
        {indicator.label}
      </Heading>
      <div className="tijdig-definition">
        {versions.map((version) => (
          <div key={version.version}>
            <Paragraph>{version.words}</Paragraph>
            <p className="tijdig-muted">
              Definitie versie {version.version}, geldt vanaf {dayInWords(version.inForceFrom)}.
              Kenmerk <code title={version.hash}>{version.hash.slice(0, 12)}</code>.
            </p>
          </div>
        ))}
      </div>
    </section>
  )
}

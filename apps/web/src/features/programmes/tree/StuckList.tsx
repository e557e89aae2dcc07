import type { Part } from '@tijdig/server/contract'
import { Heading, Paragraph } from '@tijdig/ui'
import { LightSign } from '../LightSign.tsx'
import { PartLink } from './PartLink.tsx'
import { RecordLinks } from './RecordLinks.tsx'
import { Standstill } from './Standstill.tsx'
import type { TreeContext } from './tree-context.ts'

interface Props {
  readonly parts: readonly Part[]
  readonly context: TreeContext
}

/** What is stuck, why, and who moves next: that comes first. */
export function StuckList({ parts, context }: Props) {
  return (
    <section className="tijdig-section" aria-labelledby="vast">
      <Heading level={2} id="vast">
        Wat vastloopt
      </Heading>
      {parts.length === 0 ? (
        <Paragraph>Er loopt op deze dag niets vast.</Paragraph>
      ) : (
        <ul className="tijdig-stuck">
          {parts.map((part) => (
            <li key={part.id}>
              <p className="tijdig-part__title">
                <LightSign light={part.light} />
                <PartLink part={part} />
              </p>
              <Standstill part={part} context={context} />
              <RecordLinks part={part} context={context} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

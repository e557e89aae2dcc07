import type { Part, Programme } from '@tijdig/server/contract'
import { dayInWords, Heading, Paragraph, StatusBadge } from '@tijdig/ui'
import type { ReactNode } from 'react'
import type { Asked } from '../../clocks/asked.ts'
import { ActivityCounts } from './ActivityCounts.tsx'
import { LightSign } from './LightSign.tsx'
import { asSentence } from './period-words.ts'
import { PartLink } from './tree/PartLink.tsx'
import { useOrganisationNames } from './use-organisation-names.ts'

interface Props {
  readonly programme: Programme
  readonly asked: Asked
}

/** What was decided, what may go wrong, when people meet, and what was held, counted. */
export function RecordsView({ programme, asked }: Props) {
  const of = (route: string) => programme.parts.filter((part) => part.route === route)
  return (
    <>
      <Records
        id="besluiten"
        title="Besluiten"
        none="Er zijn nog geen besluiten vastgelegd."
        parts={of('programme-decision')}
        tell={(part) => <DecisionWords part={part} />}
      />
      <Records
        id="risicos"
        title="Risico’s"
        none="Er zijn geen risico’s vastgelegd."
        parts={of('programme-risk')}
        tell={(part) => <RiskWords part={part} />}
      />
      <Records
        id="overleg"
        title="Overleg en bijeenkomsten"
        none="Er is geen overleg vastgelegd."
        parts={of('programme-meeting')}
        tell={(part) => <MeetingWords part={part} cutOff={asked.cutOff} />}
      />
      <ActivityCounts programme={programme} />
    </>
  )
}

interface RecordsProps {
  readonly id: string
  readonly title: string
  readonly none: string
  readonly parts: readonly Part[]
  readonly tell: (part: Part) => ReactNode
}

function Records({ id, title, none, parts, tell }: RecordsProps) {
  const nameOf = useOrganisationNames()
  return (
    <section className="tijdig-section" aria-labelledby={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {parts.length === 0 ? (
        <Paragraph>{none}</Paragraph>
      ) : (
        <ul className="tijdig-parts">
          {parts.map((part) => (
            <li key={part.id} className="tijdig-record" data-part={part.code}>
              <p className="tijdig-part__title">
                <LightSign light={part.light} />
                <PartLink part={part} />
              </p>
              {tell(part)}
              {part.owner === null ? null : (
                <p className="tijdig-muted">Van {nameOf(part.owner)}</p>
              )}
              {part.notes.map(({ on, text }) => (
                <p key={`${on}/${text}`} className="tijdig-muted">
                  {dayInWords(on)}: {asSentence(text)}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function DecisionWords({ part }: { readonly part: Part }) {
  if (part.decided === null)
    return <p>{part.light === 'dropped' ? 'Dit besluit hoeft niet meer.' : 'Nog niet besloten.'}</p>
  return (
    <p>
      Besloten{part.doneOn === null ? null : <> op {dayInWords(part.doneOn)}</>}:{' '}
      {asSentence(part.decided)}
    </p>
  )
}

function RiskWords({ part }: { readonly part: Part }) {
  if (part.risk === null) return <p>Dit risico is nog niet gewogen.</p>
  const { chance, impact, measure } = part.risk
  return (
    <>
      <p>
        Kans: <strong>{chance.label}</strong>. Gevolg: <strong>{impact.label}</strong>.
      </p>
      <p>Wat eraan gebeurt: {asSentence(measure)}</p>
    </>
  )
}

function MeetingWords({ part, cutOff }: { readonly part: Part; readonly cutOff: string }) {
  const { due, doneOn } = part
  if (doneOn !== null) return <p>Gehouden op {dayInWords(doneOn)}.</p>
  if (due === null) return <p>Er is nog geen dag afgesproken.</p>
  return (
    <p>
      Gepland op {dayInWords(due.due)}.{' '}
      {due.due < cutOff ? (
        <StatusBadge tone="attention" icon="clock">
          die dag is voorbij
        </StatusBadge>
      ) : null}
    </p>
  )
}

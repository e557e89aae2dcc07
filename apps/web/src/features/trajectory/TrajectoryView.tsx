import { Link } from '@tanstack/react-router'
import type { Trajectory } from '@tijdig/server/contract'
import { capital, dayInWords, Heading, Paragraph, Timeline } from '@tijdig/ui'
import { useMemo } from 'react'
import { FamilyBlock } from '../family/FamilyBlock.tsx'
import { GiveFile } from '../family/GiveFile.tsx'
import { useViewSearch } from '../programmes/use-view-search.ts'
import { HandoverPanel } from './HandoverPanel.tsx'
import { Involved } from './Involved.tsx'
import { putRight } from './PutRight.tsx'
import { SeenThrough } from './SeenThrough.tsx'
import { TermList } from './TermList.tsx'
import { TimelineDrawing } from './TimelineDrawing.tsx'
import { timelineItems } from './timeline-items.tsx'

interface Props {
  readonly trajectory: Trajectory
  /** The day at which is looked. */
  readonly day: string
  readonly busy: boolean
}

/** What is known of a trajectory, from its state now to all that happened. */
export function TrajectoryView({ trajectory, day, busy }: Props) {
  const { beeld, sinds } = useViewSearch()
  const view = useMemo(() => ({ beeld, sinds }), [beeld, sinds])
  const items = useMemo(
    () => timelineItems(trajectory.timeline, day, (entry) => putRight(trajectory, entry, view)),
    [trajectory, day, view],
  )
  return (
    <div className={busy ? 'tijdig-trajectory tijdig-busy' : 'tijdig-trajectory'} aria-busy={busy}>
      <SeenThrough trajectory={trajectory} />
      <HandoverPanel trajectory={trajectory} />
      <section className="tijdig-trajectory__state" aria-label="Toestand">
        {trajectory.state === null ? (
          <p>Op deze dag was er over dit traject nog niets bekend.</p>
        ) : (
          <p>
            <span className="tijdig-trajectory__state-name">{capital(trajectory.state.label)}</span>
            {trajectory.stateSince === null ? null : (
              <> sinds {dayInWords(trajectory.stateSince)}</>
            )}
          </p>
        )}
        {trajectory.states.length > 1 ? (
          <ol className="tijdig-steps" aria-label="Toestanden tot nu toe">
            {trajectory.states.map((state) => (
              <li
                key={`${state.code}/${state.from}`}
                aria-current={state.until === null ? 'step' : undefined}
              >
                <span>{capital(state.label)}</span>
                <span className="tijdig-muted">{dayInWords(state.from)}</span>
              </li>
            ))}
          </ol>
        ) : null}
        {trajectory.steps.length === 0 ? null : (
          <p className="tijdig-not-printed">
            <Link
              to="/trajecten/$route/$id/vastleggen"
              params={{ route: trajectory.route, id: trajectory.id }}
              search={view}
              className="nl-button nl-button--primary tijdig-button-link"
            >
              Iets vastleggen
            </Link>
          </p>
        )}
      </section>

      <section className="tijdig-section" aria-labelledby="termijnen">
        <Heading level={2} id="termijnen">
          Termijnen
        </Heading>
        {trajectory.clocks.length === 0 ? (
          <Paragraph>Voor dit traject is nog geen termijn begonnen.</Paragraph>
        ) : (
          <TermList clocks={trajectory.clocks} day={day} />
        )}
      </section>

      <FamilyBlock trajectory={trajectory} />

      <Involved trajectory={trajectory} />

      <GiveFile trajectory={trajectory} />

      {trajectory.facts.length === 0 ? null : (
        <section className="tijdig-section" aria-labelledby="geldt">
          <Heading level={2} id="geldt">
            Wat geldt
          </Heading>
          <dl className="tijdig-facts">
            {trajectory.facts.map((fact) => (
              <div key={`${fact.label}/${fact.key ?? ''}/${fact.value}`}>
                <dt>
                  {fact.label}
                  {fact.key === null ? null : <span className="tijdig-muted"> ({fact.key})</span>}
                </dt>
                <dd>
                  {fact.value} <span className="tijdig-muted">sinds {dayInWords(fact.since)}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}

      <section className="tijdig-section" aria-labelledby="verloop">
        <Heading level={2} id="verloop">
          Wat er gebeurde
        </Heading>
        {trajectory.timeline.length === 0 ? (
          <Paragraph>Er is op deze dag nog niets vastgelegd.</Paragraph>
        ) : (
          <>
            <p className="tijdig-muted tijdig-trajectory__key">
              Boven staat wanneer iets gebeurde, onder wanneer het bekend werd. Hoe schuiner de
              lijn, hoe later het bekend werd. Een stippellijn geldt niet meer.
            </p>
            <TimelineDrawing entries={trajectory.timeline} />
            <Timeline items={items} />
          </>
        )}
      </section>
    </div>
  )
}

import type { Part } from '@tijdig/server/contract'
import { dayInWords, StatusBadge } from '@tijdig/ui'
import { againstPlan } from '../parts.ts'
import { asSentence, spanInWords } from '../period-words.ts'
import { PartFigures } from './PartFigures.tsx'
import { RecordLinks } from './RecordLinks.tsx'
import { Standstill } from './Standstill.tsx'
import type { TreeContext } from './tree-context.ts'

interface Props {
  readonly part: Part
  /** The part above: its partners are not told again. */
  readonly above?: Part
  readonly context: TreeContext
}

/** Who does a part, when, how it stands, what came of it, and the figures that it should move. */
export function PartBody({ part, above, context }: Props) {
  const { nameOf, asked } = context
  const { owner, partners, planned, review, worker } = part
  const plan = againstPlan(part, asked.cutOff)
  const others = samePartners(part, above) ? [] : partners
  const finding = part.findings.at(-1)
  return (
    <>
      <dl className="tijdig-part__facts">
        {part.kind === null ? null : (
          <div>
            <dt>Soort</dt>
            <dd>{part.kind.label}</dd>
          </div>
        )}
        <div>
          <dt>Stand</dt>
          <dd>{standInWords(part)}</dd>
        </div>
        {planned === null ? null : (
          <div>
            <dt>Gepland</dt>
            <dd>
              {spanInWords(planned.from, planned.until)}{' '}
              {plan === undefined ? null : (
                <StatusBadge tone={plan === 'late' ? 'attention' : 'calm'} icon="clock">
                  {plan === 'late' ? 'later dan gepland' : 'klaar na die tijd'}
                </StatusBadge>
              )}
            </dd>
          </div>
        )}
        {owner === null ? null : (
          <div>
            <dt>Wie</dt>
            <dd>
              {nameOf(owner)}
              {others.length === 0 ? null : `, met ${others.map(nameOf).join(', ')}`}
            </dd>
          </div>
        )}
        {worker === null ? null : (
          <div>
            <dt>Wie ervoor zorgt</dt>
            <dd>
              {worker.name ?? 'iemand van een andere organisatie'}
              {worker.isMe ? ' (u)' : null}
            </dd>
          </div>
        )}
        {review === null ? null : (
          <div>
            <dt>Terugblik</dt>
            <dd>
              uiterlijk op {dayInWords(review.due)}{' '}
              {review.isPassed ? (
                <StatusBadge tone="attention" icon="clock">
                  die dag is voorbij
                </StatusBadge>
              ) : null}
            </dd>
          </div>
        )}
      </dl>
      <Standstill part={part} context={context} />
      {part.outcome === null ? null : <p>Het leverde op: {asSentence(part.outcome)}</p>}
      {part.droppedBecause === null ? null : (
        <p>Waarom het vervalt: {asSentence(part.droppedBecause)}</p>
      )}
      {finding === undefined ? null : (
        <p>
          Teruggeblikt op {dayInWords(finding.on)}: {asSentence(finding.text)}
        </p>
      )}
      {part.notes.map(({ on, text }) => (
        <p key={`${on}/${text}`} className="tijdig-muted">
          {dayInWords(on)}: {asSentence(text)}
        </p>
      ))}
      <PartFigures part={part} title="Cijfers" context={context} />
      <RecordLinks part={part} context={context} />
    </>
  )
}

function standInWords({ light, since, begunOn, doneOn }: Part): string {
  switch (light) {
    case 'done':
      return `klaar op ${dayInWords(doneOn ?? since)}`
    case 'under-way':
      return `bezig sinds ${dayInWords(begunOn ?? since)}`
    case 'stalled':
      return `loopt vast sinds ${dayInWords(since)}`
    case 'dropped':
      return `vervallen op ${dayInWords(since)}`
    case 'no-action':
      return 'nog niet begonnen'
    default:
      return light satisfies never
  }
}

/** Whether the same organisations take part as in the part above, whichever of them owns it. */
function samePartners(part: Part, above: Part | undefined): boolean {
  if (above === undefined) return false
  const all = ({ owner, partners }: Part) => [...new Set([owner, ...partners])].sort().join('/')
  return all(part) === all(above)
}

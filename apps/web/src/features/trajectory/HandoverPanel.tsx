import { Link } from '@tanstack/react-router'
import type { Handover, Trajectory } from '@tijdig/server/contract'
import { Alert, capital, dayInWords } from '@tijdig/ui'
import { workerInWords } from '../work/reason.ts'

/** That a trajectory is being handed over: from whom to whom, until when, and what comes next. */
export function HandoverPanel({ trajectory }: { readonly trajectory: Trajectory }) {
  const { handover, route, id, steps } = trajectory
  if (handover === null) return null
  const step = (type: string) => steps.find((each) => each.type === type)
  const [completed, calledOff] = [step('handoverCompleted'), step('handoverCalledOff')]
  return (
    <Alert
      tone={handover.overdue ? 'warning' : 'info'}
      title={
        handover.overdue
          ? 'De warme overdracht is nog niet afgerond.'
          : 'Dit traject wordt warm overgedragen.'
      }
    >
      <p>
        {fromTo(handover)} {isOurs(handover) ? 'U trekt' : 'Zij trekken'} samen op van{' '}
        {dayInWords(handover.since)} tot en met {dayInWords(handover.until)}.
      </p>
      <p>{nextStep(handover)}</p>
      {completed === undefined && calledOff === undefined ? null : (
        <p className="tijdig-actions tijdig-not-printed">
          {[completed, calledOff].map((each) =>
            each === undefined ? null : (
              <Link
                key={each.type}
                to="/trajecten/$route/$id/vastleggen"
                params={{ route, id }}
                search={{ stap: each.type }}
                className="nl-link"
              >
                Leg vast: {each.label.toLowerCase()}
              </Link>
            ),
          )}
        </p>
      )}
    </Alert>
  )
}

function isOurs({ from, to }: Handover): boolean {
  return to.isMe || from?.isMe === true
}

function fromTo({ from, fromTeam, to, toTeam }: Handover): string {
  const of = (team: Handover['toTeam']) => (team === null ? '' : ` (${team.label})`)
  const giver = from === null ? 'niemand' : workerInWords(from)
  return `Van ${giver}${of(fromTeam)} naar ${workerInWords(to)}${of(toTeam)}.`
}

/** Until it is completed it stays with who has it: also when the day is past. */
function nextStep({ from, to, overdue }: Handover): string {
  const giver = from === null ? 'wie het nu heeft' : workerInWords(from)
  if (overdue) {
    return `Die dag is voorbij. Zolang niemand de overdracht afrondt of vastlegt dat zij niet doorgaat, blijft het traject van ${giver} en zien beide kanten het.`
  }
  const receiver = to.isMe ? 'Neemt u het over' : `Neemt ${workerInWords(to)} het over`
  return `Tot dan blijft het traject van ${giver}. ${capital(receiver)}? Rond de overdracht dan af.`
}

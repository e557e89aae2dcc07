import { Link } from '@tanstack/react-router'
import type { Trajectory } from '@tijdig/server/contract'
import { dayInWords, Heading } from '@tijdig/ui'
import { EndShare } from './EndShare.tsx'
import { fieldNames } from './field-names.ts'

/** Who has to do with a trajectory, and what was shared with whom until when. */
export function Involved({ trajectory }: { readonly trajectory: Trajectory }) {
  const { parties, shares, mayShare, route, id } = trajectory
  return (
    <section className="tijdig-section" aria-labelledby="betrokken">
      <Heading level={2} id="betrokken">
        Betrokken
      </Heading>
      {parties.length === 0 ? (
        <p className="tijdig-involved__text">
          Er is nog geen organisatie bij dit traject betrokken.
        </p>
      ) : (
        <ul className="tijdig-involved">
          {parties.map((party) => (
            <li key={party.organisation}>
              <div>
                <strong>{party.name}</strong>
                {party.team === null ? null : (
                  <span className="tijdig-muted">
                    , team {party.team}
                    {party.receiving === null ? '' : ` en team ${party.receiving}`}
                  </span>
                )}
              </div>
            </li>
          ))}
          {shares.map((share) => (
            <li key={`gedeeld/${share.organisation}`}>
              <div>
                <strong>{share.name}</strong> ziet tot en met {dayInWords(share.until)}:{' '}
                {fieldNames(share.fields)}.
              </div>
              {mayShare ? <EndShare route={route} id={id} share={share} /> : null}
            </li>
          ))}
        </ul>
      )}
      {mayShare ? (
        <p className="tijdig-involved__text tijdig-not-printed">
          <Link to="/trajecten/$route/$id/delen" params={{ route, id }} className="nl-link">
            Delen met een andere organisatie
          </Link>
        </p>
      ) : null}
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PublicationLine } from '@tijdig/server/contract'
import { dayInBrief, Heading, Paragraph } from '@tijdig/ui'
import { publicationsQuery } from '../../api/queries.ts'
import { dayOf } from '../../clocks/asked.ts'

/** The other publications of the same route, to set this one against. */
export function CompareChoice({ publication }: { readonly publication: PublicationLine }) {
  const all = useQuery(publicationsQuery)
  const others = (all.data ?? [])
    .filter((one) => one.route === publication.route && one.number !== publication.number)
    .sort((a, b) => b.number - a.number)
  return (
    <section className="tijdig-section tijdig-not-printed" aria-labelledby="sinds">
      <Heading level={2} id="sinds">
        Wat is er veranderd sinds …
      </Heading>
      {others.length === 0 ? (
        <Paragraph>
          Er is nog geen ander rapport van deze route om mee te vergelijken. Publiceer er nog een,
          bijvoorbeeld over een andere dag.
        </Paragraph>
      ) : (
        <ul className="tijdig-list">
          {others.map((other) => (
            <li key={other.number}>
              <Link
                to="/rapporten/$number/vergelijk/$other"
                params={{ number: String(publication.number), other: String(other.number) }}
                className="nl-link"
              >
                nummer {other.number}: {other.title}
              </Link>{' '}
              <span className="tijdig-muted">
                (stand op {dayInBrief(other.cutOff)}, bekend op {dayInBrief(dayOf(other.knownAt))})
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

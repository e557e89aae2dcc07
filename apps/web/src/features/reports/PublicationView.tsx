import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Publication } from '@tijdig/server/contract'
import { dayInWords, formatCount, Heading, SimpleTable } from '@tijdig/ui'
import type { ReactNode } from 'react'
import { routesQuery, verify } from '../../api/queries.ts'
import { dayOf, shortKnownAt } from '../../clocks/asked.ts'
import { useSession } from '../../session/session-context.ts'
import { audienceInWords } from './audience-words.ts'
import { CompareChoice } from './CompareChoice.tsx'
import { PublicPlace } from './PublicPlace.tsx'
import { indicatorLabel, PublishedFigures } from './PublishedFigures.tsx'
import { ReportFiles } from './ReportFiles.tsx'
import { Verification } from './Verification.tsx'

/** What a publication is, where to read it, and all that it rests on. */
export function PublicationView({ publication }: { readonly publication: Publication }) {
  const routes = useQuery(routesQuery)
  const indicators = routes.data?.flatMap((route) => route.indicators) ?? []
  const session = useSession()
  const asksAll = publication.routes.every((route) => session.may.routes[route]?.allFigures)
  return (
    <>
      <dl className="tijdig-facts tijdig-publication__facts">
        <Fact label="Stand op">{dayInWords(publication.cutOff)}</Fact>
        <Fact label="Zoals bekend op">{dayInWords(dayOf(publication.knownAt))}</Fact>
        <Fact label="Gepubliceerd op">{dayInWords(dayOf(publication.publishedAt))}</Fact>
        <Fact label="Voor wie">{audienceInWords(publication)}</Fact>
        <Fact label="Aantal cijfers">{formatCount(publication.figures)}</Fact>
        <Fact label="Gelezen tot en met">
          regel {formatCount(publication.position)} van het logboek
        </Fact>
        <Fact label="Kenmerk van het logboek">
          <code className="tijdig-hash">{publication.logHash}</code>
        </Fact>
      </dl>

      <ReportFiles
        of={`publications/${publication.number}`}
        what="het rapport"
        name="Rapport"
        odt={publication.odt}
      />

      <PublicPlace publication={publication} />

      {asksAll ? (
        <>
          <Verification verify={() => verify(String(publication.number))} />
          <CompareChoice publication={publication} />
        </>
      ) : null}

      <section className="tijdig-section" aria-labelledby="cijfers">
        <Heading level={2} id="cijfers">
          Cijfers zoals gepubliceerd
        </Heading>
        {asksAll ? (
          <p className="tijdig-muted">
            <Link
              to="/overzicht"
              search={{
                route: publication.route,
                op: publication.cutOff,
                bekend: shortKnownAt(publication.knownAt),
              }}
              className="nl-link"
            >
              Bekijk dezelfde stand in het overzicht
            </Link>
          </p>
        ) : null}
        <PublishedFigures publication={publication} indicators={indicators} />
      </section>

      <section className="tijdig-section" aria-labelledby="definities">
        <Heading level={2} id="definities">
          Definities
        </Heading>
        <SimpleTable
          caption="Definities waarmee is geteld"
          head={['Cijfer', 'Versie', 'Kenmerk']}
          rows={publication.definitions.map((definition) => [
            indicatorLabel(indicators, definition.indicator),
            String(definition.version),
            definition.hash.slice(0, 16),
          ])}
        />
      </section>
    </>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Publication } from '@tijdig/server/contract'
import { dayInWords, formatCount, Heading, Icon, SimpleTable } from '@tijdig/ui'
import type { ReactNode } from 'react'
import { apiAddress } from '../../api/client.ts'
import { routesQuery, verify } from '../../api/queries.ts'
import { dayOf, shortKnownAt } from '../../clocks/asked.ts'
import { useSession } from '../../session/session-context.ts'
import { audienceInWords } from './audience-words.ts'
import { CompareChoice } from './CompareChoice.tsx'
import { PublicPlace } from './PublicPlace.tsx'
import { indicatorLabel, PublishedFigures } from './PublishedFigures.tsx'
import { Verification } from './Verification.tsx'

/** What a publication is, where to read it, and all that it rests on. */
export function PublicationView({ publication }: { readonly publication: Publication }) {
  const routes = useQuery(routesQuery)
  const indicators = routes.data?.flatMap((route) => route.indicators) ?? []
  const session = useSession()
  const asksAll = publication.routes.every((route) => session.may.routes[route]?.allFigures)
  const at = (file: string) => apiAddress(`publications/${publication.number}/${file}`)
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

      <section className="tijdig-section tijdig-not-printed" aria-labelledby="lezen">
        <Heading level={2} id="lezen">
          Lezen en downloaden
        </Heading>
        <ul className="tijdig-files">
          <File href={at('report.html')} name="Lees het rapport" kind="webpagina" />
          <File href={at('report.pdf')} name="Rapport als PDF" kind="toegankelijke PDF" />
          <File href={at('report.docx')} name="Rapport voor Word" kind="DOCX" />
          {publication.odt ? (
            <File href={at('report.odt')} name="Rapport als open document" kind="ODT" />
          ) : (
            <li className="tijdig-muted">
              Rapport als open document (ODT): kan hier niet worden gemaakt, want LibreOffice is
              niet geïnstalleerd. Neem het Word-bestand.
            </li>
          )}
          <File href={at('figures.csv')} name="Cijfers als CSV" kind="voor een rekenblad" />
          <File href={at('figures.json')} name="Cijfers als JSON" kind="voor een programma" />
          <File
            href={at('definitions.csv')}
            name="Wat de cijfers betekenen, als CSV"
            kind="voor een rekenblad"
          />
          <File
            href={at('definitions.json')}
            name="Wat de cijfers betekenen, als JSON"
            kind="voor een programma"
          />
        </ul>
      </section>

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

function File({
  href,
  name,
  kind,
}: {
  readonly href: string
  readonly name: string
  readonly kind: string
}) {
  return (
    <li>
      <a className="nl-link" href={href}>
        <Icon name="document" /> {name}
      </a>{' '}
      <span className="tijdig-muted">({kind})</span>
    </li>
  )
}

import { useQuery } from '@tanstack/react-query'
import { EmptyState, Loading, Paragraph, Skeleton } from '@tijdig/ui'
import { programmesQuery } from '../../api/programmes.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { LightKey } from './LightKey.tsx'
import { ProgrammeCard } from './ProgrammeCard.tsx'
import { useOrganisationNames } from './use-organisation-names.ts'
import './programmes.css'

/** The programmes with which one has to do, and how each stands today. */
export function ProgrammesPage() {
  const programmes = useQuery(programmesQuery)
  const nameOf = useOrganisationNames()
  return (
    <>
      <PageTitle
        title="Programma's"
        lead="Wat er is afgesproken, hoe het er vandaag voor staat, en wie er aan zet is."
      />
      {programmes.isError ? (
        <Failed error={programmes.error} onRetry={() => programmes.refetch()} />
      ) : programmes.isPending ? (
        <>
          <Loading>De programma's worden opgehaald.</Loading>
          <Skeleton shape="block" count={3} />
        </>
      ) : programmes.data.length === 0 ? (
        <EmptyState title="Er zijn geen programma's om te tonen.">
          <p>
            U ziet een programma als uw organisatie er eigenaar of partner van is, ook als dat maar
            voor één onderdeel is. Vraag de eigenaar om uw organisatie erbij te zetten.
          </p>
        </EmptyState>
      ) : (
        <>
          <Paragraph>
            Elk programma telt zijn doelen, acties en mijlpalen. U ziet de onderdelen waarmee uw
            organisatie te maken heeft.
          </Paragraph>
          <LightKey />
          <ul className="tijdig-programme-list">
            {programmes.data.map((programme) => (
              <li key={programme.programme}>
                <ProgrammeCard programme={programme} nameOf={nameOf} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

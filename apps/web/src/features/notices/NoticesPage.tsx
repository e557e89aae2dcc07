import { useQuery } from '@tanstack/react-query'
import { EmptyState, Loading, Skeleton } from '@tijdig/ui'
import { noticesQuery } from '../../api/access.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { NoticeCard } from './NoticeCard.tsx'
import './notices.css'

/** Who broke the glass, on what, why and until when: told to who should know. */
export function NoticesPage() {
  const notices = useQuery(noticesQuery)
  return (
    <>
      <PageTitle
        title="Meldingen"
        lead="Wie met noodtoegang een traject opende waarbij de eigen organisatie niet betrokken is."
      />
      {notices.isError ? (
        <Failed error={notices.error} onRetry={() => notices.refetch()} />
      ) : notices.isPending ? (
        <>
          <Loading>De meldingen worden opgehaald.</Loading>
          <Skeleton shape="block" count={3} />
        </>
      ) : notices.data.length === 0 ? (
        <EmptyState title="Er zijn geen meldingen.">
          <p>Zodra iemand met noodtoegang een traject opent dat u aangaat, staat dat hier.</p>
        </EmptyState>
      ) : (
        <ul className="tijdig-notices">
          {notices.data.map((notice) => (
            <NoticeCard key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
    </>
  )
}

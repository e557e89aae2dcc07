import { Link } from '@tanstack/react-router'
import { EmptyState, Loading, Skeleton } from '@tijdig/ui'
import type { ReactNode } from 'react'
import { isNotFound } from '../../api/problem-in-words.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import './deliveries.css'

interface Props {
  readonly title: string
  readonly lead: ReactNode
  readonly failed: { readonly error: unknown; readonly refetch: () => Promise<unknown> } | undefined
  readonly busy: boolean
  readonly children: ReactNode
}

/** The page of one delivery, made or not: the way back, its title, and what is there instead of it. */
export function DeliveryFrame({ title, lead, failed, busy, children }: Props) {
  return (
    <>
      <div className="tijdig-delivery__top">
        <p className="tijdig-back tijdig-not-printed">
          <Link to="/leveringen" className="nl-link" activeOptions={{ exact: true }}>
            Alle leveringen
          </Link>
        </p>
        <PageTitle title={title} lead={lead} />
      </div>
      {failed ? (
        isNotFound(failed.error) ? (
          <EmptyState title="Deze levering is er niet, of u mag haar niet zien.">
            <p>Kies een levering in de lijst.</p>
          </EmptyState>
        ) : (
          <Failed error={failed.error} onRetry={() => failed.refetch()} />
        )
      ) : busy ? (
        <>
          <Loading>De levering wordt opgehaald.</Loading>
          <Skeleton shape="block" count={2} />
        </>
      ) : (
        children
      )}
    </>
  )
}

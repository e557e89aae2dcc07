import { Loading, Skeleton } from '@tijdig/ui'

/** The room that clocks, figures and charts will take. */
export function OverviewSkeleton({ clocks = true }: { readonly clocks?: boolean }) {
  return (
    <>
      <Loading>De cijfers worden opgehaald.</Loading>
      {clocks ? <Skeleton shape="chart" /> : null}
      <div className="tijdig-section">
        <Skeleton />
        <div className="tijdig-cards">
          <Skeleton shape="figure" count={8} />
        </div>
      </div>
      <div className="tijdig-charts">
        <Skeleton shape="chart" count={4} />
      </div>
    </>
  )
}

import { getRouteApi } from '@tanstack/react-router'
import type { Route } from '@tijdig/server/contract'
import { useMemo } from 'react'
import type { Asked } from '../../clocks/asked.ts'
import { ClockPanel } from '../../clocks/ClockPanel.tsx'
import { ComparisonBar } from '../../clocks/ComparisonBar.tsx'
import { askedOf, type ClockSearch, moveClock, previousOf, undoMove } from '../../clocks/move.ts'
import { WhyChanged } from '../../clocks/WhyChanged.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { Breakdowns } from './Breakdowns.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import { OverviewSkeleton } from './OverviewSkeleton.tsx'
import { useRouteChanges } from './use-route-changes.ts'
import { useRouteFigures } from './use-route-figures.ts'

const page = getRouteApi('/overzicht')

/** The clocks, the figures they give, what those were before, and why they differ. */
export function RouteOverview({
  route,
  newest,
}: {
  readonly route: Route
  readonly newest: Asked
}) {
  const search = page.useSearch()
  const navigate = page.useNavigate()
  const asked = useMemo(() => askedOf(search, newest), [search, newest])
  const previous = useMemo(() => previousOf(search, asked), [search, asked])
  const now = useRouteFigures(route, asked)
  const before = useRouteFigures(route, previous ?? asked, previous !== undefined)
  const why = useRouteChanges(route, previous, asked, now.askedApart)
  const go = (clocks: ClockSearch) =>
    navigate({ search: { route: route.code, ...clocks }, resetScroll: false })

  // Until both questions are answered nothing is compared: half a comparison would be a wrong one.
  const busy = now.busy || (previous !== undefined && (before.busy || why.busy))
  const compared = previous !== undefined && !busy ? before.figures : undefined
  return (
    <>
      <ClockPanel
        asked={asked}
        newest={newest}
        onMove={(move) => go(moveClock(search, newest, move))}
      />
      {previous === undefined ? null : (
        <ComparisonBar
          previous={previous}
          onUndo={() => go(undoMove(previous))}
          onKeep={() => go({ op: asked.cutOff, bekend: asked.knownAt })}
        />
      )}
      {now.error !== undefined ? (
        <Failed error={now.error} onRetry={now.retry} />
      ) : now.figures === undefined ? (
        <OverviewSkeleton clocks={false} />
      ) : (
        <div className={busy ? 'tijdig-overview tijdig-busy' : 'tijdig-overview'} aria-busy={busy}>
          <KeyFigures
            route={route}
            asked={asked}
            figures={now.figures}
            before={compared}
            changes={why.changes}
          />
          {previous === undefined ? null : why.error !== undefined ? (
            <Failed error={why.error} onRetry={why.retry} />
          ) : why.busy ? null : (
            <WhyChanged
              changes={why.changes}
              from={previous}
              to={asked}
              chosen={search.cijfer}
              onChoose={(cijfer) =>
                navigate({ search: { ...search, cijfer }, resetScroll: false, replace: true })
              }
            />
          )}
          <Breakdowns route={route} asked={asked} figures={now.figures} before={compared} />
        </div>
      )}
    </>
  )
}

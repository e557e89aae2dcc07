import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Indicator, Norm, Route } from '@tijdig/server/contract'
import {
  ChartFigure,
  dayInWords,
  EmptyState,
  formatShare,
  Heading,
  Loading,
  Paragraph,
  Skeleton,
} from '@tijdig/ui'
import { useMemo } from 'react'
import { figuresQuery } from '../../api/queries.ts'
import type { Asked } from '../../clocks/asked.ts'
import { ClockPanel } from '../../clocks/ClockPanel.tsx'
import { dimensionLabel } from '../../figures/labels.ts'
import { useSession } from '../../session/session-context.ts'
import { Failed } from '../../shell/Failed.tsx'
import { CasesList } from './CasesList.tsx'
import { NormChanges } from './NormChanges.tsx'
import { NormChoice } from './NormChoice.tsx'
import { NormEstimate } from './NormEstimate.tsx'
import { NormTable } from './NormTable.tsx'
import { chartOfNorm, ownFigures, rowsOf, targetOn } from './norm-table.ts'
import { askedOfNorms, dimensionsOfNorm, type NormsSearch } from './search.ts'

const page = getRouteApi('/normen')

interface Props {
  readonly route: Route
  readonly norm: Norm
  readonly newest: Asked
}

/** The norm as a drawing with what is aimed at, as a table, and what stands behind it. */
export function NormView({ route, norm, newest }: Props) {
  const search = page.useSearch()
  const navigate = page.useNavigate()
  const { may } = useSession()
  const asked = useMemo(() => askedOfNorms(search, newest), [search, newest])
  const share = route.indicators.find(({ code }) => code === norm.share.indicator)
  const counts = route.indicators.find(({ code }) => code === norm.counts.indicator)
  const possible = Object.keys(share?.dimensions ?? {}).filter(
    (each) => !Object.hasOwn(norm.share.cell, each) && counts?.dimensions[each] !== undefined,
  )
  const dimensions = dimensionsOfNorm(search, possible)
  const shares = useQuery(
    figuresQuery(route.code, asked, {
      indicator: norm.share.indicator,
      by: [...Object.keys(norm.share.cell), ...dimensions].join(','),
    }),
  )
  const outcomes = useQuery(
    figuresQuery(route.code, asked, {
      indicator: norm.counts.indicator,
      by: [...Object.keys(norm.counts.cell), 'outcome', ...dimensions].join(','),
    }),
  )
  const change = (part: NormsSearch) =>
    navigate({
      search: { ...search, route: route.code, norm: norm.code, ...part },
      resetScroll: false,
    })
  const busy = shares.isPlaceholderData || outcomes.isPlaceholderData
  const told = share &&
    counts &&
    shares.data &&
    outcomes.data && {
      norm,
      share,
      counts,
      dimensions,
      shares: ownFigures(shares.data.figures, norm.share),
      outcomes: ownFigures(outcomes.data.figures, norm.counts),
    }
  const chart = told && !busy ? chartOfNorm(told, asked.cutOff) : undefined
  const rows = told ? rowsOf(told) : []
  const error = shares.error ?? outcomes.error
  return (
    <>
      <section className="tijdig-section" aria-labelledby="norm">
        <Heading level={2} id="norm">
          {norm.label}
        </Heading>
        <Paragraph>
          De norm: {norm.norm}. <NormTarget norm={norm} day={asked.cutOff} />
        </Paragraph>
        <p className="tijdig-muted">
          {norm.term}, {norm.source}.
        </p>
      </section>
      <NormChoice indicator={share} possible={possible} search={search} onChange={change} />
      <ClockPanel
        asked={asked}
        newest={newest}
        onMove={(move) => {
          const moved = { ...asked, ...move }
          change({ op: moved.cutOff, bekend: moved.knownAt, pagina: undefined })
        }}
      />
      {error ? (
        <Failed error={error} onRetry={() => Promise.all([shares.refetch(), outcomes.refetch()])} />
      ) : told === undefined ? (
        <>
          <Loading>De norm wordt berekend.</Loading>
          <Skeleton shape="chart" />
        </>
      ) : rows.length === 0 && !busy ? (
        <EmptyState title="Voor deze norm is er op deze dag nog niets.">
          <p>Er was nog geen termijn begonnen. Kies een latere dag.</p>
        </EmptyState>
      ) : (
        <div className={busy ? 'tijdig-section tijdig-busy' : 'tijdig-section'}>
          {chart ? <ChartFigure spec={chart} withTable={false} /> : null}
          {dimensions.length === 2 && chart === undefined && !busy ? (
            <p>Dit zijn te veel lijnen om te tekenen. Kies “alles bij elkaar” voor een tekening.</p>
          ) : null}
          <NormTable
            head={headOf(told.counts, dimensions)}
            rows={rows}
            route={route.code}
            search={search}
            norm={norm.code}
            mayLook={may.routes[route.code]?.see === true}
          />
        </div>
      )}
      {may.routes[route.code]?.see ? (
        <CasesList route={route.code} norm={norm} indicator={counts} asked={asked} />
      ) : null}
      <NormEstimate route={route.code} norm={norm} asked={asked} />
      {counts ? (
        <NormChanges
          route={route.code}
          norm={norm}
          indicator={counts}
          asked={asked}
          newest={newest}
          search={search}
          onChange={change}
        />
      ) : null}
    </>
  )
}

function headOf(indicator: Indicator, dimensions: readonly string[]): string {
  if (dimensions.length === 0) return 'Wat'
  const [first = '', ...rest] = dimensions.map((each) => dimensionLabel(indicator, each))
  return [first, ...rest.map((label) => label.toLowerCase())].join(', ')
}

/** What is aimed at, and who says so; or that nobody named it. */
function NormTarget({ norm, day }: { readonly norm: Norm; readonly day: string }) {
  const target = targetOn(norm, day)
  if (target === undefined) return 'Voor deze norm noemt geen bron een doel.'
  return (
    <>
      Het doel is {formatShare(target.share)} sinds {dayInWords(target.inForceFrom)} (
      {target.source}
      ).
    </>
  )
}

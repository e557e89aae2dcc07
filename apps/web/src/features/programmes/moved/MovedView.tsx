import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Programme } from '@tijdig/server/contract'
import { dayInWords, Heading, Loading, Paragraph, SelectField, Skeleton } from '@tijdig/ui'
import { useMemo } from 'react'
import { movesQuery } from '../../../api/programmes.ts'
import {
  type Asked,
  askedInWords,
  readAsked,
  sameAsked,
  writeAsked,
} from '../../../clocks/asked.ts'
import { ClockPanel } from '../../../clocks/ClockPanel.tsx'
import { Failed } from '../../../shell/Failed.tsx'
import { asKnownThen, quarterEndBefore } from '../programme-clocks.ts'
import { useOrganisationNames } from '../use-organisation-names.ts'
import { MoveList } from './MoveList.tsx'
import { groupMoves } from './move-groups.ts'

const page = getRouteApi('/programmas/$programme')

interface Props {
  readonly programme: Programme
  readonly asked: Asked
  readonly newest: Asked
}

/** What changed since another day, as sentences; unless told since the end of the quarter before. */
export function MovedView({ programme, asked, newest }: Props) {
  const search = page.useSearch()
  const navigate = page.useNavigate()
  const nameOf = useOrganisationNames()
  const quarters = useMemo(
    () => [1, 2, 3, 4].map((back) => asKnownThen(quarterEndBefore(asked.cutOff, back))),
    [asked.cutOff],
  )
  const since = useMemo(
    () => readAsked(search.sinds) ?? asKnownThen(quarterEndBefore(asked.cutOff)),
    [search.sinds, asked.cutOff],
  )
  const moves = useQuery({
    ...movesQuery(programme.programme, since, asked),
    enabled: !sameAsked(since, asked),
  })
  const groups = useMemo(() => groupMoves(moves.data?.moves ?? []), [moves.data])
  const change = (from: Asked) =>
    navigate({ search: { ...search, sinds: writeAsked(from) }, resetScroll: false })
  const isQuarter = quarters.some((each) => sameAsked(each, since))
  return (
    <section className="tijdig-section" aria-labelledby="veranderd">
      <Heading level={2} id="veranderd">
        Wat er veranderde
      </Heading>
      <Paragraph>
        Van <strong>{askedInWords(since)}</strong> naar <strong>{askedInWords(asked)}</strong>.
      </Paragraph>
      <div className="tijdig-moves__since tijdig-not-printed">
        <SelectField
          id="sinds"
          label="Sinds wanneer?"
          value={writeAsked(since)}
          options={[
            ...quarters.map((each, back) => ({
              value: writeAsked(each),
              label: `${back === 0 ? 'Het vorige kwartaal' : `${back + 1} kwartalen terug`}: ${dayInWords(each.cutOff)}`,
            })),
            ...(isQuarter
              ? []
              : [{ value: writeAsked(since), label: `Eigen keuze: ${dayInWords(since.cutOff)}` }]),
          ]}
          onChange={(value) => change(readAsked(value) ?? since)}
        />
      </div>
      <details className="tijdig-programme__clocks tijdig-not-printed" open={!isQuarter}>
        <summary>Kies een andere dag om mee te vergelijken</summary>
        <ClockPanel
          id="eerder"
          label="De klokken van de eerdere stand"
          asked={since}
          newest={newest}
          onMove={(move) => change({ ...since, ...move })}
        />
      </details>
      {sameAsked(since, asked) ? (
        <Paragraph>Beide standen zijn dezelfde. Kies een eerdere dag.</Paragraph>
      ) : moves.isError ? (
        <Failed error={moves.error} onRetry={() => moves.refetch()} />
      ) : moves.isPending ? (
        <>
          <Loading>De veranderingen worden opgehaald.</Loading>
          <Skeleton shape="row" count={5} />
        </>
      ) : groups.length === 0 ? (
        <Paragraph>Er is in deze tijd niets veranderd.</Paragraph>
      ) : (
        groups.map((group) => (
          <MoveList key={group.cause} group={group} programme={programme} nameOf={nameOf} />
        ))
      )}
    </section>
  )
}

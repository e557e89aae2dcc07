import { useQuery } from '@tanstack/react-query'
import type { NormEstimate as Estimate, Norm } from '@tijdig/server/contract'
import {
  capital,
  dayInWords,
  formatCount,
  Heading,
  Loading,
  Paragraph,
  SimpleTable,
  Skeleton,
} from '@tijdig/ui'
import { estimateQuery } from '../../api/norms.ts'
import type { Asked } from '../../clocks/asked.ts'
import { Failed } from '../../shell/Failed.tsx'
import { estimateInWords, number } from './estimate-in-words.ts'

interface Props {
  readonly route: string
  readonly norm: Norm
  readonly asked: Asked
}

/** What will probably be too late: said to be an estimate, with how well it did before. */
export function NormEstimate({ route, norm, asked }: Props) {
  const estimate = useQuery(estimateQuery(route, norm.code, asked))
  return (
    <section className="tijdig-section" aria-labelledby="schatting">
      <Heading level={2} id="schatting">
        Schatting: wat waarschijnlijk te laat wordt
      </Heading>
      {estimate.isError ? (
        <Failed error={estimate.error} onRetry={() => estimate.refetch()} />
      ) : estimate.isPending ? (
        <>
          <Loading>De schatting wordt gemaakt.</Loading>
          <Skeleton shape="row" count={4} />
        </>
      ) : (
        <Told estimate={estimate.data} />
      )}
    </section>
  )
}

function Told({ estimate }: { readonly estimate: Estimate }) {
  const { groups, record } = estimate
  const before = record.filter(({ expected, open }) => expected !== null && open > 0)
  return (
    <>
      <p className="tijdig-norm__estimate">{estimateInWords(groups)}</p>
      <Paragraph>
        Dit is een schatting, geen telling. Zij gaat ervan uit dat het nu even lang duurt als eerder
        {groups.some(({ code }) => code !== '') ? ', bij dezelfde instelling' : ''}. Over één
        traject zegt zij niets.
      </Paragraph>
      {groups.length > 1 ? (
        <SimpleTable
          caption="De schatting per instelling"
          head={['instelling', 'lopende termijnen', 'waarschijnlijk te laat', 'staat stil']}
          rows={groups.map(({ label, open, missed, still }) => [
            capital(label),
            formatCount(open),
            missed === null ? 'te weinig bekend' : number(missed),
            formatCount(still),
          ])}
        />
      ) : null}
      <Heading level={3}>Hoe goed eerdere schattingen uitkwamen</Heading>
      {before.length === 0 ? (
        <p>Er zijn nog geen eerdere maanden om de schatting aan te toetsen.</p>
      ) : (
        <>
          <Paragraph>
            Wat de schatting op de eerste dag van de maand zou hebben gezegd, met wat toen bekend
            was, en wat er van die termijnen is geworden.
          </Paragraph>
          <SimpleTable
            caption="Eerdere schattingen, en hoe het is afgelopen"
            head={[
              'op',
              'lopende termijnen',
              'geschat te laat',
              'werd te laat',
              'werd op tijd',
              'verviel',
              'nog niet bekend',
            ]}
            rows={before.map(({ day, open, expected, missed, inTime, lapsed, undecided }) => [
              dayInWords(day),
              formatCount(open),
              number(expected ?? 0),
              ...[missed, inTime, lapsed, undecided].map(formatCount),
            ])}
          />
        </>
      )}
    </>
  )
}

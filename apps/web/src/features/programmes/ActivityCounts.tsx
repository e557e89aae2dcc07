import type { Programme } from '@tijdig/server/contract'
import { capital, formatCount, Heading, Paragraph, SimpleTable } from '@tijdig/ui'
import { kindInWords, totalsInWords } from './activity-totals.ts'
import { timeInWords } from './period-words.ts'

/** Sessions, interviews, mediations and questions, counted from the records of each. */
export function ActivityCounts({ programme }: { readonly programme: Programme }) {
  const { activities: all } = programme
  return (
    <section className="tijdig-section" aria-labelledby="activiteiten">
      <Heading level={2} id="activiteiten">
        Activiteiten, geteld
      </Heading>
      {all.length === 0 ? (
        <Paragraph>Er zijn nog geen activiteiten gehouden.</Paragraph>
      ) : (
        <>
          <Paragraph>Gehouden tot en met deze dag: {totalsInWords(all).join(', ')}.</Paragraph>
          <details className="tijdig-activities">
            <summary>Per soort, kwartaal en regio</summary>
            <SimpleTable
              caption="Activiteiten per soort, kwartaal en regio"
              head={['wat en wanneer', 'activiteiten', 'keer gehouden', 'deelnemers']}
              rows={all.map(({ kind, region, quarter, activities, times, participants }) => [
                [
                  capital(kindInWords(kind, activities)),
                  timeInWords(quarter),
                  ...(region === null ? [] : [region]),
                ].join(', '),
                formatCount(activities),
                formatCount(times),
                participants === 0 ? 'niet geteld' : formatCount(participants),
              ])}
            />
          </details>
        </>
      )}
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { type TagUse, tagKey } from '@tijdig/drafts'
import { Loading } from '@tijdig/ui'
import { getTagValues } from '../../../api/drafts.ts'
import { Failed } from '../../../shell/Failed.tsx'

interface Props {
  readonly draft: string
  readonly use: TagUse
  readonly place: 'sentence' | 'line'
}

/** What a block shows, before it stands in the text. */
export function TagPreview({ draft, use, place }: Props) {
  const values = useQuery({
    queryKey: ['tag-value', draft, tagKey(use)],
    queryFn: () => getTagValues(draft, [{ ...use, place }]),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (values.isError) return <Failed error={values.error} onRetry={() => values.refetch()} />
  const value = values.data?.[0]
  return (
    <div className="tijdig-tag-preview" role="status">
      {value === undefined ? (
        <Loading>Het voorbeeld wordt berekend.</Loading>
      ) : value.problem !== null ? (
        <p className="tijdig-field__error">{value.problem}</p>
      ) : (
        <>
          <p>
            <span className="tijdig-muted">Zo komt het te staan:</span>{' '}
            <strong>{value.text}</strong>
          </p>
          {value.rows.length === 0 ? null : (
            <table>
              <tbody>
                {value.rows.map((row) => (
                  <tr key={row.join()}>
                    {row.map((cell, index) =>
                      index === 0 ? (
                        <th key="kop" scope="row">
                          {cell}
                        </th>
                      ) : (
                        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                        <td key={index}>{cell}</td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </div>
  )
}

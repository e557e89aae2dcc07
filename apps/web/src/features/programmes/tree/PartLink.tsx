import { Link } from '@tanstack/react-router'
import type { Part } from '@tijdig/server/contract'
import { usePartSearch } from '../use-part-search.ts'

interface Props {
  readonly part: Pick<Part, 'route' | 'id' | 'code' | 'title'>
}

/** The way to all that was recorded of a part. */
export function PartLink({ part }: Props) {
  const search = usePartSearch()
  const { route, id, code, title } = part
  return (
    <span>
      <Link
        to="/trajecten/$route/$id"
        params={{ route, id }}
        search={search}
        className="nl-link tijdig-part__link"
      >
        {title}
      </Link>{' '}
      <span className="tijdig-muted tijdig-part__code">{code}</span>
    </span>
  )
}

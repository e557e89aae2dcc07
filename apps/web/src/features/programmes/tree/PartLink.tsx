import { Link } from '@tanstack/react-router'
import type { Part } from '@tijdig/server/contract'
import type { TrajectorySearch } from '../../trajectory/search.ts'

interface Props {
  readonly part: Pick<Part, 'route' | 'id' | 'code' | 'title'>
  readonly clocks: TrajectorySearch
}

/** The way to all that was recorded of a part. */
export function PartLink({ part, clocks }: Props) {
  const { route, id, code, title } = part
  return (
    <span>
      <Link
        to="/trajecten/$route/$id"
        params={{ route, id }}
        search={clocks}
        className="nl-link tijdig-part__link"
      >
        {title}
      </Link>{' '}
      <span className="tijdig-muted tijdig-part__code">{code}</span>
    </span>
  )
}

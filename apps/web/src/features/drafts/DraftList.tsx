import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DraftLineView } from '@tijdig/server/contract'
import {
  type Column,
  DataTable,
  dayInBrief,
  Heading,
  Skeleton,
  StatusBadge,
  type Tone,
} from '@tijdig/ui'
import { draftsQuery } from '../../api/drafts.ts'
import { Failed } from '../../shell/Failed.tsx'
import { momentInWords } from './moment-in-words.ts'

const STATES: Readonly<Record<DraftLineView['state'], readonly [string, Tone]>> = {
  writing: ['wordt geschreven', 'busy'],
  submitted: ['wacht op goedkeuring', 'attention'],
  approved: ['goedgekeurd', 'good'],
  published: ['gepubliceerd', 'calm'],
  discarded: ['weggegooid', 'calm'],
}

const COLUMNS: readonly Column<DraftLineView>[] = [
  {
    key: 'title',
    label: 'Concept',
    head: 'Concept',
    cell: (line) => (
      <Link
        to="/rapporten/concept/$id"
        params={{ id: line.id }}
        className="nl-link tijdig-archive__title"
      >
        {line.title}
      </Link>
    ),
  },
  { key: 'cutOff', label: 'Stand op', head: 'Stand op', cell: (line) => dayInBrief(line.cutOff) },
  {
    key: 'state',
    label: 'Hoe het staat',
    head: 'Hoe het staat',
    cell: ({ state }) => <StatusBadge tone={STATES[state][1]}>{STATES[state][0]}</StatusBadge>,
  },
  {
    key: 'written',
    label: 'Laatst geschreven',
    head: 'Laatst geschreven',
    cell: ({ written }) => `${written.name}, ${momentInWords(written.at)}`,
  },
]

/** The drafts of one's organisation that are still worked on. */
export function DraftList() {
  const drafts = useQuery(draftsQuery)
  const open = drafts.data?.filter(({ state }) => state !== 'discarded' && state !== 'published')
  return (
    <section className="tijdig-section" aria-labelledby="concepten">
      <Heading level={2} id="concepten">
        Concepten
      </Heading>
      {drafts.isError ? (
        <Failed error={drafts.error} onRetry={() => drafts.refetch()} />
      ) : open === undefined ? (
        <div>
          <Skeleton shape="row" count={2} />
        </div>
      ) : open.length === 0 ? (
        <p>Er is nu geen concept. Kies een rapport en daarna “Begin een concept”.</p>
      ) : (
        <DataTable
          caption="Concepten van rapporten"
          captionHidden
          columns={COLUMNS}
          rows={open}
          rowKey={({ id }) => id}
        />
      )}
    </section>
  )
}

import { Link } from '@tanstack/react-router'
import { TabLinks } from '@tijdig/ui'
import type { Whose } from './search.ts'

const TABS = [
  { whose: 'eigen', label: 'Van ons' },
  { whose: 'gedeeld', label: 'Met ons gedeeld' },
] as const

interface Props {
  readonly route: string
  readonly current: Whose
}

/** Trajectories to which one's organisation is party, and those of which others share something. */
export function WhoseTabs({ route, current }: Props) {
  return (
    <TabLinks
      label="Welke trajecten"
      links={TABS.map(({ whose, label }) => ({
        key: whose,
        link: (
          <Link
            to="/trajecten"
            search={{ route, lijst: whose }}
            activeProps={{}}
            aria-current={whose === current ? 'page' : undefined}
          >
            {label}
          </Link>
        ),
      }))}
    />
  )
}

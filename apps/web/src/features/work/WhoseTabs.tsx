import { Link } from '@tanstack/react-router'
import { TabLinks } from '@tijdig/ui'
import { useSession } from '../../session/session-context.ts'
import type { Whose } from './search.ts'

/** Of oneself, of one's team, of the organisation. */
export function WhoseTabs({ current }: { readonly current: Whose }) {
  const { organisation, teams } = useSession().appointment
  const tabs: readonly { readonly whose: Whose; readonly label: string }[] = [
    { whose: 'mij', label: 'Van mij' },
    ...(teams.length > 0 ? [{ whose: 'team', label: 'Van mijn team' } as const] : []),
    { whose: 'organisatie', label: `Van ${organisation.name}` },
  ]
  return (
    <TabLinks
      label="Van wie"
      links={tabs.map(({ whose, label }) => ({
        key: whose,
        link: (
          <Link
            to="/werk"
            search={{ van: whose }}
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

import { getRouteApi, Link } from '@tanstack/react-router'
import { TabLinks } from '@tijdig/ui'
import { VIEW_NAMES, VIEWS } from './search.ts'

const page = getRouteApi('/programmas/$programme')

/** The views of a programme; the clocks stay as they are. */
export function ViewTabs({ programme }: { readonly programme: string }) {
  const { beeld = 'boom', op, bekend } = page.useSearch()
  return (
    <TabLinks
      label="Beeld van het programma"
      links={VIEW_NAMES.map((name) => ({
        key: name,
        link: (
          <Link
            to="/programmas/$programme"
            params={{ programme }}
            search={{ beeld: name, op, bekend }}
            activeProps={{}}
            aria-current={name === beeld ? 'page' : undefined}
            resetScroll={false}
          >
            {VIEWS[name]}
          </Link>
        ),
      }))}
    />
  )
}

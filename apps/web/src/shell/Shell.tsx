import { Outlet, useRouterState } from '@tanstack/react-router'
import { Gate } from '../session/Gate.tsx'
import { mayOpen, pageAt } from '../session/pages.ts'
import { useSession } from '../session/session-context.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { Frame } from './Frame.tsx'
import { MainMenu } from './MainMenu.tsx'
import { NotForRole } from './NotForRole.tsx'
import { Told } from './Told.tsx'

/** The frame around every page; all but the sign-in page stand behind the gate. */
export function Shell() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  if (path === '/aanmelden')
    return (
      <Frame>
        <Outlet />
      </Frame>
    )
  return (
    <Gate>
      <Frame navigation={<MainMenu />} account={<AccountMenu />}>
        <Told />
        <Page path={path} />
      </Frame>
    </Gate>
  )
}

function Page({ path }: { readonly path: string }) {
  const session = useSession()
  const page = pageAt(path)
  if (page === undefined || mayOpen(session, page)) return <Outlet />
  return <NotForRole page={page} />
}

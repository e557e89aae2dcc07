import { Link, Outlet } from '@tanstack/react-router'
import { BrandMark, NavBar, PageLayout } from '@tijdig/ui'
import { Offline } from './Offline.tsx'

/** The frame around every page. */
export function Shell() {
  return (
    <PageLayout
      brand={
        <Link to="/">
          <BrandMark />
          <span>Tijdig</span>
        </Link>
      }
      navigation={
        <NavBar
          label="Hoofdmenu"
          links={[
            {
              key: 'overview',
              link: (
                <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
                  Overzicht
                </Link>
              ),
            },
            { key: 'trajectories', link: <Link to="/trajecten">Trajecten</Link> },
            { key: 'figures', link: <Link to="/cijfers">Cijfers</Link> },
            { key: 'reports', link: <Link to="/rapporten">Rapporten</Link> },
          ]}
        />
      }
      notice={<Offline />}
      footer={
        <p className="tijdig-footer-line">
          Tijdig waakt over de hulp die aan een kind is beloofd. Elk cijfer is opnieuw te berekenen,
          met de kennis van toen.
        </p>
      }
    >
      <Outlet />
    </PageLayout>
  )
}

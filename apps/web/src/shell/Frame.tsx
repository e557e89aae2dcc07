import { Link } from '@tanstack/react-router'
import { BrandMark, PageLayout } from '@tijdig/ui'
import type { ReactNode } from 'react'
import { Offline } from './Offline.tsx'

interface Props {
  readonly navigation?: ReactNode
  readonly account?: ReactNode
  readonly children: ReactNode
}

/** What stands around every page, signed in or not. */
export function Frame({ navigation, account, children }: Props) {
  return (
    <PageLayout
      brand={
        <Link to="/">
          <BrandMark />
          <span>Tijdig</span>
        </Link>
      }
      {...(navigation === undefined ? {} : { navigation })}
      {...(account === undefined ? {} : { account })}
      notice={<Offline />}
      footer={
        <p className="tijdig-footer-line">
          Tijdig waakt over de hulp die aan een kind is beloofd. Elk cijfer is opnieuw te berekenen,
          met de kennis van toen.
        </p>
      }
    >
      {children}
    </PageLayout>
  )
}

import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Alert, Paragraph } from '@tijdig/ui'
import { signInQuery } from '../../api/session.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import './sign-in.css'

const page = getRouteApi('/aanmelden')

const WHY = {
  verlopen: {
    tone: 'warning',
    title: 'U bent uitgelogd, omdat u een tijd niets deed of te lang ingelogd was.',
    text: 'Wat u nog niet had vastgelegd, is niet bewaard. Na het inloggen komt u terug op de pagina waar u was.',
  },
  uitgelogd: {
    tone: 'ok',
    title: 'U bent uitgelogd.',
    text: 'Op dit apparaat is niets meer te zien.',
  },
  'overal-uitgelogd': {
    tone: 'ok',
    title: 'U bent overal uitgelogd.',
    text: 'Ook op andere apparaten moet u opnieuw inloggen.',
  },
  mislukt: {
    tone: 'error',
    title: 'Inloggen is niet gelukt.',
    text: 'Probeer het opnieuw. Lukt het weer niet, vraag dan de beheerder van uw organisatie of u toegang hebt.',
  },
} as const

/** Before signing in: what Tijdig is, and the way in. Nothing of what it holds. */
export function SignInPage() {
  const { terug, reden } = page.useSearch()
  const signIn = useQuery(signInQuery)
  const why = reden === undefined ? undefined : WHY[reden]
  const to = `/inloggen?terug=${encodeURIComponent(terug ?? '/')}`
  return (
    <div className="tijdig-sign-in">
      {why === undefined ? null : (
        <Alert tone={why.tone} title={why.title}>
          {why.text}
        </Alert>
      )}
      <PageTitle title="Inloggen bij Tijdig" />
      <Paragraph purpose="lead">
        Tijdig waakt over de hulp die aan een kind is beloofd: elk traject, elke termijn, elk
        cijfer. U ziet alleen wat u voor uw werk nodig hebt.
      </Paragraph>
      {signIn.isError ? (
        <Failed error={signIn.error} onRetry={() => signIn.refetch()} />
      ) : (
        <>
          {signIn.data?.demo ? (
            <Alert tone="info" title="Dit is een proefomgeving.">
              De mensen, gezinnen en kinderen hierin zijn verzonnen. U kiest zo zelf wie u bent; een
              wachtwoord is niet nodig.
            </Alert>
          ) : null}
          <p>
            <a className="nl-button nl-button--primary tijdig-button-link" href={to}>
              Inloggen
            </a>
          </p>
        </>
      )}
    </div>
  )
}

import { escapeText, page } from './page.ts'

/** Somebody who is who they say, but has nothing to do here. */
export function noAccessPage(email: string | undefined): string {
  const known =
    email === undefined
      ? 'De dienst waarmee u inlogde, gaf geen bevestigd e-mailadres door. Zeg dat erbij.'
      : `U logde in met het adres <strong>${escapeText(email)}</strong>. Met dat adres moet de beheerder u toevoegen.`
  return page(
    'U hebt nog geen toegang',
    `<h1>U hebt nog geen toegang</h1>
<p class="lead">U bent ingelogd, maar u hebt in Tijdig geen rol, of niet meer.</p>
<p>Vraag de beheerder van Tijdig in uw eigen organisatie om u toe te voegen. Weet u niet wie dat is, vraag het dan uw leidinggevende. ${known}</p>
<p><a class="button" href="/inloggen">Opnieuw inloggen</a></p>`,
  )
}

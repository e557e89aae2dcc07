import { page } from './page.ts'

/** A sign-in that cannot go on from here. */
export function errorPage(): string {
  return page(
    'Inloggen is niet gelukt',
    `<h1>Inloggen is niet gelukt</h1>
<p class="lead">Misschien stond deze pagina te lang open, of is in een ander venster al ingelogd.</p>
<p><a class="button" href="/inloggen">Opnieuw inloggen</a></p>`,
  )
}

/** The issuer does not answer, or not as it should. */
export function issuerAwayPage(): string {
  return page(
    'Inloggen kan nu niet',
    `<h1>Inloggen kan nu niet</h1>
<p class="lead">De dienst waarmee uw organisatie inlogt, is niet te bereiken. Probeer het over een paar minuten opnieuw. Blijft het, vraag dan wie Tijdig beheert om te kijken.</p>
<p><a class="button" href="/inloggen">Opnieuw proberen</a></p>`,
  )
}

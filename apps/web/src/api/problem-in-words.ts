import { ApiProblem } from './client.ts'

/** What happened, and what to do. */
export interface Sentence {
  readonly title: string
  readonly advice: string
}

const SENTENCES: Readonly<Record<string, Sentence>> = {
  unreachable: {
    title: 'De server antwoordt niet.',
    advice: 'Kijk of Tijdig nog draait en of u verbinding hebt. Probeer het daarna opnieuw.',
  },
}

const BY_STATUS: Readonly<Record<number, Sentence>> = {
  400: {
    title: 'De vraag kan zo niet worden beantwoord.',
    advice: 'Kijk of de dagen en keuzes kloppen en probeer het opnieuw.',
  },
  404: {
    title: 'Dit is niet gevonden.',
    advice: 'Kijk of het nummer klopt. Misschien is het adres verkeerd overgenomen.',
  },
  409: {
    title: 'Dit kan nu niet.',
    advice: 'Er is intussen iets veranderd. Laad de pagina opnieuw en probeer het nog eens.',
  },
  503: {
    title: 'De server is nog bezig met starten of heeft het te druk.',
    advice: 'Wacht een ogenblik en probeer het opnieuw.',
  },
}

const OTHERWISE: Sentence = {
  title: 'Er ging iets mis op de server.',
  advice:
    'Probeer het opnieuw. Blijft het misgaan, geef dan de code hieronder door aan uw beheerder.',
}

/** A failure in words for who uses the screen; the code of the server stays the same for ever. */
export function problemInWords(error: unknown): Sentence {
  if (!(error instanceof ApiProblem)) return OTHERWISE
  return SENTENCES[error.code] ?? BY_STATUS[error.status] ?? OTHERWISE
}

/** The code to pass on to who keeps the server. */
export function problemCode(error: unknown): string {
  return error instanceof ApiProblem ? error.code : 'screen'
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404
}

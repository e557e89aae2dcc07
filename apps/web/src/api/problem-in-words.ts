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
  'known-at-in-future': {
    title: 'Over de toekomst is nog niets bekend.',
    advice: 'Zet de klok "Zoals bekend op" op vandaag of eerder.',
  },
  'day-invalid': {
    title: 'Deze dag bestaat niet.',
    advice: 'Kies bij "Stand op" een dag die op de kalender staat.',
  },
  'known-at-invalid': {
    title: 'Deze dag bestaat niet.',
    advice: 'Kies bij "Zoals bekend op" een dag die op de kalender staat.',
  },
  'definitions-invalid': {
    title: 'Met deze definitie kan het niet worden berekend.',
    advice: 'Kies een andere definitie.',
  },
  'dimension-unknown': {
    title: 'Zo is dit cijfer niet uit te splitsen.',
    advice: 'Kies één uitsplitsing, of alleen het totaal.',
  },
  'norm-unknown': {
    title: 'Deze norm bestaat niet.',
    advice: 'Kies een norm boven aan de pagina.',
  },
  'programme-unknown': {
    title: 'Dit programma is er niet, of niet voor u.',
    advice: 'Kies een programma uit de lijst.',
  },
  'route-unknown': {
    title: 'Deze route bestaat niet.',
    advice: 'Kies een route boven aan de pagina.',
  },
  'routes-differ': {
    title: 'Deze rapporten gaan over verschillende routes.',
    advice: 'Alleen rapporten over dezelfde route zijn te vergelijken.',
  },
  'template-unknown': {
    title: 'Dit rapport bestaat niet.',
    advice: 'Kies een rapport uit de lijst.',
  },
  'report-invalid': {
    title: 'Het rapport kan zo niet worden gemaakt.',
    advice:
      'Er zit een fout in de tekst van het rapport. Geef de code hieronder door aan uw beheerder.',
  },
  'audience-needed': {
    title: 'Zeg eerst voor wie dit rapport is.',
    advice: 'Het toont kleine aantallen zoals geteld. Kies openbaar, of alleen voor wie inlogt.',
  },
  'publication-not-public': {
    title: 'Dit rapport is niet openbaar.',
    advice: 'Er is niets om in te trekken.',
  },
  'publication-withdrawn': {
    title: 'Dit rapport is al ingetrokken.',
    advice: 'Laad de pagina opnieuw.',
  },
  'draft-unknown': {
    title: 'Dit concept is er niet.',
    advice: 'Misschien is het van een andere organisatie, of is de opmerking weg.',
  },
  'draft-behind': {
    title: 'Iemand anders schreef intussen verder.',
    advice: 'Wacht tot u de nieuwe tekst ziet en probeer het opnieuw.',
  },
  'draft-closed': {
    title: 'In dit concept kan nu niet worden geschreven.',
    advice: 'Haal het terug, of wacht op wie het beoordeelt.',
  },
  'draft-not-now': {
    title: 'Dit kan niet meer met dit concept.',
    advice: 'Er is intussen iets mee gebeurd. Laad de pagina opnieuw.',
  },
  'draft-faulty': {
    title: 'In de tekst is nog iets niet af.',
    advice: 'Bij Voorbeeld staat wat er nog moet gebeuren, en waar.',
  },
  'second-person-needed': {
    title: 'U schreef zelf als laatste in deze tekst.',
    advice: 'Laat een andere rapporteur hem goedkeuren.',
  },
  'explanation-missing': {
    title: 'Van dit cijfer is hier geen uitleg te maken.',
    advice: 'Dat kan alleen van één vak, in een concept dat met een eerder rapport vergelijkt.',
  },
  'not-allowed': {
    title: 'Dit is niet voor uw rol.',
    advice:
      'Hebt u nog een andere aanstelling of een ander doel? Kies die onder uw naam, boven aan de pagina.',
  },
  'too-many-requests': {
    title: 'Er is te veel achter elkaar gevraagd.',
    advice: 'Wacht een minuut en probeer het opnieuw.',
  },
  'sign-in-needed': {
    title: 'U bent niet ingelogd.',
    advice: 'Log opnieuw in. Daarna komt u op deze pagina terug.',
  },
  'trajectory-unknown': {
    title: 'Dit traject is er niet, of u mag het niet zien.',
    advice: 'Kijk of het nummer klopt.',
  },
  'worker-code-taken': {
    title: 'Deze code is al van iemand anders.',
    advice: 'Kies een andere code, of kijk bij wie deze hoort.',
  },
  stopping: {
    title: 'De server wordt gestopt.',
    advice: 'Start Tijdig opnieuw en probeer het daarna nog eens.',
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

const REFUSED = 'Er is niets vastgelegd. Pas aan wat u invulde en probeer het opnieuw.'

const OTHERWISE: Sentence = {
  title: 'Er ging iets mis op de server.',
  advice:
    'Probeer het opnieuw. Blijft het misgaan, geef dan de code hieronder door aan uw beheerder.',
}

/** A failure in words for who uses the screen; the code of the server stays the same for ever. */
export function problemInWords(error: unknown): Sentence {
  if (!(error instanceof ApiProblem)) return OTHERWISE
  const known = SENTENCES[error.code]
  if (known) return known
  const advice = BY_STATUS[error.status] ?? OTHERWISE
  // What is wrong with what was filled in, only the server can say.
  const says = error.status === 400 || error.status === 409 ? error.detail : undefined
  return says === undefined ? advice : { title: says, advice: REFUSED }
}

/** The code to pass on to who keeps the server. */
export function problemCode(error: unknown): string {
  return error instanceof ApiProblem ? error.code : 'screen'
}

export function isSignInNeeded(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'sign-in-needed'
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404
}

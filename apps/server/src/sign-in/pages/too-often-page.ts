import { escapeText, page } from './page.ts'

/** Somebody, or everybody behind one address, went to sign in or read the archive too often. */
export function tooOftenPage(seconds: number, path = '/inloggen'): string {
  const toSignIn = path.startsWith('/inloggen')
  const what = toSignIn ? 'geprobeerd in te loggen' : 'iets opgevraagd'
  return page(
    'Even wachten',
    `<h1>Even wachten</h1>
<p class="lead">Vanaf deze plek is nu te vaak ${what}. Over ${seconds} ${seconds === 1 ? 'seconde' : 'seconden'} kan het weer.</p>
<p><a class="button" href="${escapeText(path)}">Opnieuw proberen</a></p>`,
  )
}

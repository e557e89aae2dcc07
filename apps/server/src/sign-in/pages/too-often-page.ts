import { page } from './page.ts'

/** Somebody, or everybody behind one address, went to sign in too often. */
export function tooOftenPage(seconds: number): string {
  return page(
    'Even wachten',
    `<h1>Even wachten</h1>
<p class="lead">Vanaf deze plek is nu te vaak geprobeerd in te loggen. Over ${seconds} ${seconds === 1 ? 'seconde' : 'seconden'} kan het weer.</p>
<p><a class="button" href="/inloggen">Opnieuw proberen</a></p>`,
  )
}

import type { CookieJar } from './cookie-jar.ts'

/** Goes to sign in and chooses a demo person, as far as the address that leads back from the issuer. */
export async function chooseDemoPerson(
  jar: CookieJar,
  at: string,
  person: string,
  back = '/',
): Promise<URL> {
  const chooser = await jar.follow(`${at}/inloggen?${new URLSearchParams({ terug: back })}`)
  const chosen = await jar.fetch(chooser.url, {
    method: 'POST',
    body: new URLSearchParams({ persoon: person }),
  })
  const next = chosen.headers.get('location')
  if (next === null) throw new Error(`${chooser.url} answered ${chosen.status}`)
  const isBack = (to: URL) => to.pathname === '/inloggen/klaar'
  const there = await jar.follow(new URL(next, chooser.url), (to) => !isBack(to))
  if (!there.next) throw new Error(`${there.url} answered ${there.response.status}`)
  return there.next
}

/**
 * Signs in as a demo person, all the way through the demo issuer; gives the last answer, which leads
 * to the page that was asked for. The session is in the jar as `__Host-tijdig`: a browser test may
 * take it from there into its own browser, to spare the clicks.
 * @param at Where the server is, without a slash at the end.
 * @param person The id of one of `DEMO_PEOPLE`, such as `lotte-vermeer`.
 */
export async function signInAsDemoPerson(
  jar: CookieJar,
  at: string,
  person: string,
  back = '/',
): Promise<Response> {
  return jar.fetch(await chooseDemoPerson(jar, at, person, back))
}

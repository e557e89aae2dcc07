import { momentOfMilliseconds } from '@tijdig/core'
import { buildServer } from '../api/build-server.ts'
import { makeDemoPeople } from '../sign-in/demo/make-demo-people.ts'
import { DEFAULT_SIGN_IN, type SignInSettings } from '../sign-in/sign-in-settings.ts'
import type { CookieJar } from './cookie-jar.ts'
import { openTestHouse } from './test-house.ts'

/** A server that really listens, over a house of its own with the demo people in it. */
export async function listeningServer(signIn: Partial<SignInSettings> = {}) {
  const { house, asOwner, close } = await openTestHouse(() => momentOfMilliseconds(Date.now()))
  await makeDemoPeople(house.people)
  const reported: unknown[] = []
  const app = await buildServer({
    house: async () => house,
    signIn: { ...DEFAULT_SIGN_IN, ...signIn },
    rates: 'off',
    report: (error) => reported.push(error),
  })
  const at = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    at,
    app,
    house,
    asOwner,
    /** What the keeper of the server was told. */
    reported,
    async close() {
      await app.close()
      await close()
    },
  }
}

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

/** Signs in as a demo person; gives the last answer, which leads to the page that was asked for. */
export async function signInAsDemoPerson(
  jar: CookieJar,
  at: string,
  person: string,
  back = '/',
): Promise<Response> {
  return jar.fetch(await chooseDemoPerson(jar, at, person, back))
}

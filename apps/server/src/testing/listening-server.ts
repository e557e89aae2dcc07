import { momentOfMilliseconds } from '@tijdig/core'
import { buildServer } from '../api/build-server.ts'
import { makeDemoPeople } from '../sign-in/demo/make-demo-people.ts'
import { DEFAULT_SIGN_IN, type SignInSettings } from '../sign-in/sign-in-settings.ts'
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

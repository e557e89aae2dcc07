import type { FastifyInstance } from 'fastify'
import { demoIssuer } from './demo/demo-issuer.ts'
import { servePageStyle } from './pages/page-style.ts'
import { type SignInServices, signInPages } from './sign-in-pages.ts'

/** The pages of the sign-in, and the demo issuer where that is how people sign in. */
export async function addSignIn(app: FastifyInstance, services: SignInServices): Promise<void> {
  await servePageStyle(app)
  signInPages(app, services)
  const { issuer, address } = services.signIn
  if (issuer === 'demo') await demoIssuer(app, address)
}

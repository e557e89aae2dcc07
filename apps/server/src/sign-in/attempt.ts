import { z } from 'zod'
import { wayBack } from './way-back.ts'

/** What is remembered, in the browser itself, while somebody is away to sign in. */
export interface Attempt {
  readonly state: string
  readonly nonce: string
  /** Proves to the issuer that who brings the answer is who asked (PKCE). */
  readonly verifier: string
  readonly back: string
}

/** Longer than anybody takes. */
export const ATTEMPT_SECONDS = 15 * 60

const secret = z.string().min(32).max(200)
const schema = z.object({ state: secret, nonce: secret, verifier: secret, back: z.string() })

export function writeAttempt(attempt: Attempt): string {
  return Buffer.from(JSON.stringify(attempt)).toString('base64url')
}

export function readAttempt(text: string | undefined): Attempt | undefined {
  try {
    const read = schema.safeParse(JSON.parse(Buffer.from(text ?? '', 'base64url').toString()))
    return read.success ? { ...read.data, back: wayBack(read.data.back) } : undefined
  } catch {
    return undefined
  }
}

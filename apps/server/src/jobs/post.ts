import { isIP } from 'node:net'
import { createTransport } from 'nodemailer'
import type { MailSettings } from './mail-settings.ts'

export interface Letter {
  readonly to: { readonly name: string; readonly address: string }
  /** The same at each try, so that who gets it twice can tell. */
  readonly messageId: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** A letter did not go out. Only a code is kept of why: what a server says may name somebody. */
export class PostFailure extends Error {
  /** `550`, `ECONNECTION`. */
  readonly code: string
  /** Whether others would fail too. */
  readonly isUnreachable: boolean

  constructor(code: string, isUnreachable: boolean) {
    super(`the mail server: ${code}`)
    this.code = code
    this.isUnreachable = isUnreachable
  }
}

export interface Post {
  /** Rejects with a `PostFailure`. */
  send(letter: Letter): Promise<void>
  close(): void
}

const CONNECT = 10_000
const ANSWER = 20_000

export function openPost({ url, from }: Pick<MailSettings, 'url' | 'from'>): Post {
  const { hostname, protocol } = new URL(url)
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: CONNECT,
    greetingTimeout: CONNECT,
    socketTimeout: ANSWER,
    // Encrypted on its way, or not on its way at all.
    requireTLS: protocol === 'smtp:' && !isHere(hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(letter) {
      try {
        await transport.sendMail({
          ...letter,
          from,
          xMailer: false,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        throw failureOf(error)
      }
    },
    close: () => transport.close(),
  }
}

function isHere(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '')
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'))
}

function failureOf(error: unknown): PostFailure {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const ofThisLetter = code === 'EENVELOPE' || code === 'EMESSAGE'
  const said = typeof responseCode === 'number' ? String(responseCode) : undefined
  return new PostFailure(said ?? (typeof code === 'string' ? code : 'unknown'), !ofThisLetter)
}

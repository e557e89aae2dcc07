import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Received {
  readonly to: readonly string[]
  /** Head and body, as they came. */
  readonly raw: string
}

export interface Mailbox {
  readonly url: string
  readonly received: readonly Received[]
  /** Whom it refuses, for good, with what it says. */
  readonly refused: Set<string>
  /** Once there are so many letters, also when there are now. */
  hasReceived(count: number): Promise<void>
  close(): Promise<void>
}

/** A real SMTP server on this machine, that keeps what it gets. */
export async function openMailbox(): Promise<Mailbox> {
  const received: Received[] = []
  const refused = new Set<string>()
  const news = new EventEmitter()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, answer) {
      if (!refused.has(address)) return answer()
      answer(Object.assign(new Error(`no such mailbox: ${address}`), { responseCode: 550 }))
    },
    onData(stream, { envelope }, answer) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address)
        received.push({ to, raw: Buffer.concat(parts).toString('latin1') })
        news.emit('letter')
        answer()
      })
    },
  })
  // Whoever is killed leaves without a word.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refused,
    async hasReceived(count) {
      while (received.length < count) await once(news, 'letter')
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** The parts of a letter, as somebody reads them. */
export function readLetter({ raw }: Received): {
  readonly head: string
  readonly subject: string
  readonly text: string
  readonly html: string
} {
  const [head = ''] = raw.split('\r\n\r\n')
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? ''
  const [, text = '', html = ''] = raw.split(`--${boundary}`).map(decoded)
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? ''
  return { head, subject: subject.replace(/\r\n[ \t]/g, ' '), text, html }
}

function decoded(part: string): string {
  const end = part.indexOf('\r\n\r\n')
  const body = part.slice(end + 4)
  const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(part.slice(0, end))?.[1]
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? Buffer.from(
            body
              .replace(/=\r\n/g, '')
              .replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
                String.fromCharCode(Number.parseInt(hex, 16)),
              ),
            'latin1',
          )
        : Buffer.from(body, 'latin1')
  return bytes.toString('utf8').replaceAll('\r\n', '\n')
}

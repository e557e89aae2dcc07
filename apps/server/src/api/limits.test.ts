import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildServer } from './build-server.ts'
import { REQUEST_LIMITS } from './limits.ts'
import { jsonDepth } from './limits-json-depth.ts'
import { ServerStopping } from './server-stopping.ts'

/** Short, so that a test need not wait long. */
const QUICK = { headersTime: 300, requestTime: 600, checkEvery: 50, idleTime: 500 }
const COLLECTED = 'report-sink'

let app: Awaited<ReturnType<typeof buildServer>>
let port: number

beforeAll(async () => {
  app = await buildServer({
    house: () => Promise.reject(new ServerStopping()),
    limits: QUICK,
    rates: 'off',
    report: (error) => {
      throw error
    },
  })
  // Says what came through, so that a limit that is not reached can be told from one that is.
  app.post(`/${COLLECTED}`, async ({ body }) => ({ got: JSON.stringify(body).length }))
  await app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.server.address() as AddressInfo).port
})
afterAll(() => app.close())

/** Sends bytes as they are and gives all that came back until the server closed the connection. */
async function talk(...parts: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.setEncoding('latin1').on('data', (text: string) => {
    answer += text
  })
  // A server that closes while one still sends resets the connection.
  socket.on('error', () => undefined)
  const closed = once(socket, 'close')
  for (const part of parts) socket.write(part)
  await closed
  return answer
}

const HEAD = 'Host: localhost\r\nConnection: close\r\n'
const post = (body: string | Buffer, ...headers: readonly string[]) => [
  `POST /${COLLECTED} HTTP/1.1\r\n${HEAD}Content-Type: application/json\r\n${headers.map((each) => `${each}\r\n`).join('')}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
  body,
]
const get = (path: string, ...headers: readonly string[]) =>
  `GET ${path} HTTP/1.1\r\n${HEAD}${headers.map((each) => `${each}\r\n`).join('')}\r\n`

function expectProblem(answer: string, status: number, code: string): void {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head).toMatch(/^content-type: application\/problem\+json; charset=utf-8\r?$/im)
  expect(head).toMatch(/^x-content-type-options: nosniff\r?$/im)
  expect(head).toMatch(/^content-security-policy: default-src 'none'/im)
  expect(JSON.parse(body)).toMatchObject({ status, code })
}

const ofLength = (length: number) => JSON.stringify('x'.repeat(length - 2))

describe('a request that is too large', () => {
  it('may have a body of 64 KiB, and not a byte more', async () => {
    expect(await talk(...post(ofLength(REQUEST_LIMITS.body)))).toContain('{"got":65536}')
    const tooLong = await talk(...post(ofLength(REQUEST_LIMITS.body + 1)))
    expectProblem(tooLong, 413, 'body-too-large')
  })

  it('may not hide its length in chunks', async () => {
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    const start = `POST /${COLLECTED} HTTP/1.1\r\n${HEAD}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`
    expectProblem(await talk(start, ...Array(8).fill(chunk)), 413, 'body-too-large')
  })

  it('may not be packed', async () => {
    const packed = gzipSync(ofLength(1_000_000))
    const answer = await talk(...post(packed, 'Content-Encoding: gzip'))
    expectProblem(answer, 415, 'media-type-unsupported')
  })

  it('may have headers of 16 KiB', async () => {
    const long = (length: number) => get('/api/v1/sign-in', `X-Long: ${'x'.repeat(length)}`)
    expect(await talk(long(12_000))).toMatch(/^HTTP\/1.1 200 /)
    expectProblem(await talk(long(20_000)), 431, 'headers-too-large')
  })

  it('may have an address of 8,000 characters', async () => {
    const long = (length: number) => get('/api/v1/x?'.padEnd(length, 'x'))
    expectProblem(await talk(long(8_000)), 404, 'not-found')
    expectProblem(await talk(long(8_001)), 414, 'address-too-long')
  })

  it('may have lists in lists, up to twenty', async () => {
    const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect(await talk(...post(deep(20)))).toContain('{"got":40}')
    expectProblem(await talk(...post(deep(21))), 400, 'body-invalid')
    expectProblem(await talk(...post(deep(30_000))), 400, 'body-invalid')
  })

  it.each([
    ['{}', 1],
    ['"[[["', 0],
    ['"\\"[[" ', 0],
    ['{"a":[{}],"b":[]}', 3],
    ['"\\\\",[[]]', 2],
    ['', 0],
  ])('%s is %i deep', (text, depth) => expect(jsonDepth(text)).toBe(depth))
})

describe('a request that tampers with prototypes', () => {
  it.each(['{"__proto__":{"role":"auditor"}}', '{"a":{"constructor":{"prototype":{"x":1}}}}'])(
    'is refused: %s',
    async (body) => expectProblem(await talk(...post(body)), 400, 'body-invalid'),
  )
})

describe('a request that comes too slowly', () => {
  const within = async (milliseconds: number, answer: Promise<string>) => {
    const started = performance.now()
    const text = await answer
    expect(performance.now() - started).toBeLessThan(milliseconds)
    return text
  }

  it('is given up when its headers do not end', async () => {
    const answer = await within(5_000, talk('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '))
    expectProblem(answer, 408, 'too-slow')
  })

  it('is given up when it drips', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined).resume()
    const dripping = setInterval(() => socket.write('a'), 20)
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
    const started = performance.now()
    await once(socket, 'close')
    clearInterval(dripping)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('is given up when its body does not come', async () => {
    const [head = ''] = post(ofLength(500))
    expectProblem(await within(5_000, talk(head, '"x')), 408, 'too-slow')
  })

  it('holds up nobody else, two hundred at a time', async () => {
    const slow = Array.from({ length: 200 }, () => talk('GET / HTTP/1.1\r\nHost: loc'))
    expect(await talk(get('/api/v1/sign-in'))).toMatch(/^HTTP\/1.1 200 /)
    for (const answer of await within(
      10_000,
      Promise.all(slow).then((all) => all.join('\0')),
    ).then((all) => all.split('\0'))) {
      expectProblem(answer, 408, 'too-slow')
    }
  })

  it('keeps no connection that nothing is asked on', async () => {
    const idle = `GET /api/v1/sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n`
    expect(await within(5_000, talk(idle))).toMatch(/^HTTP\/1.1 200 /)
  })
})

describe('a request that can be read in two ways', () => {
  it.each([
    ['with two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    [
      'with a length and chunks',
      'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    ],
    ['with an unknown coding', 'Transfer-Encoding: gzip, identity\r\n\r\n{}'],
    ['with a folded header', 'X-A: b\r\n c: d\r\nX:\0y\r\n\r\n'],
  ])('is refused: %s', async (_how, rest) => {
    const start = `POST /${COLLECTED} HTTP/1.1\r\n${HEAD}Content-Type: application/json\r\n`
    expectProblem(await talk(start + rest), 400, 'request-unreadable')
  })

  it('is refused without a host', async () => {
    expect(await talk('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 4\d\d /)
  })

  it('is refused with an address that does not decode', async () => {
    expectProblem(await talk(get('/api/v1/%E0%A4%A')), 400, 'address-invalid')
  })
})

describe('what is not done here', () => {
  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'PATCH'])('%s gives nothing back', async (method) => {
    const answer = await talk(
      `${method} /api/v1/sign-in HTTP/1.1\r\n${HEAD}X-Secret: geheim\r\n\r\n`,
    )
    expect(answer).not.toMatch(/^HTTP\/1.1 2/)
    expect(answer).not.toContain('geheim')
  })

  it('takes no upgrade to another protocol', async () => {
    const asked = `GET /api/v1/sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGVzdA==\r\n\r\n`
    expect(await talk(asked)).not.toMatch(/^HTTP\/1.1 101 /)
  })
})

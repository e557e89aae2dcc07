import { describe, expect, it } from 'vitest'
import { readSignIn, type SignInEnvironment } from './read-sign-in.ts'

const ISSUER = {
  TIJDIG_ISSUER: 'https://login.example.nl/realm',
  TIJDIG_CLIENT_ID: 'tijdig',
  TIJDIG_CLIENT_SECRET: 'geheim',
}
const read = (environment: SignInEnvironment, isLoopback = true) =>
  readSignIn(environment, isLoopback)
const refused = (words: string) => ({ ok: false, error: expect.stringContaining(words) })

describe('how people sign in', () => {
  it('is with made-up people on this machine, for half an hour without a request, twelve in all', () => {
    expect(read({})).toEqual({
      ok: true,
      value: { issuer: 'demo', address: undefined, idleMinutes: 30, longestMinutes: 720 },
    })
  })

  it('is at the issuer that is named, wherever the server listens', () => {
    const issuer = { url: ISSUER.TIJDIG_ISSUER, clientId: 'tijdig', clientSecret: 'geheim' }
    expect(read({ ...ISSUER, NODE_ENV: 'production' }, false)).toMatchObject({ value: { issuer } })
  })

  it.each([
    [{}, false],
    [{ NODE_ENV: 'production' }, true],
    [{ TIJDIG_HOSTS: 'tijdig.example.nl' }, true],
    [{ TIJDIG_DEMO_PEOPLE: 'ja' }, false],
  ])('is never with made-up people where others come, unless somebody says so: %j', (given, on) => {
    expect(read(given, on)).toMatchObject(refused('TIJDIG_DEMO_PEOPLE=yes'))
    expect(read({ ...given, TIJDIG_DEMO_PEOPLE: 'yes' }, on)).toMatchObject({
      value: { issuer: 'demo' },
    })
  })

  it('is never with made-up people and an issuer together', () => {
    expect(read({ ...ISSUER, TIJDIG_DEMO_PEOPLE: 'yes' })).toMatchObject(refused('nooit samen'))
  })

  it('says what is missing of an issuer', () => {
    expect(read({ ...ISSUER, TIJDIG_CLIENT_SECRET: '' })).toMatchObject(
      refused('Vul aan: TIJDIG_CLIENT_SECRET.'),
    )
  })

  it.each([
    ['http://login.example.nl', 'TIJDIG_ISSUER'],
    ['login.example.nl', 'TIJDIG_ISSUER'],
  ])('takes no issuer that sends secrets over the network as they are: %s', (url, words) => {
    expect(read({ ...ISSUER, TIJDIG_ISSUER: url })).toMatchObject(refused(words))
  })

  it.each(['http://tijdig.example.nl', 'https://tijdig.example.nl/map', 'https://a@b.nl', 'x'])(
    'takes no address that browsers would not keep a session for: %s',
    (address) => {
      expect(read({ TIJDIG_ADDRESS: address })).toMatchObject(refused('TIJDIG_ADDRESS'))
    },
  )

  it('takes an address and other ends', () => {
    expect(
      read({
        TIJDIG_ADDRESS: 'https://tijdig.example.nl/',
        TIJDIG_IDLE_MINUTES: '15',
        TIJDIG_SESSION_HOURS: '8',
      }),
    ).toMatchObject({
      value: { address: 'https://tijdig.example.nl', idleMinutes: 15, longestMinutes: 480 },
    })
    for (const wrong of ['0', '1441', '-5', '1.5', 'lang']) {
      expect(read({ TIJDIG_IDLE_MINUTES: wrong })).toMatchObject(refused('TIJDIG_IDLE_MINUTES'))
    }
  })
})

import { describe, expect, it } from 'vitest'
import { wayBack } from './way-back.ts'

describe('where to go after signing in', () => {
  it.each(['/', '/trajecten', '/trajecten/jbjr/JB-1?deel=2#tijdlijn', '/cijfers?q=a%20b%2F%2Fc'])(
    'is the page that was asked for: %s',
    (path) => expect(wayBack(path)).toBe(path),
  )

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/ /evil.example',
    ' //evil.example',
    '/a\\..\\..\\evil',
    'javascript:alert(1)',
    '/a\r\nset-cookie: x=y',
    '/café',
    'trajecten',
    '',
    '/inloggen?terug=/',
    '/inloggen/klaar?code=x',
    '/demo-inloggen/auth',
    '/aanmelden',
    `/${'a'.repeat(3_000)}`,
    undefined,
    ['/a', '/b'],
    7,
  ])('is never another site, or signing in itself: %j', (asked) => expect(wayBack(asked)).toBe('/'))

  it('is of this server also as a browser reads it', () => {
    for (const path of ['/.//evil.example', '/a/..//evil.example', '/%2F/evil.example', '/@evil']) {
      const back = wayBack(path)
      expect(new URL(back, 'https://tijdig.example').host).toBe('tijdig.example')
    }
  })
})

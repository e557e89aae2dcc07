import { describe, expect, it } from 'vitest'
import { readCookie, SESSION_COOKIE, writeCookie } from './cookies.ts'

describe('a cookie', () => {
  it('is found by its whole name', () => {
    expect(readCookie('a=1; __Host-tijdig=x; b=2', SESSION_COOKIE)).toBe('x')
    expect(
      readCookie('x__Host-tijdig=1; __Host-tijdig-aanmelding=2', SESSION_COOKIE),
    ).toBeUndefined()
    expect(readCookie('=x; __Host-tijdig', SESSION_COOKIE)).toBeUndefined()
    expect(readCookie(undefined, SESSION_COOKIE)).toBeUndefined()
  })

  it('that is there twice is not believed', () => {
    expect(readCookie('__Host-tijdig=a; __Host-tijdig=b', SESSION_COOKIE)).toBeUndefined()
  })

  it('is for this host, every path, secure ways and the server alone', () => {
    expect(writeCookie(SESSION_COOKIE, 'x')).toBe(
      '__Host-tijdig=x; Path=/; Secure; HttpOnly; SameSite=Lax',
    )
  })
})

import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'

/** Which directives a content policy has, by name. */
function directivesOf(policy: string): Map<string, string> {
  return new Map(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(' ')
      return [name, values.join(' ')]
    }),
  )
}

/**
 * Fails where an answer may be shown as something else, run something, or be used by another site.
 * @param frames Whose frames may show it.
 */
export function expectSafe({ headers, body }: LightMyRequestResponse, frames = "'none'"): void {
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('same-origin')
  expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  expect(headers['permissions-policy']).toContain('camera=(), ')
  expect(headers).not.toHaveProperty('x-powered-by')
  expect(headers).not.toHaveProperty('server')

  const policy = directivesOf(String(headers['content-security-policy']))
  expect(policy.get('default-src')).toBe("'none'")
  expect(policy.get('base-uri')).toBe("'none'")
  expect(policy.get('frame-ancestors')).toBe(frames)
  for (const [name, values] of policy) {
    // Of a report two styles are known, each by its hash.
    const allowed = /^('none'|'self'|'self' data:|'sha256-[\w+/=]{44}'( 'sha256-[\w+/=]{44}')?)$/
    expect([name, allowed.test(values)]).toEqual([name, true])
    if (name === 'script-src') expect(values).toBe("'self'")
  }

  const type = String(headers['content-type'] ?? '')
  if (body !== '') expect(type).not.toBe('')
  if (/^text\/|json$|^application\/problem/.test(type.split(';')[0] ?? '')) {
    expect(type.toLowerCase()).toContain('charset=utf-8')
  }
}

/** Fails where a page has a script or style in itself. */
export function expectNothingInline(html: string): void {
  expect(html).toContain('<!doctype html>')
  for (const [tag] of html.matchAll(/<script\b[^>]*>/gi)) expect(tag).toMatch(/ src="\/[^"]+"/)
  expect(html).not.toMatch(/<style\b/i)
  expect(html).not.toMatch(/<[a-z][^>]*\s(?:style|on[a-z]+)\s*=/i)
  expect(html).not.toMatch(/javascript:/i)
}

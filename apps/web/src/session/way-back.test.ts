import { expect, test } from 'vitest'
import { isOwnPath, signInAddress } from './way-back.ts'

test('the way back stands in the address of the sign-in page', () => {
  expect(signInAddress('/trajecten/jbjr/JB-00066?op=2023-01-01', 'verlopen')).toBe(
    '/aanmelden?reden=verlopen&terug=/trajecten/jbjr/JB-00066%3Fop%3D2023-01-01',
  )
  expect(signInAddress('/')).toBe('/aanmelden')
  expect(signInAddress('/', 'uitgelogd')).toBe('/aanmelden?reden=uitgelogd')
})

test.each([
  'https://elders.example/',
  '//elders.example',
  '/\\elders.example',
  '/a\\b',
  '/a\nb',
  'trajecten',
  '/aanmelden?terug=/',
  '/inloggen/klaar',
  undefined,
])('never leads back to %j', (path) => {
  expect(isOwnPath(path)).toBe(false)
})

import { describe, expect, it } from 'vitest'
import { entryOfRequest } from './entry-of-request.ts'

const ask = (method: string, path: string, status: number, params = {}, query = {}) =>
  entryOfRequest({ method, routeOptions: { url: `/api/v1/${path}` }, params, query }, status)

describe('what is written of a request', () => {
  it.each([
    ['GET', 'figures', 'figures'],
    ['GET', 'figures.csv', 'figures'],
    ['GET', 'explanations', 'figures'],
    ['GET', 'publications/:from/changes/:to', 'figures'],
    ['GET', 'reports/preview', 'report'],
    ['GET', 'publications/:number/report.pdf', 'publication'],
    ['POST', 'publications/:number/verification', 'verify'],
    ['GET', 'people', 'administration'],
    ['GET', 'keys', 'administration'],
  ])('%s %s is of kind %s', (method, path, kind) => {
    expect(ask(method, path, 200)).toMatchObject({ kind, outcome: 'done' })
  })

  it.each([
    'trajectories',
    'trajectories/:route/:id',
    'families/search',
    'shared',
    'retention',
    'audit',
  ])('%s was written where it was read, unless it was refused before', (path) => {
    expect([ask('GET', path, 200), ask('GET', path, 404)]).toEqual([undefined, undefined])
    expect(ask('GET', path, 403)).toMatchObject({ kind: 'refusal', outcome: 'refused' })
  })

  it.each(['session', 'routes', 'openapi.json', 'organisations', 'teams'])(
    '%s tells of nobody',
    (path) => {
      expect(ask('GET', path, 200)).toBeUndefined()
    },
  )

  it('says of whom, and of a query only what figures are asked by', () => {
    const params = { route: 'jbjr', id: `J-1\u0000${'x'.repeat(300)}` }
    const entry = ask('POST', 'trajectories/:route/:id/events', 403, params, { name: 'Bijlsma' })
    expect(entry).toMatchObject({ route: 'jbjr', kind: 'refusal' })
    expect(entry?.trajectory).toHaveLength(200)
    expect(JSON.stringify(entry)).not.toMatch(/Bijlsma|\\u0000/)
    const repeated = ask('GET', 'figures', 403, {}, { a: ['1', '2\u0000'] })
    expect(repeated?.detail).toMatchObject({ query: { a: '1,2�' } })
    expect(ask('GET', 'figures', 200, {}, { route: 'ot', cutOff: '2023-03-31' })).toMatchObject({
      route: 'ot',
      detail: { query: { cutOff: '2023-03-31' } },
    })
  })

  it.each([
    ['POST', 'publications'],
    ['POST', 'people'],
    ['DELETE', 'session'],
    ['POST', 'session/appointment'],
  ])('%s %s was written with what it changed, unless it was refused', (method, path) => {
    expect(ask(method, path, 201)).toBeUndefined()
    expect(ask(method, path, 409)).toMatchObject({ kind: 'refusal', detail: { status: 409 } })
  })

  it('a failure is no look; a wrong question is a refusal', () => {
    expect(ask('GET', 'figures', 500)).toBeUndefined()
    expect(ask('GET', 'figures', 400)).toMatchObject({ kind: 'refusal', outcome: 'refused' })
  })
})

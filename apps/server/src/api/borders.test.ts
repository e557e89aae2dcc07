import { readdirSync, readFileSync } from 'node:fs'
import Fastify from 'fastify'
import { expect, it } from 'vitest'
import type { Desk } from '../house/desk.ts'
import { demandScopes } from './demand-scopes.ts'

/** Of the desk: nothing by which all trajectories could be read. */
type Beyond = Extract<keyof Desk, 'store' | 'database' | 'facts' | 'people' | 'close'>
const nothingBeyond: [Beyond] extends [never] ? true : false = true

/** Works with the house itself: people, their sessions and their keys. */
const OF_PEOPLE = /^(session|people|keys|organisations)-api\.ts$/

const folder = new URL('./routes/', import.meta.url)
const endpoints = readdirSync(folder).filter((name) => name.endsWith('-api.ts'))
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8')

it('the desk leads to nothing by which all trajectories could be read', () => {
  expect(nothingBeyond).toBe(true)
})

it.each(endpoints.filter((name) => !OF_PEOPLE.test(name)))(
  '%s works from the desk, and knows no house',
  (name) => {
    const text = textOf(name)
    expect(text).toContain('DeskContext')
    expect(text).not.toMatch(/\bApiContext\b|\bHouse\b|open-house|\bopenStore\b|\bopenDesk\b/)
  },
)

it.each(endpoints)('%s reads nothing of trajectories but by a visit', (name) => {
  expect(textOf(name)).not.toMatch(/\.store\.(?!visit\()|\.database\b|\.facts\b/)
})

it('an endpoint that does not say for whom it is keeps the server from starting', () => {
  const app = Fastify()
  demandScopes(app)
  const answer = async () => ''
  expect(() => app.get('/careless', answer)).toThrow('/careless')
  expect(() => app.get('/asked', { config: { scope: 'figures' } }, answer)).not.toThrow()
  expect(() => app.get('/open', { config: { open: true } }, answer)).not.toThrow()
})

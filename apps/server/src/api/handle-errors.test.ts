import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { handleErrors } from './handle-errors.ts'

/** What is answered, and what the keeper is told, when an endpoint throws this. */
async function answerTo(error: Error) {
  const told: unknown[] = []
  const app = Fastify()
  handleErrors(app, (each) => told.push(each))
  app.get('/', () => Promise.reject(error))
  const answer = await app.inject({ url: '/' })
  return { code: answer.json().code, status: answer.statusCode, told, body: answer.body }
}

const ofDatabase = (message: string, more: object) => Object.assign(new Error(message), more)

describe('what goes wrong inside', () => {
  it('is a refusal where a right was withdrawn meanwhile', async () => {
    const error = ofDatabase('the actor may not record this', {
      code: '42501',
      constraint: 'may_record',
    })
    expect(await answerTo(error)).toMatchObject({ status: 403, code: 'not-allowed', told: [] })
  })

  it.each([
    ofDatabase('permission denied for table event', { code: '42501' }),
    ofDatabase('duplicate key', { code: '23505', constraint: 'may_be_anything' }),
    new TypeError('geheim is not a function'),
  ])('is told to the keeper and not to who asked: %s', async (error) => {
    const { status, code, told, body } = await answerTo(error)
    expect([status, code, told]).toEqual([500, 'internal', [error]])
    expect(body).not.toContain(error.message)
  })

  it.each([
    ofDatabase('connect', { code: 'ECONNREFUSED' }),
    ofDatabase('terminating connection due to administrator command', { code: '57P01' }),
    new Error('Connection terminated unexpectedly'),
    // A query that comes after the one under which the connection broke, in the same transaction.
    new Error('Client has encountered a connection error and is not queryable'),
    new Error('Client was closed and is not queryable'),
  ])('is a database that is away for a while: %s', async (error) => {
    const away = await answerTo(error)
    expect(away).toMatchObject({ status: 503, code: 'database-away', told: [] })
  })
})
